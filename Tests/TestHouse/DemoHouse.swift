internal import App
internal import Database
internal import Foundation
package import Markup
package import Site

/// The demo world in process: planted once for all tests, each of which gets a copy to spoil.
package enum DemoHouse {
    private static let planted = Task { try await plant() }

    package static func copy(
        isDemo: Bool = false, wings: [Wing] = Wings.all, onUntranslated: (@Sendable (Phrase) -> Void)? = nil
    ) async throws -> TestHouse {
        try TestHouse(isDemo: isDemo, wings: wings, copyOf: try await planted.value, onUntranslated: onUntranslated)
    }

    /// The folder of a house that was closed, with everything of it in one file.
    private static func plant() async throws -> String {
        let house = try TestHouse()
        try await DemoWorld.plant(in: house.assembly.house)
        try house.database.checkpoint()
        let folder = NSTemporaryDirectory() + "regio-planted-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await house.database.copy(to: folder + "/regio.sqlite")
        try FileManager.default.copyItem(atPath: house.folder + "/key", toPath: folder + "/key")
        return folder
    }
}
