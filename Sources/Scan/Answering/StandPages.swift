internal import Database
internal import Markup
internal import Membership
internal import Site

/// What a link shows while no answers are taken: not yet, closed, or the result.
extension AnswerPages {
    func notYet() -> Page {
        page("Deze ronde is nog niet open") {
            languages
            h1 { "Deze ronde is nog niet open" }
            p { "\(region.name) bereidt \(round.title) nog voor. Bewaar deze link: hij werkt zodra de ronde opengaat." }
        }
    }

    func closed(_ response: Response?) -> Page {
        page("Deze ronde is gesloten") {
            languages
            h1 { "Deze ronde is gesloten" }
            p { "\(round.title) van \(region.name) nam antwoorden aan tot en met \(round.closes.long)." }
            if let response, response.sheet.hasAnswers {
                p { "Uw antwoorden zijn bewaard. Dank u wel. De uitkomst komt terug op deze link." }
                OwnAnswers.section(response.sheet, content.instrument, language)
            } else {
                p { "De uitkomst komt wel terug op deze link." }
            }
        }
    }

    /// Somebody sent answers when the round was closed already: all that was typed stands here.
    func closedWhileTyping(_ sent: SentAnswers, _ themes: [Theme], _ form: Form) -> Page {
        var typed = AnswerSheet()
        typed.take(sent)
        let unread = sent.problems.map(\.field)
        return page("Deze ronde is net gesloten", status: 409) {
            h1 { "Deze ronde is net gesloten" }
            p { "Wat u net verstuurde, is niet bewaard. Wat u eerder bewaarde, telt gewoon mee." }
            p { "Moet het toch mee? Kopieer dan uw tekst en stuur hem aan wie u uitnodigde." }
            if typed.hasAnswers {
                h2 { "Dit vulde u in" }
                OwnAnswers.list(typed, themes, language)
            }
            KeptText.list(Form(fields: form.fields.filter { unread.contains($0.name) }))
            p { a(.href(place.start)) { "Naar het begin van deze ronde" } }
        }
    }

    func returned(_ result: Markup, _ response: Response?) -> Page {
        page("De uitkomst van \(round.title)") {
            languages
            h1 { "De uitkomst van \(round.title)" }
            p { "Dit kwam terug aan iedereen die \(region.name) uitnodigde." }
            result
            if let response { OwnAnswers.section(response.sheet, content.instrument, language) }
        }
    }
}

/// The one page for a link that opens nothing: unknown, withdrawn or badly copied, it looks the same.
enum NoLinkPage {
    static func page(_ language: Language) -> Page {
        Page("Deze link werkt niet", kind: .phone, status: 404, language: language) {
            h1 { "Deze link werkt niet" }
            p { "Misschien is de link niet helemaal overgenomen. Of hij geldt niet meer." }
            p { "Open de link in uw uitnodiging nog een keer. Of vraag een nieuwe aan wie u uitnodigde." }
            codeForm
        }
    }

    /// The one page for a code that opens nothing: unknown, used before or badly read, it looks the same.
    static func unknownCode(_ typed: String, _ visit: Visit) -> Page {
        let language = visit.answerLanguage
        return Page("Deze code kennen we niet", kind: .phone, status: 404, language: language) {
            languages(language, typed)
            h1 { "Deze code kennen we niet" }
            p { "Kijk de code nog een keer na. Misschien is er een letter verwisseld, of geldt de code niet meer." }
            codeForm(typed, isWrong: true, visit.askedLanguage)
            p { "Lukt het niet? Vraag de code aan wie u uitnodigde." }
        }
    }

    static var codeForm: Markup { codeForm("") }

    /// Where a code is typed. It changes nothing, so it needs no token.
    private static func codeForm(_ typed: String, isWrong: Bool = false, _ asked: Language? = nil) -> Markup {
        form(.method("get"), .action(AnswerLinks.join), .class("join")) {
            if let asked { input(.type("hidden"), .name("language"), .value(asked.rawValue)) }
            label(.for("code")) { "Hebt u een code?" }
            input(
                .id("code"), .name("code"), .type("text"), .value(typed), .autocomplete("off"), .maxlength(20),
                isWrong ? .invalid : nil)
            sendButton("Naar de vragen", quiet: true)
        }
    }

    /// Too many codes that open nothing came from this address.
    static func crowded(_ language: Language) -> Page {
        Page("Er zijn te veel codes geprobeerd", kind: .phone, status: 429, language: language) {
            h1 { "Er zijn te veel codes geprobeerd" }
            p { "Vanaf uw netwerk kwamen te veel codes die niet bestaan. Wacht een kwartier en typ de code opnieuw." }
            p { "Hebt u al een eigen link? Die werkt gewoon." }
        }
    }

    private static func languages(_ language: Language, _ typed: String) -> Markup {
        let other = language.other
        let link: Link = "\(AnswerLinks.join)?language=\(other.rawValue)"
        return p(.class("languages")) {
            a(.href(typed.isEmpty ? link : "\(link)&code=\(typed)"), .lang(other.rawValue)) { verbatim(other.ownName) }
        }
    }

    static func join(_ visit: Visit) -> Page {
        let language = visit.answerLanguage
        return Page("Meedoen met een code", kind: .phone, language: language) {
            languages(language, "")
            h1 { "Meedoen met een code" }
            p { "De code staat op uw uitnodiging of op het scherm in de zaal." }
            codeForm("", visit.askedLanguage)
        }
    }
}
