import App
import Foundation
import HTTPTypes
import Site
import TestHouse
import Testing

/// What is missing on a page that sends a form back (W5).
enum SentBack {
    /// - Parameter typed: what was sent, by the names of the fields.
    static func faults(_ seen: Seen, typed: [String: String]) -> [String] {
        var found = summary(of: seen)
        let forms = seen.forms.filter { form in form.method == "post" && form.fields.contains { typed[$0.name] != nil }
        }
        for (name, text) in typed.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("password") {
            let isKept = forms.contains { form in
                form.fields.contains { $0.name == name && plain($0.value) == plain(text) }
            }
            if !isKept { found.append("what was typed in \(name) is gone") }
        }
        return found
    }

    /// The summary stands above every field, and each line of it leads to a field, or to the group that it is in.
    private static func summary(of seen: Seen) -> [String] {
        var (found, links, ids): ([String], [String], [String: String]) = ([], [], [:])
        var (isInside, isSeen, isInMain) = (false, false, false)
        Tags.each(in: seen.body) { tag in
            if tag.name == "main" { isInMain = true }
            if tag.name == "section", tag["class"] == "problems" {
                isSeen = true
                isInside = true
                if tag["role"] != "alert" { found.append("the summary is not said aloud") }
            }
            if tag.name == "/section" { isInside = false }
            if isInside, tag.name == "a" { links.append(tag["href"] ?? "") }
            if let id = tag["id"] { ids[id] = tag.name }
            let isField = ["textarea", "select"].contains(tag.name) || tag.name == "input" && tag["type"] != "hidden"
            if isInMain, isField, !isSeen { found.append("a field stands above the summary") }
        }
        if !isSeen { return ["no summary"] }
        if links.isEmpty { found.append("the summary is empty") }
        for link in links {
            let tag = ids[String(link.dropFirst())]
            if !link.hasPrefix("#") || !["input", "textarea", "select", "fieldset"].contains(tag ?? "") {
                found.append("“\(link)” leads to \(tag ?? "nothing")")
            }
        }
        return found
    }

    /// Browsers send lines with CR LF; a page holds LF.
    private static func plain(_ text: String) -> String { text.replacingOccurrences(of: "\r\n", with: "\n") }
}

extension Everywhere {
    @Suite("W5: mistakes in forms")
    struct MistakesTests {
        /// Every way in which a person can fill a form in wrongly: nothing at all, and words where something else is asked.
        private func mistakes(_ one: FoundForm) -> [[String: String]] {
            [one.typedFields.map { ($0, "") }, one.typedFields.map { ($0, "geen idee, 31 februari") }].map { typed in
                Dictionary(typed) { first, _ in first }
            }
        }

        @Test("W5: on every form that is sent back: a summary on top, a link to each field, and what was typed")
        func everyForm() async throws {
            let demo = try await WalkedDemo.once.value
            var sentBack: Set<String> = []
            for one in demo.forms where !one.typedFields.isEmpty {
                for typed in mistakes(one) {
                    let all = one.filled().merging(typed) { $1 }
                    let (seen, _) = try await demo.sending(one) { $0.sent(all) }
                    #expect([200, 303, 422].contains(seen.status), "\(one): \(seen.status)")
                    guard seen.status == 422 else { continue }
                    sentBack.insert(one.pattern)
                    let faults = SentBack.faults(seen, typed: typed)
                    #expect(faults == [], "\(one)")
                }
            }
            #expect(sentBack.count > 15)
        }

        @Test("W5: the same for a text that is too long: nothing of it is cut off")
        func tooLong() async throws {
            let demo = try await WalkedDemo.once.value
            let text = String(repeating: "Veel te lang. ", count: 700) + "Tot hier."
            for one in demo.forms where !one.textFields.isEmpty {
                let typed = Dictionary(one.textFields.map { ($0, text) }) { first, _ in first }
                let (seen, _) = try await demo.sending(one) { $0.sent(one.filled().merging(typed) { $1 }) }
                #expect([303, 422].contains(seen.status), "\(one): \(seen.status)")
                guard seen.status == 422 else { continue }
                #expect(SentBack.faults(seen, typed: typed) == [], "\(one)")
            }
        }

        @Test("W5: mutants: no summary, a link that leads nowhere, a summary below, and a text that is gone are found")
        func mutants() {
            let good = """
                <main><section class="problems" role="alert"><ul><li><a href="#name">Vul in</a></li></ul></section>
                <form method="post" action="/x"><input id="name" name="name" type="text" value="Mijn woorden"></form></main>
                """
            func faults(_ page: String) -> Int { SentBack.faults(Seen(page), typed: ["name": "Mijn woorden"]).count }
            #expect(faults(good) == 0)
            #expect(faults(good.replacing("class=\"problems\"", with: "")) == 1)
            #expect(faults(good.replacing("#name", with: "#other")) == 1)
            #expect(faults(good.replacing("role=\"alert\"", with: "")) == 1)
            #expect(faults(good.replacing("Mijn woorden", with: "")) == 1)
            #expect(faults(good.replacing("<main>", with: "<main><textarea name=\"a\"></textarea>")) == 1)
        }
    }
}
