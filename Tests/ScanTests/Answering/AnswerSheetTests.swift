import Foundation
import Scan
import Testing

@Suite("An answer sheet in its column")
struct AnswerSheetTests {
    private let content = AnswerWorld.instrument

    @Test("every kind of answer is written in the order of the questions and read back the same")
    func roundTrip() throws {
        var sheet = AnswerSheet(
            answers: [
                "lead": .choice("school"), "vision": .choice("partly"), "lessons": .level(2), "help": .dontKnow,
                "first": .order(["geld", "uren"]), "hours": .number(2.5), "who": .choices(["ouders"]),
                "swot": .swot(strengths: "a", weaknesses: "", opportunities: "\"", threats: "\\"),
            ], notForUs: ["b", "a"])
        let text = sheet.json(for: content)
        #expect(
            text == #"{"lessons":2,"help":null,"first":["geld","uren"],"hours":2.5,"who":["ouders"],"#
                + #""swot":{"s":"a","w":"","o":"\"","t":"\\"},"vision":"partly","lead":"school","-":["a","b"]}"#)
        #expect(try AnswerSheet(json: text, for: content) == sheet)
        sheet = AnswerSheet()
        #expect(sheet.json(for: content) == "{}")
        #expect(try AnswerSheet(json: "{}", for: content) == sheet)
    }

    @Test("answers to questions that were dropped are kept, and are answers again when the question is back")
    func droppedQuestions() throws {
        var smaller = content
        smaller.themes[0].questions.removeAll { $0.key == "help" }
        let text = #"{"lessons":1,"help":"Meer ✓ \"uren\"","gone":{"deep":[1,{"x":null}]}}"#
        let read = try AnswerSheet(json: text, for: smaller)
        #expect(read.answers == ["lessons": .level(1)])
        #expect(read.kept.keys.sorted() == ["gone", "help"])
        let again = try AnswerSheet(json: read.json(for: smaller), for: content)
        #expect(again.answers["help"] == .text(#"Meer ✓ "uren""#))
        #expect(again.kept["gone"] == #"{"deep":[1,{"x":null}]}"#)
    }

    @Test(
        "a value that its question cannot have is kept and never shown as an answer",
        arguments: [
            #"{"lessons":9}"#, #"{"lessons":-1}"#, #"{"lessons":1.5}"#, #"{"lessons":"1"}"#, #"{"vision":"maybe"}"#,
            #"{"hours":"4"}"#, #"{"first":[1]}"#, #"{"swot":{"s":1}}"#, #"{"help":7}"#, #"{"lessons":true}"#,
        ])
    func misfits(text: String) throws {
        let read = try AnswerSheet(json: text, for: content)
        #expect(read.answers.isEmpty)
        #expect(read.json(for: content) == text)
    }

    @Test(
        "text that is not JSON is refused",
        arguments: [
            "", "[]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":01}"#, #"{"a":1}x"#, #"{"a":"\q"}"#,
            #"{"a":"\u12"}"#, "{\"a\":\"\u{1}\"}", #"{"a":nul}"#, #"{"a":-}"#, #"{"a":1.}"#, #"{"a":1e}"#,
            #"{"a":"#, #"{"a":""#, #"{"a":"\"#,
            "{\"a\":" + String(repeating: "[", count: 100_000),
        ])
    func notJSON(text: String) {
        #expect(throws: AnswerSheet.Unreadable.self) { try AnswerSheet(json: text, for: content) }
    }

    @Test("escapes of every form are read as the platform's own reader reads them")
    func escapes() throws {
        let text = #"{"help":"\u0041\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\ \u0301"}"#
        let read = try AnswerSheet(json: text, for: content)
        let platform = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
        guard case .text(let ours) = read.answers["help"] else { throw Failure() }
        #expect(ours.utf8.elementsEqual((platform?["help"] ?? "").utf8))
        #expect(try AnswerSheet(json: #"{"help":"\ud83dx"}"#, for: content).answers["help"] == .text("\u{FFFD}x"))
    }

    @Test("random sheets are read by the platform's own reader as the same values, and its writing by ours")
    func againstThePlatform() throws {
        var dice = Dice(seed: 42)
        for _ in 0..<2000 {
            let sheet = AnswerSheet.random(&dice)
            let text = sheet.json(for: content)
            #expect(try AnswerSheet(json: text, for: content) == sheet)
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            let rewritten = try JSONSerialization.data(withJSONObject: object, options: dice.flip() ? [.prettyPrinted] : [])
            #expect(try AnswerSheet(json: String(decoding: rewritten, as: UTF8.self), for: content) == sheet)
        }
    }

    @Test("bytes that were damaged anywhere are read or refused, and what is read agrees with the platform")
    func damaged() {
        var dice = Dice(seed: 7)
        for _ in 0..<3000 {
            var bytes = Array(AnswerSheet.random(&dice).json(for: content).utf8)
            for _ in 0...dice.below(3) where !bytes.isEmpty { bytes[dice.below(bytes.count)] = UInt8(dice.below(128)) }
            let text = String(decoding: bytes, as: UTF8.self)
            guard (try? AnswerSheet(json: text, for: content)) != nil else { continue }
            #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil, "\(text)")
        }
    }

    private struct Failure: Error {}
}

/// Random numbers that are the same at every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
    mutating func flip() -> Bool { Bool.random(using: &self) }

    mutating func text() -> String {
        let odd: [String] = [
            "\"", "\\", "\u{301}", "\"\u{301}", "\\\u{301}", "é", "e\u{301}", "😀", "👩‍👩‍👧", "\n", "\t", "\r\n", "\u{0}", "\u{1F}",
            "\u{7F}", "\u{2028}", "<b>", "{", "}", "null", "\u{200D}", "ﬁ", " ", "/",
        ]
        return (0..<below(12)).map { _ in odd[below(odd.count)] }.joined()
    }
}

extension AnswerSheet {
    static func random(_ dice: inout Dice) -> AnswerSheet {
        var answers: [String: Given] = [:]
        func maybe(_ key: String, _ dice: inout Dice, _ given: (inout Dice) -> Given) {
            switch dice.below(4) {
            case 0: break
            case 1: answers[key] = .dontKnow
            default: answers[key] = given(&dice)
            }
        }
        maybe("lessons", &dice) { .level($0.below(4)) }
        maybe("help", &dice) { .text($0.text()) }
        maybe("first", &dice) { .order(["uren", "geld", "lokalen"].shuffled(using: &$0)) }
        maybe("hours", &dice) { .number($0.flip() ? Double($0.below(1000)) : Double.random(in: -1e9...1e9, using: &$0)) }
        maybe("who", &dice) { dice in .choices((0..<dice.below(3)).map { _ in dice.text() }) }
        maybe("swot", &dice) {
            .swot(strengths: $0.text(), weaknesses: $0.text(), opportunities: $0.text(), threats: $0.text())
        }
        maybe("vision", &dice) { .choice(["yes", "partly", "no"][$0.below(3)]) }
        maybe("lead", &dice) { .choice($0.text()) }
        return AnswerSheet(answers: answers, notForUs: dice.flip() ? ["means"] : [])
    }
}
