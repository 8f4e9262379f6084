import Foundation
import Testing

/// A mail as a mail program reads it: unfolds lines (RFC 5322, 2.2.3) and decodes words (RFC 2047, 6.2) by itself.
struct ReadMail {
    let bytes: [UInt8]
    /// Without their CR LF.
    let lines: [[UInt8]]
    let names: [String]
    private let values: [String: String]
    let body: String?

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let text = try #require(String(bytes: bytes, encoding: .ascii))
        lines = text.components(separatedBy: "\r\n").map { Array($0.utf8) }
        let halves = text.components(separatedBy: "\r\n\r\n")
        try #require(halves.count == 2)
        var fields: [(String, String)] = []
        for line in halves[0].components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), let last = fields.indices.last { fields[last].1 += line } else {
                let parts = line.components(separatedBy: ": ")
                fields.append((parts[0], parts.dropFirst().joined(separator: ": ")))
            }
        }
        names = fields.map(\.0)
        values = Dictionary(fields) { first, _ in first }
        body = Data(base64Encoded: halves[1].replacingOccurrences(of: "\r\n", with: "")).map { String(decoding: $0, as: UTF8.self) }
    }

    func value(_ name: String) -> String? { values[name] }
    func words(_ name: String) -> [String] { (values[name] ?? "").split(separator: " ").map(String.init).filter { $0.hasPrefix("=?") } }

    /// Words that stand next to each other are one text; what is not a word stays, with a blank before it.
    func decoded(_ name: String) -> String {
        (values[name] ?? "").split(separator: " ").map { part in Self.text(of: String(part)) ?? " \(part)" }.joined()
    }

    static func text(of word: String) -> String? {
        guard word.hasPrefix("=?utf-8?B?"), word.hasSuffix("?="), let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
        else { return nil }
        return String(data: data, encoding: .utf8)
    }
}
