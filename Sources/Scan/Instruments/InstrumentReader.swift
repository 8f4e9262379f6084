internal import Foundation
internal import Yams

/// Reads an instrument from its file, strictly: what does not fit is refused as a whole, with every reason.
package enum InstrumentReader {
    /// Reads the file at `path`; its name without `.yaml` is the instrument's key.
    package static func read(_ path: String) throws(InstrumentFault) -> Instrument {
        let file = URL(fileURLWithPath: path).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
            throw InstrumentFault(lines: [.init(file: file, number: 1, reason: "this is not a file with text in UTF-8")])
        }
        return try read(text, file: file)
    }

    package static func read(_ text: String, file: String) throws(InstrumentFault) -> Instrument {
        try read(text, InstrumentReading(file: file), file)
    }

    /// A file that somebody brought along: its name says nothing, and English may miss.
    package static func take(_ text: String) throws(InstrumentFault) -> Instrument {
        let file = "yaml"
        return try read(text, InstrumentReading(file: file, isRegionsOwn: true), file)
    }

    private static func read(
        _ text: String, _ reading: InstrumentReading, _ file: String
    ) throws(InstrumentFault) -> Instrument {
        if reading.nodes.isRegionsOwn, let line = lineThatUnfolds(text) {
            throw InstrumentFault(lines: [.init(file: file, number: line, reason: "parts that are repeated by name or nested deep are not read")])
        }
        let root = try compose(text, file)
        var reader = reading
        let instrument = reader.instrument(root)
        guard reader.nodes.faults.isEmpty else {
            throw InstrumentFault(lines: reader.nodes.faults.sorted { $0.number < $1.number })
        }
        return instrument
    }

    /// The line on which a part is named or repeated by its name, or brackets nest deep: a small file unfolds to
    /// millions of parts, and the parser's own work grows with the square of the depth. Looked for before it is parsed.
    private static func lineThatUnfolds(_ text: String) -> Int? {
        var depth = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "")
            for byte in bare.utf8 {
                if [UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte) { depth += 1 }
                if [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) { depth = max(0, depth - 1) }
                if depth > 20 { return number + 1 }
            }
            if bare.contains(#/(?:^|[\s\[{,:\-?])[&*][A-Za-z0-9_]/#) { return number + 1 }
            // Blocks nest by their indent.
            if bare.prefix(while: { $0 == " " || $0 == "-" }).utf8.count > 60 { return number + 1 }
        }
        return nil
    }

    private static func compose(_ text: String, _ file: String) throws(InstrumentFault) -> Node {
        func fault(_ line: Int, _ reason: String) -> InstrumentFault {
            InstrumentFault(lines: [.init(file: file, number: line, reason: reason)])
        }
        do {
            guard let root = try Yams.compose(yaml: text) else { throw fault(1, "the file is empty") }
            return root
        } catch let known as InstrumentFault {
            throw known
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _) {
            throw fault(mark.line, "this is not YAML: \(problem)")
        } catch YamlError.duplicatedKeysInMapping(let names, let context) {
            throw fault(context.mark.line, "\"\(names.first.map { "\($0)" } ?? "")\" stands there twice")
        } catch {
            throw fault(1, "this is not YAML")
        }
    }
}

/// One file on its way to an instrument.
struct InstrumentReading {
    var nodes: InstrumentNodes
    private var themeKeys: [(key: String, node: Node)] = []
    private var questionKeys: [(key: String, node: Node)] = []

    init(file: String, isRegionsOwn: Bool = false) { nodes = InstrumentNodes(file: file, isRegionsOwn: isRegionsOwn) }

    mutating func instrument(_ root: Node) -> Instrument {
        let fields = nodes.fields(root, "an instrument", needed: ["key", "version", "title", "minutes", "themes"] + (nodes.isRegionsOwn ? [] : ["about"]),
            optional: nodes.isRegionsOwn ? ["about"] : [])
        let key = nodes.key(fields["key"], "key")
        if let node = fields["key"], !nodes.isRegionsOwn, "\(key).yaml" != nodes.file {
            nodes.refuse(node, "the key is \"\(key)\" but the file is \(nodes.file)")
        }
        let themes = nodes.list(fields["themes"], "themes", 1 ... .max, of: "an instrument").map { theme($0) }
        nodes.requireUnique(themeKeys, "themes")
        nodes.requireUnique(questionKeys, "questions")
        return Instrument(
            key: key, version: nodes.whole(fields["version"], "version"), title: nodes.words(fields["title"], "title"),
            about: nodes.words(fields["about"], "about"), minutes: nodes.whole(fields["minutes"], "minutes"), themes: themes)
    }

