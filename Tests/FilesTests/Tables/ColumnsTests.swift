import Files
import Testing

private enum Column: Hashable, Sendable {
    case name, mail, role, start
}

private let names: [Column: [String]] = [
    .name: ["Naam", "Name"], .mail: ["E-mailadres", "E-mail", "Email address"], .role: ["Functie", "Rol", "Role"],
    .start: ["Coördinator sinds", "Since"],
]

@Suite("Columns by the names in the heading")
struct ColumnsTests {
    @Test("capitals, accents and punctuation do not matter, nor does the language")
    func matching() throws {
        let table = try PastedTable.read("NAAM;e_mail adres;role;coordinator SINDS\nAn;an@x.nl;lid;2024")
        let columns = table.columns(matching: names)
        #expect(columns.found == [.name: 0, .mail: 1, .role: 2, .start: 3])
        #expect(columns.heading?.number == 1)
        #expect(columns.missing.isEmpty && columns.unknown.isEmpty && columns.doubled.isEmpty)
        #expect(columns.rows.map { columns.text(.mail, in: $0) } == ["an@x.nl"])
    }

    @Test("a slip of the pen gets a suggestion, another word does not")
    func suggestions() throws {
        let table = try PastedTable.read("Naam;Fucntie;Telefoon;\nAn;lid;06;x")
        let columns = table.columns(matching: names)
        #expect(columns.missing == [.start, .mail, .role])
        #expect(columns.unknown.map(\.title) == ["Fucntie", "Telefoon"])
        #expect(columns.unknown.map(\.suggestion?.key) == [.role, nil])
        #expect(columns.unknown.first?.suggestion?.name == "Functie")
        #expect(columns.rows.map { columns.text(.role, in: $0) } == [""])
    }

    @Test("a name that is taken is suggested to no other column, and a second column for it is reported")
    func taken() throws {
        let table = try PastedTable.read("Naam;Namen;name\nAn;x;y")
        let columns = table.columns(matching: names)
        #expect(columns.unknown.first?.suggestion == nil)
        #expect(columns.doubled.map(\.key) == [.name])
        #expect(columns.doubled.map(\.column) == [2])
        #expect(columns.found == [.name: 0])
    }

    @Test("titles above the heading are passed over")
    func titles() throws {
        let table = try PastedTable.read("Deelnemers Rijnstreek;;\n\nNaam;E-mail;Rol\nAn;an@x.nl;lid")
        let columns = table.columns(matching: names)
        #expect(columns.heading?.number == 3)
        #expect(columns.rows.map(\.number) == [4])
    }

    @Test("without a heading all rows are content and all columns are missing")
    func noHeading() throws {
        let table = try PastedTable.read("An;an@x.nl\nBo;bo@x.nl")
        let columns = table.columns(matching: names)
        #expect(columns.heading == nil)
        #expect(columns.rows.count == 2)
        #expect(columns.missing == [.start, .mail, .role, .name])
    }
}
