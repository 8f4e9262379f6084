import Files
import Markup
import Site
import TestHouse
import Testing

/// Small damage: bytes changed, dropped, doubled, or replaced by a word that parsers trip over.
private func mutated(_ seed: [UInt8], with random: inout Seeded) -> [UInt8] {
    let words = [
        "%", "%0", "&", "=", "\r\n", "\r", "\n", "\"", "\"\"", ";", "\t", "--b", "--", "\u{0}", "\u{FEFF}", "é",
    ]
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[place], at: place)
        case 3: bytes.insert(contentsOf: words[Int.random(in: 0..<words.count, using: &random)].utf8, at: place)
        default: bytes.removeLast(bytes.count - place)
        }
    }
    return bytes
}

private func isClean(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A }
}

@Suite("A hundred thousand damaged inputs")
struct FormFuzzTests {
    private static let limits = Form.Limits(
        bytes: 400, fields: 6, nameBytes: 12, valueBytes: 24, files: 2, fileBytes: 32, partHeaderBytes: 120)

    private func check(_ form: Form) -> Bool {
        let limits = Self.limits
        return form.fields.count + form.files.count <= limits.fields && form.files.count <= limits.files
            && form.fields.allSatisfy { field in
                // An invalid byte becomes the three bytes of U+FFFD.
                field.name.utf8.count <= 3 * limits.nameBytes && field.value.utf8.count <= 3 * limits.valueBytes
                    && isClean(field.name) && isClean(field.value)
            }
            && form.files.allSatisfy { file in
                file.bytes.count <= limits.fileBytes && HeaderLine.isSafe(file.fileName)
                    && !file.fileName.isEmpty && !file.fileName.utf8.contains { $0 == 0x2F || $0 == 0x5C }
                    && HeaderLine.isSafe(file.mediaType)
            }
    }

    @Test("urlencoded forms neither crash nor pass their limits, and only limits refuse them")
    func urlencoded() {
        var random = Seeded(state: 1)
        let seed = Array("naam=Zo%C3%AB+Jansen&sector=po&sector=vo&leeftijd=&tekst=a%0D%0Ab%zz".utf8)
        var (taken, refused) = (0, 0)
        for _ in 0..<40_000 {
            do {
                let form = try Form.parse(mutated(seed, with: &random), limits: Self.limits)
                taken += 1
                if !check(form) { Issue.record("\(form)") }
            } catch {
                refused += 1
                if error.status != 413 || !error.sentence.hasWords { Issue.record("\(error)") }
            }
        }
        #expect(taken > 1_000 && refused > 100, "\(taken) taken, \(refused) refused")
    }

    @Test("forms with files neither crash nor pass their limits")
    func multipart() {
        var random = Seeded(state: 2)
        let seed = Array(
            ("--b\r\nContent-Disposition: form-data; name=\"naam\"\r\n\r\nZoë\r\n--b\r\nContent-Disposition: form-data;"
                + " name=\"f\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n1;2\r\n--b--\r\n").utf8)
        var taken = 0
        for _ in 0..<30_000 {
            let bytes = mutated(seed, with: &random)
            guard
                let form = try? Form.parse(
                    multipart: bytes[...], contentType: "multipart/form-data; boundary=b", limits: Self.limits)
            else { continue }
            taken += 1
            if !check(form) { Issue.record("\(form)") }
        }
        #expect(taken > 1_000)
    }

    @Test("tables neither crash nor pass their limits, and what is taken can be written and read again")
    func tables() {
        var random = Seeded(state: 3)
        let limits = PastedTable.Limits(bytes: 400, rows: 5, columns: 4, cellBytes: 24)
        let seed = Array("naam;plaats;cijfer\r\n\"An \"\"x\"\"\";Gouda;1.234,5\r\nBo;\"a\r\nb\";1-3-2024\r\n".utf8)
        var (taken, remarks) = (0, 0)
        for _ in 0..<30_000 {
            guard let table = try? PastedTable.read(mutated(seed, with: &random), limits: limits) else { continue }
            taken += 1
            remarks += table.remarks.count
            if !table.remarks.allSatisfy(\.sentence.hasWords) { Issue.record("\(table.remarks)") }
            let cells = table.rows.flatMap(\.cells)
            if table.rows.count > 5 || table.rows.contains(where: { $0.cells.count > 4 || $0.cells.isEmpty }) {
                Issue.record("\(table)")
            }
            if !cells.allSatisfy({ isClean($0) && $0.utf8.count <= 3 * 24 }) { Issue.record("\(table)") }
            let written = CSV(heading: ["x", "y"], rows: table.rows.map { $0.cells.map(CSV.Cell.text) })
            let again = try? PastedTable.read(written.bytes, delimiter: .semicolon).rows.dropFirst().map(\.cells)
            if again != table.rows.map({ $0.cells.map(CSV.neutral) }) { Issue.record("\(table)") }
        }
        #expect(taken > 1_000 && remarks > 1_000, "\(taken) taken, \(remarks) remarks")
    }
}
