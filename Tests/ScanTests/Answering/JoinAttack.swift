import Database
import Site
import TestHouse

/// Somebody who has the whole database, and saw in which order people answered, tries to say whose answers are whose.
struct JoinAttack {
    let people: EveryTable.Table
    let answers: EveryTable.Table
    /// Values of every other table, as places where a link could hide.
    let others: [[String]]
    /// For each row of `people` the row of `answers` that is truly theirs.
    let truth: [Int]
    /// The rows of `people` in the order in which they answered.
    let arrivals: [Int]

    /// Why it worked, or nil. Thirty people give one right pair by chance.
    var success: String? { sharedValue ?? sharedDigest ?? sharedThroughAnother ?? sharedOrder }

    /// A value, or a piece of one, that stands in one row of each.
    private var sharedValue: String? {
        for (person, row) in people.rows.enumerated() {
            for value in row where isTelling(value, in: people) {
                let found = answers.rows.indices.filter { index in answers.rows[index].contains { $0.contains(value) || (isTelling($0, in: answers) && value.contains($0)) } }
                if found == [truth[person]] { return "value \(value)" }
            }
        }
        return nil
    }

    /// A key that is a digest of something that stands beside the person.
    private var sharedDigest: String? {
        let keys = Set(answers.rows.flatMap(\.self))
        for row in people.rows {
            for value in row where value.utf8.count > 2 {
                for purpose in ["", "response", "invitation", "response\u{0}", "invitation\u{0}"] {
                    let digest = hexadecimal(Sodium.sha256(Array((purpose + value).utf8)))
                    if keys.contains(digest) { return "digest of \(value)" }
                }
            }
        }
        return nil
    }

    /// A row of a third table with a value of one person and a value of one answer.
    private var sharedThroughAnother: String? {
        for row in others {
            let hasPerson = row.contains { value in isTelling(value, in: people) && people.rows.contains { $0.contains(value) } }
            let hasAnswer = row.contains { value in isTelling(value, in: answers) && answers.rows.contains { $0.contains(value) } }
            if hasPerson && hasAnswer { return "row \(row)" }
        }
        return nil
    }

    /// Whether the order of any column of the answers, or of the file, is that of the arrivals or of the people.
    private var sharedOrder: String? {
        let orders = [("file", Array(answers.rows.indices))] + answers.columns.map { ($0, ordered(answers, by: $0)) }
        var guesses = [("arrival", arrivals), ("file", Array(people.rows.indices))]
        guesses += people.columns.map { ($0, ordered(people, by: $0)) }
        for (column, order) in orders {
            for (name, guess) in guesses {
                let right = zip(order, guess).count { answer, person in truth[person] == answer }
                if right * 4 > people.rows.count { return "\(right) right by order of \(column) and \(name)" }
            }
        }
        return nil
    }

    private func ordered(_ table: EveryTable.Table, by column: String) -> [Int] {
        let values = table.column(column)
        return table.rows.indices.sorted { (number(values[$0]), values[$0], $0) < (number(values[$1]), values[$1], $1) }
    }

    private func number(_ text: String) -> Double { Double(text) ?? 0 }

    /// Long enough and rare enough to point at one person.
    private func isTelling(_ value: String, in table: EveryTable.Table) -> Bool {
        value.utf8.count > 3 && table.rows.count { $0.contains(value) } == 1
    }
}
