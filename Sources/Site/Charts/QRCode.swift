internal import CQrencode
package import Markup

/// An address as a square that a phone's camera reads (ISO/IEC 18004), drawn as one path.
package struct QRCode: Sendable, Equatable {
    /// Squares on a side, without the white edge.
    let side: Int
    let runs: [Run]

    /// Four squares of white around it, as the standard asks.
    private static let edge = 4

    /// Nil where the text does not fit: more than some 2,300 bytes.
    package init?(_ text: String) {
        guard !text.utf8.contains(0),
            let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        let dark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
        self.side = side
        runs = (0..<side).flatMap { Self.runs(dark[$0 * side..<($0 + 1) * side], row: $0) }
    }

    private static func runs(_ row: ArraySlice<Bool>, row y: Int) -> [Run] {
        var runs: [Run] = []
        var rest = row
        while let start = rest.firstIndex(of: true) {
            let length = rest[start...].prefix { $0 }.count
            runs.append(Run(x: start - row.startIndex + edge, y: y + edge, length: length))
            rest = rest[(start + length)...]
        }
        return runs
    }

    /// Black on white in every colour scheme: cameras read nothing else well.
    package func picture(_ words: Phrase) -> Markup {
        svg(.class("qr"), .role("img"), .label(words), .viewBox(square: side + 2 * Self.edge)) { path(.d(runs: runs)) }
    }
}
