internal import Files
internal import Markup

extension LimeSurveyFile {
    /// The structure in tabs: a row for each group, question, part and answer, and again for each language.
    static func read(table book: Workbook) throws(TakenInstrument.Refusal) -> TakenInstrument {
        guard let sheet = book.sheets.first, let heading = sheet.rows.first else { throw .init(.empty) }
        let names = heading.cells.map(\.text)
        guard names.first == "class", names.contains("type/scale"), names.contains("language") else {
            throw .init(.unknownTable)
        }
        let places = Dictionary(zip(names, names.indices)) { first, _ in first }
        var reading = TableReading(places: places)
        for row in sheet.rows.dropFirst() { reading.read(row) }
        return try instrument(reading.survey)
    }

    private struct TableReading {
        let places: [String: Int]
        var survey = Survey()
        /// Where the question is to which parts and answers belong.
        private var current: (group: Int, question: Int)?

        init(places: [String: Int]) { self.places = places }

        private func text(_ name: String, _ row: Workbook.Row) -> String { places[name].map { row[$0].text } ?? "" }

        mutating func read(_ row: Workbook.Row) {
            let (name, words, language) = (text("name", row), text("text", row), text("language", row))
            if !language.isEmpty, text("class", row) != "S", !survey.languages.contains(language) {
                survey.languages.append(language)
            }
            switch text("class", row) {
            case "S" where name == "language": survey.language = words
            case "SL" where name == "surveyls_title": survey.titles[language] = words
            case "SL" where name == "surveyls_description": survey.abouts[language] = words
            case "G": group(row, name, language)
            case "Q": question(row, name, words, language)
            case "SQ": part(name, words, language, \.parts)
            case "A": part(name, words, language, \.answers)
            default: break
            }
        }

        /// A group is known by its number in the type column; its name is what people read.
        private mutating func group(_ row: Workbook.Row, _ name: String, _ language: String) {
            let number = text("type/scale", row)
            let key = number.isEmpty ? name : number
            let place = survey.groups.firstIndex { $0.key == key } ?? survey.groups.count
            if place == survey.groups.count { survey.groups.append(Group(line: row.number, key: key)) }
            survey.groups[place].titles[language] = name
            survey.groups[place].abouts[language] = text("text", row)
            current = (place, -1)
        }

        private mutating func question(_ row: Workbook.Row, _ name: String, _ words: String, _ language: String) {
            if survey.groups.isEmpty { survey.groups.append(Group(line: row.number, key: "questions")) }
            let group = current?.group ?? 0
            let known = survey.groups[group].questions.firstIndex { $0.name == name }
            let place = known ?? survey.groups[group].questions.count
            if known == nil {
                let checks = ["validation", "em_validation_q", "em_validation_sq", "array_filter"].map { text($0, row) }
                survey.groups[group].questions.append(
                    Asked(
                        line: row.number, type: text("type/scale", row), name: name,
                        extras: LimeSurveyFile.extras(
                            relevance: text("relevance", row), mandatory: text("mandatory", row),
                            other: text("other", row), checks: checks)))
            }
            survey.groups[group].questions[place].texts[language] = words
            survey.groups[group].questions[place].helps[language] = text("help", row)
            current = (group, place)
        }

        private mutating func part(
            _ name: String, _ words: String, _ language: String, _ list: WritableKeyPath<Asked, [Part]>
        ) {
            guard let current, current.question >= 0 else { return }
            var asked = survey.groups[current.group].questions[current.question]
            if let known = asked[keyPath: list].firstIndex(where: { $0.name == name }) {
                asked[keyPath: list][known].texts[language] = words
            } else {
                asked[keyPath: list].append(Part(name: name, texts: [language: words]))
            }
            survey.groups[current.group].questions[current.question] = asked
        }
    }
}
