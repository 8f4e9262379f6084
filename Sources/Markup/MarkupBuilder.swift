/// Collects markup from a closure: `div { h1 { "Regio" }; verbatim(name) }`.
///
/// A literal is a ``Phrase``, words of the product. A `String` does not compile: say `verbatim(_:)`,
/// so that nobody shows a person's text by accident where a phrase was meant.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ markup: Markup) -> Markup { markup }
    package static func buildExpression(_ phrase: Phrase) -> Markup { .phrase(phrase) }
    package static func buildBlock() -> Markup { .nothing }
    package static func buildBlock(_ only: Markup) -> Markup { only }
    package static func buildBlock(_ parts: Markup...) -> Markup { .group(parts) }
    package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? .nothing }
    package static func buildEither(first: Markup) -> Markup { first }
    package static func buildEither(second: Markup) -> Markup { second }
    package static func buildArray(_ parts: [Markup]) -> Markup { .group(parts) }
}

extension Sequence {
    /// The markup of each, one after the other.
    package func markup(@MarkupBuilder _ one: (Element) throws -> Markup) rethrows -> Markup {
        .group(try map(one))
    }
}
