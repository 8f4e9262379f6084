import App
import Database
import Foundation
import HTTPTypes
import Membership
import Site
import TestHouse
import Testing

/// A line of the log of acts, as it came to stand in the file.
private struct NotedAct {
    let values: [String: String]

    init?(_ change: String) {
        guard change.hasPrefix("act + ") else { return nil }
        values = Dictionary(
            change.dropFirst(6).components(separatedBy: " | ").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return (parts[0], parts.count > 1 ? parts[1].trimmingCharacters(in: ["'"]) : "")
            }
        ) { first, _ in first }
    }

    var what: String { values["what"] ?? "" }

    /// What the line does not say, or says too much.
    func faults(who: String?, at: Moment, secrets: [String]) -> [String] {
        var found: [String] = []
        if (values["who"] ?? "") != (who ?? "NULL") { found.append("who: \(values["who"] ?? "")") }
        if ActLog.Act(rawValue: what) == nil { found.append("what: \(what)") }
        if (values["about"] ?? "").isEmpty { found.append("on what") }
        if values["address"] == nil { found.append("from where") }
        if values["at"] != String(at.milliseconds) { found.append("when") }
        if values["chain"]?.count != 64 { found.append("chain") }
        let told = values.filter { $0.key != "chain" }.values.joined(separator: " ")
        found += secrets.filter(told.contains).map { "tells \($0)" }
        if told.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }).contains(where: {
            $0.count == 26
        }) {
            found.append("tells a secret")
        }
        return found
    }
}

extension Everywhere {
    @Suite("S10: the log of sensitive acts")
    struct ActsTests {
        private static let typed = [
            "Gewone woorden", "voorbeeld.nl", "losse woorden", "Noor", "Nieuwe School", "Marijke",
        ]

        private func who(_ seeker: Seeker, _ demo: WalkedDemo) throws -> String? {
            switch seeker {
            case .leader: try demo.places.person(.projectLeader).text
            case .partner: try demo.places.person(.partnerContact).text
            case .office: try demo.places.person(.office).text
            case .respondent, .nobody: nil
            }
        }

        /// Whoever comes in is not there yet when they knock; their own act carries their own name.
        private static let entering: Set = ["signed-in", "password-set"]

        @Test(
            "S10: every form that does something sensitive notes who, what, on what, from where and when, and no secret"
        )
        func everyForm() async throws {
            let demo = try await WalkedDemo.once.value
            var kinds: Set<String> = []
            for tried in demo.tried {
                for act in tried.changes.compactMap(NotedAct.init) {
                    kinds.insert(act.what)
                    let person = Self.entering.contains(act.what) ? act.values["who"] : try who(tried.one.seeker, demo)
                    #expect(act.faults(who: person, at: demo.house.time.now, secrets: Self.typed) == [], "\(tried.one)")
                }
                if Set(["/sign-out", "/account/ended-sessions"]).contains(tried.one.pattern) {
                    #expect(tried.changes.contains { NotedAct($0) != nil })
                }
            }
            kinds.formUnion(try await exported(demo))
            // Made on the machine itself, see MachineDoorTests; and with a code from a phone, see SecondStepTests.
            let elsewhere: Set = ["password-link-made", "second-step-on", "second-step-off"]
            #expect(kinds.union(elsewhere) == Set(ActLog.Act.allCases.map(\.rawValue)))
        }

        /// What is noted when a report leaves as a file.
        private func exported(_ demo: WalkedDemo) async throws -> Set<String> {
            let files = demo.pages.filter { page in
                page.pattern.contains("/report") && [".csv", ".xlsx"].contains { page.pattern.hasSuffix($0) }
            }
            #expect(Set(files.map(\.pattern)).count == 4)
            var kinds: Set<String> = []
            for file in files {
                #expect(try await demo.browser(file.seeker).get(file.path).status == 200)
                let acts = try demo.notes.taken().compactMap(NotedAct.init)
                try demo.notes.takeBack()
                #expect(acts.count == 1, "\(file.path)")
                let round = file.path.split(separator: "/")[3].split(separator: "?")[0]
                for act in acts {
                    kinds.insert(act.what)
                    #expect(
                        act.faults(who: try who(file.seeker, demo), at: demo.house.time.now, secrets: Self.typed) == [])
                    #expect(act.values["about"]?.contains(round) ?? false)
                }
            }
            return kinds
        }

        @Test("S10: the line tells from where, as our own proxy says it")
        func fromWhere() async throws {
            let house = try TestHouse(settings: { $0.trustsProxy = true })
            let browser = house.browser()
            browser.headers = ["X-Forwarded-For": "10.0.0.9, 192.0.2.7"]
            let seen = try await browser.post("/sign-in", ["email": "wie@voorbeeld.nl", "password": "fout"])
            #expect(seen.status == 422)
            #expect(
                try await house.database.read {
                    try $0.all("SELECT address FROM act") { try $0.get("address", as: String.self) }
                } == ["192.0.2.7"])
        }

        @Test("S10: mutants: a line without who, what, about or when, and one that tells a secret are found")
        func mutants() throws {
            let at = Moment(milliseconds: 5)
            let good =
                "act + number=1 | at=5 | who='p' | what='role-given' | about='holding 1' | address='::1' | chain='\(String(repeating: "0", count: 64))'"
            func faults(_ line: String) -> Int {
                NotedAct(line)?.faults(who: "p", at: at, secrets: ["Marijke"]).count ?? 9
            }
            #expect(faults(good) == 0)
            for (old, new) in [
                ("who='p'", "who=NULL"), ("role-given", "something"), ("holding 1", ""), ("at=5", "at=6"),
                ("address", "place"),
                ("holding 1", "Marijke"), ("holding 1", "0123456789abcdefghjkmnpqrs"),
            ] { #expect(faults(good.replacing(old, with: new)) == 1, "\(new)") }
        }

        @Test(
            "S10: mutants: a line that was changed, taken out or put elsewhere is seen",
            arguments: [
                "UPDATE act SET at = at + 1 WHERE number = 2", "UPDATE act SET who = NULL WHERE number = 2",
                "UPDATE act SET what = 'signed-in' WHERE number = 2",
                "UPDATE act SET about = about || 'x' WHERE number = 2",
                "UPDATE act SET address = 'x' WHERE number = 2", "DELETE FROM act WHERE number = 2",
                "DELETE FROM act WHERE number = 1", "UPDATE act SET number = -number WHERE number IN (2, 3)",
                "UPDATE act SET chain = replace(chain, substr(chain, 1, 1), 'x') WHERE number = 3",
            ])
        func tampering(_ statement: String) async throws {
            let demo = try await WalkedDemo.once.value
            let broken: @Sendable () async throws -> Int? = { try await demo.house.database.read(ActLog.firstBroken) }
            #expect(try await broken() == nil)
            try demo.notes.tamper(statement)
            #expect(try await broken() != nil)
            try demo.notes.takeBack()
            #expect(try await broken() == nil)
        }
    }
}
