package import Foundation
package import Markup

/// The words of the screen in every language: Dutch from the code, English from the String Catalogs.
package struct Texts: Sendable {
    private let english: Vocabulary

    /// Reads the catalogs (`.xcstrings`, the platform's own JSON format). One that cannot be read stops the start.
    package init(catalogs: [URL]) throws {
        var translations: [String: String] = [:]
        for catalog in catalogs {
            translations.merge(try Self.translations(Data(contentsOf: catalog))) { _, new in new }
        }
        english = Vocabulary(code: "en", translations: translations)
    }

    package func vocabulary(_ language: Language) -> Vocabulary {
        switch language {
        case .dutch: .dutch
        case .english: english
        }
    }

    static func translations(_ data: Data) throws -> [String: String] {
        let catalog = try JSONDecoder().decode(Catalog.self, from: data)
        return catalog.strings.compactMapValues { $0.localizations?["en"]?.stringUnit?.value }
    }

    private struct Catalog: Decodable {
        let strings: [String: Entry]

        struct Entry: Decodable { let localizations: [String: Localization]? }
        struct Localization: Decodable { let stringUnit: Unit? }
        struct Unit: Decodable { let value: String }
    }
}
