package import Markup

/// The words of the screen in every language: Dutch from the code, English from the String Catalogs.
package struct Texts: Sendable {
    private let english: Vocabulary

    /// Joins the catalogs of all wings. Throws ``Catalog/Unreadable`` when one cannot be read: that stops the start.
    ///
    /// - Parameter onMissing: told of each phrase that is said in English without a translation; only tests listen.
    package init(catalogs: [Catalog], onMissing: (@Sendable (Phrase) -> Void)? = nil) throws {
        var translations: [String: String] = [:]
        for catalog in catalogs { translations.merge(try catalog.english) { _, new in new } }
        english = Vocabulary(code: Language.english.rawValue, translations: translations, onMissing: onMissing)
    }

    package func vocabulary(_ language: Language) -> Vocabulary {
        switch language {
        case .dutch: .dutch
        case .english: english
        }
    }
}
