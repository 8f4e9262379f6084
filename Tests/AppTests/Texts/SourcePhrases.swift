import Foundation
import TestHouse

/// The phrases that stand in the sources of a room, by their keys.
///
/// Only the compiler knows for sure which literal is a phrase. These rules were held against its tree of types: they take
/// every phrase, and besides those nothing that is not written down here. A new literal that reads like words is taken
/// for a phrase until somebody translates it or says here that nobody reads it.
struct SourcePhrases {
    /// For each key the files that say it.
    private(set) var files: [String: Set<String>] = [:]

    var keys: Set<String> { Set(files.keys) }

    /// All of a room, `Sources/name`.
    init(room: String) throws {
        let folder = TestHouse.projectFolder + "/Sources/" + room
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where path.hasSuffix(".swift")
        {
            let source = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
            add([UInt8](source), file: "\(room)/\(path)")
        }
    }

    /// One piece of source.
    init(_ source: String, file: String = "Scan/Example.swift") { add([UInt8](source.utf8), file: file) }

    private mutating func add(_ source: [UInt8], file: String) {
        let isMachinery = Self.machinery.contains { file.contains($0) }
        for literal in SwiftLiterals(source).found where literal.isPhrase(inMachinery: isMachinery) {
            files[literal.key, default: []].insert(file)
        }
    }

    /// Files whose words nobody reads on a screen: headers, mail, browsers' names, lists to compare with, and what is told
    /// to whoever runs the server. A function in them that answers a `Phrase` still counts.
    private static let machinery = [
        "/Device.swift", "/SmartWords.swift", "/Folding.swift", "/MailMessage.swift", "/LetterDelivery.swift",
        "/SafeHeaders.swift", "/SessionCookie.swift", "/HeaderLine.swift", "/Assets.swift", "/TableText.swift",
        "/Catalog.swift", "/Gate.swift", "/Knock.swift", "/LetterWriting.swift", "/Verdict.swift", "/RelayLine.swift",
        "/Instruments/", "App/", "/XLSForm", "/LimeSurvey", "/ForeignWords.swift", "/InstrumentYAML.swift",
        "/InstrumentFile.swift", "/TakenInstrument.swift",
    ]
}

extension SwiftLiteral {
    func isPhrase(inMachinery: Bool) -> Bool {
        guard hasLetters, !isNeverPhrase else { return false }
        if isDeclared || isSaid { return true }
        return !inMachinery && (isWordy || isAlone || isListed)
    }

    private var words: String { key.replacing("%@", with: "") }
    private var hasLetters: Bool { words.contains(where: \.isLetter) }
    private var bracket: SwiftBracket? { inside.last }

    private func stands(in sign: String) -> Bool { bracket?.sign == sign.utf8.first }

    /// The label before it: `empty` in `pick(state, options, empty: "…")`.
    private var label: Substring? {
        before.last == ":" ? before.dropLast().last : nil
    }

    /// More than one word, or a capital.
    private var isWordy: Bool {
        words.contains(where: \.isUppercase) || words.contains { $0.isLetter && !$0.isASCII }
            || key.contains(" ")
                && words.contains(" ")
    }

    /// In the body of what answers a phrase.
    private var isDeclared: Bool {
        if bracket?.holdsPhrases == true { return true }
        let isGrouped = bracket?.name.isEmpty == true && !stands(in: "{")
        return isGrouped && inside.dropLast().last?.holdsPhrases == true
    }

    /// Given to what takes phrases.
    private var isSaid: Bool {
        guard stands(in: "("), let name = bracket?.name else { return false }
        return name == "say" || label == "empty" || name == "phrase" && before.last == "("
            || name == "SpelledWord" && before.last == "("
    }

    /// All that a piece of a page holds: `p { "…" }`.
    private var isAlone: Bool {
        stands(in: "{") && before.last == "{" && isLast && bracket?.name.first?.isUppercase != true
    }

    /// One of a list or a tuple.
    private var isListed: Bool {
        guard !stands(in: "{"), bracket?.name.isEmpty == true else { return false }
        return !Self.codeWords.contains(key) && !key.contains(where: \.isNumber)
    }

    /// SQL, addresses, names of files, and what is given to something that takes no phrase.
    private var isNeverPhrase: Bool {
        if Self.sql.contains(where: { key.drop(while: \.isWhitespace).hasPrefix($0) }) { return true }
        if [".csv", ".xlsx", ".ics"].contains(where: key.hasSuffix) || !key.contains(" ") && key.contains("/") || key == "Rijnstreek" { return true }
        if let label, Self.codeLabels.contains(label) { return true }
        if before.suffix(2) == ["=", "="] { return true }
        guard let bracket else { return false }
        if stands(in: "(") { return Self.codeNames.contains(bracket.name) || isOtherSpelling }
        return stands(in: "{") && (bracket.name == "Link" || bracket.name == "String")
    }

    private var isOtherSpelling: Bool { bracket?.name == "SpelledWord" && before.last != "(" }

    private static let sql = [
        "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "WITH ", "ALTER ", "DROP ", "PRAGMA ",
    ]
    private static let codeLabels: Set<Substring> = ["ascii", "sql", "named", "separator", "reason", "of"]
    private static let codeNames: Set<Substring> = [
        "class", "verbatim", "Wing", "note", "UInt8", "d", "viewBox", "rel", "MailAddress", "TimeZone", "content",
        "appendingPathComponent", "Circle", "error", "Name", "set", "name", "id", "hash", "respond", "File", "fault",
    ]
    /// Names of fields, keys and values that stand in lists.
    private static let codeWords: Set<String> = [
        "theme", "part", "yes", "partly", "no", "strengths", "weaknesses", "opportunities", "threats", "e-mail",
        "email",
        "mail", "e-mailadres", "sector", "partner", "role", "level", "x", "open", "confidential", "binary",
    ]
}
