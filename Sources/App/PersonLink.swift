internal import Database
internal import Markup
internal import Membership
package import Site

/// The command that lets somebody in from the machine itself, also while the server runs.
package enum PersonLink {
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// The whole address of a link with which the person sets a new password: once, within 24 hours.
    ///
    /// - Parameters:
    ///   - programme: makes the person office of it first; somebody new needs a `name`.
    ///   - withoutCode: no code is asked after the password any more.
    package static func make(
        _ email: String, office programme: String?, name: String, withoutCode: Bool = false, _ settings: Settings,
        _ clock: Clock = .system
    ) async throws -> String {
        let database = try DataFolder(path: settings.folder).openExisting(Wings.all)
        let now = clock.now()
        let today = clock.day(of: now)
        do {
            let secret = try await database.write { writing in
                if withoutCode { try MachineDoor.takeOffCode(email, at: now, writing) }
                guard let programme else { return try MachineDoor.renew(email, at: now, writing) }
                return try MachineDoor.appoint(
                    office: email, name: name, of: programme, on: today, at: now, writing)
            }
            try database.close()
            return settings.publicAddress + Welcome.link(secret).text
        } catch let refused as MachineDoor.Refused {
            throw Refused(description: sentence(refused))
        }
    }

    private static func sentence(_ refused: MachineDoor.Refused) -> String {
        switch refused {
        case .noSuchPerson: "There is nobody with that address for mail."
        case .noSuchProgramme(let known): "There is no such programme; there is \(known.joined(separator: ", "))."
        case .unfit: "Somebody new needs a name (--name) and a right address for mail."
        }
    }
}
