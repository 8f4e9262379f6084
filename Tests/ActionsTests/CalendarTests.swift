import Actions
import Database
import Files
import Foundation
import Membership
import Site
import TestHouse
import Testing

@Suite("Dates in one's own calendar")
struct CalendarTests {
    private func link(_ browser: Browser) async throws -> String {
        let page = try await browser.get("/calendar").text
        let found = try #require(page.firstMatch(of: #/https?://[^<]*(/calendar/[0-9a-z]{26}/dates\.ics)</#))
        return String(found.output.1)
    }

    @Test("the file of a region tells each viewer what the region's home tells, further ahead (A3)")
    func region() async throws {
        let world = try await ActionWorld()
        try await world.add("Techlab delen", until: "2027-09-01")
        try await world.add("Van niemand", owner: nil, until: "2027-09-02")
        try await world.add("Klaar", until: "2027-09-03", phase: .done)
        let path = "/regions/\(world.region.text)/calendar.ics"
        let leader = try await world.browser("leader").get(path)
        #expect(leader.header("content-type") == "text/calendar; charset=utf-8")
        #expect(leader.shows("SUMMARY:Techlab delen\r\n") && leader.shows("SUMMARY:Van niemand\r\n"))
        #expect(leader.shows("DTSTART;VALUE=DATE:20270901\r\n"))
        #expect(!leader.shows("Klaar"))
        let owner = try await world.browser("owner").get(path)
        #expect(owner.shows("Techlab delen") && !owner.shows("Van niemand"), "a partner sees only what is theirs")
        let partner = try await world.browser("partner").get(path)
        #expect(partner.status == 200 && !partner.shows("SUMMARY"))
        for name in ["neighbour", "office", "former"] {
            #expect(try await world.browser(name).get(path).status == 404, "\(name)")
        }
    }

    @Test("a link is followed without signing in, is stored as a digest alone, and is revoked at once")
    func followed() async throws {
        let world = try await ActionWorld()
        try await world.add("Techlab delen", until: "2026-11-01")
        let owner = try await world.browser("owner")
        _ = try await owner.post("/calendar/links", ["region": ""], from: "/calendar")
        let path = try await link(owner)
        let program = world.house.browser()
        #expect(try await program.get(path).shows("SUMMARY:Techlab delen\r\n"), "also over its date")
        let stored = try await world.house.database.read { reading in
            try reading.all("SELECT id, digest FROM calendar_link") { (try $0.get("id") as String) + (try $0.get("digest") as String) }
        }
        let secret = try #require(path.split(separator: "/").dropFirst().first)
        #expect(stored.count == 1 && !stored[0].contains(secret))
        _ = try await owner.post("/calendar/links", ["region": ""], from: "/calendar")
        #expect(try await link(owner) == path, "asking again keeps the link")
        let page = try await owner.get("/calendar").text
        let removal = try #require(page.firstMatch(of: #/action="(/calendar/links/[^"]+/removals)"/#)).output.1
        let stranger = try await world.browser("partner")
        _ = try await stranger.post(String(removal), [:], from: "/calendar")
        #expect(try await program.get(path).status == 200, "nobody else revokes it")
        _ = try await owner.post(String(removal), [:], from: "/calendar")
        #expect(try await program.get(path).status == 404)
        #expect(try await program.get("/calendar/\(String(repeating: "0", count: 26))/dates.ics").status == 404)
    }

    @Test("a role that ends closes the link at once (A6); without a role in the region none is made")
    func ended() async throws {
        let world = try await ActionWorld()
        try await world.add("Techlab delen", until: "2027-09-01")
        let leader = try await world.browser("leader")
        _ = try await leader.post("/calendar/links", ["region": "\(world.region.text)"], from: "/calendar")
        let path = try await link(leader)
        let program = world.house.browser()
        #expect(try await program.get(path).shows("Techlab delen"))
        let (person, yesterday) = (try world.person("leader"), world.house.time.today.adding(days: -1))
        try await world.house.database.write { writing in
            try writing.run("UPDATE holding SET until_day = $2 WHERE person = $1", person, yesterday)
        }
        #expect(try await program.get(path).status == 404)
        let neighbour = try await world.browser("neighbour")
        let refused = try await neighbour.post("/calendar/links", ["region": "\(world.region.text)"], from: "/calendar")
        #expect(refused.status == 404)
    }

    @Test("the list leaves as a workbook with real days, under the same rule and filter as the page")
    func workbook() async throws {
        let world = try await ActionWorld()
        try await world.add("=1+1", until: "2026-12-15")
        try await world.add("Klaar", until: nil, phase: .done)
        let seen = try await world.browser("steering").get(world.list + ".xlsx?phase=plan")
        let sheet = try Workbook.read(seen.body).sheets[0]
        let day = try #require(WrittenDate(year: 2026, month: 12, day: 15))
        #expect(sheet.rows.count == 2)
        #expect(sheet.rows[1][0] == .text("=1+1"))
        #expect(sheet.rows[1][3] == .date(day))
        for name in ["partner", "neighbour", "office", "former"] {
            #expect(try await world.browser(name).get(world.list + ".xlsx").status == 404, "\(name)")
        }
    }
}
