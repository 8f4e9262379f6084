import Database
import Membership
import Site
import TestHouse
import Testing

@Suite("The partners of a region")
struct PartnerTests {
    @Test("a partner that was just added by mistake can be taken out, asked first; one with people or of another day cannot")
    func removed() async throws {
        let region = try await SmallRegion()
        let (old, new) = (try await region.addPartner("Oude school"), try await region.addPartner("Typfout"))
        let browser = try await region.leading()
        let path = "\(region.partners)/\(new.id.text)/removals"
        #expect(try await browser.get("\(region.partners)/\(new.id.text)").links.contains(path))
        let asked = try await browser.get(path)
        #expect(asked.status == 200 && asked.shows("Wilt u Typfout weghalen?"))
        #expect(try await region.partnerships().count == 2)
        let done = try await browser.send(try #require(asked.form(to: path)))
        #expect(try await browser.get(try #require(done.location)).shows("Weggehaald."))
        #expect(try await region.partnerships().map(\.id) == [old.id])
        #expect(try await browser.get(path).status == 404)
        region.house.time.pass(days: 2)
        let later = try await region.leading()
        #expect(try await later.get("\(region.partners)/\(old.id.text)/removals").status == 404)
        #expect(try await later.post("\(region.partners)/\(old.id.text)/removals", from: region.partners).status == 404)
    }

    @Test("a page that answers a form leads back to the form in the other language, and says that what stands there goes")
    func otherLanguage() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let wrong = try await browser.post(region.partners, ["name": ""], from: region.partners + "/new")
        #expect(wrong.status == 422 && wrong.shows("Wat u hier ziet of typte, staat er dan niet meer."))
        #expect(wrong.form(to: "/language")?.field("next")?.value == region.partners + "/new")
        let previews = region.imports("partners") + "/previews"
        let preview = try await browser.post(previews, ["rows": "naam;sector;plaats\nA;onderwijs;B"], from: region.imports("partners"))
        #expect(preview.form(to: "/language")?.field("next")?.value == region.imports("partners"))
        let shown = try await browser.get(region.partners)
        #expect(!shown.shows("staat er dan niet meer") && shown.form(to: "/language")?.field("next")?.value == region.partners)
    }

    @Test("an empty region says what to do first, to a leader and to an insider")
    func empty() async throws {
        let region = try await SmallRegion()
        let leader = try await region.leading().get(region.partners)
        #expect(leader.status == 200)
        #expect(leader.shows("Er zijn nog geen partners"))
        #expect(leader.shows("Voeg een partner toe"))
        let insider = try await region.house.browser(as: region.people[.facilitator] ?? region.stranger).get(region.partners)
        #expect(insider.shows("De projectleider zet hier neer wie er meedoen."))
        #expect(!insider.shows("Voeg een partner toe"))
    }

