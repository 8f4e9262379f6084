internal import Database
internal import Markup
package import Site

/// Which letters somebody gets, on a page of their own.
package enum MailChoiceRoutes {
    package static let all: [Route] = [
        .get("/account/mail", .signedIn, show),
        .post("/account/mail", .signedIn, change),
    ]

    static let link: Link = "/account/mail"

    private static func show(_ visit: Visit) async throws -> Reply {
        let id = try visit.person().person
        let on = try await visit.read { reading in
            guard let person = try PersonStore.person(id, reading) else { throw Missing() }
            return try MailTopic.allCases.filter { try !MailOff($0, person.email).isOff(reading) }
        }
        return .page(MailChoicePages.page(on, visit))
    }

    private static func change(_ visit: Visit) async throws -> Reply {
        let id = try visit.person().person
        let wanted = Set(visit.form.all("topic").compactMap(MailTopic.init(rawValue:)))
        try await visit.write { writing in
            guard let person = try PersonStore.person(id, writing.reading) else { throw Missing() }
            for topic in MailTopic.allCases {
                try MailOff(topic, person.email).setOff(!wanted.contains(topic), at: visit.now, writing)
            }
        }
        return .redirect(link)
    }
}

enum MailChoicePages {
    static func page(_ on: [MailTopic], _ visit: Visit) -> Page {
        Page(
            "Welke mail u krijgt",
            trail: [Crumb("Begin", HomeLinks.start), Crumb("Mijn gegevens", SignInLinks.account)]
        ) {
            h1 { "Welke mail u krijgt" }
            p(.class("lead")) { "U kunt elke mail ook uitzetten met de link onderaan die mail." }
            postForm(MailChoiceRoutes.link, visit) {
                Field("topic", "Stuur mij").tick(
                    .fresh, MailTopic.allCases.map { Option($0.rawValue, name($0), about: $0.about) },
                    on.map(\.rawValue))
                sendButton("Bewaren")
            }
        }
    }

    private static func name(_ topic: MailTopic) -> Phrase {
        switch topic {
        case .rounds: "Mail over rondes"
        case .actions: "Elke maandag mijn acties"
        }
    }
}
