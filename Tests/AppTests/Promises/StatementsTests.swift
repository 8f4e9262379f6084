import App
import Foundation
import HTTPTypes
import Site
import TestHouse
import Testing

/// Reads the sources for statements to the database that are made from pieces (S7).
enum Statements {
    private static let words = [
        "SELECT", "INSERT INTO", "UPDATE", "DELETE FROM", "CREATE", "DROP", "ALTER", "PRAGMA", "ORDER BY", "WHERE",
        "WITH", "FROM",
    ]

    private static func begins(_ text: String) -> Bool {
        let start = text.drop(while: \.isWhitespace)
        return words.contains { start.hasPrefix($0 + " ") }
    }

    /// What in `source` joins a text to a statement.
    static func faults(in source: String, isDriver: Bool = false) -> [String] {
        var found = SwiftLiterals(Array(source.utf8)).found.filter { literal in
            literal.key.contains("%@") && begins(literal.key) && !allowed.contains(literal.key)
        }.map { "glued: \($0.key)" }
        if !isDriver {
            for word in ["import GRDB", "sqlite3_", "SQL(stringLiteral", "execute(sql"] where source.contains(word) {
                found.append(word)
            }
        }
        // What is handed to the driver is a literal, or was one.
        for match in source.matches(of: /sql: ([^"\s][\w.]*)/)
        where !["String", "SQL", "sql.text", "word", "migration.text"].contains(String(match.1)) {
            found.append("handed on: \(match.1)")
        }
        return found
    }

    /// Table names out of the database's own list, quoted by the driver.
    private static let allowed = ["SELECT COUNT(*) FROM %@"]

    static func sources() throws -> [(path: String, text: String)] {
        let root = TestHouse.projectFolder + "/Sources"
        let paths =
            FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
            ?? []
        return try paths.map { ($0, try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8)) }
    }

    /// The names by which any page asks for something in its address.
    static func asked() throws -> [String] {
        let names = try sources().flatMap { source in
            source.text.matches(of: /query\.(?:first|all|has|text|integer)\("([^"]+)"/).map { String($0.1) }
        }
        return Set(names + ["sector", "partner", "role", "level", "sort", "order", "filter"]).sorted()
    }
}

extension Everywhere {
    @Suite("S7: statements to the database")
    struct StatementsTests {
        @Test("S7: no statement in the sources is made from pieces")
        func sources() throws {
            let sources = try Statements.sources()
            #expect(sources.count > 200)
            for source in sources {
                #expect(
                    Statements.faults(in: source.text, isDriver: source.path.hasPrefix("Database/")) == [],
                    "\(source.path)")
            }
        }

        @Test("S7: mutants: a statement that is joined, one through the driver, and one that was handed on are found")
        func mutants() {
            for source in [
                "try reading.all(\"SELECT id FROM person ORDER BY \\(sort)\")",
                "let rest = \" WHERE name = '\\(name)'\"",
                "let sql = \"\"\"\n    UPDATE person SET name = '\\(name)'\n    \"\"\"", "import GRDB",
                "SQL(stringLiteral: typed)",
                "try db.execute(sql: typed)",
            ] { #expect(!Statements.faults(in: source).isEmpty, "\(source)") }
            #expect(Statements.faults(in: "try db.makeStatement(sql: typed)", isDriver: true).count == 1)
            #expect(Statements.faults(in: "try reading.all(\"SELECT id FROM person WHERE id = $1\", id)").isEmpty)
        }

        private static let hostile = [
            "name DESC; DROP TABLE person; --", "' OR '1'='1", "\" OR 1=1 --", "1 UNION SELECT password FROM person",
            "(SELECT 1/0)",
            "%00", "\u{301}'", "-1", "99999999999999999999", "1e999", "name'||(SELECT key FROM secret)||'", "[]", "*",
            "rowid",
        ]

        /// What is wrong with an answer to a hostile word, beside the answers to words that nobody knows.
        private func fault(_ seen: Seen, beside plain: [Seen]) -> String? {
            if seen.status >= 500 || ![200, 303, 404, 422].contains(seen.status) { return "answers \(seen.status)" }
            // A workbook is packed with the moment in it: of two the kind is the same, not the bytes.
            if seen.header("content-disposition") != nil, seen.body.starts(with: Array("PK".utf8)) {
                return plain.contains { seen.header("content-type") == $0.header("content-type") } ? nil : "another file"
            }
            return plain.contains { seen.status == $0.status && seen.skeleton == $0.skeleton }
                ? nil : "another page: \(seen.status)"
        }

        /// One that cannot be the key of anything, and one that could be.
        private static let unknown = ["geen idee", "onzin"]

        private func asking(_ path: String, _ names: [String], _ word: (Int) -> String) -> String {
            let bare = path.split(separator: "?")[0]
            let pairs = names.enumerated().map { place, name in
                "\(name)=\(word(place).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }
            return "\(bare)?\(pairs.joined(separator: "&"))"
        }

        @Test("S7: hostile sorts, filters and searches on every page give the page that an unknown word gives")
        func queries() async throws {
            let demo = try await WalkedDemo.once.value
            let names = try Statements.asked()
            #expect(names.count > 12)
            var seen: Set<String> = []
            for page in demo.pages where seen.insert("\(page.seeker) \(page.pattern)").inserted {
                let browser = demo.browser(page.seeker)
                var plain: [Seen] = []
                for word in Self.unknown { plain.append(try await browser.get(asking(page.path, names) { _ in word })) }
                for turn in 0..<3 {
                    let path = asking(page.path, names) { Self.hostile[($0 * 3 + turn * 5) % Self.hostile.count] }
                    let fault = fault(try await browser.get(path), beside: plain)
                    #expect(fault == nil, "\(page.seeker) \(path): \(fault ?? "")")
                }
            }
            #expect(try demo.notes.taken().allSatisfy { $0.contains("what='report-exported'") })
            try demo.notes.takeBack()
        }

        @Test("S7: hostile words in the address itself lead to the kind page that nothing is there")
        func addresses() async throws {
            let demo = try await WalkedDemo.once.value
            let browser = demo.browser(.leader)
            for route in WalkedDemo.routes where route.method == .get && route.pattern.contains(":") {
                for word in Self.hostile.prefix(5) {
                    let bad = word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                    let path = route.pattern.split(separator: "/").map { part in
                        part == ":region" ? demo.places.region : part.hasPrefix(":") ? bad : String(part)
                    }
                    let seen = try await browser.get("/" + path.joined(separator: "/"))
                    #expect([200, 303, 404].contains(seen.status), "\(route.pattern) \(seen.status)")
                }
            }
        }

        @Test("S7: mutant: a page that sorts by what the address says is found")
        func gluing() async throws {
            let demo = try await WalkedDemo.once.value
            let (notes, glued) = (demo.notes, { (word: String) in "SELECT name FROM region ORDER BY \(word)" })
            func answer(_ word: String) -> Seen {
                do { try notes.tamper(glued(word)) } catch { return Seen("<p>SQLite error</p>", status: 500) }
                return Seen("<p>Regio's</p>")
            }
            #expect(Self.hostile.contains { fault(answer($0), beside: [answer("name")]) != nil })
        }
    }
}
