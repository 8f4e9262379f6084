package import Markup
internal import Foundation

/// The style sheet, the mark and the script: read once, served under an address that changes with their content,
/// so that a browser asks for each only once.
package struct Assets: Sendable {
    package enum Name: String, CaseIterable, Sendable {
        case look = "look.css"
        case mark = "mark.svg"
        case enhance = "enhance.js"

        package var type: String {
            switch self {
            case .look: "text/css; charset=utf-8"
            case .mark: "image/svg+xml"
            case .enhance: "text/javascript; charset=utf-8"
            }
        }
    }

    private let files: [Name: (bytes: [UInt8], link: Link)]

    /// Throws when one of the files is not beside the program.
    package init() throws {
        var files: [Name: (bytes: [UInt8], link: Link)] = [:]
        for name in Name.allCases {
            let url = Bundle.module.bundleURL.appendingPathComponent("Assets").appendingPathComponent(name.rawValue)
            let bytes = [UInt8](try Data(contentsOf: url))
            let version = hexadecimal(Array(Sodium.sha256(bytes).prefix(6)))
            files[name] = (bytes, "/assets/\(version)/\(name.rawValue)")
        }
        self.files = files
    }

    package func link(_ name: Name) -> Link { files[name]?.link ?? "/" }
    package func bytes(_ name: Name) -> [UInt8] { files[name]?.bytes ?? [] }
}
