internal import HTTPTypes

/// The addresses that can be asked with GET, so that a page which answers a form can lead back to one that exists.
package struct Readable: Sendable {
    private let patterns: [[Substring]]

    package init(_ routes: [Route]) {
        patterns = routes.filter { $0.method == .get }.map { $0.pattern.split(separator: "/") }
    }

    package func has(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return patterns.contains { pattern in
            pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }

    /// The page of the form that was sent to `path`; nil where no page stands there.
    func form(sentTo path: String) -> String? {
        let parent = path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
        return [path + "/new", path, parent].first(where: has)
    }
}
