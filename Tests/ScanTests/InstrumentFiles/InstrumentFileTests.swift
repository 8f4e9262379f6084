import Database
import Files
import Foundation
import Markup
import Scan
import Site
import TestHouse
import Testing

@Suite("Lists of questions travel in files")
struct InstrumentFileTests {
    private static let library = InstrumentLibrary.load(TestHouse.projectFolder + "/instruments").instruments
    private static let data = TestHouse.projectFolder + "/../shared/data/enquete-definities"
    private static var hasData: Bool { FileManager.default.fileExists(atPath: data) }

    /// As it was, but for texts that a file trims.
    @Test("our own lists come back the same from YAML and from XLSForm", arguments: library)
    func roundTrip(_ instrument: Instrument) throws {
        guard !instrument.questions.isEmpty else { return }
        let yaml = try InstrumentFile.read(InstrumentYAML.bytes(instrument))
        #expect(yaml.losses.isEmpty)
        #expect(yaml.instrument == instrument)
        let form = try InstrumentFile.read(try XLSForm.workbook(instrument).bytes())
        #expect(form.losses.isEmpty)
        #expect(form.instrument.themes == instrument.themes)
        #expect(form.instrument.title == instrument.title && form.instrument.about == instrument.about)
        #expect(form.instrument.minutes == instrument.minutes && form.instrument.key == instrument.key)
    }

    @Test("hostile words and missing English survive both forms")
    func hostile() throws {
        let words = [
            "a\"b\\c: #d", "=1+1", "{nl: x}", "- & * ! | > %", "regel één\nregel twee", "ja", "null",
            "x\u{85}y\u{2028}z", "👩‍👩‍👧",
        ]
        let questions = words.enumerated().map { place, text in
            Question(
                key: "q\(place)", text: Wording(nl: text),
                kind: .choice([
                    .init(key: "yes", label: Wording(nl: text + "1")),
                    .init(key: "2", label: Wording(nl: text + "2", en: text)),
                ]))
        }
        let instrument = Instrument(
            key: "1own", version: 3, title: Wording(nl: "T"), about: .empty, minutes: 4,
            themes: [Theme(key: "2-thema", title: Wording(nl: "Thema"), questions: questions)])
        #expect(try InstrumentFile.read(InstrumentYAML.bytes(instrument)).instrument == instrument)
        let form = try InstrumentFile.read(try XLSForm.workbook(instrument).bytes()).instrument
        #expect(form.themes == instrument.themes)
    }

    @Test("every real definition is taken or refused, as the list says", .enabled(if: hasData, "no sample files here"))
    func everyRealFile() throws {
        let list = try String(
            contentsOfFile: TestHouse.projectFolder + "/Tests/InstrumentFiles/outcomes.txt", encoding: .utf8)
        let expected = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.data).sorted()
        let found = try names.map { "\($0): \(try outcome($0))" }
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) { #expect(one == other) }
    }

    private func read(_ bytes: [UInt8]) -> Result<TakenInstrument, TakenInstrument.Refusal> {
        do {
            return .success(try InstrumentFile.read(bytes))
        } catch {
            return .failure(error)
        }
    }

    private func outcome(_ name: String) throws -> String {
        switch read([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Self.data)/\(name)")))) {
        case .failure(let refusal): return "refused: \(Vocabulary.dutch.text(refusal.reason.words))"
        case .success(let taken):
            let kinds = Dictionary(grouping: taken.instrument.questions, by: { kind($0) }).mapValues(\.count)
            let told = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            return "\(taken.instrument.themes.count) themes, \(told); \(taken.losses.count) lost"
        }
    }

    private func kind(_ question: Question) -> String {
        switch question.kind {
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

    @Test("a file that unfolds, nests without end or is not ours is refused with a reason and its line")
    func refused() throws {
        let many = (0..<9).map {
            "a\($0): &a\($0) [\(Array(repeating: $0 == 0 ? "x" : "*a\($0 - 1)", count: 9).joined(separator: ","))]"
        }
        let bombs = [
            "key: x\n" + many.joined(separator: "\n"), "key: " + String(repeating: "[", count: 200_000),
            "key: x\nversion: 1", "",
        ]
        for bomb in bombs {
            if case .success = read(Array(bomb.utf8)) { Issue.record("taken") }
        }
        guard case .failure(let refusal) = read(Array("key: x\nversion: 1\nkleur: rood".utf8)) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.faults.contains { $0.number == 3 && $0.reason.contains("kleur") })
    }

    @Test("keys stay what the file says, so that rounds can be compared")
    func keys() throws {
        let book = WorkbookFile(sheets: [
            .init(
                name: "survey", heading: ["type", "name", "label::Nederlands (nl)", "label::English (en)", "relevant"],
                rows: [
                    [.text("integer"), .text("Aantal_uren"), .text("Hoeveel uren?"), .text("How many hours?"), .empty],
                    [
                        .text("text"), .text("aantal uren"), .text("Waarom?"), .text("Why?"),
                        .text("${Aantal_uren} > 3"),
                    ],
                    [.text("geopoint"), .text("plek"), .text("Waar?"), .text("Where?"), .empty],
                ])
        ])
        let taken = try InstrumentFile.read(try book.bytes())
        #expect(taken.instrument.questions.map(\.key) == ["aantal-uren", "aantal-uren-2"])
        #expect(taken.instrument.questions[0].text == Wording(nl: "Hoeveel uren?", en: "How many hours?"))
        #expect(taken.losses.map(\.line) == [3, 4])
        #expect(taken.losses.map(\.name) == ["aantal uren", "plek"])
    }
}
