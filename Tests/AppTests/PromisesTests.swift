import Foundation
import TestHouse
import Testing

/// The rows of `docs/promises.md`.
struct PromiseRow: Sendable, CustomTestStringConvertible {
    let id: String
    let tests: [String]
    let mutants: [String]
    var testDescription: String { id }

    static func all(in page: String) -> [PromiseRow] {
        page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, cells[0].wholeMatch(of: /[A-Z][0-9]+/) != nil else { return nil }
            return PromiseRow(id: cells[0], tests: names(cells[2]), mutants: names(cells[3]))
        }
    }

    private static func names(_ cell: String) -> [String] { cell.matches(of: /`([^`]+)`/).map { String($0.1) } }
}

/// Every test of the project, by the words in which `docs/promises.md` names it, with the file that holds it.
struct EveryTest {
    private let files: [(name: String, text: String)]

    init(folder: String = TestHouse.projectFolder + "/Tests") throws {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        files = try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".py") }.map { path in
            (String(path.split(separator: "/").last ?? ""), try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8))
        }
    }

    /// What is wrong with naming `name` as showing `promise`; nil when it is there and says so.
    func fault(_ name: String, _ promise: String) -> String? {
        guard let file = file(of: name) else { return "there is no test \(name)" }
        let words = file.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        guard words.contains(promise[...]) else { return "the file of \(name) does not name \(promise)" }
        return nil
    }

    private func file(of name: String) -> String? {
        let parts = name.components(separatedBy: "::")
        if parts.count == 2 { return files.first { $0.name == parts[0] && $0.text.contains("def \(parts[1])(") }?.text }
        let words = name.split(separator: ".").map(String.init)
        guard words.count == 2 else { return nil }
        return files.first { $0.text.contains("struct \(words[0]) ") && $0.text.contains("func \(words[1])(") }?.text
    }
}

@Suite("What docs/promises.md says is there")
struct PromisesTests {
    static let page = (try? String(contentsOfFile: TestHouse.projectFolder + "/docs/promises.md", encoding: .utf8)) ?? ""
    static let rows = PromiseRow.all(in: page)

    /// The promises of the ground floor and of the region's self-scan.
    static let due = [
        "C1", "C3", "C4", "C5", "C7", "L2", "L3", "L5", "A1", "A2", "A3", "A6", "A7", "A8", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9",
        "S10", "S11", "P1", "P2", "P8", "W1", "W2", "W3", "W4", "W5", "W7",
    ]

    @Test("every promise that is due has a row with a test and a mutant")
    func complete() {
        #expect(Self.rows.map(\.id) == Self.due)
        #expect(Self.rows.filter { $0.tests.isEmpty || $0.mutants.isEmpty }.map(\.id) == [], "a row without a test or without a mutant")
    }

    @Test("every test and every mutant that a row names is there, and names the promise", arguments: rows)
    func there(_ row: PromiseRow) throws {
        let every = try EveryTest()
        for name in row.tests + row.mutants {
            let fault = every.fault(name, row.id)
            #expect(fault == nil, "\(fault ?? "")")
        }
    }

    @Test("mutant: a test that is not there, and one that is about something else, are found")
    func mutant() throws {
        let every = try EveryTest()
        #expect(every.fault("PromisesTests.nowhere", "A1") != nil)
        #expect(every.fault("NowhereTests.mutant", "A1") != nil)
        #expect(every.fault("test_kill.py::test_nowhere", "C1") != nil)
        #expect(every.fault("test_kill.py::test_kill_loses_doubles_and_halves_no_acknowledged_answer", "Z9") != nil)
        #expect(every.fault("test_kill.py::test_kill_loses_doubles_and_halves_no_acknowledged_answer", "C1") == nil)
    }
}
