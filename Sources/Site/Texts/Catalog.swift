package import Foundation

/// The English words of a wing: its String Catalog (`.xcstrings`, the platform's own JSON format), read once in the life
/// of the process, when the wing is first named.
package struct Catalog: Sendable {
    /// Said at the start, which it stops.
    package struct Unreadable: Error, CustomStringConvertible {
        package let description: String
    }

    /// The name of the file among the resources of a wing.
    package static let name = "Localizable.xcstrings"

    private let read: Result<[String: String], Unreadable>

    /// - Parameter folder: where the wing's resources are.
    package init(in folder: URL) {
        let file = folder.appendingPathComponent(Self.name)
        read = Result { try Self.english(try Data(contentsOf: file)) }
            .mapError { Unreadable(description: "\(file.path) cannot be read: \($0)") }
    }

    /// For each Dutch key its English. Throws ``Unreadable``.
    package var english: [String: String] { get throws { try read.get() } }

    private static func english(_ data: Data) throws -> [String: String] {
        let contents = try JSONDecoder().decode(Contents.self, from: data)
        return contents.strings.compactMapValues { $0.localizations?["en"]?.stringUnit?.value }
    }

    private struct Contents: Decodable {
        let strings: [String: Entry]

        struct Entry: Decodable { let localizations: [String: Localization]? }
        struct Localization: Decodable { let stringUnit: Unit? }
        struct Unit: Decodable { let value: String }
    }
}
