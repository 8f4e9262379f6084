package import Files

extension XLSForm {
    package static func workbook(_ instrument: Instrument) -> WorkbookFile {
        var rows: [[String]] = []
        var choices: [[String]] = []
        for theme in instrument.themes {
            rows.append(row(begin: theme))
            for question in theme.questions {
                rows.append(row(question))
                choices += self.choices(of: question, known: choices)
            }
            rows.append(["end_group", name(theme.key)])
        }
        let settings = [
            instrument.title.nl, instrument.key, String(instrument.version), dutch, instrument.title.en,
            instrument.about.nl, instrument.about.en, String(instrument.minutes),
        ]
        return WorkbookFile(sheets: [
            sheet("survey", surveyColumns, rows), sheet("choices", choiceColumns, choices),
            sheet("settings", settingColumns, [settings]),
        ])
    }

    private static func sheet(_ name: String, _ heading: [String], _ rows: [[String]]) -> WorkbookFile.Sheet {
        .init(name: name, heading: heading, rows: rows.map { row in row.map { $0.isEmpty ? .empty : .text($0) } })
    }

    private static let surveyColumns = [
        "type", "name", "label::\(dutch)", "label::\(english)", "hint::\(dutch)", "hint::\(english)", "appearance",
        "constraint", "regio_kind", "regio_unit_nl", "regio_unit_en", "regio_area_nl", "regio_area_en", "regio_then_nl",
        "regio_then_en", "regio_now_nl", "regio_now_en", "regio_next_nl", "regio_next_en",
    ]
    private static let choiceColumns = [
        "list_name", "name", "label::\(dutch)", "label::\(english)", "regio_about_nl", "regio_about_en",
    ]
    private static let settingColumns = [
        "form_title", "form_id", "version", "default_language", "regio_title_en", "regio_about_nl", "regio_about_en",
        "regio_minutes",
    ]

    /// A name may not begin with a digit or a hyphen; our keys may begin with the first.
    private static func name(_ key: String) -> String {
        key.first?.isLetter == true ? key : "_" + key
    }

    private static func row(begin theme: Theme) -> [String] {
        let guiding = [theme.guiding?.then, theme.guiding?.now, theme.guiding?.next].map { $0 ?? .empty }
        return ["begin_group", name(theme.key), theme.title.nl, theme.title.en, theme.about.nl, theme.about.en]
            + ["", "", "", "", "", theme.area.nl, theme.area.en] + guiding.flatMap { [$0.nl, $0.en] }
    }

    private static func row(_ question: Question) -> [String] {
        var (appearance, constraint, unit) = ("", "", Wording.empty)
        if case .scale = question.kind { appearance = "likert" }
        if case .number(let one, let least, let most) = question.kind {
            unit = one
            constraint = [least.map { ". >= \(digits($0))" }, most.map { ". <= \(digits($0))" }]
                .compactMap(\.self).joined(separator: " and ")
        }
        return [
            type(question), name(question.key), question.text.nl, question.text.en, question.help.nl, question.help.en,
            appearance, constraint, question.kind.name, unit.nl, unit.en,
        ]
    }

    private static func digits(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
    }

    private static func type(_ question: Question) -> String {
        switch question.kind {
        case .scale, .choice: "select_one \(name(question.key))"
        case .yesPartlyNo: "select_one \(yesPartlyNo)"
        case .choices: "select_multiple \(name(question.key))"
        case .order: "rank \(name(question.key))"
        case .number: "decimal"
        case .text, .swot: "text"
        }
    }

    private static func choices(of question: Question, known: [[String]]) -> [[String]] {
        switch question.kind {
        case .scale(let levels):
            levels.enumerated().map { place, level in
                [name(question.key), String(place + 1), level.label.nl, level.label.en, level.about.nl, level.about.en]
            }
        case .choice(let options), .choices(let options), .order(let options):
            options.map { [name(question.key), $0.key, $0.label.nl, $0.label.en] }
        case .yesPartlyNo:
            known.contains { $0.first == yesPartlyNo }
                ? []
                : [("yes", "Ja", "Yes"), ("partly", "Deels", "Partly"), ("no", "Nee", "No")].map {
                    [yesPartlyNo, $0, $1, $2]
                }
        case .number, .text, .swot: []
        }
    }
}