    private mutating func theme(_ node: Node) -> Theme {
        let fields = nodes.fields(
            node, "a theme", needed: ["key", "title", "questions"], optional: ["area", "about", "guiding"])
        let key = nodes.key(fields["key"], "key")
        themeKeys.append((key, fields["key"] ?? node))
        return Theme(
            key: key, area: nodes.words(fields["area"], "area"), title: nodes.words(fields["title"], "title"),
            about: nodes.words(fields["about"], "about"), guiding: fields["guiding"].map { guiding($0) },
            questions: nodes.list(fields["questions"], "questions", (nodes.isRegionsOwn ? 0 : 1) ... .max, of: "a theme").map { question($0) })
    }

    private mutating func guiding(_ node: Node) -> Theme.Guiding {
        let fields = nodes.fields(node, "\"guiding\"", needed: ["then", "now", "next"])
        return Theme.Guiding(
            then: nodes.words(fields["then"], "then"), now: nodes.words(fields["now"], "now"),
            next: nodes.words(fields["next"], "next"))
    }

    private mutating func question(_ node: Node) -> Question {
        let name = node.mapping?["kind"]?.scalar?.string ?? ""
        let extra = Self.extras[name]
        let fields = nodes.fields(
            node, extra == nil ? "a question" : "a question of kind \(name)",
            needed: ["key", "kind", "text"] + (extra?.needed ?? []),
            optional: ["help"] + (extra?.optional ?? Self.extras.values.flatMap { $0.needed + $0.optional }))
        let key = nodes.key(fields["key"], "key")
        questionKeys.append((key, fields["key"] ?? node))
        if extra == nil, let kind = fields["kind"] { nodes.refuse(kind, "\"\(name)\" is not a kind of question") }
        return Question(
            key: key, text: nodes.words(fields["text"], "text"), help: nodes.words(fields["help"], "help"),
            kind: kind(name, fields))
    }

    /// What a kind takes besides key, kind, text and help.
    private static let extras: [String: (needed: [String], optional: [String])] = [
        "scale": (["levels"], []), "yes-partly-no": ([], []), "choice": (["options"], []),
        "choices": (["options"], []), "order": (["options"], []), "number": (["unit"], ["least", "most"]),
        "text": ([], []), "swot": ([], []),
    ]

    private mutating func kind(_ name: String, _ fields: [String: Node]) -> Question.Kind {
        switch name {
        case "scale": .scale(nodes.list(fields["levels"], "levels", 3...6, of: "a scale").map { level($0) })
        case "yes-partly-no": .yesPartlyNo
        case "choice": .choice(options(fields["options"]))
        case "choices": .choices(options(fields["options"]))
        case "order": .order(options(fields["options"]))
        case "number": number(fields)
        case "swot": .swot
        default: .text
        }
    }

    private mutating func number(_ fields: [String: Node]) -> Question.Kind {
        let least = nodes.number(fields["least"], "least")
        let most = nodes.number(fields["most"], "most")
        if let least, let most, least >= most { nodes.refuse(fields["most"], "\"most\" must be more than \"least\"") }
        return .number(unit: nodes.words(fields["unit"], "unit"), least: least, most: most)
    }

    private mutating func level(_ node: Node) -> Question.ScaleLevel {
        let fields = nodes.fields(node, "a level", needed: ["label"] + (nodes.isRegionsOwn ? [] : ["about"]), optional: nodes.isRegionsOwn ? ["about"] : [])
        return Question.ScaleLevel(label: nodes.words(fields["label"], "label"), about: nodes.words(fields["about"], "about"))
    }

    private mutating func options(_ node: Node?) -> [Question.Choice] {
        var keys: [(key: String, node: Node)] = []
        let options = nodes.list(node, "options", 2...12, of: "a choice").map { item in
            let fields = nodes.fields(item, "an option", needed: ["key", "label"])
            let key = nodes.key(fields["key"], "key")
            keys.append((key, fields["key"] ?? item))
            return Question.Choice(key: key, label: nodes.words(fields["label"], "label"))
        }
        nodes.requireUnique(keys, "options")
        return options
    }
}
