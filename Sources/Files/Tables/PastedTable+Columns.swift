extension PastedTable {
    /// Which column holds what, by the names in the heading, and the rows below it.
    package struct Columns<Key: Hashable & Sendable>: Sendable {
        /// The heading itself; nil if no row among the first ten has a known name.
        package let heading: Row?
        /// The rows below the heading; all rows if there is none.
        package let rows: [Row]
        package let found: [Key: Int]
        /// Keys without a column, in alphabetical order of their first name.
        package let missing: [Key]
        /// Columns whose name is not known, from left to right; columns without a name are left out.
        package let unknown: [Unknown]
        /// Columns with a name for a key that an earlier column already holds.
        package let doubled: [Doubled]

        package struct Unknown: Sendable, Equatable {
            package let column: Int
            package let title: String
            /// The missing key whose name comes nearest, if it is near enough to be a slip of the pen.
            package let suggestion: Suggestion?
        }

        package struct Suggestion: Sendable, Equatable {
            package let key: Key
            package let name: String
        }

        package struct Doubled: Sendable, Equatable {
            package let key: Key
            package let column: Int
            package let title: String
        }

        /// The row's text under this key; empty if there is no such column.
        package func text(_ key: Key, in row: Row) -> String {
            found[key].map { row[$0] } ?? ""
        }
    }

    /// Finds the heading among the first ten rows, the one with most known names, and assigns its columns.
    ///
    /// - Parameter names: the names that a column may have, Dutch and English, in any spelling of capitals, accents
    ///   and punctuation; the first is the one that a suggestion shows.
    package func columns<Key: Hashable & Sendable>(matching names: [Key: [String]]) -> Columns<Key> {
        let index = NameIndex(names)
        let counts = rows.prefix(10).map { row in Set(row.cells.compactMap(index.key)).count }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
            return Columns(heading: nil, rows: rows, found: [:], missing: index.keys, unknown: [], doubled: [])
        }
        return index.columns(under: rows[place], rows: Array(rows[(place + 1)...]))
    }
}

/// The known names, folded.
private struct NameIndex<Key: Hashable & Sendable> {
    private struct Name {
        let key: Key
        let text: String
        let folded: [Unicode.Scalar]
    }

    let keys: [Key]
    private let names: [Name]
    private let keyByName: [String: Key]

    init(_ names: [Key: [String]]) {
        let ordered = names.sorted { ($0.value.first ?? "") < ($1.value.first ?? "") }
        keys = ordered.map(\.key)
        self.names = ordered.flatMap { key, texts in
            texts.map { Name(key: key, text: $0, folded: Array(Folding.folded($0).unicodeScalars)) }
        }
        let pairs = ordered.flatMap { key, texts in texts.map { (Folding.folded($0), key) } }
        keyByName = Dictionary(pairs) { first, _ in first }
    }

    func key(of title: String) -> Key? {
        title.isEmpty ? nil : keyByName[Folding.folded(title)]
    }

    func columns(under heading: PastedTable.Row, rows: [PastedTable.Row]) -> PastedTable.Columns<Key> {
        var found: [Key: Int] = [:]
        var strangers: [(column: Int, title: String)] = []
        var doubled: [PastedTable.Columns<Key>.Doubled] = []
        for (column, title) in heading.cells.enumerated() where !title.isEmpty {
            guard let key = key(of: title) else {
                strangers.append((column, title))
                continue
            }
            if found[key] == nil {
                found[key] = column
            } else {
                doubled.append(.init(key: key, column: column, title: title))
            }
        }
        let missing = keys.filter { found[$0] == nil }
        let unknown = strangers.map { stranger in
            PastedTable.Columns<Key>.Unknown(
                column: stranger.column, title: stranger.title,
                suggestion: suggestion(for: stranger.title, among: Set(missing)))
        }
        return .init(
            heading: heading, rows: rows, found: found, missing: missing, unknown: unknown, doubled: doubled)
    }

    /// At most one slip for every three letters, and not for words that are longer than a column's name.
    private func suggestion(for title: String, among missing: Set<Key>) -> PastedTable.Columns<Key>.Suggestion? {
        let folded = Array(Folding.folded(title).unicodeScalars)
        guard (2...40).contains(folded.count) else { return nil }
        var best: (name: Name, distance: Int)?
        for name in names where missing.contains(name.key) {
            let allowed = min(folded.count, name.folded.count) / 3
            guard allowed > 0, abs(folded.count - name.folded.count) <= allowed else { continue }
            let distance = Folding.distance(folded, name.folded)
            if distance <= allowed, best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
        }
        return best.map { .init(key: $0.name.key, name: $0.name.text) }
    }
}
