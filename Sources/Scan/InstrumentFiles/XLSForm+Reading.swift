internal import Files
internal import Foundation
internal import Markup
internal import Site

extension XLSForm {
    static func read(_ book: Workbook) throws(TakenInstrument.Refusal) -> TakenInstrument {
        guard let survey = book.sheet("survey") else {
            throw .init(.noSurveySheet)
        }
        var reading = try Reading(
            survey: Columns(survey), choices: Columns(book.sheet("choices")), settings: Columns(book.sheet("settings")))
        return try reading.instrument()
    }

    /// A sheet whose first row names its columns.
    struct Columns {
        let rows: [Workbook.Row]
        private var places: [String: Int] = [:]

        init(_ sheet: Workbook.Sheet?) throws(TakenInstrument.Refusal) {
            rows = Array(sheet?.rows.dropFirst() ?? [])
            for (place, cell) in (sheet?.rows.first?.cells ?? []).enumerated() where !cell.isEmpty {
                let name = Self.tidy(cell.text)
                guard places.updateValue(place, forKey: name) == nil else {
                    throw .init(.doubleColumn(cell.text))
                }
            }
        }

        /// `Label :: English (en)` and `label:English (en)` are one column.
        private static func tidy(_ name: String) -> String {
            let parts = name.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let first = parts.first else { return "" }
            return ([first.lowercased().replacing(" ", with: "_")] + parts.dropFirst()).joined(separator: "::")
        }

        /// With a decimal point, as this format writes numbers.
        func text(_ name: String, _ row: Workbook.Row) -> String {
            guard let place = places[name] else { return "" }
            if case .number = row[place] { return row[place].text.replacing(",", with: ".") }
            return row[place].text
        }

        /// The languages of `label::…`; the empty one for `label`.
        func languages(_ name: String) -> [String] {
            places.sorted { $0.value < $1.value }.compactMap { column, _ in
                if column == name { return "" }
                return column.hasPrefix(name + "::") ? String(column.dropFirst(name.count + 2)) : nil
            }
        }

