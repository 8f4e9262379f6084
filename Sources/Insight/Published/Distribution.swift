/// How a group of people answered one closed question: everything any page or file may say about it.
///
/// Mean, consensus and fractions are computed from the published shares and from nothing else, so that
/// no second figure tells more than the first.
package struct Distribution: Sendable, Hashable, Codable {
    package enum Basis: String, Sendable, Hashable, Codable {
        /// Counted over the people themselves.
        case counted
        /// Added up from the published figures of groups that together are everybody: as good as counted, but
        /// for what their cut shares keep back, and telling nothing that they do not.
        case composed
        /// Counted with chance added (`Blur`): an approximation, off by one person or more in two counts of five,
        /// used for all margins but the first. Shares need not add up to 100.
        case blurred
    }

    /// How a page words a cut share.
    package enum Cut: String, Sendable, Hashable, Codable {
        /// "<5 %" and ">95 %".
        case fivePercent
        /// "nobody or one person" and "everybody, or all but one": in groups of twenty and less, and composed.
        case onePerson
    }

    package let kind: Column.Kind
    /// The size of the group, those without an answer included: the base of every share.
    package let people: Int
    package let basis: Basis
    /// One per option or level, in their order.
    package let shares: [Share]
    /// One per `Missing.allCases`.
    package let missing: [Share]
    /// The mean level among those who chose one, 0 for the lowest level and 1 for the highest;
    /// `nil` for other kinds and where hardly anybody chose a level.
    package let mean: Double?
    /// 1 when all chose one level, 0 when half stand at each end (Tastle & Wierman, 2007); `nil` as the mean.
    package let consensus: Double?

    /// 0 when all chose one level, 1 when half stand at each end.
    package var spread: Double? { consensus.map { 1 - $0 } }

    package var cut: Cut { people > 20 ? .fivePercent : .onePerson }

    /// The share of one reason for not answering.
    package func share(of reason: Missing) -> Share { missing[reason.rawValue] }

    init(kind: Column.Kind, people: Int, basis: Basis = .counted, shares: [Share], missing: [Share]) {
        self.kind = kind
        self.people = people
        self.basis = basis
        self.shares = shares
        self.missing = missing
        let levels = Fractions.of(shares, missing, people: people, kind: kind).options
        if case .scale = kind, shares.contains(where: \.isWeighty) {
            mean = Measures.mean(levels)
            consensus = Measures.consensus(levels)
        } else {
            mean = nil
            consensus = nil
        }
    }

    /// The parts of the group to draw, 0...1, one per option; a cut share is drawn at its likely middle.
    package var fractions: [Double] {
        Fractions.of(shares, missing, people: people, kind: kind).options
    }
}

extension Share {
    /// Whether there is somebody to take a mean over.
    var isWeighty: Bool {
        switch self {
        case .counted(let count): count > 0
        case .percent, .most: true
        case .few: false
        }
    }
}

/// Published shares read back as fractions of the group, a function of the published values alone.
struct Fractions {
    let options: [Double]
    let missing: [Double]

    static func of(_ shares: [Share], _ missing: [Share], people: Int, kind: Column.Kind) -> Fractions {
        let all = shares + missing
        let reach = Double(Share.reach(of: people)) / Double(max(people, 1))
        var rest = reach / 2
        if case .multiple = kind {
        } else {
            let few = all.count { $0 == .few }
            let known = all.reduce(0) { $0 + $1.fraction(of: people, few: 0, reach: reach) }
            rest = few == 0 ? 0 : min(reach, max(0, 1 - known) / Double(few))
        }
        let values = all.map { $0.fraction(of: people, few: rest, reach: reach) }
        return Fractions(options: Array(values.prefix(shares.count)), missing: Array(values.dropFirst(shares.count)))
    }
}

extension Share {
    func fraction(of people: Int, few: Double, reach: Double) -> Double {
        switch self {
        case .counted(let count): people == 0 ? 0 : Double(count) / Double(people)
        case .percent(let percent): Double(percent) / 100
        case .few: few
        case .most: 1 - reach / 2
        }
    }
}
