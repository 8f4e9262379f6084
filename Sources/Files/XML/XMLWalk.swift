/// What listens to the parts of an XML file, in order. Element names come without their prefix.
package protocol XMLListener {
    mutating func open(_ name: Substring, _ attributes: [String: String]) throws(Workbook.Trouble)
    mutating func close(_ name: Substring) throws(Workbook.Trouble)
    mutating func text(_ text: String) throws(Workbook.Trouble)
}

/// Walks once through an XML file that came from outside (XML 1.0, fifth edition, without document types).
///
/// Foundation's parser is not used for this: a damaged file can end the whole process inside it, and it takes a file
/// that stops halfway for a whole one. A document type is refused: no office suite writes one, and entities that
/// unfold to gigabytes or name a file of the machine begin there.
package struct XMLWalk<Listener: XMLListener> {
    private let bytes: [UInt8]
    private var position = 0
    private var listener: Listener
    /// The names of the elements that are open.
    private var names: [Range<Int>] = []
    private var hasRoot = false

    private static var deepest: Int { 256 }

    package static func walk(_ bytes: [UInt8], _ listener: consuming Listener) throws(Workbook.Trouble) -> Listener {
        var walk = XMLWalk(bytes: try XMLText.utf8(bytes), listener: listener)
        try walk.run()
        return walk.listener
    }

    private init(bytes: [UInt8], listener: consuming Listener) {
        self.bytes = bytes
        self.listener = listener
    }

    private mutating func run() throws(Workbook.Trouble) {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<") { try markup() } else { try text() }
        }
        guard names.isEmpty, hasRoot else { throw .broken }
    }

    private mutating func text() throws(Workbook.Trouble) {
        let start = position
        position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        if names.isEmpty {
            guard bytes[start..<position].allSatisfy(XMLText.isBlank) else { throw .broken }
        } else {
            try listener.text(try XMLText.text(bytes[start..<position]))
        }
    }

    private mutating func markup() throws(Workbook.Trouble) {
        let rest = bytes[position...].dropFirst()
        switch rest.first {
        case UInt8(ascii: "?"): try skip(past: "?>")
        case UInt8(ascii: "/"): try close()
        case UInt8(ascii: "!"):
            if rest.starts(with: "!--".utf8) {
                position += 4
                try skip(past: "-->")
            } else if rest.starts(with: "![CDATA[".utf8), !names.isEmpty {
                try literal()
            } else {
                throw .documentType
            }
        default: try open()
        }
    }

    private mutating func literal() throws(Workbook.Trouble) {
        let start = position + 9
        try skip(past: "]]>")
        guard start <= position - 3 else { throw .broken }
        try listener.text(String(decoding: bytes[start..<position - 3], as: UTF8.self))
    }

    private mutating func skip(past mark: StaticString) throws(Workbook.Trouble) {
        let wanted = mark.withUTF8Buffer(Array.init)
        while let next = bytes[position...].firstIndex(of: wanted[0]) {
            position = next + 1
            if bytes[next...].starts(with: wanted) {
                position = next + wanted.count
                return
            }
        }
        throw .broken
    }
}

extension XMLWalk {
    private mutating func open() throws(Workbook.Trouble) {
        position += 1
        let name = try self.name()
        guard names.count < Self.deepest, !names.isEmpty || !hasRoot else { throw .broken }
        hasRoot = true
        let attributes = try self.attributes()
        try listener.open(local(name), attributes)
        if take(UInt8(ascii: "/")) {
            guard take(UInt8(ascii: ">")) else { throw .broken }
            try listener.close(local(name))
        } else {
            guard take(UInt8(ascii: ">")) else { throw .broken }
            names.append(name)
        }
    }

    private mutating func close() throws(Workbook.Trouble) {
        position += 2
        let name = try self.name()
        skipBlanks()
        guard let opened = names.popLast(), bytes[opened] == bytes[name], take(UInt8(ascii: ">")) else { throw .broken }
        try listener.close(local(name))
    }

    private mutating func name() throws(Workbook.Trouble) -> Range<Int> {
        let start = position
        while position < bytes.count, XMLText.isInName(bytes[position]) { position += 1 }
        guard (1...200).contains(position - start), !Ascii.isDigit(bytes[start]) else { throw .broken }
        return start..<position
    }

    private mutating func attributes() throws(Workbook.Trouble) -> [String: String] {
        var found: [String: String] = [:]
        while true {
            let start = position
            skipBlanks()
            guard position < bytes.count else { throw .broken }
            if [UInt8(ascii: "/"), UInt8(ascii: ">")].contains(bytes[position]) { return found }
            guard position > start, found.count < 200 else { throw .broken }
            let name = String(decoding: bytes[try self.name()], as: UTF8.self)
            guard found.updateValue(try value(), forKey: name) == nil else { throw .broken }
        }
    }

    private mutating func value() throws(Workbook.Trouble) -> String {
        skipBlanks()
        guard take(UInt8(ascii: "=")) else { throw .broken }
        skipBlanks()
        guard position < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position]) else {
            throw .broken
        }
        let start = position + 1
        guard let end = bytes[start...].firstIndex(of: bytes[position]) else { throw .broken }
        guard !bytes[start..<end].contains(UInt8(ascii: "<")) else { throw .broken }
        position = end + 1
        return try XMLText.text(bytes[start..<end])
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.count, XMLText.isBlank(bytes[position]) { position += 1 }
    }

    /// The name without its prefix.
    private func local(_ name: Range<Int>) -> Substring {
        let bare = bytes[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1..<name.upperBound } ?? name
        return Substring(decoding: bytes[bare], as: UTF8.self)
    }
}
