import Database
import Foundation
import Membership
import Site
import TestHouse
import Testing

@Suite("The people of a region")
struct PeopleTests {
    static let anna: KeyValuePairs = [
        "name": "Anna de Wit", "email": "Anna@School.nl", "role": "subproject-leader", "level": "tactical", "from": "2026-11-23",
    ]

    @Test("the list tells role, level, organisation and period, and folds what ended")
    func list() async throws {
        let region = try await SmallRegion()
        let page = try await region.leading().get(region.peoplePath)
        #expect(page.shows("6 mensen doen mee"))
        #expect(page.shows("projectleider"))
        #expect(page.shows("leiding"))
        #expect(page.shows("sinds 1 januari 2024"))
        #expect(page.shows("Rollen die zijn afgelopen (1)"))
        #expect(!page.shows("neighbour"))
    }

    @Test("somebody who is added gets a link that is shown once, and the role at once")
    func add() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let page = try await browser.post(region.peoplePath, Self.anna, from: region.peoplePath + "/new")
        #expect(page.status == 200)
        #expect(page.shows("Geef deze link door aan Anna de Wit"))
        let link = try #require(page.welcomeLink)
        #expect(page.shows("data-copy=\"\(link)\""))
        let digest = try #require(Secret(String(link.split(separator: "/").last ?? ""))).digest(for: "welcome")
        let stored = try await region.house.database.read { reading in
            try reading.count("SELECT COUNT(*) AS n FROM welcome WHERE digest = $1", digest)
        }
        #expect(stored == 1)
        let list = try await browser.get(region.peoplePath)
        #expect(list.shows("Anna de Wit"))
        #expect(!list.shows(link))
        let anna = try #require(try await region.appointees().first { $0.person.email == "anna@school.nl" })
        #expect(try await region.house.browser(as: anna.person.id).get(region.peoplePath).status == 200)
    }

    @Test("a wrong name, address, organisation or level is mended as long as somebody has no account of their own")
    func corrected() async throws {
        let region = try await SmallRegion()
        let partner = try await region.addPartner("Rijnschool").partner
        let browser = try await region.leading()
        let added = try await browser.post(region.peoplePath, Self.anna, from: region.peoplePath + "/new")
        let old = try #require(added.welcomeLink).components(separatedBy: "/welcome/").last ?? ""
        let anna = try #require(try await region.appointees().first { $0.person.email == "anna@school.nl" })
        let path = "\(region.peoplePath)/\(anna.id.text)"
        #expect(try await browser.get(path).links.contains(path + "/edit"))
        let form = try #require(try await browser.get(path + "/edit").form(to: path))
        let sent = try await browser.send(
            form, ["name": "Anne de Wit", "email": "anne@school.nl", "level": "operational", "partner": partner.id.text])
        #expect(sent.status == 303)
        #expect(try await browser.get(try #require(sent.location)).shows("Bewaard."))
        let mended = try #require(try await region.appointees().first { $0.id == anna.id })
        #expect(mended.person.name == "Anne de Wit" && mended.person.email == "anne@school.nl")
        #expect(mended.level == .operational && mended.partner?.id == partner.id && mended.role == .subprojectLeader)
        #expect(try await region.house.browser().get("/welcome/\(old)").status == 404, "a link to a wrong address opens nothing")
        let taken = try await browser.send(form, ["email": "neighbour@test.nl"])
        #expect(taken.status == 422 && taken.shows("Dit adres is al in gebruik"))
    }

    @Test("A8: nobody renames somebody who has an account, or who belongs elsewhere too; the level still changes")
    func notOurs() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let one = try #require(try await region.appointees().first { $0.role == .steeringGroupMember })
        let path = "\(region.peoplePath)/\(one.id.text)"
        let (elsewhere, now, person) = (region.elsewhere, region.house.time.now, one.person.id)
        try await region.house.database.write {
            try HoldingStore.add(.facilitator, person, region: elsewhere, level: .tactical, from: SmallRegion.start, at: now, $0)
        }
        let form = try #require(try await browser.get(path + "/edit").form(to: path))
        for changes in [["email": "leider@kwaad.nl"], ["name": "Iemand anders"]] {
            let refused = try await browser.send(form, changes)
            #expect(refused.status == 422 && refused.shows("heeft een eigen account"))
        }
        #expect(try await browser.send(form, ["level": "governing"]).status == 303)
        let after = try #require(try await region.appointees().first { $0.id == one.id })
        #expect(after.person.email == one.person.email && after.person.name == one.person.name && after.level == .governing)
    }

    @Test("sending the same form twice gives one role")
    func twice() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        _ = try await browser.post(region.peoplePath, Self.anna, from: region.peoplePath + "/new")
        let again = try await browser.post(region.peoplePath, Self.anna, from: region.peoplePath + "/new")
        #expect(again.status == 422)
        #expect(again.shows("heeft deze rol al"))
        #expect(try await region.appointees().count { $0.person.email == "anna@school.nl" } == 1)
    }

    @Test("a known address and an unknown one get the same page, and a known name does not show")
    func knownAddress() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let stranger = region.stranger
        try await region.house.database.write { try PersonStore.setPassword("x", of: stranger, $0) }
        let unknown = try await browser.post(region.peoplePath, Self.anna, from: region.peoplePath + "/new")
        let known = try await browser.post(
            region.peoplePath,
            ["name": "Iemand Anders", "email": "stranger@test.nl", "role": "facilitator", "level": "tactical", "from": "2026-11-23"],
            from: region.peoplePath + "/new")
        #expect(known.status == unknown.status)
        #expect(Skeleton.of(known.body) == Skeleton.of(unknown.body))
        #expect(known.welcomeLink != nil)
        let list = try await browser.get(region.peoplePath)
        #expect(list.shows("Iemand Anders"))
        #expect(!list.shows("P stranger"))
    }

    @Test("a link never opens an account that has a password or belongs elsewhere")
    func noTakeOver() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        for address in ["neighbour@test.nl", "office@test.nl"] {
            let page = try await browser.post(
                region.peoplePath, ["name": "X", "email": address, "role": "facilitator", "level": "tactical", "from": "2026-11-23"],
                from: region.peoplePath + "/new")
            #expect(page.welcomeLink != nil)
        }
        let stranger = region.stranger
        try await region.house.database.write { try PersonStore.setPassword("x", of: stranger, $0) }
        _ = try await browser.post(
            region.peoplePath, ["name": "X", "email": "stranger@test.nl", "role": "facilitator", "level": "tactical", "from": "2026-11-23"],
            from: region.peoplePath + "/new")
        let given = try await region.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM welcome") }
        #expect(given == 0)
    }

    @Test("a lost link is made again")
    func inviteAgain() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let facilitator = try await region.appointee(.facilitator)
        let path = "\(region.peoplePath)/\(facilitator.id.text)"
        let page = try await browser.post(path + "/invitations", from: path)
        #expect(page.status == 200)
        #expect(page.welcomeLink != nil)
    }

    @Test("everything that is wrong is said at once")
    func problems() async throws {
        let region = try await SmallRegion()
        let page = try await region.leading().post(
            region.peoplePath,
            ["name": "", "email": "geen adres", "role": "partner-contact", "level": "hoog", "from": "2026-02-30", "until": "x"],
            from: region.peoplePath + "/new")
        #expect(page.status == 422)
        for words in [
            "Vul de naam in.", "Dit is geen e-mailadres.", "Kies het niveau.", "Dit is geen datum.",
            "Kies voor welke partner deze persoon contactpersoon is.",
        ] { #expect(page.shows(words), "\(words)") }
    }

    @Test("a region gives only a region's roles, and organisations of its own (A8)", arguments: ["office", "committee-member", "critical-friend", "commissioner", "x"])
    func forgedRole(role: String) async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let page = try await browser.post(
            region.peoplePath, ["name": "A", "email": "a@b.nl", "role": role, "level": "tactical", "from": "2026-11-23"],
            from: region.peoplePath + "/new")
        #expect(page.status == 422)
        let other = try await region.addPartner("Elders", in: region.elsewhere)
        let sent = try await browser.post(
            region.peoplePath,
            ["name": "A", "email": "a@b.nl", "role": "partner-contact", "level": "tactical", "from": "2026-11-23", "partner": other.partner.id.text],
            from: region.peoplePath + "/new")
        #expect(sent.status == 422)
        #expect(try await region.appointees().allSatisfy { $0.person.email != "a@b.nl" })
    }

    @Test("nobody makes themselves lead executive, one by one or from a spreadsheet")
    func ownRise() async throws {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        let page = try await browser.post(
            region.peoplePath,
            ["name": "Ik", "email": "PROJECT-leader@test.nl", "role": "lead-executive", "level": "governing", "from": "2026-11-23"],
            from: region.peoplePath + "/new")
        #expect(page.status == 422)
        #expect(page.shows("Dat doet een ander."))
        let preview = try await browser.post(
            region.imports("people") + "/previews", ["rows": "naam;email;rol\nIk;project-leader@test.nl;penvoerder"],
            from: region.imports("people"))
        #expect(preview.status == 422)
        #expect(preview.shows("Dat doet een ander."))
    }

    @Test("an address for mail is judged by its bytes", arguments: [
        ("a@b.nl", true), ("A.B+c@Sub.School.nl", true), ("a@b", false), ("a b@c.nl", false), ("a@b.nl\r\nBcc: x@y.nl", false),
        ("a@@b.nl", false), ("@b.nl", false), ("a@b..nl", false), ("é@b.nl", false), ("a@b.nl,c@d.nl", false), ("<a@b.nl>", false),
    ])
    func emailAddress(text: String, isOne: Bool) {
        #expect((EmailAddress(text) != nil) == isOne)
    }

    @Test("hostile text changes no element of any page", arguments: Hostile.texts)
    func hostile(text: String) async throws {
        #expect(try await skeletons(text) == skeletons("gewoon"))
    }

    private func skeletons(_ text: String) async throws -> [[String]] {
        let region = try await SmallRegion()
        let browser = try await region.leading()
        try await region.addPartner(text)
        let partner = try #require(try await region.partnerships().first).partner.id.text
        let fields: KeyValuePairs = [
            "name": text, "email": "a@b.nl", "role": "partner-contact", "level": "tactical", "from": "2026-11-23", "partner": partner,
        ]
        let added = try await browser.post(region.peoplePath, fields, from: region.peoplePath + "/new")
        let one = try #require(try await region.appointees().first { $0.person.email == "a@b.nl" })
        let path = "\(region.peoplePath)/\(one.id.text)"
        let wrong: KeyValuePairs = ["name": text, "email": text, "role": text, "level": text, "from": text, "until": text, "partner": text]
        let pages = [
            added, try await browser.get(region.peoplePath), try await browser.get(path), try await browser.get(path + "/endings"),
            try await browser.post(region.peoplePath, wrong, from: region.peoplePath + "/new"),
            try await browser.post(path + "/endings", wrong.with("successor", text), from: path + "/endings"),
            try await browser.post(path + "/endings", wrong.with("until-was", "2020-01-01"), from: path + "/endings"),
        ]
        return pages.map { Skeleton.of($0.body) }
    }
}

extension Seen {
    /// The link that the page shows to pass on.
    var welcomeLink: String? {
        guard let start = text.range(of: "data-copy=\"")?.upperBound else { return nil }
        return text[start...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
}
