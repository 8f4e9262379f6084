import Database
import Membership
import Site
import Testing

@testable import Scan

@Suite("Guests as pasted rows")
struct GuestsTests {
    private static let school = Partner(
        id: .new(at: Moment(milliseconds: 0)), name: "Rijnschool", sector: .education, kind: "", size: .small, place: "")

    private func read(_ text: String, asked: [String] = []) -> Guests {
        let invitations = asked.map {
            Invitation(
                id: .new(at: Moment(milliseconds: 0)), round: .new(at: Moment(milliseconds: 0)), person: nil, name: "N", email: $0,
                origin: .unknown)
        }
        return Guests.read(text, partners: [Self.school], asked: invitations)
    }

    private func problems(_ text: String) -> [String] { read(text).problems.map { TestWords.dutch($0.text) } }

    @Test("semicolons, tabs, commas and a byte order mark give the same two people", arguments: [";", "\t", ", "], ["", "\u{FEFF}"])
    func delimiters(mark: String, start: String) {
        let rows = [["Noor Smit", "NOOR@bedrijf.nl", ""], ["Zoë Öz", "zoe@school.nl", "rijnschool"]]
        let found = read(start + rows.map { $0.joined(separator: mark) }.joined(separator: "\r\n") + "\r\n")
        #expect(found.problems.isEmpty)
        #expect(found.guests == [
            .init(name: "Noor Smit", email: "noor@bedrijf.nl", partner: nil),
            .init(name: "Zoë Öz", email: "zoe@school.nl", partner: Self.school),
        ])
    }

    @Test("a heading is no guest, and only the first row can be one")
    func heading() {
        #expect(read("Naam;E-mail;Organisatie\nNoor;noor@bedrijf.nl").guests.map(\.name) == ["Noor"])
        #expect(problems("Noor;noor@bedrijf.nl\nNaam;E-mail") == ["Regel 2: dit e-mailadres klopt niet."])
    }

    @Test("a formula is a name like any other")
    func formula() {
        #expect(read("=1+1;een@bedrijf.nl").guests.map(\.name) == ["=1+1"])
        #expect(problems("Noor;=2@3,4;") == ["Regel 1: dit e-mailadres klopt niet."])
    }

    @Test("each faulty row is told with its number, and every fault of it")
    func everyRow() {
        let text = """
            Noor;noor@bedrijf.nl
            ;leeg@bedrijf.nl
            Piet;piet
            Kim;kim@a@b
            Lot;lot@bedrijf.nl;Onbekend
            Max;noor@bedrijf.nl
            Tom;tom@bedrijf.nl;Rijnschool;nog iets
            ;fout
            """
        #expect(problems(text) == [
            "Regel 2: de naam ontbreekt of is te lang.", "Regel 3: dit e-mailadres klopt niet.",
            "Regel 4: dit e-mailadres klopt niet.",
            "Regel 5: de organisatie Onbekend hoort niet bij deze regio. Laat haar leeg of voeg haar eerst toe.",
            "Regel 6: dit e-mailadres staat er twee keer.", "Regel 7: er staan meer dan drie dingen op.",
            "Regel 8: de naam ontbreekt of is te lang.", "Regel 8: dit e-mailadres klopt niet.",
        ])
    }

    @Test("S9: what could begin another header or another receiver is no address", arguments: [
        "a b@c.nl", "<a@b.nl>", "a@b.nl,c@d.nl", "\"a\"@b.nl", "a@b.nl:", "é@b.nl", "a@", "@b.nl", "a@\u{301}b.nl",
    ])
    func addresses(address: String) {
        #expect(problems("Noor\t\(address)\t") == ["Regel 1: dit e-mailadres klopt niet."])
    }

    @Test("a name with a mark that no letter can carry is refused when it is typed, not when the letter goes", arguments: [
        "Noor\tSmit", "Ren\u{FFFD}",
    ])
    func unfitName(name: String) {
        #expect(problems("\(name);noor@bedrijf.nl;Rijnschool\nKim;kim@bedrijf.nl;Rijnschool\nLot;lot@bedrijf.nl;Rijnschool")
            == ["Regel 1: in de naam staat een teken dat niet in een e-mail kan. Typ de naam opnieuw."])
    }

    @Test("whoever was asked already is skipped and counted")
    func asked() {
        let found = read("Noor;Noor@bedrijf.nl\nKim;kim@bedrijf.nl", asked: ["noor@bedrijf.nl"])
        #expect(found.guests.map(\.name) == ["Kim"] && found.alreadyAsked == 1 && found.problems.isEmpty)
    }

    @Test("500 rows fit, one more and nothing at all are refused with a sentence")
    func limits() {
        let rows = (1...501).map { "Gast \($0);gast\($0)@bedrijf.nl" }
        #expect(read(rows.dropLast().joined(separator: "\n")).guests.count == 500)
        let tooMany = read(rows.joined(separator: "\n"))
        #expect(tooMany.guests.isEmpty && tooMany.problems.count == 1)
        #expect(read(" \n;;\n").problems.count == 1)
    }
}
