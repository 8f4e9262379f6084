import Foundation
import Site
import TestHouse
import Testing

@Suite("Two people change the same thing (C7)")
struct TwoEditorsTests {
    /// How the second of two editors fares: after the typing error, after mending it, and after seeing the first's text.
    private struct Course {
        let mended: Seen
        let again: Seen
        var isAtOnce = false
    }

    /// - Parameter isCareless: the form that comes back after a typing error has the newest edition.
    private func course(_ one: EditedForm, isCareless: Bool = false) async throws -> Course {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let (page, action) = (places.address(one.page), places.address(one.action))
        let person = try places.person(one.role)
        let (first, second) = (try await house.browser(as: person), try await house.browser(as: person))
        let opened = try await second.get(page)
        let form = try #require(opened.form(to: action), "\(opened.status) \(page)")
        let kept = try await first.send(try #require(try await first.get(page).form(to: action)), one.first)
        #expect(kept.status == 303, "\(one): the first keeps theirs")
        let refused = try await second.send(form, one.wrong)
        #expect(refused.status == 422 || refused.status == 409, "\(one): the typing error is seen, \(refused.status)")
        let back = try #require(refused.form(to: action))
        // A page may show the first's text at once.
        if refused.status == 409 {
            return Course(mended: refused, again: try await second.send(back, one.second), isAtOnce: true)
        }
        let newest = try await first.get(page).form(to: action)?.field("edition")?.value ?? ""
        let mended = try await second.send(back, one.second.merging(isCareless ? ["edition": newest] : [:]) { $1 })
        guard mended.status == 409 else { return Course(mended: mended, again: mended) }
        let seen = try #require(mended.form(to: action))
        return Course(mended: mended, again: try await second.send(seen))
    }

    @Test("after a typing error the second still meets the first's text, and keeps their own", arguments: EditedForm.all)
    func both(_ one: EditedForm) async throws {
        let course = try await course(one)
        #expect(course.mended.status == 409)
        #expect(course.mended.shows(one.theirs.isEmpty ? "role=\"alert\"" : one.theirs), "theirs")
        #expect(course.isAtOnce || course.mended.shows(one.own), "own")
        #expect(course.again.status == 303, "whoever saw both texts decides")
    }

    /// The mutant is the form as it was before: come back with the newest edition.
    @Test("mutant: a form that comes back as if it were new writes over the first unseen", arguments: EditedForm.all)
    func mutant(_ one: EditedForm) async throws {
        let course = try await course(one, isCareless: true)
        #expect(course.isAtOnce || course.mended.status == 303)
    }

    @Test("what was taken away meanwhile leaves the second their text")
    func gone() async throws {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let browser = try await house.browser(as: try places.person(.projectLeader))
        let (page, list) = (places.address("OPEN/questions/QUESTION"), places.address("OPEN/questions?theme=THEME"))
        let form = try #require(try await browser.get(page).form(to: page))
        let edition = form.field("edition")?.value ?? ""
        #expect(try await browser.post(page + "/removals", ["edition": edition], from: list).status == 303)
        let seen = try await browser.send(form, ["text": "Vraag van de ander?"])
        #expect(seen.status == 404 && seen.shows("Vraag van de ander?"))
    }

    @Test("ticks that came second stand beside what is in the round now")
    func selection() async throws {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let browser = try await house.browser(as: try places.person(.projectLeader))
        let page = places.address("OPEN/selection")
        let form = try #require(try await browser.get(page).form(to: page))
        let without = form.sent().filter { $0.1 != places.question }
        #expect(try await browser.send(without.filter { $0.1 != "pupil-flow-onward" }, to: page).status == 303)
        let seen = try await browser.send(without, to: page)
        #expect(seen.status == 409 && seen.shows("Staat niet in de ronde"))
        let again = try #require(seen.form(to: page))
        #expect(again.sent().contains { $0.1 == "pupil-flow-onward" } && !again.sent().contains { $0.1 == places.question })
        #expect(try await browser.send(again).status == 303)
    }

    @Test("every form with an edition, on every page of a leader and of the office, is in the list")
    func complete() async throws {
        let house = try await DemoHouse.copy()
        let places = try DemoPlaces(house)
        let known = Set(EditedForm.all.map { Self.kind(places.address($0.action)) })
        var found: Set<String> = []
        for (role, start) in [(Role.projectLeader, places.home), (.office, "/programmes/\(places.programme)")] {
            let browser = try await house.browser(as: try places.person(role))
            found.formUnion(try await Self.forms(from: start, browser))
        }
        #expect(found.subtracting(known) == [])
        #expect(known.subtracting(found) == [], "the walk met all that the list names")
    }

    /// The kinds of forms with an edition on the pages that links lead to, some of each kind of page.
    private static func forms(from start: String, _ browser: Browser) async throws -> Set<String> {
        var (waiting, seen, found) = ([start], Set<String>(), Set<String>())
        var times: [String: Int] = [:]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, times[kind(next), default: 0] < 6 else { continue }
            times[kind(next), default: 0] += 1
            let page = try await browser.get(next)
            for form in page.forms where form.field("edition") != nil && !EditedForm.wordless.contains(last(form.action)) {
                found.insert(kind(form.action))
            }
            waiting += page.links.filter { !$0.contains("new?") && !$0.contains(".csv") }
        }
        return found
    }

    private static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }

    /// The address without what names one of many.
    private static func kind(_ path: String) -> String {
        path.replacing(/\?.*/, with: "").replacing(/[0-9a-f]{8}-[0-9a-f-]{27}/, with: ":id")
            .replacing(/\/(themes|questions)\/(?!new)[a-z0-9-]+/) { "/\($0.output.1)/:key" }
    }
}
