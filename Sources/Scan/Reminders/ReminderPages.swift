internal import Markup
internal import Site

enum ReminderPages {
    static func page(_ found: Reminding, _ visit: Visit, isRefused: Bool = false) -> Page {
        let round = found.round
        return found.desk.page("Herinneren", status: isRefused ? 409 : 200) {
            if isRefused { refused }
            h1 { headline(found) }
            sent(found, visit)
            if let number = found.next { next(found, number, visit) } else { never(found) }
            p { a(.href(RoundLinks.coverage(round))) { "Bekijk wie er mist" } }
            p { a(.href(RoundLinks.home(round))) { "Terug naar de ronde" } }
        }
    }

    private static var refused: Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Er is nu niets verstuurd" }
            p { "Deze herinnering ging al weg, of er kan er geen meer. Hieronder ziet u hoe het staat." }
        }
    }

    private static func headline(_ found: Reminding) -> Phrase {
        switch (found.next, found.sent.count) {
        case (1, _): "Herinner wie nog niet antwoordde"
        case (_, 1): "Er ging één herinnering weg"
        case (_, 2...): "Er gingen twee herinneringen weg"
        default: "Er gaat nu geen herinnering"
        }
    }

    private static func sent(_ found: Reminding, _ visit: Visit) -> Markup {
        guard !found.sent.isEmpty else { return .nothing }
        let clock = visit.house.clock
        return ul {
            found.sent.markup { one in
                li { "Herinnering \(one.number): \(clock.day(of: one.sent).long), \(clock.time(of: one.sent))" }
            }
        }
    }

    private static func next(_ found: Reminding, _ number: Int, _ visit: Visit) -> Markup {
        section(.class("next-step")) {
            h2 { number == 1 ? "De eerste herinnering" : "De tweede en laatste herinnering" }
            p { reach(found.reach) }
            if found.round.privacy != .open {
                p(.class("who")) {
                    b { "Deze ronde is vertrouwelijk." }
                    " U ziet niet wie een herinnering krijgt. Ook later niet."
                }
            }
            p { "Wie antwoordde, krijgt niets. Wie geen mail over rondes wil, ook niet." }
            details {
                summary { "Wat staat er in?" }
                p { ReminderLetter.why(found.behind) }
                p { "Verder staan er de sluitdag, de eigen link en wie de antwoorden ziet." }
            }
            postForm(RoundLinks.reminders(found.round), visit) {
                input(.type("hidden"), .name("number"), .value(String(number)))
                sendButton("Stuur de herinnering", next: true)
            }
        }
    }

    static func reach(_ reach: ReminderReach) -> Phrase {
        switch reach {
        case .exactly(1): "De herinnering gaat naar 1 mens."
        case .exactly(let count): "De herinnering gaat naar \(count) mensen."
        case .about(let count): "De herinnering gaat naar ongeveer \(count) mensen."
        case .nearlyAll: "De herinnering gaat naar bijna iedereen die is uitgenodigd."
        case .hardlyAnyone: "Bijna iedereen antwoordde al. De herinnering gaat naar hooguit een paar mensen."
        case .unsaid:
            "De herinnering gaat naar wie nog niet antwoordde. Er zijn te weinig mensen om een aantal te noemen."
        }
    }

    private static func never(_ found: Reminding) -> Markup {
        p(.class("lead")) {
            if found.sent.count >= Reminder.most {
                "Meer dan twee herinneringen sturen we niet. Bel liever, of vraag het als u iemand ziet."
            } else if found.invited == 0 {
                "Niemand is met een e-mailadres uitgenodigd."
            } else {
                "De ronde neemt geen antwoorden meer aan."
            }
        }
    }
}
