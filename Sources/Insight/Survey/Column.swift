/// Why a respondent is not among the options of a question. Part of every distribution.
package enum Missing: Int, CaseIterable, Sendable, Hashable, Codable {
    case dontKnow, notForUs, noAnswer

    /// The reserved code in a column of codes: 253, 254, 255.
    package var code: UInt8 { UInt8(253 + rawValue) }
    /// The reserved mask in a column of masks: one of the three highest bits.
    package var mask: UInt64 { 1 << UInt64(61 + rawValue) }
}

/// The answers to one closed question, one code or mask per respondent.
package struct Column: Sendable {
    package enum Kind: Sendable, Hashable, Codable {
        /// Ordered levels, the lowest first, one per respondent; the only kind with a mean. 2...40 levels.
        case scale(levels: Int)
        /// Unordered options, one per respondent. 1...200 options.
        case nominal(options: Int)
        /// Any number of options per respondent. 1...60 options.
        case multiple(options: Int)

        package var options: Int {
            switch self {
            case .scale(let count), .nominal(let count), .multiple(let count): count
            }
        }

        var allowed: ClosedRange<Int> {
            switch self {
            case .scale: 2...40
            case .nominal: 1...200
            case .multiple: 1...60
            }
        }
    }

    enum Content: Sendable {
        case codes([UInt8])
        case masks([UInt64])
    }

    /// Stable over rounds: the same key asks the same thing.
    package let key: String
    package let kind: Kind
    /// Changes when the words of the question change; then-and-now compares it. Any text will do.
    package let wording: String
    let content: Content

    /// A question with ordered levels; `codes` are 0 for the lowest level, or `Missing.code`.
    /// Any other code counts as no answer.
    package static func scale(_ key: String, levels: Int, wording: String = "", codes: [UInt8]) -> Column {
        Column(key: key, kind: .scale(levels: levels), wording: wording, content: .codes(codes))
    }

    /// A question with one choice; codes as for a scale.
    package static func nominal(_ key: String, options: Int, wording: String = "", codes: [UInt8]) -> Column {
        Column(key: key, kind: .nominal(options: options), wording: wording, content: .codes(codes))
    }

    /// A question with many choices; bit `i` of a mask is option `i`. A mask of 0 means: none of these.
    /// With a `Missing.mask` bit set the other bits are not read.
    package static func multiple(_ key: String, options: Int, wording: String = "", masks: [UInt64]) -> Column {
        Column(key: key, kind: .multiple(options: options), wording: wording, content: .masks(masks))
    }

    var count: Int {
        switch content {
        case .codes(let codes): codes.count
        case .masks(let masks): masks.count
        }
    }
}

/// Items put in order of importance.
package struct Ordering: Sendable {
    package let key: String
    package let wording: String
    /// Stands in `positions` for an item somebody did not place.
    package static let unplaced = UInt8.max

    /// Per item, per respondent: its position, 0 for the most important, or `unplaced`.
    package let positions: [[UInt8]]

    package var items: Int { positions.count }

    package init(key: String, wording: String = "", positions: [[UInt8]]) {
        self.key = key
        self.wording = wording
        self.positions = positions
    }
}

/// The answers to a question for a number; `nil` is no answer. Values that are not finite count as none.
package struct Numbers: Sendable {
    package let key: String
    package let values: [Double?]

    package init(key: String, values: [Double?]) {
        self.key = key
        self.values = values
    }
}

/// The answers to an open question, SWOT boxes among them; `nil` and blank are no answer.
package struct Texts: Sendable {
    package let key: String
    package let values: [String?]

    package init(key: String, values: [String?]) {
        self.key = key
        self.values = values
    }
}
