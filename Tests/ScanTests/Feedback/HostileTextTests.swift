import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("Hostile text in a report")
struct HostileTextTests {
    static let hostile = [
        "\"><script>alert(1)</script>", "\"\u{301}><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title></svg><b>",
        "&lt;b&gt; &#34;",
    ]

    private func world(_ text: String) async throws -> (ReportWorld, Round) {
        let world = try await ReportWorld()
        func wording(_ end: String) -> Wording { Wording(nl: "\(text) \(end)") }
        let question = Question(
            key: "q", text: wording("q"), kind: .scale(["a", "b", "c", "d"].map { .init(label: wording($0)) }))
        let choice = Question(
            key: "c", text: wording("c"), kind: .choices(["x", "y"].map { .init(key: $0, label: wording($0)) }))
        let open = Question(key: "o", text: wording("o"), kind: .text)
        let themes = ["one", "two", "three"].map { key in
            var asked = [question, choice, open]
            for place in asked.indices { asked[place].key += key }
            return Theme(
                key: key, title: wording(key), about: wording("about"),
                guiding: .init(then: wording("t"), now: wording("n"), next: wording("s")), questions: asked)
        }
        let answer = text.unicodeScalars.flatMap { Array("\\u\(String(0x10000 + Int($0.value), radix: 16).dropFirst())") }
        let sheets = (0..<12).map { person in
            let answers = ["one", "two", "three"].map { key in
                "\"q\(key)\":\(person < 6 ? person % 2 : 3),\"c\(key)\":[\"x\"],\"o\(key)\":\"\(String(answer)) \(person)\""
            }
            return ReportWorld.Sheet(
                sector: person < 6 ? .education : .business, partner: world.partner.id, answers: "{\(answers.joined(separator: ","))}")
        }
        try await world.hold("then", Asked.instrument(themes), .open, title: "\(text) 2025", closes: "2025-11-20", sheets)
        let round = try await world.hold("now", Asked.instrument(themes), .open, title: "\(text) 2026", sheets)
        return (world, round)
    }

    @Test("the skeleton of every page is the same as with harmless text", arguments: hostile)
    func skeleton(_ text: String) async throws {
        let (harmless, first) = try await world("woorden")
        let (hostile, second) = try await world(text)
        for place in ["", "/themes/one", "/themes/one?by=organisation", "/table", "/print", "/short"] {
            let expected = Skeleton.of(try await harmless.page(first, place).text)
            let found = Skeleton.of(try await hostile.page(second, place).text)
            #expect(expected == found, "\(place)")
            #expect(expected.count > 40)
        }
    }

    @Test("no cell of a file opens a formula", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1"])
    func formulas(_ text: String) async throws {
        let (world, round) = try await world(text)
        for place in [".csv", "/themes/one/figures.csv", "/themes/one/answers.csv"] {
            let file = try await world.page(round, place).text
            let cells = file.dropFirst().split(separator: "\r\n").flatMap { $0.split(separator: ";") }
            #expect(cells.contains { $0.contains(text.filter { $0 != "\t" }) }, "\(place)")
            for cell in cells {
                let bare = cell.drop { "\" \t".contains($0) }
                #expect(!["=", "+", "-", "@"].contains(bare.prefix(1)), "\(place): \(cell)")
            }
        }
    }
}

/// The elements of a page with the names of their attributes, in order: what text must never change.
enum Skeleton {
    static func of(_ page: String) -> [String] {
        var found: [String] = []
        var bytes = Array(page.utf8)[...]
        while let start = bytes.firstIndex(of: UInt8(ascii: "<")) {
            bytes = bytes[(start + 1)...]
            var names = ""
            var isQuoted = false
            var isValue = false
            while let byte = bytes.popFirst() {
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if isQuoted { continue }
                if byte == UInt8(ascii: ">") { break }
                if byte == UInt8(ascii: "=") { isValue = true } else if byte == UInt8(ascii: " ") { isValue = false }
                if !isValue, byte != UInt8(ascii: "\"") { names.append(Character(Unicode.Scalar(byte))) }
            }
            found.append(names)
        }
        return found
    }
}
