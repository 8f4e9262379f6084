package import Markup

/// Forms that change what two people can change (C7): each carries the edition of what it was made from, and only the
/// newest is kept.
package enum Edition {
    static let field = "edition"
}

extension Form {
    /// The edition that a form was made from; 0, which nothing has, where it is missing.
    package var edition: Int { first(Edition.field).flatMap { Int($0) } ?? 0 }
}

/// The edition that a form carries; see ``Edition``.
///
/// A form that comes back to be mended keeps the edition that was sent: whoever sends it again has not seen what somebody
/// else kept meanwhile.
///
/// - Parameter showsTheirs: the page shows the newest text beside what was typed, so sending again is a choice.
package func editionField(_ newest: Int, _ visit: Visit, showsTheirs: Bool) -> Markup {
    let isMended = visit.form.has(Edition.field) && !showsTheirs
    return input(.type("hidden"), .name(Edition.field), .value(String(isMended ? visit.form.edition : newest)))
}

extension Route {
    /// A form whose subject somebody else may have taken away meanwhile: what was typed then stands on the page (C7).
    package static func change(_ pattern: String, _ rule: Rule, _ handler: @escaping Handler) -> Route {
        .post(pattern, rule) { visit in
            do {
                return try await handler(visit)
            } catch let missing as Missing {
                guard visit.form.has(Edition.field) else { throw missing }
                return .page(ErrorPages.gone(visit))
            }
        }
    }
}
