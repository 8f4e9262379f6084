extension Markup {
    /// The words alone, as one line of text: for places that hold no markup, such as a calendar.
    package func text(in vocabulary: Vocabulary) -> String {
        switch self {
        case .element(_, _, let inside), .group(let inside): inside.map { $0.text(in: vocabulary) }.joined()
        case .phrase(let phrase): vocabulary.text(phrase)
        case .verbatim(let text): text
        case .settled: ""
        }
    }
}
