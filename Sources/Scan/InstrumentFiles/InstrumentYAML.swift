/// An instrument as a file of our own form: what `InstrumentReader` reads.
package enum InstrumentYAML {
    package static func bytes(_ instrument: Instrument) -> [UInt8] {
        var file = YAMLWriter()
        file.line(0, "key", .plain(instrument.key))
        file.line(0, "version", .plain(String(instrument.version)))
        file.words(0, "title", instrument.title)
        file.words(0, "about", instrument.about)
        file.line(0, "minutes", .plain(String(instrument.minutes)))
        file.line(0, "themes", .nothing)
        for theme in instrument.themes { write(theme, &file) }
        return Array(file.text.utf8)
    }

    private static func write(_ theme: Theme, _ file: inout YAMLWriter) {
        file.item(1, "key", .plain(theme.key))
        file.words(2, "area", theme.area)
        file.words(2, "title", theme.title)
        file.words(2, "about", theme.about)
        if let guiding = theme.guiding {
            file.line(2, "guiding", .nothing)
            file.words(3, "then", guiding.then)
            file.words(3, "now", guiding.now)
            file.words(3, "next", guiding.next)
        }
        file.line(2, "questions", theme.questions.isEmpty ? .plain("[]") : .nothing)
        for question in theme.questions { write(question, &file) }
    }

    private static func write(_ question: Question, _ file: inout YAMLWriter) {
        file.item(3, "key", .plain(question.key))
        file.line(4, "kind", .plain(question.kind.name))
        file.words(4, "text", question.text)
        file.words(4, "help", question.help)
        switch question.kind {
        case .scale(let levels):
            file.line(4, "levels", .nothing)
            for level in levels {
                file.item(5, "label", .words(level.label))
                file.words(6, "about", level.about)
            }
        case .choice(let options), .choices(let options), .order(let options):
            file.line(4, "options", .nothing)
            for option in options {
                file.item(5, "key", .plain(option.key))
                file.words(6, "label", option.label)
            }
        case .number(let unit, let least, let most):
            file.words(4, "unit", unit)
            if let least { file.line(4, "least", .plain(String(least))) }
            if let most { file.line(4, "most", .plain(String(most))) }
        case .yesPartlyNo, .text, .swot: break
        }
    }
}

extension Question.Kind {
    /// As our own files call it.
    var name: String {
        switch self {
        case .scale: "scale"
        case .yesPartlyNo: "yes-partly-no"
        case .choice: "choice"
        case .choices: "choices"
        case .order: "order"
        case .number: "number"
        case .text: "text"
        case .swot: "swot"
        }
    }
}

/// Lines of YAML 1.2; every text stands in double quotes (section 7.3.1), so that none can be taken for anything else.
private struct YAMLWriter {
    private(set) var text = ""

    enum Value {
        case nothing
        /// Keys and numbers of our own.
        case plain(String)
        case words(Wording)
    }

    mutating func line(_ depth: Int, _ name: String, _ value: Value) { write(depth, "", name, value) }
    mutating func item(_ depth: Int, _ name: String, _ value: Value) { write(depth, "- ", name, value) }

    /// Nothing where there are no words.
    mutating func words(_ depth: Int, _ name: String, _ words: Wording) {
        if !words.isEmpty { line(depth, name, .words(words)) }
    }

    private mutating func write(_ depth: Int, _ mark: String, _ name: String, _ value: Value) {
        text += String(repeating: "  ", count: depth) + mark + name + ":"
        switch value {
        case .nothing: break
        case .plain(let plain): text += " " + plain
        case .words(let words):
            let english = words.en.isEmpty ? "" : ", en: " + Self.quoted(words.en)
            text += " {nl: " + Self.quoted(words.nl) + english + "}"
        }
        text += "\n"
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value)
                || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