    @Test("a partner that was added stands in its sector, and the headline counts it")
    func add() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let sent = try await browser.post(
            region.partners,
            ["name": " Rijnschool ", "sector": "education", "kind": "vmbo-school", "size": "medium", "place": "Leiden", "from": "2026-01-15"],
            from: region.partners + "/new")
        #expect(sent.status == 303)
        let page = try await browser.get(region.partners)
        #expect(page.shows("Partners: 1 onderwijs, 0 ondernemers, 0 overheid"))
        #expect(page.shows("Rijnschool"))
        #expect(page.shows("vmbo-school"))
        #expect(page.shows("sinds 15 januari 2026"))
        #expect(page.shows("Er doet nog geen bedrijf mee"))
    }

    @Test("everything that is wrong is said at once, and what was typed stays")
    func problems() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let page = try await browser.post(
            region.partners, ["name": "", "sector": "kerk", "place": "Óss", "from": "gisteren", "kind": "x"],
            from: region.partners + "/new")
        #expect(page.status == 422)
        for words in ["Vul de naam van de organisatie in.", "Kies de sector.", "Dit is geen datum.", "value=\"Óss\""] {
            #expect(page.shows(words), "\(words)")
        }
        #expect(try await region.partnerships().isEmpty)
    }

    @Test("an organisation that the programme knows is offered and not doubled")
    func alike() async throws {
        let region = try await SmallRegion()
        let known = try await region.addPartner("Rijnschool", place: "Leiden", in: region.elsewhere)
        let browser = try await region.leading()
        let fields: KeyValuePairs = ["name": "RIJN-SCHÓÓL", "sector": "education", "place": "leiden", "from": "2026-01-01"]
        let asked = try await browser.post(region.partners, fields, from: region.partners + "/new")
        #expect(asked.status == 422)
        #expect(asked.shows("Bestaat al: Rijnschool in Leiden. Is dit dezelfde?"))
        #expect(try await region.partnerships().isEmpty)

        let chosen: KeyValuePairs = [
            "name": "RIJN-SCHÓÓL", "sector": "education", "place": "leiden", "from": "2026-01-01",
            "same": known.partner.id.text,
        ]
        #expect(try await browser.post(region.partners, chosen, from: region.partners + "/new").status == 303)
        #expect(try await region.partnerships().map(\.partner.id) == [known.partner.id])
        let again = try await browser.post(region.partners, chosen, from: region.partners + "/new")
        #expect(again.status == 422)
        #expect(again.shows("Rijnschool staat al bij uw partners."))
    }

    @Test("one that is different is added, and a key from elsewhere is no choice")
    func different() async throws {
        let region = try await SmallRegion()
        try await region.addPartner("Rijnschool", in: region.elsewhere)
        let other = try await region.addPartner("Geheim", place: "Gouda", in: region.elsewhere)
        let browser = try await region.leading()
        let forged = try await browser.post(
            region.partners,
            ["name": "Rijnschool", "sector": "education", "place": "Leiden", "from": "2026-01-01", "same": other.partner.id.text],
            from: region.partners + "/new")
        #expect(forged.shows("Is dit dezelfde?"))
        #expect(try await region.partnerships().isEmpty)
        let sent = try await browser.post(
            region.partners,
            ["name": "Rijnschool", "sector": "education", "place": "Leiden", "from": "2026-01-01", "same": "other"],
            from: region.partners + "/new")
        #expect(sent.status == 303)
        #expect(try await region.partnerships().count == 1)
    }

    @Test("the second of two editors sees both texts and loses neither")
    func twoEditors() async throws {
        let region = try await SmallRegion()
        let one = try await region.addPartner("Rijnschool")
        let path = "\(region.partners)/\(one.id.text)"
        let first = try await region.leading()
        let second = try await region.house.browser(as: region.executive)
        let base: KeyValuePairs = ["sector": "education", "place": "Leiden", "from": "2024-01-01", "size": "small", "edition": "1"]
        #expect(try await first.post(path, base.with("name", "Rijnschool Noord")).status == 303)
        let stale = try await second.post(path, base.with("name", "Rijnschool Zuid"))
        #expect(stale.status == 409)
        #expect(stale.shows("Rijnschool Noord"))
        #expect(stale.shows("value=\"Rijnschool Zuid\""))
        #expect(stale.shows("name=\"edition\" value=\"2\""))
        #expect(try await region.partnerships().map(\.partner.name) == ["Rijnschool Noord"])
    }

    @Test("a partnership ends on its last day, and that can be undone")
    func end() async throws {
        let region = try await SmallRegion()
        let one = try await region.addPartner("Rijnschool")
        let path = "\(region.partners)/\(one.id.text)"
        let browser = try await region.leading()
        #expect(try await browser.post(path + "/endings", ["until": "2023-12-31"], from: path).shows("kan niet voor de eerste dag liggen"))
        #expect(try await browser.post(path + "/endings", ["until": "2026-11-22"], from: path).status == 303)
        let list = try await browser.get(region.partners)
        #expect(list.shows("Niet meer partner (1)"))
        #expect(list.shows("1 januari 2024 tot en met 22 november 2026"))
        let twice = try await browser.post(path + "/endings", ["until": "2026-11-01"], from: path)
        #expect(twice.status == 409)
        #expect(twice.shows("2026-11-01"))
        let late = try await browser.post(path, ["name": "X", "sector": "business", "place": "Y", "from": "2024-01-01", "edition": "1"])
        #expect(late.status == 422)
        #expect(try await browser.post(path + "/resumptions", from: path).status == 303)
        #expect(try await region.partnerships().map(\.until) == [nil])
    }

    @Test("a partner that came back cannot also go on as if it never left")
    func resumeTwice() async throws {
        let region = try await SmallRegion()
        let one = try await region.addPartner("Rijnschool")
        let path = "\(region.partners)/\(one.id.text)"
        let browser = try await region.leading()
        _ = try await browser.post(path + "/endings", ["until": "2025-01-01"], from: path)
        let early: KeyValuePairs = [
            "name": "Rijnschool", "sector": "education", "place": "Leiden", "from": "2024-06-01", "same": one.partner.id.text,
        ]
        #expect(try await browser.post(region.partners, early, from: region.partners + "/new").shows("Kies een latere dag."))
        let back: KeyValuePairs = [
            "name": "Rijnschool", "sector": "education", "place": "Leiden", "from": "2026-01-01", "same": one.partner.id.text,
        ]
        #expect(try await browser.post(region.partners, back, from: region.partners + "/new").status == 303)
        let resumed = try await browser.post(path + "/resumptions", from: path)
        #expect(resumed.status == 422)
        #expect(resumed.shows("is daarna opnieuw partner geworden"))
    }

    @Test("a leader of one region touches nothing of another: not found")
    func otherRegion() async throws {
        let region = try await SmallRegion()
        let one = try await region.addPartner("Elders", in: region.elsewhere)
        let browser = try await region.leading()
        let path = "\(region.partners)/\(one.id.text)"
        #expect(try await browser.get(path).status == 404)
        for tail in ["", "/endings", "/resumptions"] {
            let seen = try await browser.post(
                path + tail, ["name": "Raak", "sector": "business", "place": "X", "from": "2024-01-01", "until": "2026-01-01", "edition": "1"],
                from: region.partners + "/new")
            #expect(seen.status == 404, "\(tail)")
        }
        let there = try await region.partnerships(in: region.elsewhere)
        #expect(there.map(\.partner.name) == ["Elders"])
        #expect(there.map(\.until) == [nil])
    }

    @Test("hostile text changes no element of any page", arguments: Hostile.texts)
    func hostile(text: String) async throws {
        #expect(try await skeletons(text) == skeletons("gewoon"))
    }

    /// The pages on which a partner's words stand, with `text` in every field.
    private func skeletons(_ text: String) async throws -> [[String]] {
        let region = try await SmallRegion()
        try await region.addPartner("Ander", .business)
        try await region.addPartner("Derde", .government)
        let browser = try await region.leading()
        let fields: KeyValuePairs = ["name": text, "sector": "education", "kind": text, "place": text, "from": "2024-01-01"]
        #expect(try await browser.post(region.partners, fields, from: region.partners + "/new").status == 303)
        let one = try #require(try await region.partnerships().first { $0.partner.sector == .education })
        let path = "\(region.partners)/\(one.id.text)"
        let wrong: KeyValuePairs = ["name": text, "sector": text, "kind": text, "place": text, "from": text, "size": text]
        let pages = [
            try await browser.get(region.partners), try await browser.get(path),
            try await browser.post(region.partners, fields, from: region.partners + "/new"),
            try await browser.post(region.partners, wrong, from: region.partners + "/new"),
            try await browser.post(path, fields.with("edition", "0")),
        ]
        return pages.map { Skeleton.of($0.body) }
    }
}

extension KeyValuePairs<String, String> {
    func with(_ name: String, _ value: String) -> Self {
        // A literal is the only way to make one; the count of fields in these tests is small and fixed.
        let all = map { ($0.key, $0.value) } + [(name, value)]
        func at(_ index: Int) -> (String, String) { index < all.count ? all[index] : ("unused\(index)", "") }
        return [
            at(0).0: at(0).1, at(1).0: at(1).1, at(2).0: at(2).1, at(3).0: at(3).1, at(4).0: at(4).1, at(5).0: at(5).1,
            at(6).0: at(6).1, at(7).0: at(7).1,
        ]
    }
}