        func texts(_ name: String, _ row: Workbook.Row) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: Set(languages(name)).map { language in
                    (language, text(language.isEmpty ? name : "\(name)::\(language)", row))
                })
        }

        func ours(_ name: String, _ row: Workbook.Row) -> Wording {
            Wording(nl: text("regio_\(name)_nl", row), en: text("regio_\(name)_en", row))
        }
    }

    struct Reading {
        let survey: Columns
        let choices: Columns
        let settings: Columns
        private let words: ForeignWords
        private var builder = InstrumentBuilder()
        private var depth = 0

        init(survey: Columns, choices: Columns, settings: Columns) {
            (self.survey, self.choices, self.settings) = (survey, choices, settings)
            let languages =
                survey.languages("label")
                + choices.languages("label").filter { !survey.languages("label").contains($0) }
            words = ForeignWords(languages)
        }

        mutating func instrument() throws(TakenInstrument.Refusal) -> TakenInstrument {
            for language in words.lost { builder.lose(1, language, .language) }
            if let other = words.standsForDutch {
                builder.lose(1, other, .standsForDutch)
            }
            for row in survey.rows { read(row) }
            let row = settings.rows.first ?? Workbook.Row(number: 0, cells: [])
            let named = settings.text("form_title", row)
            let title = Wording(nl: named.isEmpty ? "Vragenlijst" : named, en: settings.text("regio_title_en", row))
            let id = settings.text("form_id", row)
            return try builder.finish(
                key: id.isEmpty ? named : id, version: Int(settings.text("version", row)) ?? 1, title: title,
                about: settings.ours("about", row), minutes: Int(settings.text("regio_minutes", row)))
        }

        private mutating func read(_ row: Workbook.Row) {
            let type = survey.text("type", row).split(separator: " ").map(String.init)
            guard let first = type.first?.lowercased() else { return }
            let name = survey.text("name", row)
            // "begin group" and "begin_group" are the same.
            let kind = ["begin", "end"].contains(first) && type.count > 1 ? "\(first)_\(type[1].lowercased())" : first
            switch kind {
            case "begin_group", "begin_repeat": begin(row, name, isRepeated: kind == "begin_repeat")
            case "end_group", "end_repeat": depth = max(0, depth - 1)
            default: question(row, name, kind, type.dropFirst().first ?? "", isOther: type.contains("or_other"))
            }
        }

        private mutating func begin(_ row: Workbook.Row, _ name: String, isRepeated: Bool) {
            depth += 1
            if depth > 1 { builder.lose(row.number, name, .nestedGroup) }
            if isRepeated { builder.lose(row.number, name, .repeated) }
            loseExtras(row, name, ["relevant", "repeat_count"])
            let then = survey.ours("then", row)
            builder.open(
                Theme(
                    key: name, area: survey.ours("area", row), title: words.wording(survey.texts("label", row)),
                    about: words.wording(survey.texts("hint", row)),
                    guiding: then.isEmpty
                        ? nil : .init(then: then, now: survey.ours("now", row), next: survey.ours("next", row)),
                    questions: []))
        }

        private mutating func question(
            _ row: Workbook.Row, _ name: String, _ type: String, _ list: String, isOther: Bool
        ) {
            guard let kind = kind(row, type, list) else { return lose(row, name, type) }
            if isOther { builder.lose(row.number, name, .other) }
            loseExtras(
                row, name,
                [
                    "relevant", "calculation", "default", "choice_filter", "required", "image", "audio", "video",
                    "media::image",
                ])
            if case .number = kind {} else { loseExtras(row, name, ["constraint"]) }
            builder.add(
                Question(
                    key: name, text: words.wording(survey.texts("label", row)),
                    help: words.wording(survey.texts("hint", row)),
                    kind: kind), line: row.number, name: name)
        }

        private mutating func kind(_ row: Workbook.Row, _ type: String, _ list: String) -> Question.Kind? {
            switch type {
            case "text": return survey.text("regio_kind", row) == "swot" ? .swot : .text
            case "integer", "decimal", "int", "range": return number(row)
            case "select_one", "select1":
                if list == XLSForm.yesPartlyNo { return .yesPartlyNo }
                let isScale = survey.text("appearance", row).split(separator: " ").contains("likert")
                return isScale && (3...6).contains(options(list).count) ? .scale(levels(list)) : .choice(options(list))
            case "select_multiple": return .choices(options(list))
            case "rank": return .order(options(list))
            default: return nil
            }
        }

        private mutating func lose(_ row: Workbook.Row, _ name: String, _ type: String) {
            let quiet = [
                "start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial", "subscriberid",
                "audit",
            ]
            switch type {
            case "note": builder.lose(row.number, name, .textAlone)
            case "calculate", "hidden": builder.lose(row.number, name, .calculation)
            case _ where quiet.contains(type): builder.lose(row.number, name, .device)
            default: builder.lose(row.number, name, .unknownKind(type))
            }
        }

        private mutating func loseExtras(_ row: Workbook.Row, _ name: String, _ columns: [String]) {
            for column in columns {
                let text = survey.text(column, row).lowercased()
                guard !text.isEmpty, !["no", "false", "false()"].contains(text) else { continue }
                builder.lose(row.number, name, .column(column))
            }
        }

        private mutating func number(_ row: Workbook.Row) -> Question.Kind {
            let rule = survey.text("constraint", row)
            let bound = #/\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)/#
            var (least, most): (Double?, Double?) = (nil, nil)
            for match in rule.matches(of: bound) {
                if match.output.1 == ">=" { least = Double(match.output.2) } else { most = Double(match.output.2) }
            }
            let isWhole = rule.replacing(bound, with: "").replacing("and", with: "").allSatisfy(\.isWhitespace)
            if !isWhole { builder.lose(row.number, survey.text("name", row), .column("constraint")) }
            if let low = least, let high = most, low >= high { (least, most) = (nil, nil) }
            let unit = survey.ours("unit", row)
            return .number(unit: unit.isEmpty ? Wording(nl: "aantal", en: "number") : unit, least: least, most: most)
        }

        private func rows(of list: String) -> [Workbook.Row] {
            choices.rows.filter { choices.text("list_name", $0) == list || choices.text("list name", $0) == list }
        }

        private func options(_ list: String) -> [Question.Choice] {
            var keys: Set<String> = []
            return rows(of: list).map { row in
                let base = InstrumentBuilder.key(choices.text("name", row))
                var (key, number) = (base, 1)
                while !keys.insert(key).inserted {
                    number += 1
                    key = "\(base)-\(number)"
                }
                return Question.Choice(key: key, label: words.wording(choices.texts("label", row)))
            }
        }

        private func levels(_ list: String) -> [Question.ScaleLevel] {
            rows(of: list).map { row in
                Question.ScaleLevel(
                    label: words.wording(choices.texts("label", row)), about: choices.ours("about", row))
            }
        }
    }
}
