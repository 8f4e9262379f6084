internal import Insight
internal import Markup
internal import Membership
internal import Site

/// The table of a question: the same published figures as its picture, for whoever reads instead of looks.
extension QuestionReport {
    /// Nil where the question has no figures of groups, and by organisation where the table is itself the picture.
    var tabled: Markup? {
        switch question.kind {
        case .scale, .yesPartlyNo: by == .organisation ? nil : distributionTable(distributions)
        case .choice, .choices: hasTable ? distributionTable(distributions) : nil
        case .order: hasTable ? orderTable(orders) : nil
        case .number: hasTable ? tableFrame(label) { numberTable(numbers) } : nil
        case .text, .swot: nil
        }
    }

    /// Whether there is something to put in a table.
    var hasTable: Bool {
        switch question.kind {
        case .scale, .yesPartlyNo, .choice, .choices: !distributions.isEmpty
        case .order: orders.last?.importance.scores.contains { $0 != nil } ?? false
        case .number: !numbers.isEmpty
        case .text, .swot: false
        }
    }

    func distributionTable(_ rows: [(words: Markup.Label, distribution: Distribution)]) -> Markup {
        DistributionTable(levels: levels, rows: rows).framed(question.text.text(view.language))
    }

    /// The groups with the weight that each gives, everybody last.
    var orders: [(words: Markup.Label, importance: Importance)] {
        guard let table = view.figures.order(question.key) else { return [] }
        return view.groupsAndAll(by).compactMap { group in
            view.figures.figure(table.figures, for: group.perspective)?.value.map { (group.words, $0) }
        }
    }

    private var numbers: [(words: Markup.Label, summary: NumberSummary)] {
        guard let table = view.figures.number(question.key), case .shown = table.figures.whole else { return [] }
        return view.groupsAndAll(by).compactMap { group in
            view.figures.figure(table.figures, for: group.perspective)?.value.map { (group.words, $0) }
        }
    }

    private var label: Phrase { "Tabel: \(question.text.text(view.language))" }

    private func orderTable(_ groups: [(words: Markup.Label, importance: Importance)]) -> Markup {
        tableFrame(label) {
            table(.class("figures")) {
                caption { "De plaats die elke groep geeft." }
                thead {
                    tr {
                        th(.scope("col")) { "Onderwerp" }
                        groups.markup { group in th(.scope("col")) { group.words.markup } }
                    }
                }
                tbody {
                    levels.indices.markup { item in
                        tr {
                            th(.scope("row")) { verbatim(levels[item]) }
                            groups.markup { group in td { verbatim(group.importance.place(of: item)) } }
                        }
                    }
                }
            }
        }
    }

    private func numberTable(_ rows: [(words: Markup.Label, summary: NumberSummary)]) -> Markup {
        table(.class("figures")) {
            thead {
                tr {
                    th(.scope("col")) { "Groep" }
                    th(.scope("col")) { "Een kwart is lager dan" }
                    th(.scope("col")) { "Midden" }
                    th(.scope("col")) { "Een kwart is hoger dan" }
                }
            }
            tbody {
                rows.markup { row in
                    tr {
                        th(.scope("row")) { row.words.markup }
                        td { Figures.text(row.summary.lowerQuartile) }
                        td { Figures.text(row.summary.median) }
                        td { Figures.text(row.summary.upperQuartile) }
                    }
                }
            }
        }
    }
}

extension Importance {
    /// The place of an item, 1 for the most important; equal scores share a place; "–" without a score.
    func place(of item: Int) -> String {
        guard let score = scores[item] else { return "–" }
        return String(1 + scores.count { ($0 ?? -1) > score })
    }
}

/// Numbers that people gave, as they are written.
enum Figures {
    /// Whole, or with one decimal behind a comma; in English behind a point.
    static func text(_ number: Double) -> Phrase {
        guard number.isFinite, abs(number) < 1e15 else { return "–" }
        let tenths = Int64((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return rest == 0 ? "\(sign + String(whole))" : "\(sign + String(whole)),\(String(rest))"
    }
}
