internal import Database
internal import Markup
internal import Site

/// What a leader writes anew about somebody's role: for whom and from which height, and, while the person has no account
/// of their own, name and address.
struct Correction: Sendable {
    let name: String
    let email: EmailAddress
    let level: Level
    let partner: Partner.ID?

    init(_ form: Form, _ one: Appointee, partners: [Partner]) throws(Unfit) {
        var reader = EntryReader(form)
        name = reader.line("name", max: Role.mostLetters, missing: "Vul de naam in.")
        let email = reader.email("email")
        let level = reader.choice("level", among: Level.allCases, missing: "Kies het niveau.")
        partner = partners.first { $0.id.text == form.first("partner") }?.id
        if one.role == .partnerContact, partner == nil { reader.add("partner", Role.needsPartner) }
        try reader.finish()
        guard let email, let level else { throw Unfit(reader.problems) }
        self.email = email
        self.level = level
    }

    private static let ownAccount: Phrase = "Deze persoon heeft een eigen account. Alleen die persoon wijzigt naam en e-mailadres."

    /// Keeps it, or says what stands in the way. Whoever has an account, or belongs elsewhere too, is not the region's to
    /// rename: a region cannot take over an account by another address.
    func carryOut(_ one: Appointee, in region: Region.ID, _ visit: Visit, _ writing: Writing) throws {
        if name != one.person.name || email.text != one.person.email { try rename(one.person, in: region, visit, writing) }
        try HoldingStore.place(one.id, level: level, partner: partner, in: region, writing)
        try ActLog.note(.roleChanged, about: "holding \(one.id)", by: visit, writing)
    }

    private func rename(_ person: Person, in region: Region.ID, _ visit: Visit, _ writing: Writing) throws {
        let reading = writing.reading
        let others = try HoldingStore.others(of: person.id, than: region, on: visit.today, reading)
        guard try PersonStore.password(of: person.id, reading) == nil, others == 0 else { throw Unfit("name", Self.ownAccount) }
        if let known = try PersonStore.person(email: email.text, reading), known.id != person.id {
            throw Unfit("email", "Dit adres is al in gebruik. Voeg die persoon toe, en beëindig deze rol.")
        }
        // A link that went to a wrong address opens nothing any more.
        if email.text != person.email { try WelcomeStore.endAll(of: person.id, writing) }
        try PersonStore.setName(name, of: person.id, writing)
        try PersonStore.setEmail(email.text, of: person.id, writing)
        try ActLog.note(.personChanged, about: "person \(person.id)", by: visit, writing)
    }
}
