internal import Files

/// Names of files from outside, made fit to show, to store beside the bytes and to send back.
package enum FileName {
    /// What a file is called when nothing is left of its name.
    package static let fallback = "bestand"

    private static let mostBytes = 150

    /// The last component of a path (either slash), without control characters, without marks that turn the
    /// reading direction, without dots and blanks around it; at most 150 bytes, its ending kept.
    package static func safe(_ name: String) -> String {
        let component = name.unicodeScalars.split(separator: "/").flatMap { $0.split(separator: "\\") }.last
        var kept = String.UnicodeScalarView()
        for scalar in component ?? Substring.UnicodeScalarView() where isKept(scalar) { kept.append(scalar) }
        let bare = withoutDots(String(kept))
        return bare.isEmpty ? fallback : shortened(bare)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }

    private static func withoutDots(_ name: String) -> String {
        let isEdge = { (scalar: Unicode.Scalar) in scalar == "." || PlainText.isBlank(scalar) }
        let scalars = name.unicodeScalars
        guard let start = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(scalars[start...last])
    }

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > mostBytes else { return name }
        let ending = shortEnding(of: name)
        return prefix(of: name, bytes: mostBytes - ending.utf8.count) + ending
    }

    /// ".xlsx" and the like: at most 12 bytes, or nothing.
    private static func shortEnding(of name: String) -> String {
        guard let dot = name.unicodeScalars.lastIndex(of: "."), name.utf8.distance(from: dot, to: name.endIndex) <= 12
        else { return "" }
        return String(name.unicodeScalars[dot...])
    }

    private static func prefix(of name: String, bytes: Int) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            count += UTF8.width(scalar)
            if count > bytes { break }
            kept.append(scalar)
        }
        return String(kept)
    }
}
