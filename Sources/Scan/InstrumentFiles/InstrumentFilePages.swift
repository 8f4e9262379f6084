internal import Foundation
internal import Markup
internal import Membership
internal import Site

/// Bringing a list of questions along, and seeing first what does not come along.
enum InstrumentFilePages {
    static func new(_ region: Region, _ refusal: TakenInstrument.Refusal?, _ visit: Visit) -> Page {
        page("Neem een vragenlijst mee", region, status: refusal == nil ? 200 : 422) {
            h1 { "Neem een vragenlijst mee uit een bestand" }
            if let refusal { refused(refusal) }
            p(.class("lead")) { "U ziet eerst wat er meegaat en wat niet. Er wordt nog niets bewaard." }
            postForm(InstrumentFileLinks.previews(region.id), visit, .multipart, .novalidate) {
                div(.class("field")) {
                    label(.for("file")) { "Bestand" }
                    div(.id("file-notes"), .class("notes")) {
                        p(.class("small")) {
                            "Hoogstens 1 MB. Een werkblad (XLSForm), LimeSurvey (.lss of .txt) of een bestand van ons (.yaml)."
                        }
                    }
                    input(
                        .id("file"), .name("file"), .type("file"), .accept(".xlsx,.lss,.txt,.tsv,.yaml,.yml"),
                        .described(by: "file-notes"))
                }
                sendButton("Bekijk wat er meegaat", next: true)
            }
            p { "Werkt u met Microsoft Forms of Google Forms? Die bewaren hun vragen niet als bestand." }
        }
    }

    private static func refused(_ refusal: TakenInstrument.Refusal) -> Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Dit bestand gaat niet mee" }
            p { a(.href("#file")) { refusal.reason.words } }
            if !refusal.faults.isEmpty {
                ul {
                    refusal.faults.prefix(50).map { $0 }.markup { one in
                        li {
                            "Regel \(one.number): "; code { verbatim(one.reason) }
                        }
                    }
                }
            }
        }
    }

    static func preview(_ region: Region, _ taken: TakenInstrument, _ bytes: [UInt8], _ visit: Visit) -> Page {
        let instrument = taken.instrument
        return page("Wat er meegaat", region) {
            h1 { headline(instrument.questions.count, instrument.themes.count) }
            p(.class("lead")) { lead(taken.losses.count) }
            losses(taken.losses)
            questions(instrument, visit)
            postForm(InstrumentFileLinks.all(region.id), visit) {
                onceField(visit)
                input(.type("hidden"), .name("bytes"), .value(Data(bytes).base64EncodedString()))
                sendButton("Maak er een ronde van", next: true)
            }
            p { a(.href(InstrumentFileLinks.new(region.id))) { "Kies een ander bestand" } }
        }
    }

    private static func headline(_ questions: Int, _ themes: Int) -> Phrase {
        switch (questions, themes) {
        case (1, _): "Eén vraag gaat mee"
        case (let many, 1): "\(many) vragen gaan mee, in één thema"
        case (let many, let themes): "\(many) vragen gaan mee, in \(themes) thema’s"
        }
    }

    private static func lead(_ losses: Int) -> Phrase {
        switch losses {
        case 0: "Alles gaat mee. U kunt daarna alles aanpassen."
        case 1: "Eén ding gaat niet mee. U kunt daarna alles aanpassen."
        default: "\(losses) dingen gaan niet mee. U kunt daarna alles aanpassen."
        }
    }

    private static func losses(_ losses: [TakenInstrument.Loss]) -> Markup {
        guard !losses.isEmpty else { return .nothing }
        return section(.labelled(by: "losses")) {
            h2(.id("losses")) { "Wat niet meegaat" }
            tableFrame("Wat niet meegaat") {
                table {
                    caption(.class("hidden")) { "Wat niet meegaat" }
                    thead {
                        tr {
                            th(.scope("col")) { "Rij" }
                            th(.scope("col")) { "Naam in het bestand" }
                            th(.scope("col")) { "Wat er gebeurt" }
                        }
                    }
                    tbody {
                        losses.markup { loss in
                            tr {
                                td(.class("n")) { verbatim(loss.line > 0 ? String(loss.line) : "–") }
                                td { verbatim(loss.name) }
                                td { loss.reason.words }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func questions(_ instrument: Instrument, _ visit: Visit) -> Markup {
        section(.labelled(by: "questions")) {
            h2(.id("questions")) { "Wat er meegaat" }
            instrument.themes.markup { theme in
                h3 { verbatim(theme.title.text(visit.language)) }
                ol { theme.questions.markup { question in li { verbatim(question.text.text(visit.language)) } } }
            }
        }
    }

    private static func page(
        _ title: Phrase, _ region: Region, status: Int = 200, @MarkupBuilder body: () -> Markup
    ) -> Page {
        Page(
            title, status: status, region: region.heading,
            trail: RoundPages.trail(region) + [Crumb("Kies een vragenlijst", RoundLinks.new(region.id))], body: body)
    }
}
