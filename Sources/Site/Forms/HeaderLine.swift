internal import Files

/// A text that fits in one header line, of HTTP or of mail: nothing in it can begin another line.
///
/// Checked as bytes, because in Swift `"\r\n"` is a single `Character`, which equals neither `"\r"` nor `"\n"`.
package struct HeaderLine: Sendable, Hashable {
    package let text: String

    /// Nil if the text holds CR, LF, NUL or another control character; a tab may stay (RFC 9110, section 5.5).
    package init?(_ text: String) {
        guard Self.isSafe(text) else { return nil }
        self.text = text
    }

    private init(checked text: String) {
        self.text = text
    }

    package static func isSafe(_ text: String) -> Bool {
        text.utf8.allSatisfy(isSafe)
    }

    package static func isSafe(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == Ascii.tab
    }
}

extension HeaderLine {
    /// `Content-Disposition` for a download (RFC 6266, sections 4.1 and 4.3): a name in ASCII for old browsers, and
    /// the true name in `filename*` (RFC 5987, section 3.2) where that says more.
    ///
    /// The name goes through `FileName.safe` first, whatever it is.
    package static func attachment(_ fileName: String) -> HeaderLine {
        let name = FileName.safe(fileName)
        let ascii = asciiName(name)
        let line = "attachment; filename=\"\(ascii)\""
        return HeaderLine(checked: ascii == name ? line : line + "; filename*=UTF-8''\(percentEncoded(name))")
    }

    /// Accents fold; quotes, backslashes and percent signs, which readers treat differently (RFC 6266, appendix D),
    /// and all that is not ASCII become underscores.
    private static func asciiName(_ name: String) -> String {
        var ascii = ""
        for scalar in name.unicodeScalars {
            let folded = Folding.withoutAccent(scalar) ?? String(scalar)
            let isPlain = folded.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"\"\\%".utf8.contains($0) }
            ascii += isPlain ? folded : "_"
        }
        return ascii
    }

    /// `value-chars` of RFC 5987: all but `attr-char` as `%XX`.
    private static func percentEncoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if isAttributeCharacter(byte) {
                bytes.append(byte)
            } else {
                bytes += [Ascii.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `attr-char`: a token's characters without `*`, `'` and `%`.
    private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
        Ascii.isToken(byte) && !"*'%".utf8.contains(byte)
    }
}
