import Foundation
import Site
import TestHouse

/// Who goes through the demo world.
enum Seeker: String, CaseIterable, Sendable {
    case leader, partner, office, respondent, nobody
}

/// A form that somebody met, with the button that is pressed and the route that it then goes to.
struct FoundForm: Sendable, CustomStringConvertible {
    let seeker: Seeker
    /// The page on which it stands; one that is met only behind another form stands on none.
    let page: String
    let pattern: String
    let form: PageForm
    let button: PageForm.Field?
    /// The forms that were sent, one after another, to meet this one.
    var after: [FoundForm] = []

    var description: String { "\(seeker) \((after + [self]).map(\.pattern).joined(separator: " → "))" }
    /// Buttons apart: how many there are differs from page to page.
    var names: [String] { form.fields.filter { $0.kind != "submit" }.map(\.name) }
    var action: String { button?.goesTo ?? form.action }

    func isLike(_ other: FoundForm) -> Bool {
        pattern == other.pattern && names == other.names && button?.name == other.button?.name
    }

    /// What a browser sends of it with `typed` filled in.
    func sent(_ typed: [String: String]) -> [(String, String)] { form.sent(typed, pressing: button) }

    /// What would make it go through: plausible words for whatever a field asks.
    func filled(_ text: String = "Gewone woorden") -> [String: String] {
        var typed: [String: String] = [:]
        for field in form.fields {
            switch field.kind {
            case "email": typed[field.name] = Self.special(field.name) ?? "iemand@voorbeeld.nl"
            case "date": typed[field.name] = field.value.isEmpty ? "2026-11-23" : field.value
            case "number": typed[field.name] = field.value.isEmpty ? "3" : field.value
            case "password": typed[field.name] = "vier losse woorden samen"
            case "text", "textarea":
                typed[field.name] = field.isReadOnly ? field.value : Self.special(field.name) ?? text
            case "radio" where typed[field.name] == nil: typed[field.name] = chosen(field)
            case "select" where field.value.isEmpty: typed[field.name] = field.options.last ?? ""
            default: break
            }
        }
        return typed
    }

    private func chosen(_ field: PageForm.Field) -> String {
        form.fields.first { $0.name == field.name && $0.isSent }?.value ?? field.value
    }

    /// Fields of text that take words of a certain form only.
    private static func special(_ name: String) -> String? {
        switch name {
        case "lines": "Nog niet\nSoms\nVaak\nAltijd"
        case "closes": "2026-12-01"
        case "from", "since", "held-on": "2026-01-05"
        case "until": "2026-12-20"
        case "threshold": "6"
        case "guests": "Noor Smit; noor@voorbeeld.nl;"
        case "rows":
            "naam;sector;plaats;e-mail;rol;organisatie;niveau\nNieuwe School;onderwijs;Oss;nieuw@school.nl;contactpersoon;Rijnschool;bestuur"
        case "email", "leader-email": "iemand@voorbeeld.nl"
        case "first-year", "years-from": "2024"
        case "last-year", "years-until": "2028"
        default: nil
        }
    }

    /// Where a person can type words of their own.
    var textFields: [String] {
        form.fields.filter {
            ["text", "textarea"].contains($0.kind) && !$0.isReadOnly && !$0.name.isEmpty && Self.special($0.name) == nil
        }
        .map(\.name)
    }

    /// Everything that can be typed in, whatever it asks for.
    var typedFields: [String] {
        form.fields.filter {
            ["text", "textarea", "email", "number", "date"].contains($0.kind) && !$0.isReadOnly && !$0.name.isEmpty
        }
        .map(\.name)
    }
}

/// Which route an address belongs to.
enum Pattern {
    static func of(_ path: String, among patterns: [String]) -> String? {
        let bare = path.split(separator: "?", omittingEmptySubsequences: false)[0].split(separator: "/")
        return patterns.sorted { count($0) < count($1) }.first { pattern in
            let parts = pattern.split(separator: "/")
            return parts.count == bare.count && zip(parts, bare).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }

    private static func count(_ pattern: String) -> Int { pattern.filter { $0 == ":" }.count }
}
