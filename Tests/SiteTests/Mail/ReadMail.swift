import Foundation
import Testing

/// A mail as a mail program reads it: unfolds lines (RFC 5322, 2.2.3) and decodes words (RFC 2047, 6.2) by itself.
struct ReadMail {
    let bytes: [UInt8]
    /// Without their CR LF.
    let lines: [[UInt8]]
    let names: [String]
    private let values: [String: String]
    /// Its parts by type, decoded (RFC 2046, 5.1): `text/plain`, `text/html`.
    let parts: [(type: String, text: String)]

    var body: String? { parts.first { $0.type == "text/plain" }?.text }
    var html: String? { parts.first { $0.type == "text/html" }?.text }

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        let text = try #require(String(bytes: bytes, encoding: .ascii))
        lines = text.components(separatedBy: "\r\n").map { Array($0.utf8) }
        let (head, rest) = try Self.halves(text)
        let fields = Self.fields(head)
        names = fields.map(\.0)
        values = Dictionary(fields) { first, _ in first }
        let boundary = try #require(values["Content-Type"]?.split(separator: "\"").dropFirst().first.map(String.init))
        let pieces = ("\r\n" + rest).components(separatedBy: "\r\n--\(boundary)")
        try #require(pieces.first == "" && pieces.last == "--\r\n")
        parts = try pieces.dropFirst().dropLast().map { piece in
            let (head, rest) = try Self.halves(String(piece.dropFirst()))
            let fields = Dictionary(Self.fields(head)) { first, _ in first }
            let data = try #require(Data(base64Encoded: rest.replacingOccurrences(of: "\r\n", with: "")))
            return (String(fields["Content-Type"]?.split(separator: ";").first ?? ""), String(decoding: data, as: UTF8.self))
        }
    }

    private static func halves(_ text: String) throws -> (String, String) {
        let end = try #require(text.range(of: "\r\n\r\n"))
        return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
    }

    private static func fields(_ head: String) -> [(String, String)] {
        var fields: [(String, String)] = []
        for line in head.components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), let last = fields.indices.last { fields[last].1 += line } else {
                let parts = line.components(separatedBy: ":")
                fields.append((parts[0], String(parts.dropFirst().joined(separator: ":").drop { $0 == " " })))
            }
        }
        return fields.map { ($0.0, String($0.1.drop { $0 == " " })) }
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
