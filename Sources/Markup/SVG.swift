// Attributes of SVG. Places and sizes are percentages or pixels of the page, never a `viewBox`: then the
// marks of a chart fit a phone and a desk alike.

extension Attribute {
    package static func width(_ length: Length) -> Attribute { .init("width", .text(length.text)) }
    package static func height(_ length: Length) -> Attribute { .init("height", .text(length.text)) }
    package static func x(_ length: Length) -> Attribute { .init("x", .text(length.text)) }
    package static func y(_ length: Length) -> Attribute { .init("y", .text(length.text)) }
    package static func x1(_ length: Length) -> Attribute { .init("x1", .text(length.text)) }
    package static func x2(_ length: Length) -> Attribute { .init("x2", .text(length.text)) }
    package static func y1(_ length: Length) -> Attribute { .init("y1", .text(length.text)) }
    package static func y2(_ length: Length) -> Attribute { .init("y2", .text(length.text)) }
    package static func cx(_ length: Length) -> Attribute { .init("cx", .text(length.text)) }
    package static func cy(_ length: Length) -> Attribute { .init("cy", .text(length.text)) }
    package static func r(_ length: Length) -> Attribute { .init("r", .text(length.text)) }
    package static func rx(_ length: Length) -> Attribute { .init("rx", .text(length.text)) }
    package static func d(_ path: StaticString) -> Attribute { .init("d", .text("\(path)")) }
    /// Squares of one unit, as many lines as there are runs: `M4 4.5h7` is seven of them, drawn with a stroke of 1.
    package static func d(runs: [Run]) -> Attribute {
        .init("d", .text(runs.map { "M\($0.x) \($0.y).5h\($0.length)" }.joined()))
    }
    package static func viewBox(square side: Int) -> Attribute { .init("viewBox", .text("0 0 \(side) \(side)")) }
    package static func viewBox(_ box: StaticString) -> Attribute { .init("viewBox", .text("\(box)")) }
    package static func overflow(_ how: StaticString) -> Attribute { .init("overflow", .text("\(how)")) }
    package static func anchor(_ place: StaticString) -> Attribute { .init("text-anchor", .text("\(place)")) }
}

/// Squares beside each other in one row.
package struct Run: Sendable, Equatable {
    package let x: Int
    package let y: Int
    package let length: Int

    package init(x: Int, y: Int, length: Int) { (self.x, self.y, self.length) = (x, y, length) }
}

/// A length in SVG, rounded to a tenth so that a page stays light.
package enum Length: Sendable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case pixels(Double)
    case percent(Double)

    package init(integerLiteral value: Int) { self = .pixels(Double(value)) }
    package init(floatLiteral value: Double) { self = .pixels(value) }

    /// A share 0...1 of the whole width.
    package static func share(_ share: Double) -> Length { .percent(share * 100) }

    var text: String {
        switch self {
        case .pixels(let value): Self.short(value)
        case .percent(let value): Self.short(value) + "%"
        }
    }

    private static func short(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
