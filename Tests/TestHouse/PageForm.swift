internal import Foundation

/// A form as it stands on a page, with what a browser would send of it untouched.
package struct PageForm: Sendable {
    package let method: String
    package let action: String
    package private(set) var fields: [Field] = []

    package struct Field: Sendable {
        package let name: String
        /// The type of an input, or `textarea`, `select`, `submit`.
        package let kind: String
        package var value: String
        /// Whether it is ticked or chosen; a text always counts.
        package var isSent: Bool
        /// What can be chosen in a list.
        package var options: [String] = []
        package let isReadOnly: Bool
        /// Where a button sends the form, when that is elsewhere than the form says.
        package var goesTo: String?

        /// Whether a person can type words in it.
        package var takesText: Bool { ["text", "email", "textarea", "number", "date"].contains(kind) && !isReadOnly }
    }

    /// The buttons that send it.
    package var buttons: [Field] { fields.filter { $0.kind == "submit" } }

    /// What a browser sends when nothing is touched but `changes`; a choice is made by its value.
    ///
    /// - Parameter button: the one that is pressed, which is sent too when it has a name.
    package func sent(_ changes: [String: String] = [:], pressing button: Field? = nil) -> [(String, String)] {
        var pairs: [(String, String)] = button.map { $0.name.isEmpty ? [] : [($0.name, $0.value)] } ?? []
        for field in fields where !["submit", "file", "button"].contains(field.kind) && !field.name.isEmpty {
            if field.kind == "radio" || field.kind == "checkbox" {
                let isChosen = changes[field.name].map { $0 == field.value } ?? field.isSent
                if isChosen { pairs.append((field.name, field.value)) }
            } else {
                pairs.append((field.name, changes[field.name] ?? field.value))
            }
        }
        return pairs
    }

    package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    init(method: String, action: String) {
        self.method = method
        self.action = action
    }

    mutating func add(_ field: Field) { fields.append(field) }
    mutating func setText(_ text: String) { fields[fields.count - 1].value = text }
    mutating func addOption(_ value: String, isChosen: Bool) {
        let last = fields.count - 1
        if isChosen || fields[last].options.isEmpty { fields[last].value = value }
        fields[last].options.append(value)
    }
}

extension Seen {
    /// Every form of the page, in order.
    package var forms: [PageForm] {
        var reader = FormReader()
        Tags.each(in: body) { reader.read($0) }
        return reader.forms
    }

    /// The form that goes to `action` and changes something.
    package func form(to action: String) -> PageForm? { forms.first { $0.method == "post" && $0.action == action } }

    /// Every address that the page leads to inside the product, without what stands behind `#`.
    package var links: [String] {
        var found: [String] = []
        Tags.each(in: body) { tag in
            guard tag.name == "a", let link = tag["href"], link.hasPrefix("/") else { return }
            let bare = link.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            if !found.contains(bare) { found.append(bare) }
        }
        return found
    }

    /// The elements of the page with the names of their attributes, in order: what no text may change (S1).
    package var skeleton: [String] {
        var found: [String] = []
        Tags.each(in: body) { found.append(([$0.name] + $0.attributes.map(\.name)).joined(separator: " ")) }
        return found
    }
}

/// A tag of a page, as a browser reads it: a quote ends a value, an angle bracket opens an element.
package struct Tag: Sendable {
    package let name: String
    package let attributes: [(name: String, value: String)]
    /// The text up to the next tag, with its entities resolved.
    package let after: String

    package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

package enum Tags {
    package static func each(in page: [UInt8], _ body: (Tag) -> Void) {
        var bytes = page[...]
        while let start = bytes.firstIndex(of: UInt8(ascii: "<")) {
            bytes = bytes[(start + 1)...]
            let name = word(&bytes)
            var attributes: [(String, String)] = []
            while let byte = bytes.first, byte != UInt8(ascii: ">") {
                if isBlank(byte) { bytes = bytes.dropFirst(); continue }
                let attribute = word(&bytes)
                guard bytes.first == UInt8(ascii: "=") else { attributes.append((attribute, "")); continue }
                bytes = bytes.dropFirst()
                attributes.append((attribute, value(&bytes)))
            }
            bytes = bytes.dropFirst()
            let end = bytes.firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
            body(Tag(name: name, attributes: attributes, after: resolved(bytes[bytes.startIndex..<end])))
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static func word(_ bytes: inout ArraySlice<UInt8>) -> String {
        let end = bytes.dropFirst().firstIndex { isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") } ?? bytes.endIndex
        defer { bytes = bytes[end...] }
        return String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
    }

    private static func value(_ bytes: inout ArraySlice<UInt8>) -> String {
        guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return word(&bytes) }
        bytes = bytes.dropFirst()
        let end = bytes.firstIndex(of: quote) ?? bytes.endIndex
        defer { bytes = bytes[end...].dropFirst() }
        return resolved(bytes[bytes.startIndex..<end])
    }

    /// `&amp;` last, so that nothing is resolved twice.
    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        for (mark, letter) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: mark, with: letter)
        }
        return text
    }
}

private struct FormReader {
    private(set) var forms: [PageForm] = []
    private var isInside = false

    mutating func read(_ tag: Tag) {
        switch tag.name {
        case "form":
            forms.append(PageForm(method: tag["method"] ?? "get", action: tag["action"] ?? ""))
            isInside = true
        case "/form": isInside = false
        case "input" where isInside: add(tag, tag["type"] ?? "text", tag["value"] ?? "")
        case "button" where isInside: add(tag, tag["type"] ?? "submit", tag["value"] ?? "")
        case "textarea" where isInside: add(tag, "textarea", tag.after)
        case "select" where isInside: add(tag, "select", "")
        case "option" where isInside:
            forms[forms.count - 1].addOption(tag["value"] ?? "", isChosen: tag["selected"] != nil)
        default: break
        }
    }

    private mutating func add(_ tag: Tag, _ kind: String, _ value: String) {
        let isChoice = kind == "radio" || kind == "checkbox"
        forms[forms.count - 1].add(
            .init(
                name: tag["name"] ?? "", kind: kind, value: value, isSent: !isChoice || tag["checked"] != nil,
                isReadOnly: tag["readonly"] != nil, goesTo: tag["formaction"]))
    }
}
