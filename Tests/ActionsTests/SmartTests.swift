import Actions
import Database
import Markup
import Testing

@Suite("Help while writing an action")
struct SmartTests {
    static let today = Day(number: 20_780)  // 23 November 2026

    static func advised(
        _ what: String, serves: String = "Er zijn te weinig docenten die de praktijk kennen",
        owner: Smart.Draft.Owner = .member, days: Int? = 60
    ) -> [Smart.Aspect] {
        let draft = Smart.Draft(
            what: what, serves: serves, owner: owner, until: days.map { today.adding(days: $0) })
        return Smart.advice(on: draft, today: today).map(\.aspect)
    }

    @Test(
        "a clear action gets no advice",
        arguments: [
            "Zes docenten lopen een dag mee bij een bedrijf", "Marijke belt de 24 bedrijven die nog niet antwoordden",
            "Het rooster van het techlab voor 2027 is vastgesteld door vier scholen",
            "De stuurgroep neemt een besluit over het gedeelde techlab",
        ])
    func clear(_ what: String) { #expect(Self.advised(what).isEmpty) }

    @Test("an action that says nothing yet gets no advice")
    func nothingYet() { #expect(Self.advised("  ", serves: "", owner: .nobody, days: nil).isEmpty) }

    @Test(
        "what can mean anything is not specific",
        arguments: [
            "De samenwerking versterken met 3 scholen", "Stimuleren van techniek op 4 scholen", "Meer bedrijven betrekken",
            "Techlab", "2 gesprekken",
        ])
    func vague(_ what: String) { #expect(Self.advised(what).contains(.specific)) }

    @Test("more of something is specific as soon as a figure says how much")
    func comparative() {
        #expect(Self.advised("Meer bedrijven geven een gastles").contains(.specific))
        #expect(!Self.advised("Vijf bedrijven meer geven een gastles").contains(.specific))
    }

    @Test("who writes English gets the same help")
    func english() {
        let serves = "Too few teachers know how work is done"
        #expect(Self.advised("Six teachers spend a day at a company", serves: serves).isEmpty)
        #expect(Self.advised("Strengthen the cooperation with 3 schools", serves: serves) == [.specific])
        #expect(Self.advised("Teachers visit companies in the region", serves: serves) == [.measurable])
        #expect(Self.advised("All the schools visit a company", serves: serves, days: 10) == [.realistic])
        #expect(Self.advised("Six teachers must spend a day there", serves: serves) == [.accepted])
        #expect(Self.advised("Two companies open a lab", serves: "A new platform") == [.purpose])
    }

    @Test("without a number or a result that can be seen it is not measurable")
    func measurable() {
        #expect(Self.advised("Docenten lopen mee bij bedrijven") == [.measurable])
        #expect(!Self.advised("Docenten lopen mee bij drie bedrijven").contains(.measurable))
        #expect(!Self.advised("Het convenant is getekend door de schoolbesturen").contains(.measurable))
    }

    @Test("nobody, somebody who left, and others who must do it: not accepted yet")
    func accepted() {
        #expect(Self.advised("Zes docenten lopen een dag mee", owner: .nobody) == [.accepted])
        #expect(Self.advised("Zes docenten lopen een dag mee", owner: .gone) == [.accepted])
        #expect(Self.advised("Zes docenten moeten een dag meelopen") == [.accepted])
    }

    @Test("two things in one, everything at once, and within a week: not realistic")
    func realistic() {
        let several = "Zes docenten lopen mee en vier bedrijven geven gastlessen en de gemeente betaalt het vervoer ook"
        #expect(Self.advised(several).contains(.realistic))
        #expect(Self.advised("Alle scholen hebben een techlab", days: 30) == [.realistic])
        #expect(!Self.advised("Alle scholen hebben een techlab", days: 300).contains(.realistic))
        #expect(Self.advised("Zes docenten lopen een dag mee", days: 3) == [.realistic])
    }

    @Test("no date, a date gone by, and longer than a year: not time-bound")
    func timeBound() {
        for days in [nil, -1, 400] { #expect(Self.advised("Zes docenten lopen een dag mee", days: days) == [.timeBound]) }
        #expect(Self.advised("Zes docenten lopen een dag mee", days: 365).isEmpty)
        #expect(Self.advised("Zes docenten lopen een dag mee", days: 7).isEmpty)
    }

    @Test(
        "a purpose that is empty, says the action again, or names a means, is means–end confusion",
        arguments: ["", "   ", "Zes docenten die meelopen", "meelopen bij een bedrijf", "Dat docenten een dag meelopen", "Een nieuw platform", "pilot"])
    func purpose(_ serves: String) {
        #expect(Self.advised("Zes docenten meelopen een dag bij een bedrijf", serves: serves).contains(.purpose))
    }

    @Test("a purpose of its own words is left alone, also when it shares one with the action")
    func ownPurpose() {
        #expect(!Self.advised("Zes docenten lopen een dag mee", serves: "Docenten kennen het vak van nu").contains(.purpose))
        #expect(!Self.advised("Zes docenten lopen een dag mee", serves: "Lessen passen bij het werk").contains(.purpose))
    }

    @Test("the words are at B1: short sentences")
    func words() {
        let drafts = ["Verbeteren", "Alles moet", "Techlab en stages en gastlessen. En ook nog. Veel meer."].flatMap { what in
            [nil, -5, 2, 500].flatMap { days in
                [Smart.Draft.Owner.nobody, .gone, .member].flatMap { owner in
                    ["", what, "pilot"].flatMap { serves in
                        Smart.advice(
                            on: Smart.Draft(
                                what: what, serves: serves, owner: owner,
                                until: days.map { Self.today.adding(days: $0) }), today: Self.today)
                    }
                }
            }
        }
        for advice in drafts {
            for sentence in Vocabulary.dutch.text(advice.text).split(whereSeparator: { ".?!".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 15)
            }
        }
    }
}
