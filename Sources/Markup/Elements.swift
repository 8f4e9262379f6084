/// The name of an element. Only this module makes them.
package struct Tag: Sendable {
    let name: StaticString
    let isVoid: Bool
    /// A shape of SVG: without anything inside it closes itself, which keeps a page with many of them light.
    let isShape: Bool

    init(_ name: StaticString, void: Bool = false, shape: Bool = false) {
        self.name = name
        isVoid = void
        isShape = shape
    }
}

/// `nil` attributes are left out, so that `.checked(isOn)` reads as what it says.
private func element(_ tag: Tag, _ attributes: [Attribute?], _ content: Markup) -> Markup {
    if case .group(let parts) = content { return .element(tag, attributes.compactMap(\.self), parts) }
    return .element(tag, attributes.compactMap(\.self), [content])
}

// Elements with content, by the names of HTML and SVG.

package func html(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("html"), attributes, content())
}
package func head(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("head"), attributes, content())
}
package func title(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("title"), attributes, content())
}
package func body(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("body"), attributes, content())
}
package func header(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("header"), attributes, content())
}
package func nav(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("nav"), attributes, content())
}
package func main(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("main"), attributes, content())
}
package func footer(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("footer"), attributes, content())
}
package func section(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("section"), attributes, content())
}
package func article(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("article"), attributes, content())
}
package func aside(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("aside"), attributes, content())
}
package func div(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("div"), attributes, content())
}
package func p(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("p"), attributes, content())
}
package func span(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("span"), attributes, content())
}
package func h1(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("h1"), attributes, content())
}
package func h2(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("h2"), attributes, content())
}
package func h3(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("h3"), attributes, content())
}
package func h4(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("h4"), attributes, content())
}
package func ul(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("ul"), attributes, content())
}
package func ol(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("ol"), attributes, content())
}
package func li(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("li"), attributes, content())
}
package func dl(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("dl"), attributes, content())
}
package func dt(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("dt"), attributes, content())
}
package func dd(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("dd"), attributes, content())
}
package func a(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("a"), attributes, content())
}
package func b(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("b"), attributes, content())
}
package func strong(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("strong"), attributes, content())
}
package func em(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("em"), attributes, content())
}
package func small(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("small"), attributes, content())
}
package func s(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("s"), attributes, content())
}
package func q(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("q"), attributes, content())
}
package func blockquote(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("blockquote"), attributes, content())
}
package func pre(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("pre"), attributes, content())
}
package func code(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("code"), attributes, content())
}
package func figure(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("figure"), attributes, content())
}
package func figcaption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("figcaption"), attributes, content())
}
package func table(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("table"), attributes, content())
}
package func caption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("caption"), attributes, content())
}
package func thead(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("thead"), attributes, content())
}
package func tbody(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("tbody"), attributes, content())
}
package func tfoot(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("tfoot"), attributes, content())
}
package func tr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("tr"), attributes, content())
}
package func th(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("th"), attributes, content())
}
package func td(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("td"), attributes, content())
}
package func form(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("form"), attributes, content())
}
package func fieldset(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("fieldset"), attributes, content())
}
package func legend(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("legend"), attributes, content())
}
package func label(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("label"), attributes, content())
}
package func button(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("button"), attributes, content())
}
package func select(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("select"), attributes, content())
}
package func option(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("option"), attributes, content())
}
package func optgroup(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("optgroup"), attributes, content())
}
package func textarea(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("textarea"), attributes, content())
}
package func datalist(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("datalist"), attributes, content())
}
package func output(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("output"), attributes, content())
}
package func progress(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("progress"), attributes, content())
}
package func meter(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("meter"), attributes, content())
}
package func details(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("details"), attributes, content())
}
package func summary(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("summary"), attributes, content())
}
package func script(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("script"), attributes, content())
}
package func noscript(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("noscript"), attributes, content())
}
package func time(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("time"), attributes, content())
}
package func abbr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("abbr"), attributes, content())
}
package func address(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("address"), attributes, content())
}
package func svg(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("svg"), attributes, content())
}
package func g(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("g"), attributes, content())
}
package func path(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("path", shape: true), attributes, content())
}
package func rect(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("rect", shape: true), attributes, content())
}
package func circle(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("circle", shape: true), attributes, content())
}
package func line(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("line", shape: true), attributes, content())
}
package func text(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("text"), attributes, content())
}
package func tspan(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("tspan"), attributes, content())
}
package func desc(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("desc"), attributes, content())
}
package func use(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("use"), attributes, content())
}
package func symbol(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .nothing }) -> Markup {
    element(Tag("symbol"), attributes, content())
}

// Elements without content.

package func meta(_ attributes: Attribute?...) -> Markup { element(Tag("meta", void: true), attributes, .nothing) }
package func linkElement(_ attributes: Attribute?...) -> Markup { element(Tag("link", void: true), attributes, .nothing) }
package func input(_ attributes: Attribute?...) -> Markup { element(Tag("input", void: true), attributes, .nothing) }
package func br(_ attributes: Attribute?...) -> Markup { element(Tag("br", void: true), attributes, .nothing) }
package func hr(_ attributes: Attribute?...) -> Markup { element(Tag("hr", void: true), attributes, .nothing) }
package func img(_ attributes: Attribute?...) -> Markup { element(Tag("img", void: true), attributes, .nothing) }
package func wbr(_ attributes: Attribute?...) -> Markup { element(Tag("wbr", void: true), attributes, .nothing) }
package func col(_ attributes: Attribute?...) -> Markup { element(Tag("col", void: true), attributes, .nothing) }

extension Tag {
    /// For helpers that add something of their own to a form.
    package static let form = Tag("form")
}

extension Tag {
    package static let label = Tag("label")
    package static let button = Tag("button")
}
