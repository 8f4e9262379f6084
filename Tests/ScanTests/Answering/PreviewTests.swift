import Database
import Foundation
import Membership
import Scan
import Site
import TestHouse
import Testing

@Suite("A round as a respondent will see it")
struct PreviewTests {
    @Test("an insider sees every screen with a bar that says nothing is saved")
    func screens() async throws {
        let world = try await AnswerWorld(isOpen: false)
        let browser = try await world.leader()
        let base = "/regions/\(world.region.id.text)/rounds/\(world.round.id.text)/preview"
        for (number, words) in ["Wie ziet dit?", "Hoe vaak geven bedrijven les?", "Wat moet eerst?", "Is er een visie?", "Dank u wel"].enumerated() {
            let seen = try await browser.get("\(base)/\(number)")
            #expect(seen.status == 200 && seen.shows("Voorbeeld.") && seen.shows(words), "\(number)")
            #expect(seen.links.contains("/regions/\(world.region.id.text)/rounds/\(world.round.id.text)"))
        }
    }

    @Test("going on leads to the next screen, and nothing that was filled in is kept")
    func nothingSaved() async throws {
        let world = try await AnswerWorld(isOpen: false)
        let browser = try await world.leader()
        let base = "/regions/\(world.region.id.text)/rounds/\(world.round.id.text)/preview"
        #expect(try await browser.post("\(base)/0").location == "\(base)/1")
        let next = try await browser.post("\(base)/1", ["a-lessons": "1", "a-help": "Tijd"])
        #expect(next.location == "\(base)/2")
        #expect(try await browser.post("\(base)/2", ["back": "1"]).location == "\(base)/1")
        #expect(try await browser.post("\(base)/3").location == "\(base)/4")
        let rows = try await world.house.database.read { try $0.count("SELECT COUNT(*) AS n FROM response") }
        #expect(rows == 0)
    }

    @Test("the questions are the very markup that a respondent gets")
    func same() async throws {
        let world = try await AnswerWorld()
        let base = "/regions/\(world.region.id.text)/rounds/\(world.round.id.text)/preview"
        let preview = try await world.leader().get("\(base)/2").text
        let real = try await world.house.browser().get("\(world.link())/themes/2").text
        let questions = { (text: String) in text.components(separatedBy: "<fieldset").dropFirst().joined().components(separatedBy: "<div class=\"steps\"")[0] }
        #expect(!questions(preview).isEmpty && questions(preview) == questions(real))
    }

    @Test("nobody else sees it: not without signing in, not from another region, not of another region's round")
    func access() async throws {
        let world = try await AnswerWorld()
        let base = "/regions/\(world.region.id.text)/rounds/\(world.round.id.text)/preview/1"
        #expect(try await world.house.browser().get(base).status == 303)
        let elsewhere = Region(
            id: .new(at: world.house.time.now), programme: world.region.programme, name: "Elders", part: "",
            since: world.house.time.today)
        try await world.house.database.write { try RegionStore.add(elsewhere, $0) }
        let leader = try await world.leader()
        #expect(try await leader.get("/regions/\(elsewhere.id.text)/rounds/\(world.round.id.text)/preview/1").status == 404)
        for number in ["9", "-1", "x", "4"] {
            let status = try await leader.get("/regions/\(world.region.id.text)/rounds/\(world.round.id.text)/preview/\(number)").status
            #expect(status == (number == "4" ? 200 : 404))
        }
    }
}
