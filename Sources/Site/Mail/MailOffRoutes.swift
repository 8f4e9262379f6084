package import Markup

/// Ending letters of a kind in one click, and having them again. Looking changes nothing.
enum MailOffRoutes {
    static let all: [Route] = [
        .get("/mail/:secret", .holder, show),
        // Mail programs post here by themselves, without having seen a form (RFC 8058).
        .post("/mail/:secret", .holder, takesOneClick: true) { try await set(true, $0) },
        .post("/mail/:secret/returns", .holder) { try await set(false, $0) },
    ]

    private static func sealed(_ visit: Visit) throws -> MailOff {
        guard let off = visit.parameters["secret"].flatMap({ MailOff($0, key: visit.house.key) }) else {
            throw Missing()
        }
        return off
    }

    private static func show(_ visit: Visit) async throws -> Reply {
        let off = try sealed(visit)
        return .page(MailOffPages.page(off, isOff: try await visit.read { try off.isOff($0) }, visit))
    }

    /// Answers with the page itself: a mail program follows no redirect.
    private static func set(_ isOff: Bool, _ visit: Visit) async throws -> Reply {
        let off = try sealed(visit)
        try await visit.write { try off.setOff(isOff, at: visit.now, $0) }
        return .page(MailOffPages.page(off, isOff: isOff, visit))
    }
}

enum MailOffPages {
    static func page(_ off: MailOff, isOff: Bool, _ visit: Visit) -> Page {
        let link = off.link(key: visit.house.key)
        return Page("Mail van Regio aan zet", kind: .phone) {
            h1 { isOff ? off.topic.ended : off.topic.question }
            p { off.topic.about }
            if isOff {
                p { "Was dit niet de bedoeling? Zet de mail dan weer aan." }
                postForm("\(link)/returns", visit) { sendButton("Stuur mij deze mail weer", quiet: true) }
            } else {
                postForm(link, visit) { sendButton(off.topic.end, next: true) }
            }
        }
    }
}

extension MailTopic {
    package var question: Phrase {
        switch self {
        case .rounds: "Wilt u geen mail meer over rondes?"
        case .actions: "Wilt u geen mail meer over uw acties?"
        }
    }

    package var ended: Phrase {
        switch self {
        case .rounds: "U krijgt geen mail meer over rondes"
        case .actions: "U krijgt geen mail meer over uw acties"
        }
    }

    package var about: Phrase {
        switch self {
        case .rounds: "Het gaat om uitnodigingen, herinneringen en uitkomsten. Een link die u al hebt, blijft werken."
        case .actions: "Het gaat om de mail van maandag met uw acties. Die acties blijven staan in Regio aan zet."
        }
    }
}
