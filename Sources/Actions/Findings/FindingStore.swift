package import Database
package import Membership
internal import Site

package enum FindingStore {
    package static func add(_ finding: Finding, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO finding (id, region, source, text, kind) VALUES ($1, $2, $3, $4, $5)",
            finding.id, finding.region, finding.source, finding.text, finding.kind)
        try keepQuestions(of: finding, writing)
    }

    /// False when somebody else changed it since its edition was read.
    package static func change(_ finding: Finding, _ writing: Writing) throws -> Bool {
        let changed = try writing.run(
            """
            UPDATE finding SET text = $3, kind = $4, edition = edition + 1
            WHERE id = $1 AND region = $2 AND edition = $5
            """,
            finding.id, finding.region, finding.text, finding.kind, finding.edition)
        guard changed == 1 else { return false }
        try writing.run("DELETE FROM finding_question WHERE finding = $1", finding.id)
        try keepQuestions(of: finding, writing)
        return true
    }

    /// Takes a finding out; the actions that followed from it stay, on their own. False on a stale edition.
    package static func remove(
        _ finding: Finding.ID, in region: Region.ID, edition: Int, _ writing: Writing
    ) throws -> Bool {
        let isThere = try writing.reading.count(
            "SELECT COUNT(*) AS n FROM finding WHERE id = $1 AND region = $2 AND edition = $3", finding, region, edition)
        guard isThere == 1 else { return false }
        try writing.run(
            "UPDATE action SET finding = NULL, edition = edition + 1 WHERE finding = $1 AND region = $2", finding, region)
        return try writing.run("DELETE FROM finding WHERE id = $1 AND region = $2", finding, region) == 1
    }

    package static func finding(_ id: Finding.ID, in region: Region.ID, _ reading: Reading) throws -> Finding? {
        let questions = try questions(of: id, reading)
        return try reading.first(
            "SELECT id, region, source, text, kind, edition FROM finding WHERE id = $1 AND region = $2", id, region
        ) { try finding($0, questions) }
    }

    /// The findings from one source, in the order in which they were made.
    package static func all(from source: String, in region: Region.ID, _ reading: Reading) throws -> [Finding] {
        let questions = try questions(from: source, in: region, reading)
        return try reading.all(
            "SELECT id, region, source, text, kind, edition FROM finding WHERE region = $1 AND source = $2 ORDER BY id",
            region, source
        ) { row in try finding(row, questions[row.get("id")] ?? []) }
    }

    private static func questions(
        from source: String, in region: Region.ID, _ reading: Reading
    ) throws -> [Finding.ID: [String]] {
        var found: [Finding.ID: [String]] = [:]
        try reading.each(
            """
            SELECT q.finding, q.question FROM finding_question q JOIN finding f ON f.id = q.finding
            WHERE f.region = $1 AND f.source = $2 ORDER BY q.finding, q.question
            """, region, source
        ) { row in try found[row.get("finding"), default: []].append(row.get("question")) }
        return found
    }

    private static func questions(of finding: Finding.ID, _ reading: Reading) throws -> [String] {
        try reading.all("SELECT question FROM finding_question WHERE finding = $1 ORDER BY question", finding) {
            try $0.get("question")
        }
    }

    private static func keepQuestions(of finding: Finding, _ writing: Writing) throws {
        for question in Set(finding.questions).sorted() {
            try writing.run(
                "INSERT INTO finding_question (finding, question) VALUES ($1, $2)", finding.id, question)
        }
    }

    private static func finding(_ row: Row, _ questions: [String]) throws -> Finding {
        Finding(
            id: try row.get("id"), region: try row.get("region"), source: try row.get("source"),
            text: try row.get("text"), kind: try row.get("kind"), questions: questions, edition: try row.get("edition"))
    }
}
