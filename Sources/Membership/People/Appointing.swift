internal import Database
internal import Site

/// Giving a role in a region to somebody, by the address for mail: a new person, or one that is known already.
struct Appointing: Sendable {
    let region: Region.ID
    let visit: Visit

    /// Gives the role, under `key` only once. Nothing in what comes back tells whether the person was known (S3).
    ///
    /// - Throws: ``Unfit`` when the person cannot get it.
    func appoint(
        _ entry: RoleEntry, succeeds: Appointee.ID? = nil, as key: Appointee.ID? = nil, _ writing: Writing
    ) throws -> Appointed {
        try appoint(entry, succeeds: succeeds, as: key, among: HoldingStore.all(in: region, writing.reading), writing)
    }

    /// The same, with everyone of the region at hand, for many roles in one go.
    func appoint(
        _ entry: RoleEntry, succeeds: Appointee.ID? = nil, as key: Appointee.ID? = nil, among all: [Appointee],
        _ writing: Writing
    ) throws -> Appointed {
        if let known = all.first(where: { $0.id == key }) {
            return Appointed(person: known.person.id, holding: known.id, isNewPerson: false)
        }
        let known = try PersonStore.person(email: entry.email.text, writing.reading)
        if let problem = entry.objection(known?.id, among: all, by: try visit.person(), in: region) {
            throw Unfit([problem])
        }
        let isNew = known == nil
        let person = known ?? Person(
            id: .new(at: visit.now), name: entry.name, email: entry.email.text, language: .dutch)
        if isNew { try PersonStore.add(person, writing) }
        let holding = try HoldingStore.add(
            entry.role, person.id, region: region, partner: entry.partner, level: entry.level, from: entry.from,
            until: entry.until, succeeds: succeeds, knownAs: name(of: person, entry.name, all), as: key, at: visit.now, writing)
        try ActLog.note(.roleGiven, about: "holding \(holding)", by: visit, writing)
        return Appointed(person: person.id, holding: holding, isNewPerson: isNew)
    }

    /// A region sees no more of somebody than it typed, unless it knew the person already.
    private func name(of person: Person, _ typed: String, _ all: [Appointee]) -> String? {
        let shown = all.first { $0.person.id == person.id }?.person.name ?? typed
        return shown == person.name ? nil : shown
    }

    /// A link to begin with, for who has no password yet.
    ///
    /// For somebody who has one, or who belongs elsewhere too, it opens nothing: a region cannot take over an account
    /// that is more than its own. What it looks like is the same, so that a link tells nothing about an address (S3).
    func link(for person: Person.ID, _ writing: Writing) throws -> Secret {
        let reading = writing.reading
        try ActLog.note(.personInvited, about: "person \(person)", by: visit, writing)
        let hasPassword = try PersonStore.password(of: person, reading) != nil
        let others = try HoldingStore.others(of: person, than: region, on: visit.today, reading)
        guard !hasPassword, others == 0 else { return Secret.new() }
        return try Welcome.invite(person, at: visit.now, writing)
    }
}

/// What came of giving a role.
struct Appointed: Sendable {
    let person: Person.ID
    let holding: Appointee.ID
    let isNewPerson: Bool
}

/// A link to pass on, shown once: whose it is and where it leads.
struct WelcomeLink: Sendable {
    let name: String
    let email: String
    let address: String

    init(name: String, email: String, secret: Secret, publicAddress: String) {
        self.name = name
        self.email = email
        address = "\(publicAddress)/welcome/\(secret.text)"
    }
}
