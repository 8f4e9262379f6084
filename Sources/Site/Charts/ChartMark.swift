package import Markup

/// How one voice is drawn: told by shape as well as colour, so that it can be read without colours.
package enum ChartMark: String, Sendable, CaseIterable {
    case education, business, government
    case governing, tactical, operational
    /// Everybody together, or now.
    case whole
    /// An earlier time.
    case earlier

    /// The mark by itself, for a legend.
    var drawn: Markup { drawn(nil) }

    /// The mark at `place` (0...1) of the width; the sheet puts it in the middle of its row.
    func drawn(at place: Double) -> Markup { drawn(.share(min(1, max(0, place)))) }

    /// What does not differ from mark to mark stands in the sheet, so that a page with many of them stays light.
    private func drawn(_ x: Length?) -> Markup {
        let name = Attribute.class("m-\(rawValue)")
        return switch self {
        case .education, .whole, .earlier, .operational: circle(name, x.map { .cx($0) })
        case .business: rect(name, x.map { .x($0) })
        case .government: svg(name, x.map { .x($0) }) { path(.d("M0-9 9 8H-9z")) }
        case .governing: svg(name, x.map { .x($0) }) { path(.d("M0-10 10 0 0 10-10 0z")) }
        case .tactical: svg(name, x.map { .x($0) }) { path(.d("M0 9 9-8H-9z")) }
        }
    }
}

/// What the marks of a chart stand for.
package struct ChartLegend: Sendable {
    package let entries: [(mark: ChartMark, label: Markup)]

    package init(_ entries: [(mark: ChartMark, label: Markup)]) { self.entries = entries }

    package var markup: Markup {
        p(.class("legend")) {
            entries.markup { entry in
                span(.class("mark")) {
                    svg(.ariaHidden, .viewBox("-10 -10 20 20")) { entry.mark.drawn }
                    entry.label
                }
                " "
            }
        }
    }
}

/// The colours of levels, from the lowest to the highest: seven steps, of which a scale takes as many as it needs.
enum LevelColour {
    static func name(_ level: Int, of levels: Int) -> String {
        let steps: [Int] =
            switch levels {
            case ...1: [6]
            case 2: [0, 6]
            case 3: [0, 3, 6]
            case 4: [0, 2, 4, 6]
            case 5: [0, 2, 3, 4, 6]
            case 6: [0, 1, 2, 4, 5, 6]
            default: (0..<levels).map { $0 * 6 / (levels - 1) }
            }
        return "s\(steps.indices.contains(level) ? steps[level] : 3)"
    }
}
