/// A name with a value on an element. Names come from this module only; values are escaped.
///
/// There is no `style` and no `on…`: the Content-Security-Policy refuses both.
package struct Attribute: Sendable {
    package enum Value: Sendable {
        case present
        case text(String)
        case phrase(Phrase)
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Attribute {
    package static func `class`(_ names: String) -> Attribute { .init("class", .text(names)) }
    package static func id(_ id: String) -> Attribute { .init("id", .text(id)) }
    package static func lang(_ code: String) -> Attribute { .init("lang", .text(code)) }
    package static func dir(_ direction: StaticString) -> Attribute { .init("dir", .text("\(direction)")) }
    package static func title(_ words: Phrase) -> Attribute { .init("title", .phrase(words)) }
    package static func role(_ role: StaticString) -> Attribute { .init("role", .text("\(role)")) }
    package static func tabindex(_ index: Int) -> Attribute { .init("tabindex", .text(String(index))) }
    package static var hidden: Attribute { .init("hidden", .present) }
    /// A value for our own scripts: `data-name`.
    package static func data(_ name: DataName, _ value: String = "") -> Attribute { .init(name.attribute, .text(value)) }

    package static func href(_ link: Link) -> Attribute { .init("href", .text(link.text)) }
    package static func rel(_ relation: StaticString) -> Attribute { .init("rel", .text("\(relation)")) }
    package static func src(_ link: Link) -> Attribute { .init("src", .text(link.text)) }
    package static func alt(_ words: Phrase) -> Attribute { .init("alt", .phrase(words)) }
    package static var download: Attribute { .init("download", .present) }
    package static func charset(_ name: StaticString) -> Attribute { .init("charset", .text("\(name)")) }
    package static func content(_ text: String) -> Attribute { .init("content", .text(text)) }
    package static func media(_ text: StaticString) -> Attribute { .init("media", .text("\(text)")) }
    package static func open(_ open: Bool) -> Attribute? { open ? .init("open", .present) : nil }

    package static func colspan(_ columns: Int) -> Attribute { .init("colspan", .text(String(columns))) }
    package static func rowspan(_ rows: Int) -> Attribute { .init("rowspan", .text(String(rows))) }
    package static func scope(_ scope: StaticString) -> Attribute { .init("scope", .text("\(scope)")) }
    package static func start(_ number: Int) -> Attribute { .init("start", .text(String(number))) }
    package static func max(_ text: String) -> Attribute { .init("max", .text(text)) }
    package static func min(_ text: String) -> Attribute { .init("min", .text(text)) }
    package static func datetime(_ text: String) -> Attribute { .init("datetime", .text(text)) }
}

extension Attribute {
    package static func action(_ link: Link) -> Attribute { .init("action", .text(link.text)) }
    package static func formaction(_ link: Link) -> Attribute { .init("formaction", .text(link.text)) }
    package static func method(_ method: StaticString) -> Attribute { .init("method", .text("\(method)")) }
    package static var multipart: Attribute { .init("enctype", .text("multipart/form-data")) }
    package static func name(_ name: String) -> Attribute { .init("name", .text(name)) }
    package static func value(_ value: String) -> Attribute { .init("value", .text(value)) }
    package static func type(_ type: StaticString) -> Attribute { .init("type", .text("\(type)")) }
    package static func `for`(_ id: String) -> Attribute { .init("for", .text(id)) }
    package static func form(_ id: String) -> Attribute { .init("form", .text(id)) }
    package static func list(_ id: String) -> Attribute { .init("list", .text(id)) }
    package static func rows(_ rows: Int) -> Attribute { .init("rows", .text(String(rows))) }
    package static func maxlength(_ length: Int) -> Attribute { .init("maxlength", .text(String(length))) }
    package static func step(_ text: String) -> Attribute { .init("step", .text(text)) }
    package static func inputmode(_ mode: StaticString) -> Attribute { .init("inputmode", .text("\(mode)")) }
    package static func autocomplete(_ kind: StaticString) -> Attribute { .init("autocomplete", .text("\(kind)")) }
    package static func placeholder(_ words: Phrase) -> Attribute { .init("placeholder", .phrase(words)) }
    package static func accept(_ types: StaticString) -> Attribute { .init("accept", .text("\(types)")) }
    package static var readonly: Attribute { .init("readonly", .present) }
    package static var required: Attribute { .init("required", .present) }
    package static var disabled: Attribute { .init("disabled", .present) }
    package static var multiple: Attribute { .init("multiple", .present) }
    package static var novalidate: Attribute { .init("novalidate", .present) }
    package static func checked(_ on: Bool) -> Attribute? { on ? .init("checked", .present) : nil }
    package static func selected(_ on: Bool) -> Attribute? { on ? .init("selected", .present) : nil }
}

extension Attribute {
    package static func label(_ words: Phrase) -> Attribute { .init("aria-label", .phrase(words)) }
    package static func labelled(by id: String) -> Attribute { .init("aria-labelledby", .text(id)) }
    package static func described(by id: String) -> Attribute { .init("aria-describedby", .text(id)) }
    package static func current(_ kind: StaticString) -> Attribute { .init("aria-current", .text("\(kind)")) }
    package static func live(_ politeness: StaticString) -> Attribute { .init("aria-live", .text("\(politeness)")) }
    package static var invalid: Attribute { .init("aria-invalid", .text("true")) }
    package static var ariaHidden: Attribute { .init("aria-hidden", .text("true")) }
}

/// The names that our own scripts read; each is written down here once.
package enum DataName: Sendable {
    case enhance, check, copy, filter, form

    var attribute: StaticString {
        switch self {
        case .enhance: "data-enhance"
        case .check: "data-check"
        case .copy: "data-copy"
        case .filter: "data-filter"
        case .form: "data-form"
        }
    }
}
