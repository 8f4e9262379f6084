package import Database
package import Markup

/// Forms that add something: sent twice, they add one thing.
///
/// Such a form carries a word that was made when it was shown. The key of what it adds follows from that word, from
/// where it is sent and from all that was typed: the same form sent again meets the same key, so whoever pressed twice
/// sees what the first press made. A form that was changed before it was sent again says something else, and adds that.
package enum Once {
    enum Word {}

    static let field = "form-once"
    /// A page that was left open for longer than this is a new one.
    private static let days = 30

    /// The word's moment, if it can have been ours.
    static func made(_ word: ID<Word>, by now: Moment) -> Moment? {
        word.made.flatMap { $0 <= now && $0 > now.adding(days: -days) ? $0 : nil }
    }
}

/// The word that a form carries which adds something; see ``Once``.
package func onceField(_ visit: Visit) -> Markup {
    input(.type("hidden"), .name(Once.field), .value(ID<Once.Word>.new(at: visit.now).text))
}

extension Visit {
    /// The key of what the form adds: the same for the same form sent again. Without the form's word it is a new one.
    ///
    /// - Parameter part: which of several things that one form adds.
    package func newKey<Of>(_ part: String = "", of kind: Of.Type = Of.self) -> ID<Of> {
        guard let word = form.first(Once.field).flatMap(ID<Once.Word>.init(_:)), let made = Once.made(word, by: now) else {
            return .new(at: now)
        }
        let typed = form.fields.filter { $0.name != FormTokens.field }.flatMap { [$0.name, $0.value] }
        let message = ([Once.field, path, part] + typed).joined(separator: "\u{0}")
        return .new(at: made, from: Sodium.seal(Array(message.utf8), key: house.key))
    }
}
