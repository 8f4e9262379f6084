internal import Files
internal import Markup
internal import Site

extension LimeSurveyFile {
    /// The structure in XML. Before database version 400 texts stand in the tables of questions themselves; after it in
    /// tables of their own (`question_l10ns` and others).
    static func read(xml bytes: [UInt8]) throws(TakenInstrument.Refusal) -> TakenInstrument {
        let tables: Tables
        do {
            tables = try XMLWalk.walk(bytes, Tables())
        } catch {
            throw .init(.workbook(error))
        }
        guard tables.isLimeSurvey else {
            throw .init(.otherXML)
        }
        return try instrument(survey(tables))
    }

    /// The rows of each table, by the names of their fields.
    private struct Tables: XMLListener {
        private(set) var rows: [String: [[String: String]]] = [:]
        private(set) var isLimeSurvey = false
        private var path: [Substring] = []
        private var row: [String: String] = [:]
        private var value = ""

        mutating func open(_ name: Substring, _ attributes: [String: String]) {
            path.append(name)
            value = ""
        }

        mutating func text(_ text: String) { value += text }

        mutating func close(_ name: Substring) {
            switch path.count {
            case 2 where name == "LimeSurveyDocType": isLimeSurvey = value == "Survey"
            case 5 where path[3] == "row": row[String(name)] = value
            case 4 where name == "row":
                rows[String(path[1]), default: []].append(row)
                row = [:]
            case 3 where path[1] == "languages": rows["languages", default: []].append(["language": value])
            default: break
            }
            path.removeLast()
            value = ""
        }

        subscript(_ table: String) -> [[String: String]] { rows[table] ?? [] }
    }

    private static func survey(_ tables: Tables) -> Survey {
        var survey = Survey()
        survey.language = tables["surveys"].first?["language"] ?? ""
        survey.languages = tables["languages"].compactMap { $0["language"] }
        for row in tables["surveys_languagesettings"] {
            let language = row["surveyls_language"] ?? ""
            survey.titles[language] = row["surveyls_title"]
            survey.abouts[language] = row["surveyls_description"]
        }
        let texts = Texts(tables)
        let groups = unique(tables["groups"], by: "gid").sorted { order($0, "group_order") < order($1, "group_order") }
        survey.groups = groups.map { row in
            let id = row["gid"] ?? ""
            let questions = unique(tables["questions"], by: "qid")
                .filter { $0["gid"] == id && ["", "0"].contains($0["parent_qid"] ?? "") }
                .sorted { order($0, "question_order") < order($1, "question_order") }
            return Group(
                line: 0, key: "group-\(id)", titles: texts.groups[id]?.mapValues { $0.name } ?? [:],
                abouts: texts.groups[id]?.mapValues { $0.about } ?? [:],
                questions: questions.map { asked($0, tables, texts) })
        }
        return survey
    }

    private static func asked(_ row: [String: String], _ tables: Tables, _ texts: Texts) -> Asked {
        let id = row["qid"] ?? ""
        let parts = (unique(tables["subquestions"], by: "qid") + unique(tables["questions"], by: "qid"))
            .filter { $0["parent_qid"] == id }.sorted { order($0, "question_order") < order($1, "question_order") }
        let answers = tables["answers"].filter { $0["qid"] == id }.sorted {
            order($0, "sortorder") < order($1, "sortorder")
        }
        let checks = tables["question_attributes"]
            .filter {
                $0["qid"] == id && ["em_validation_q", "em_validation_sq", "array_filter"].contains($0["attribute"])
            }
            .map { $0["value"] ?? "" }
        return Asked(
            line: 0, type: row["type"] ?? "", name: row["title"] ?? "",
            texts: texts.questions[id]?.mapValues { $0.name } ?? [:],
            helps: texts.questions[id]?.mapValues { $0.about } ?? [:],
            extras: extras(
                relevance: row["relevance"] ?? "", mandatory: row["mandatory"] ?? "", other: row["other"] ?? "",
                checks: checks + [row["preg"] ?? ""]),
            parts: parts.map { part in
                Part(name: part["title"] ?? "", texts: texts.questions[part["qid"] ?? ""]?.mapValues { $0.name } ?? [:])
            },
            answers: unique(answers, by: "code").map { answer in
                Part(name: answer["code"] ?? "", texts: texts.answer(answer, among: answers))
            })
    }

    /// Of rows that stand there once for each language, the first.
    private static func unique(_ rows: [[String: String]], by name: String) -> [[String: String]] {
        var seen: Set<String> = []
        return rows.filter { seen.insert($0[name] ?? "").inserted }
    }

    private static func order(_ row: [String: String], _ name: String) -> Int { row[name].flatMap { Int($0) } ?? 0 }

    /// What everything is called, by its key and language.
    private struct Texts {
        struct Said {
            let name: String
            let about: String
        }

        private(set) var groups: [String: [String: Said]] = [:]
        private(set) var questions: [String: [String: Said]] = [:]
        private var answers: [String: [String: String]] = [:]

        init(_ tables: Tables) {
            for row in tables["groups"] + tables["group_l10ns"] {
                guard let id = row["gid"], let name = row["group_name"] else { continue }
                groups[id, default: [:]][row["language"] ?? ""] = Said(name: name, about: row["description"] ?? "")
            }
            for row in tables["questions"] + tables["subquestions"] + tables["question_l10ns"] {
                guard let id = row["qid"], let text = row["question"] else { continue }
                questions[id, default: [:]][row["language"] ?? ""] = Said(name: text, about: row["help"] ?? "")
            }
            for row in tables["answer_l10ns"] {
                if let id = row["aid"] { answers[id, default: [:]][row["language"] ?? ""] = row["answer"] }
            }
        }

        func answer(_ row: [String: String], among rows: [[String: String]]) -> [String: String] {
            if let id = row["aid"], let texts = answers[id] { return texts }
            let same = rows.filter { $0["code"] == row["code"] }
            return Dictionary(same.map { ($0["language"] ?? "", $0["answer"] ?? "") }) { first, _ in first }
        }
    }
}
