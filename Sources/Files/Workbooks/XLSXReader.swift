/// Reads the sheets of an Office Open XML workbook (ECMA-376, transitional and strict).
struct XLSXReader {
    private let archive: ZipArchive
    private let limits: Workbook.Limits

    init(_ archive: ZipArchive, _ limits: Workbook.Limits) {
        (self.archive, self.limits) = (archive, limits)
    }

    func sheets() throws(Workbook.Trouble) -> [Workbook.Sheet] {
        let root = try relations("_rels/.rels", from: "")
        let path = root.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard let part = try archive.part(path) else { throw .notAWorkbook }
        let book = try XMLWalk.walk(part, WorkbookPart())
        guard book.sheets.count <= limits.sheets else { throw .tooManySheets(limit: limits.sheets) }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let file = path.dropFirst(folder.count)
        return try sheets(book, try relations("\(folder)_rels/\(file).rels", from: folder))
    }

    private func sheets(_ book: WorkbookPart, _ related: [Relation]) throws(Workbook.Trouble) -> [Workbook.Sheet] {
        let strings = try part(related, "sharedStrings", SharedStringsPart(limits))?.strings ?? []
        let formats = try part(related, "styles", StylesPart())?.formats ?? []
        var collector = CellCollector(limits)
        var sheets: [Workbook.Sheet] = []
        for sheet in book.sheets {
            guard let relation = related.first(where: { $0.id == sheet.relation }), relation.type == "worksheet",
                let part = try archive.part(relation.target)
            else { continue }
            let reading = SheetPart(collector, strings: strings, formats: formats, from1904: book.from1904)
            collector = try XMLWalk.walk(part, reading).collector
            sheets.append(collector.takeSheet(sheet.name))
        }
        return sheets
    }

    private func part<Part: XMLListener>(
        _ related: [Relation], _ type: String, _ listener: Part
    ) throws(Workbook.Trouble) -> Part? {
        guard let path = related.first(where: { $0.type == type })?.target, let bytes = try archive.part(path) else {
            return nil
        }
        return try XMLWalk.walk(bytes, listener)
    }

    private func relations(_ path: String, from folder: String) throws(Workbook.Trouble) -> [Relation] {
        guard let bytes = try archive.part(path) else { return [] }
        return try XMLWalk.walk(bytes, RelationsPart(folder: folder)).relations
    }
}

/// What one part says of another (ECMA-376 part 2, 9.3).
private struct Relation {
    let id: String
    /// The last word of the address that names the type.
    let type: String
    let target: String
}

private struct RelationsPart: XMLListener {
    let folder: String
    var relations: [Relation] = []

    mutating func open(_ name: Substring, _ attributes: [String: String]) {
        guard name == "Relationship", let target = attributes["Target"], attributes["TargetMode"] != "External" else {
            return
        }
        let type = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
        relations.append(Relation(id: attributes["Id"] ?? "", type: type, target: path(target)))
    }
    mutating func close(_ name: Substring) {}
    mutating func text(_ text: String) {}

    /// From the top of the archive; `..` goes up a folder and never out.
    private func path(_ target: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts: [Substring] = []
        for part in (folder + target).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

private struct WorkbookPart: XMLListener {
    var sheets: [(name: String, relation: String)] = []
    var from1904 = false

    mutating func open(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            let relation = attributes["r:id"] ?? attributes.first { $0.key.hasSuffix(":id") }?.value
            sheets.append((PlainText.text(of: (attributes["name"] ?? "").utf8), relation ?? ""))
        default: break
        }
    }
    mutating func close(_ name: Substring) {}
    mutating func text(_ text: String) {}
}

private struct SharedStringsPart: XMLListener {
    private(set) var strings: [Workbook.Cell] = []
    private let limits: Workbook.Limits
    private var rich = RichText()

    init(_ limits: Workbook.Limits) { self.limits = limits }

    mutating func open(_ name: Substring, _ attributes: [String: String]) { rich.open(name) }
    mutating func text(_ text: String) { rich.text(text) }
    mutating func close(_ name: Substring) throws(Workbook.Trouble) {
        rich.close(name)
        guard name == "si" else { return }
        guard strings.count < limits.cells else { throw .tooManyCells(limit: limits.cells) }
        strings.append(rich.take())
    }
}

/// Which of the cell formats show a date.
private struct StylesPart: XMLListener {
    private(set) var formats: [NumberFormat] = []
    private var own: [Int: NumberFormat] = [:]
    private var isInCellFormats = false

    mutating func open(_ name: Substring, _ attributes: [String: String]) {
        switch name {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
                own[id] = NumberFormat(code: attributes["formatCode"] ?? "")
            }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(own[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }
    mutating func close(_ name: Substring) {
        if name == "cellXfs" { isInCellFormats = false }
    }
    mutating func text(_ text: String) {}
}

/// The text of runs one after another, without what is written above Japanese words to help pronounce them.
struct RichText {
    private var said = ""
    private var isText = false
    private var isPronunciation = false

    mutating func open(_ name: Substring) {
        if name == "rPh" { isPronunciation = true }
        if name == "t" { isText = true }
    }

    mutating func text(_ text: String) {
        if isText, !isPronunciation { said += text }
    }

    mutating func close(_ name: Substring) {
        if name == "rPh" { isPronunciation = false }
        if name == "t" { isText = false }
    }

    mutating func take() -> Workbook.Cell {
        defer { said = "" }
        return CellCollector.text(Self.unescaped(said))
    }

    /// `_x000D_` stands for the character with that number (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        return text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
            UInt16(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "\u{FFFD}"
        }
    }
}
