internal import Database
internal import Membership
internal import Scan
internal import Site

/// Three years of scans.
extension Planting {
    /// One round as it will be planted.
    private struct Plan {
        let instrument: String
        let title: String
        /// The last day, in months from today (negative: past).
        let closes: Int
        /// The last step that was taken; nil while the round is being composed.
        let step: Round.Step?
        var isOpenlyNamed = false
        var pace = Round.Pace.byTheme
        var code: String?
        /// How much further everybody is than in the first year, on a scale of 0…1.
        var growth = 0.0
    }

    mutating func plantRounds(in region: Region, people: [Resident], isCentre: Bool) throws {
        let year = world.today.year
        var plans = [
            Plan(instrument: "self-scan", title: "Zelfscan \(year - 2)", closes: -24, step: .concluded),
            Plan(instrument: "self-scan", title: "Zelfscan \(year - 1)", closes: -12, step: .concluded, growth: 0.15),
        ]
        if isCentre {
            plans += [
                Plan(instrument: "conditions", title: "Randvoorwaarden \(year)", closes: -4, step: .returned, growth: 0.1),
                Plan(
                    instrument: "collaboration", title: "Hoe werken we samen? \(year)", closes: -1, step: .closed,
                    isOpenlyNamed: true, growth: 0.2),
                Plan(instrument: "self-scan", title: "Zelfscan \(year)", closes: 0, step: .open, code: "ryn7ke", growth: 0.25),
                Plan(instrument: "sustaining", title: "Wat blijft er na \(year)?", closes: 2, step: nil),
            ]
        } else {
            plans.append(Plan(instrument: "self-scan", title: "Zelfscan \(year)", closes: -1, step: .returned, growth: 0.25))
        }
        if region.name == DemoNames.regions[1] {
            plans.append(
                Plan(instrument: "swot", title: "Sterk en zwak \(year)", closes: 0, step: .open, pace: .onePage, code: "meren4"))
        }
        for plan in plans { try plant(plan, in: region, people) }
    }

    private mutating func plant(_ plan: Plan, in region: Region, _ people: [Resident]) throws {
        guard let content = world.instruments.instrument(plan.instrument) else { return }
        let round = Round(
            id: newID(), region: region.id, title: plan.title, instrument: plan.instrument, purpose: .learn,
            privacy: plan.isOpenlyNamed ? .open : .confidential(threshold: 5),
            closes: plan.step == .open ? world.today.adding(days: 5) : day(plan.closes), code: plan.code, pace: plan.pace)
        try RoundStore.add(round, content, at: world.now, writing)
        guard let last = plan.step else { return }
        let invitations = try plantInvitations(to: round, people)
        try Opening.settleOrigins(of: invitations, in: round, writing)
        for step in Round.Step.allCases {
            _ = try RoundStore.move(round.id, to: step, at: moment(of: round.closes, after: step), writing)
            if step == last { break }
        }
        try plantAnswers(to: round, content, plan.growth, isHalfWay: last == .open)
    }

    private func moment(of closing: Day, after step: Round.Step) -> Moment {
        let days = closing.number - world.today.number
        return switch step {
        case .open: world.now.adding(days: days - 28)
        case .closed: world.now.adding(days: days + 1)
        case .returned: world.now.adding(days: days + 10)
        case .concluded: world.now.adding(days: days + 40)
        }
    }

    private mutating func plantInvitations(to round: Round, _ people: [Resident]) throws -> [Invitation] {
        var invitations: [Invitation] = []
        for resident in people {
            guard let partner = resident.partner else { continue }
            let invitation = Invitation(
                id: newID(), round: round.id, person: resident.person.id, name: resident.person.name,
                email: resident.person.email,
                origin: Response.Origin(sector: partner.sector, level: resident.level, partner: partner.id))
            try InvitationStore.add(invitation, key: world.key, writing)
            invitations.append(invitation)
        }
        return invitations
    }

    /// Schools answer most, companies least: while a round is open they are hardly there yet.
    private mutating func plantAnswers(
        to round: Round, _ content: Instrument, _ growth: Double, isHalfWay: Bool
    ) throws {
        for invitation in try InvitationStore.all(of: round.id, writing.reading) {
            let sector = invitation.origin.sector ?? .education
            guard chance.happens(isHalfWay ? sector.earlyShare : 0.9) else { continue }
            let response = Response(
                key: ResponseStore.key(invitation.secret(world.key)), round: round.id, origin: invitation.answerOrigin,
                isComplete: true, sheet: sheet(of: content, from: sector, growth))
            try ResponseStore.save(response, version: round.version, for: content, writing)
        }
    }
}

extension Sector {
    fileprivate var earlyShare: Double {
        switch self {
        case .education: 0.85
        case .business: 0.22
        case .government: 0.7
        }
    }
}
