internal import Database
internal import Markup
internal import Site

extension ImportPages {
    /// Row by row what will happen and what is wrong; the table goes along, to be read again at the import.
    static func preview<Kind: ImportKind>(
        _ kind: Kind.Type, _ region: Region, _ plan: ImportPlan<Kind.Step>, _ source: ImportSource, _ visit: Visit,
        isChanged: Bool = false
    ) -> Page {
        let subject = Kind.subject
        return Page(
            subject.title, status: isChanged ? 409 : plan.isClean ? 200 : 422, region: region.heading,
            trail: trail(subject, region) + [Crumb(subject.title, ImportLinks.new(subject, region.id))]
        ) {
            h1 { headline(plan) }
            if isChanged { changedNote }
            if plan.isClean {
                takeOver(subject, region, plan, source, visit)
            } else {
                toMend(plan)
            }
            remarks(plan.remarks)
            rowTable(plan)
            if !plan.isClean { mending(subject, region, source, visit) }
        }
    }

    private static func headline<Step>(_ plan: ImportPlan<Step>) -> Phrase {
        if !plan.problems.isEmpty { return "Deze tabel kunnen we nog niet lezen" }
        if plan.wrong == 1 { return "Eén rij klopt nog niet" }
        if plan.wrong > 1 { return "\(plan.wrong) van de \(plan.rows.count) rijen kloppen nog niet" }
        if plan.count(.adds) + plan.count(.changes) == 0 { return "Alles staat er al" }
        return "Alles klopt: \(plan.count(.adds)) nieuw, \(plan.count(.changes)) gewijzigd, \(plan.count(.nothing)) hetzelfde"
    }

    private static var changedNote: Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Er is nog niets overgenomen" }
            p { "Intussen veranderde er iets, of iemand was u voor. Dit is wat er nu gebeurt." }
        }
    }

    private static func takeOver<Step>(
        _ subject: Import.Subject, _ region: Region, _ plan: ImportPlan<Step>, _ source: ImportSource, _ visit: Visit
    ) -> Markup {
        guard plan.count(.adds) + plan.count(.changes) > 0 else {
            return p { a(.class("button quiet"), .href(subject.home(region.id))) { "Terug naar de lijst" } }
        }
        return section(.class("next-step")) {
            h2 { "Klopt dit zo?" }
            p { "Alle rijen gaan tegelijk over. Een dag lang kunt u het ongedaan maken." }
            postForm(ImportLinks.new(subject, region.id), visit) {
                onceField(visit)
                source.hiddenField
                input(.type("hidden"), .name("plan"), .value(plan.digest))
                sendButton("Neem alle rijen over", next: true)
            }
        }
    }

    private static func toMend<Step>(_ plan: ImportPlan<Step>) -> Markup {
        section(.class("problems"), .role("alert")) {
            h2 { "Er is nog niets overgenomen" }
            p { "We nemen alles over, of niets. Verbeter dit en kijk dan opnieuw." }
            ul {
                plan.problems.markup { problem in li { a(.href(Link("").at("rows"))) { problem } } }
                plan.rows.flatMap { row in row.problems.map { (row.number, $0) } }.prefix(50).markup { number, problem in
                    li { a(.href(Link("").at("row-\(number)"))) { "Rij \(number): \(problem)" } }
                }
            }
        }
    }

    private static func remarks(_ remarks: [Phrase]) -> Markup {
        guard !remarks.isEmpty else { return .nothing }
        return section {
            h2 { "Let op" }
            ul { remarks.prefix(50).markup { remark in li { remark } } }
        }
    }

    private static func rowTable<Step>(_ plan: ImportPlan<Step>) -> Markup {
        guard !plan.rows.isEmpty else { return .nothing }
        return section {
            h2 { "Rij voor rij" }
            table(.class("roster")) {
                thead {
                    tr {
                        th(.scope("col")) { "Rij" }
                        th(.scope("col")) { "Naam" }
                        th(.scope("col")) { "Wat er gebeurt" }
                    }
                }
                tbody { plan.rows.markup(row) }
            }
        }
    }

    private static func row<Step>(_ row: PlannedRow<Step>) -> Markup {
        tr(.id("row-\(row.number)"), row.problems.isEmpty ? nil : .class("wrong")) {
            td(.class("n")) { verbatim(row.number) }
            th(.scope("row")) { verbatim(row.title) }
            td {
                row.says
                row.problems.markup { problem in span(.class("problem")) { problem } }
            }
        }
    }

    private static func mending(
        _ subject: Import.Subject, _ region: Region, _ source: ImportSource, _ visit: Visit
    ) -> Markup {
        section {
            h2 { "Verbeter en kijk opnieuw" }
            if source.pasted.isEmpty { p { "Verbeter het bestand en kies het hier opnieuw." } }
            pasteForm(subject, region, .fresh, visit, stored: source.pasted)
        }
    }
}
