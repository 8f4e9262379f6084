import App
import Foundation
import HTTPTypes
import Site
import TestHouse
import struct TestHouse.Tag
import Testing

/// The pictures of a page that stand without a table of the same figures (W4).
struct Charts {
    private(set) var count = 0
    private(set) var bare: [String] = []
    /// What is open on the page, and what it holds so far.
    private var open: [Part] = []

    private struct Part {
        let tag: String
        let isDifferences: Bool
        var charts = 0
        var tables = 0
        var names = 0
        var places = 0

        init(tag: String, isDifferences: Bool) {
            self.tag = tag
            self.isDifferences = isDifferences
        }
    }
    private static let void: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]
    private static let parts: Set = ["section", "main", "article"]

    init(of seen: Seen) {
        let leadsToTable = seen.links.contains { link in
            ["/report/table", "/tables"].contains { link.split(separator: "?")[0].hasSuffix($0) }
        }
        Tags.each(in: seen.body) { read($0, leadsToTable) }
    }

    private mutating func read(_ tag: Tag, _ leadsToTable: Bool) {
        if tag.name.hasPrefix("/") { return close(String(tag.name.dropFirst()), leadsToTable) }
        // A picture in a table, or beside its figure in words, is hidden from whoever reads: it tells nothing else.
        if tag.name == "figure" || tag.name == "canvas" || tag.name == "img" { chart() }
        // A square for a camera holds an address that stands beside it, and no figures.
        if tag.name == "svg", tag["role"] == "img", tag["class"] != "qr", !open.contains(where: { $0.tag == "figure" }) { chart() }
        if tag.name == "table" { table() }
        if let list = open.lastIndex(where: { $0.tag == "dl" }) {
            if tag.name == "dt", tag["class"] == nil { open[list].names += 1 }
            if tag.name == "span", tag["class"] == "n", !tag.after.isEmpty { open[list].places += 1 }
        }
        if !Self.void.contains(tag.name) {
            open.append(Part(tag: tag.name, isDifferences: tag["class"]?.contains("differences") ?? false))
        }
    }

    private mutating func table() { for place in open.indices { open[place].tables += 1 } }

    private mutating func chart() {
        count += 1
        if let part = open.lastIndex(where: { Self.parts.contains($0.tag) }) { open[part].charts += 1 }
    }

    private mutating func close(_ name: String, _ leadsToTable: Bool) {
        while let last = open.popLast() {
            // A list in which each name carries its place in words is a table of two columns.
            if last.isDifferences, last.names > 0, last.names == last.places { table() }
            if last.charts > last.tables, !leadsToTable {
                bare.append("\(last.charts) pictures, \(last.tables) tables in a \(last.tag)")
            }
            if last.tag == name { return }
        }
    }
}

extension Everywhere {
    @Suite("W4: every picture has its table")
    struct ChartTableTests {
        @Test("W4: on every page each picture stands with a table, or the page leads to one with all figures")
        func everyPage() async throws {
            let demo = try await WalkedDemo.once.value
            var count = 0
            for page in demo.pages where page.seen.header("content-disposition") == nil {
                let charts = Charts(of: page.seen)
                count += charts.count
                #expect(charts.bare == [], "\(page.seeker) \(page.path)")
            }
            #expect(count > 40, "\(count) pictures")
        }

        @Test("W4: the table page has every figure of the pictures that lead to it")
        func tablePage() async throws {
            let demo = try await WalkedDemo.once.value
            let page = try #require(demo.pages.first { $0.pattern.hasSuffix("/report/table") })
            #expect(page.seen.text.components(separatedBy: "<table").count > 2 && Charts(of: page.seen).count == 0)
        }

        @Test("W4: mutants: a picture without a table is found, and one whose table stands elsewhere")
        func mutants() async throws {
            let demo = try await WalkedDemo.once.value
            let page = try #require(
                demo.pages.first { $0.pattern.hasSuffix("/report/themes/:theme") && $0.seen.shows("<figure") })
            let bare = Seen(page.seen.text.replacing(/<table.*?<\/table>/.dotMatchesNewlines(), with: "").replacing("/tables", with: "/"))
            #expect(!Charts(of: bare).bare.isEmpty)
            #expect(
                Charts(
                    of: Seen("<main><section><figure><svg role=\"img\"></svg></figure></section><table></table></main>")
                ).bare.count == 1)
            #expect(
                Charts(of: Seen("<main><section><svg role=\"img\"></svg><table></table></section></main>")).bare.isEmpty
            )
            let list =
                "<main><section><figure><dl class=\"rows differences\"><dt>2025<span class=\"n\">soms</span><dd><svg></svg></dl></figure></section></main>"
            #expect(
                Charts(of: Seen(list)).bare.isEmpty
                    && Charts(of: Seen(list.replacing("soms", with: ""))).bare.count == 1)
            #expect(Charts(of: Seen("<main><section><img src=\"/x\"></section></main>")).bare.count == 1)
        }
    }
}
