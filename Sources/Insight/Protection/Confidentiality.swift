/// Under which promise the people of a round answered.
package enum Confidentiality: Sendable, Hashable, Codable {
    /// Each answer carries its organisation and everybody was told so beforehand: nothing is hidden.
    case open
    /// Small groups are hidden, shares are cut, open answers are shuffled.
    case confidential(Threshold)
}

/// The number of people below which nothing is said; it cannot be made lower than its audience allows.
package struct Threshold: Sendable, Hashable, Codable {
    /// Who will read the figures.
    package enum Audience: String, CaseIterable, Sendable, Hashable, Codable {
        case insideRegion, outsideRegion

        /// 5 people inside the region, 10 outside it.
        package var floor: Int { self == .insideRegion ? 5 : 10 }
    }

    package let audience: Audience
    package let people: Int

    /// The audience's own threshold, or a higher one; a lower `raisedTo` is read as the audience's own.
    package init(_ audience: Audience, raisedTo people: Int = 0) {
        self.audience = audience
        self.people = max(audience.floor, people)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(Audience.self, forKey: .audience),
            raisedTo: try container.decode(Int.self, forKey: .people))
    }

    private enum CodingKeys: CodingKey { case audience, people }
}

/// The parts of the protection, apart, so that the tests can take one away and see that it is missed.
struct Rules: OptionSet {
    let rawValue: Int
    /// A hidden group never stands alone in its margin.
    static let complementary = Rules(rawValue: 1)
    /// Nothing about fewer than k people follows from figures of several margins together.
    static let crossMargin = Rules(rawValue: 2)
    /// Shares near none and near all are cut.
    static let cutting = Rules(rawValue: 4)
    /// The whole is added up from published groups, not counted.
    static let composing = Rules(rawValue: 8)
    /// Figures of all margins but the first are blurred.
    static let blurring = Rules(rawValue: 16)
    static let all: Rules = [.complementary, .crossMargin, .cutting, .composing, .blurring]
}
