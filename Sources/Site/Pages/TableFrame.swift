package import Markup

/// A table in a frame that scrolls by itself, so that the page does not; it can be reached by keyboard.
///
/// - Parameter label: what the table is about; may be the same as another's on the page.
package func tableFrame(_ label: Phrase, @MarkupBuilder table: () -> Markup) -> Markup {
    div(.class("table-frame"), .tabindex(0), .role("group"), .label(label), content: table)
}
