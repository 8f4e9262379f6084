internal import Foundation

/// What a browser got back: a status, headers, and a page that can be searched.
package struct Seen: Sendable {
    package let status: Int
    package let body: [UInt8]
    package let headers: [(String, String)]

    package init(status: Int, body: [UInt8], headers: [(String, String)]) {
        self.status = status
        self.body = body
        self.headers = headers
    }

    package var text: String { String(decoding: body, as: UTF8.self) }
    package func header(_ name: String) -> String? { headers.first { $0.0 == name.lowercased() }?.1 }
    package var location: String? { header("location") }
    package func shows(_ words: String) -> Bool { text.contains(words) }

    /// The token of the last form on the page (those of the frame come first and last alike: all are one holder's).
    package var formToken: String? {
        let mark = "name=\"form-token\" value=\""
        guard let start = text.range(of: mark) else { return nil }
        return text[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
}
