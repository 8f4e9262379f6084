package import Database
internal import Markup
package import Site

/// Open or confidential, and what the round is for, as it was chosen.
package struct PrivacyDraft: Sendable {
    package let choice: String
    package let threshold: String
    package let purpose: String

    package init(_ form: Form) {
        choice = form.tidy("privacy")
        threshold = form.tidy("threshold")
        purpose = form.tidy("purpose")
    }

    package var problems: [Problem] {
        var problems: [Problem] = []
        if !["open", "confidential"].contains(choice) { problems.append(Problem("privacy", "Kies open of vertrouwelijk.")) }
        if choice == "confidential", !(5...50).contains(Int(threshold) ?? 0) {
            problems.append(Problem("threshold", "Vul een getal in van 5 tot en met 50."))
        }
        if Round.Purpose(rawValue: purpose) == nil { problems.append(Problem("purpose", "Kies waar de ronde voor is.")) }
        return problems
    }

    /// `round` with these choices; ask ``problems`` first.
    package func applied(to round: Round) -> Round {
        var round = round
        round.privacy = choice == "open" ? .open : .confidential(threshold: max(5, Int(threshold) ?? 5))
        round.purpose = Round.Purpose(rawValue: purpose) ?? round.purpose
        return round
    }
}

/// Title, closing day and pace, as they were typed.
package struct PlanningDraft: Sendable {
    package let title: String
    package let closes: String
    package let pace: String

    package init(_ form: Form) {
        title = form.tidy("title")
        closes = form.tidy("closes")
        pace = form.tidy("pace")
    }

    var day: Day? {
        if let day = Day(closes) { return day }
        let parts = closes.split(whereSeparator: { "-/. ".contains($0) }).map(String.init)
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    package func problems(today: Day, before: Day) -> [Problem] {
        var problems: [Problem] = []
        if title.isEmpty { problems.append(Problem("title", "Geef de ronde een naam.")) }
        if title.utf16.count > 120 { problems.append(Problem("title", "Deze naam is te lang. Er passen 120 tekens.")) }
        if !HeaderLine.isSafe(title) { problems.append(Problem("title", "Zet de naam op één regel.")) }
        if day != before { problems += Round.problems(closes: day, today: today) }
        if Round.Pace(rawValue: pace) == nil { problems.append(Problem("pace", "Kies hoe de vragen op het scherm komen.")) }
        return problems
    }

    package func applied(to round: Round) -> Round {
        var round = round
        round.title = title
        round.closes = day ?? round.closes
        round.pace = Round.Pace(rawValue: pace) ?? round.pace
        return round
    }
}
