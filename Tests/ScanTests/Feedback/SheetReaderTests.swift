import Insight
import Testing

@testable import Scan

@Suite("Reading stored answers into columns")
struct SheetReaderTests {
    static let instrument = Asked.instrument([
        Asked.theme("first", "Eerste", [Asked.scale("a", "A?"), Question(key: "b", text: Wording(nl: "B?"), kind: .yesPartlyNo)]),
        Asked.theme(
            "second", "Tweede",
            [
                Question(key: "c", text: Wording(nl: "C?"), kind: .choices(Asked.choices(["x": "X", "y": "Y", "z": "Z"]))),
                Question(key: "d", text: Wording(nl: "D?"), kind: .order(Asked.choices(["x": "X", "y": "Y"]))),
                Question(key: "e", text: Wording(nl: "E?"), kind: .number(unit: .empty, least: nil, most: nil)),
                Question(key: "f", text: Wording(nl: "F?"), kind: .text),
                Question(key: "g", text: Wording(nl: "G?"), kind: .swot),
            ]),
    ])

    private func read(_ sheets: [String], _ versions: [Instrument] = [instrument], as version: Int = 1) -> SurveyColumns {
        let asked = AskedQuestions(versions.enumerated().map { ($0 + 1, $1) })
        var reader = SheetReader(columns: SurveyColumns(asked.questions, respondents: sheets.count, withTexts: true))
        let plan = SheetPlan(asked.version(version), and: asked, into: reader.columns)
        for (person, sheet) in sheets.enumerated() {
            Array(sheet.utf8).withUnsafeBufferPointer { reader.read($0, of: person, plan) }
        }
        return reader.columns
    }

    @Test("each kind of answer lands in its column")
    func kinds() {
        let columns = read([
            #"{"a":3,"b":"partly","c":["z","x"],"d":["y","x"],"e":12.5,"f":"Een \"vast\" gezicht\né 😀","g":{"s":"1","w":"2","o":"3","t":"4"}}"#,
            #"{"a":null,"c":null,"-":["second"]}"#, "{}",
        ])
        #expect(columns.codes == [[3, 253, 255], [1, 255, 255]])
        #expect(columns.masks == [[0b101, Insight.Missing.dontKnow.mask, Insight.Missing.noAnswer.mask]])
        #expect(columns.orders == [[[1, 255, 255], [0, 255, 255]]])
        #expect(columns.numbers == [[12.5, nil, nil]])
        #expect(columns.texts == [["Een \"vast\" gezicht\né 😀", nil, nil]] + ["1", "2", "3", "4"].map { [$0, nil, nil] })
    }

    @Test("a theme that was not for somebody counts as such, save what was answered in it")
    func notForUs() {
        #expect(read([#"{"a":2,"-":["first","unknown"]}"#]).codes == [[2], [254]])
    }

    @Test("keys in another order, blanks and answers of other versions do no harm")
    func otherOrder() {
        let columns = read([#" { "zz" : {"q":[1,{"r":"}"}]} , "b" : "yes" , "e":true, "a" : 1 } "#, #"{"a":9,"b":"maybe","a2":"b"}"#])
        #expect(columns.codes == [[1, 255], [2, 255]])
    }

    @Test("whatever is damaged counts as no answer, and never stops the reading")
    func damage() {
        let whole = Array(#"{"a":3,"b":"partly","c":["z","x"],"d":["y"],"e":-1.5e2,"f":"\ud83d\ude00\u00e9","g":{"s":"1"},"-":["first"]}"#.utf8)
        var sheets = (0...whole.count).map { Array(whole.prefix($0)) }
        for place in whole.indices {
            for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5B, 0x2C, 0xFF] {
                var changed = whole
                changed[place] = byte
                sheets.append(changed)
            }
        }
        let asked = AskedQuestions([(1, Self.instrument)])
        var reader = SheetReader(columns: SurveyColumns(asked.questions, respondents: 1, withTexts: true))
        let plan = SheetPlan(Self.instrument, and: asked, into: reader.columns)
        for sheet in sheets { sheet.withUnsafeBufferPointer { reader.read($0, of: 0, plan) } }
        #expect(sheets.count > 700)
    }

    @Test("what the answering room writes is what is read")
    func written() {
        let sheet = AnswerSheet(
            answers: [
                "a": .level(2), "b": .choice("no"), "c": .choices(["y"]), "d": .order(["x", "y"]), "e": .number(7),
                "f": .text("<b> \\ \u{1} \"=1\""), "g": .swot(strengths: "s\n", weaknesses: "", opportunities: "o", threats: "t"),
            ], notForUs: ["second"])
        let columns = read([sheet.json(for: Self.instrument)])
        #expect(columns.codes == [[2], [0]])
        #expect(columns.masks == [[0b010]])
        #expect(columns.orders == [[[0], [1]]])
        #expect(columns.numbers == [[7]])
        #expect(columns.texts.first == ["<b> \\ \u{1} \"=1\""])
    }

    @Test("a dropped question keeps its last wording; one with other levels is not read on the new ones")
    func versions() {
        let old = Asked.instrument([Asked.theme("first", "Eerste", [Asked.scale("a", "Oud A?", levels: ["nee", "ja"]), Asked.scale("z", "Oud Z?")])])
        let new = Asked.instrument([Asked.theme("first", "Eerste", [Asked.scale("a", "Nieuw A?")])])
        let asked = AskedQuestions([(3, old), (5, new)])
        #expect(asked.version(3) == old && asked.version(5) == new)
        #expect(asked.gone == ["z"])
        #expect(asked.question("z")?.text.nl == "Oud Z?")
        #expect(asked.question("a")?.text.nl == "Nieuw A?")
        #expect(read([#"{"a":1,"z":2}"#], [old, new], as: 1).codes == [[255], [2]])
        #expect(read([#"{"a":1,"z":2}"#], [old, new], as: 2).codes == [[1], [2]], "kept when it was saved under the new version")
    }
}
