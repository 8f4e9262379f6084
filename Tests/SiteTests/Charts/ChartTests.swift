import Markup
import Testing

@testable import Site

@Suite("Charts")
struct ChartTests {
    private func html(_ markup: Markup) -> String { String(decoding: markup.bytes(), as: UTF8.self) }

    @Test("a difference chart has a mark a voice at its percentage, and says the same in words")
    func difference() {
        let seen = html(
            DifferenceChart(
                axis: ["nee", "soms", "ja"].map(Markup.verbatim),
                rows: [
                    .init(
                        verbatim("Leerlijn"), isStrong: true, places: [(.education, 0.8), (.business, 0.17), (.government, 0.56)],
                        words: "Leerlijn: onderwijs ‘ja’")
                ]
            ).markup)
        #expect(seen.contains("<circle class=\"m-education\" cx=\"80%\"/>"))
        #expect(seen.contains("<rect class=\"reach\" x=\"17%\" width=\"63%\"/>"))
        #expect(seen.contains("<dl class=\"rows differences grid-3\">"))
        #expect(seen.contains("aria-label=\"Leerlijn: onderwijs ‘ja’\""))
        #expect(!seen.contains("viewBox") && !seen.contains("style"))
    }

    @Test("parts of a bar stand side by side, and a figure is written only where it fits")
    func distribution() {
        let seen = html(
            DistributionChart(
                levels: ["a", "b", "c", "d"].map(Markup.verbatim),
                rows: [
                    .init(
                        verbatim("onderwijs"), note: "20 mensen",
                        parts: [.init(share: 0.5, text: "10"), .init(share: 0.05, text: "1"), .init(share: 0.02, text: "0"), .init(share: 0.43, text: "9")],
                        words: "onderwijs: a 10")
                ]
            ).markup)
        #expect(seen.contains("<rect class=\"s0\" width=\"50%\"/><text>10</text>"))
        #expect(seen.contains("<rect class=\"s2\" x=\"50%\" width=\"5%\"/>"))
        #expect(seen.contains("<rect class=\"s6\" x=\"57%\" width=\"43%\"/>"))
        #expect(seen.contains(">10</text>") && seen.contains(">1</text>") && !seen.contains(">0</text>"))
    }

    @Test("shares outside the whole are drawn at its ends")
    func ends() {
        let seen = html(ShareChart([.init(verbatim("a"), share: 1.4, value: "alle"), .init(verbatim("b"), share: -1, value: "geen")]).markup)
        #expect(seen.contains("width=\"100%\"/></svg>") && seen.contains("width=\"0%\""))
        let coverage = html(CoverageChart([.init(verbatim("a"), invited: 0, answered: nil, value: "te weinig")]).markup)
        #expect(coverage.contains("te weinig"))
    }

    @Test("each scale has colours from the lowest to the highest", arguments: 1...12)
    func colours(_ levels: Int) {
        let names = (0..<levels).map { LevelColour.name($0, of: levels) }
        #expect(names.sorted() == names)
        #expect(names.last == "s6")
    }
}
