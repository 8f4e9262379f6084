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
    var drawn: Markup {
        switch self {
        case .education, .whole: circle(.class("m-\(rawValue)"), .r(8))
        case .earlier, .operational: circle(.class("m-\(rawValue)"), .r(7))
        case .business: rect(.class("m-business"), .x(-8), .y(-8), .width(16), .height(16))
        case .government: path(.class("m-government"), .d("M0-9 9 8H-9z"))
        case .governing: path(.class("m-governing"), .d("M0-10 10 0 0 10-10 0z"))
        case .tactical: path(.class("m-tactical"), .d("M0 9 9-8H-9z"))
        }
    }

    /// The mark at `place` (0...1) of the width, in the middle of a row of 32 pixels.
    func drawn(at place: Double) -> Markup {
        svg(.x(.share(min(1, max(0, place)))), .y(16), .overflow("visible")) { drawn }
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
        return "step-\(steps.indices.contains(level) ? steps[level] : 3)"
    }

    /// Whether words on this colour are white.
    static func isDark(_ level: Int, of levels: Int) -> Bool {
        ["step-0", "step-1", "step-5", "step-6"].contains(name(level, of: levels))
    }
}
