internal import Markup
internal import Site

/// What everyone may know of the product: who it is made for, and what it keeps.
enum AboutPages {
    static let accessibility = Page("Toegankelijkheid", trail: [Crumb("Begin", HomeLinks.start)]) {
        h1 { "Iedereen moet dit kunnen gebruiken" }
        p(.class("lead")) { "We maken Regio aan zet volgens WCAG 2.2, niveau AA. We hebben dat zelf getest, nog niet laten keuren." }
        section {
            h2 { "Wat u mag verwachten" }
            ul {
                li { "Alles werkt met alleen een toetsenbord." }
                li { "Alles werkt op een telefoon, en vergroot tot vier keer zo groot." }
                li { "Elk formulier werkt zonder JavaScript." }
                li { "Bij elke grafiek staat een tabel met dezelfde cijfers." }
                li { "Kleur is nooit het enige dat iets vertelt." }
                li { "De tekst is geschreven voor taalniveau B1." }
            }
        }
        section {
            h2 { "Wat nog niet goed is" }
            ul {
                li { "Geen onafhankelijk bureau heeft de pagina's onderzocht." }
                li { "We testten niet met elke schermlezer." }
                li { "Wat een regio zelf schrijft, kan moeilijker zijn dan B1." }
            }
        }
        section {
            h2 { "Loopt u ergens vast?" }
            p { "Vertel het de projectleider van uw regio of het programmabureau. Zij geven het door aan wie de site beheert." }
        }
    }

    static let privacy = Page("Uw gegevens", trail: [Crumb("Begin", HomeLinks.start)]) {
        h1 { "Dit bewaren we van u" }
        p(.class("lead")) { "We bewaren zo weinig als kan. We geven niets door aan anderen en volgen u niet." }
        answering
        account
        section {
            h2 { "Cookies" }
            p { "Er zijn er twee: een om ingelogd te blijven en een voor uw taal. Meer is er niet." }
        }
        section {
            h2 { "Uw rechten" }
            p { "U mag zien wat we van u bewaren. U mag het laten verbeteren of wissen. Vraag het de projectleider van uw regio." }
        }
    }

    private static var answering: Markup {
        section {
            h2 { "Als u vragen beantwoordt" }
            p { "Boven de eerste vraag staat altijd wie uw antwoord ziet. Er zijn twee soorten rondes." }
            ul {
                li { "Een open ronde: bij uw antwoord staat van welke organisatie u bent." }
                li { "Een vertrouwelijke ronde: cijfers over minder dan vijf mensen tonen we nooit." }
            }
            p { "Bij een vertrouwelijke ronde staat wat u antwoordde los van uw naam. Nergens staat op dat u antwoordde." }
            p { "De antwoorden blijven bij de regio. Zo kan die later toen en nu vergelijken." }
        }
    }

    private static var account: Markup {
        section {
            h2 { "Als u een account hebt" }
            dl {
                item("Uw naam en e-mailadres", "Zolang u een rol had of hebt. Uw regio ziet ze. Leidt u een regio? Dan ziet het programmabureau uw naam.")
                item("Uw rollen, met begin en einde", "Zolang de regio hier werkt. Uw regio ziet ze.")
                item("Uw wachtwoord", "Tot u het wijzigt. Het is onleesbaar gemaakt: niemand ziet het.")
                item("Waar u bent ingelogd", "Hoogstens 30 dagen. Alleen u ziet het.")
                item("Acties die u op u nam", "Zolang de regio hier werkt. Uw regio ziet ze.")
                item(
                    "Een logboek van inloggen en wijzigen, met uw netwerkadres",
                    "Zolang deze server draait. Alleen de beheerder ziet het.")
            }
        }
    }

    private static func item(_ what: Phrase, _ term: Phrase) -> Markup {
        .group([dt { what }, dd { term }])
    }
}
