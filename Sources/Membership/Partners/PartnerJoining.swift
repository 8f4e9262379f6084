internal import Database
internal import Markup
internal import Site

/// Adding an organisation to a region: a new one, or one that the programme knows already.
struct PartnerJoining: Sendable {
    private let entry: PartnerEntry
    private let region: Region
    private let choice: String
    private let visit: Visit

    enum Outcome: Sendable {
        case joined(Partnership.ID)
        /// It may be one of these: a person must say.
        case unsure([Likeness])
        case refused(Problem)
    }

    /// The choice that says that it is none of those that are alike.
    static let other = "other"

    init(_ entry: PartnerEntry, _ region: Region, _ visit: Visit) {
        self.entry = entry
        self.region = region
        self.visit = visit
        choice = visit.form.first("same") ?? ""
    }

    /// The choice counts only among what is alike now: a key from elsewhere is no choice (A8).
    func carryOut(_ writing: Writing) throws -> Outcome {
        let key = visit.newKey(of: Partnership.self)
        if try PartnerStore.partnership(key, in: region.id, writing.reading) != nil { return .joined(key) }
        let alike = try PartnerStore.likenesses(of: entry, in: region, writing.reading)
        if alike.isEmpty || choice == Self.other { return .joined(try join(addNew(writing), key, writing)) }
        guard let chosen = alike.first(where: { $0.partner.id.text == choice }) else { return .unsure(alike) }
        if let problem = chosen.objection(to: entry.from) { return .refused(problem) }
        return .joined(try join(chosen.partner.id, key, writing))
    }

    private func addNew(_ writing: Writing) throws -> Partner.ID {
        let id = Partner.ID.new(at: visit.now)
        try PartnerStore.add(entry.partner(id), writing)
        return id
    }

    private func join(_ partner: Partner.ID, _ key: Partnership.ID, _ writing: Writing) throws -> Partnership.ID {
        let id = try PartnerStore.join(partner, region.id, from: entry.from, until: nil, as: key, at: visit.now, writing)
        try ActLog.note(.partnerChanged, about: "partnership \(id) made", by: visit, writing)
        return id
    }
}

extension PartnerStore {
    static func likenesses(of entry: PartnerEntry, in region: Region, _ reading: Reading) throws -> [Likeness] {
        try alike(entry.name, in: entry.place, of: region.programme, reading).map { partner in
            Likeness(partner: partner, here: try last(of: partner.id, in: region.id, reading))
        }
    }
}

/// Changing what is written about a partner.
struct PartnerChange: Sendable {
    private let partnership: Partnership
    private let entry: PartnerEntry
    private let visit: Visit

    init(_ partnership: Partnership, _ entry: PartnerEntry, _ visit: Visit) {
        self.partnership = partnership
        self.entry = entry
        self.visit = visit
    }

    /// A region that an organisation has left says nothing about it any more.
    static func check(_ entry: PartnerEntry, _ partnership: Partnership, _ today: Day) throws(Unfit) {
        guard partnership.isCurrent(on: today) else { throw Unfit("name", "Dit partnerschap is al afgelopen.") }
        if let until = partnership.until, entry.from > until {
            throw Unfit("from", "De eerste dag kan niet na de laatste liggen: \(until.long).")
        }
    }

    /// False when somebody else changed it since the page was made: then nothing was changed.
    func carryOut(_ writing: Writing) throws -> Bool {
        let changed = entry.partner(partnership.partner.id, edition: visit.form.edition)
        guard try PartnerStore.change(changed, writing) else { return false }
        try PartnerStore.setFrom(entry.from, of: partnership.id, in: partnership.region, writing)
        try ActLog.note(.partnerChanged, about: "partner \(changed.id) changed", by: visit, writing)
        return true
    }
}
