internal import Files
internal import Markup
internal import Membership
internal import Site

/// The coverage page's tables for a spreadsheet: the same figures and no others.
enum CoverageFile {
    static func bytes(_ shown: CoverageShown, _ say: (Phrase) -> String) -> [UInt8] {
        let coverage = shown.coverage
        let heading: [Phrase] = ["indeling", "groep", "uitgenodigd", "geantwoord", "in woorden"]
        var file = CSV(heading: heading.map(say), rows: [[CSV.Cell]]())
        add(&file, say("Per sector"), coverage.bySector, say) { $0.map { say($0.label) } }
        add(&file, say("Per niveau"), coverage.byLevel, say) { $0.map { say($0.label) } }
        add(&file, say("Per organisatie"), coverage.byPartner, say) { $0.map { shown.names[$0] ?? "" } }
        for count in shown.byOpenLink {
            let name = say(count.name(isAlone: shown.byOpenLink.count == 1))
            file.append([
                .text(say("Via de open link")), .text(name), .empty, cell(count.figure),
                .text(say(CoverageWords.figure(count.figure))),
            ])
        }
        return file.bytes
    }

    private static func add<Group>(
        _ file: inout CSV, _ title: String, _ rows: [RoundCoverage.Row<Group>], _ say: (Phrase) -> String,
        _ name: (Group?) -> String?
    ) {
        for row in rows {
            file.append([
                .text(title), .text(name(row.group) ?? say("anderen samen")),
                row.share.map { .integer($0.invited) } ?? .empty, cell(row.share), .text(say(CoverageWords.figure(row.share))),
            ])
        }
    }

    /// A figure only where it is exact; the words beside it say the rest.
    private static func cell(_ share: RoundCoverage.Share?) -> CSV.Cell {
        if case .exactly(let count) = share?.answered { .integer(count) } else { .empty }
    }

    private static func cell(_ figure: OpenLinkCount.Figure) -> CSV.Cell {
        if case .exactly(let count) = figure { .integer(count) } else { .empty }
    }
}
