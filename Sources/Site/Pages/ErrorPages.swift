package import Markup

/// The pages for what went wrong. Each says what to do; none says what was inside.
enum ErrorPages {
    /// The same page and length for what is not there and for what is not for you (A2).
    static let missing = Page("Deze pagina is er niet", status: 404) {
        h1 { "Deze pagina is er niet" }
        p { "Misschien is het adres niet goed overgenomen. Of de pagina is niet voor u bedoeld." }
        p { a(.href("/")) { "Naar het begin" } }
    }

    static let inside = Page("Er ging iets mis", status: 500) {
        h1 { "Er ging iets mis" }
        p { "Dat ligt niet aan u. Er is niets half bewaard. Ga terug en probeer het nog een keer." }
        p { a(.href("/")) { "Naar het begin" } }
    }

    static let busy = Page("Het is nu erg druk", status: 503) {
        h1 { "Het is nu erg druk" }
        p { "Wacht een minuut en probeer het dan nog een keer." }
    }

    static func form(_ trouble: Form.Trouble) -> Page {
        Page("Dit formulier kunnen we niet aannemen", status: trouble.status) {
            h1 { "Dit formulier kunnen we niet aannemen" }
            p { trouble.sentence }
            p { "Ga terug in uw browser. Wat u typte staat er dan nog." }
        }
    }

    /// Somebody else took away what was being changed. The same for what never was (A2).
    static func gone(_ visit: Visit) -> Page {
        Page("Dit is er niet meer", status: 404) {
            h1 { "Dit is er niet meer" }
            p { "Iemand anders haalde het intussen weg, of sloot het af. Uw tekst is niet bewaard." }
            p { "Neem hem hieronder over als u hem nog nodig hebt." }
            KeptText.list(visit.form)
        }
    }

    /// The disk is full or failing: says so, shows back what was typed, and reading goes on (C4).
    static func storage(_ visit: Visit) -> Page {
        Page("Bewaren lukt nu niet", status: 503) {
            h1 { "Bewaren lukt nu niet" }
            p { "De schijf van de server is vol of doet het niet. Lezen kan nog wel. Uw tekst is niet bewaard." }
            p { "Waarschuw de beheerder. Probeer het daarna nog een keer." }
            KeptText.list(visit.form)
        }
    }
}

/// Shows back what a person typed when it could not be kept.
package enum KeptText {
    /// A password never stands on a page again.
    static func isSecret(_ field: Form.Field) -> Bool { field.name.utf8.starts(with: "password".utf8) }

    /// What a form carries for us, which nobody typed.
    private static let ours = [FormTokens.field, Once.field, Edition.field]

    package static func list(_ form: Form) -> Markup {
        let typed = form.fields.filter { !ours.contains($0.name) && !isSecret($0) && $0.value.utf8.count > 2 }
        guard !typed.isEmpty else { return .nothing }
        return section {
            h2 { "Dit typte u" }
            ul { typed.markup { field in li { verbatim(field.value) } } }
        }
    }
}
