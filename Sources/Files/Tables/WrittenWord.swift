/// A word that a person wrote, beside words that are known: capitals, accents, blanks and punctuation do not count.
package enum WrittenWord {
    /// The word as it is compared: two that are the same to a reader have one folded form.
    package static func folded(_ text: String) -> String {
        let folded = Folding.folded(text)
        return folded.isEmpty ? text.lowercased() : folded
    }

    /// The known word that comes nearest, if it is near enough to be a slip of the pen: one for every three letters.
    package static func nearest(_ text: String, among known: [String]) -> String? {
        let wanted = Array(Folding.folded(text).unicodeScalars)
        guard (2...60).contains(wanted.count) else { return nil }
        var best: (word: String, distance: Int)?
        for word in known {
            let other = Array(Folding.folded(word).unicodeScalars)
            let allowed = min(wanted.count, other.count) / 3
            guard allowed > 0, abs(wanted.count - other.count) <= allowed else { continue }
            let distance = Folding.distance(wanted, other)
            if distance <= allowed, best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
        }
        return best?.word
    }
}
