internal import Database
internal import Foundation

/// Takes letters from the outbox and puts them, as mail, in the folder `letters` beside the database.
///
/// Each letter is written with the rights of whoever receives it, and only then. Delivering again changes nothing:
/// a letter has one file under its own key.
package enum LetterDelivery {
    /// Delivers what waits and answers how many letters went. One that cannot go is put aside and stops no other.
    @discardableResult
    package static func deliver(_ house: House) async throws -> Int {
        try prepare(folder(house))
        var count = 0
        while true {
            let waiting = try await house.database.read { try Outbox.waiting(200, $0) }
            if waiting.isEmpty { return count }
            for letter in waiting where try await deliver(letter, house) { count += 1 }
        }
    }

    package static func folder(_ house: House) -> String { "\(house.settings.dataFolder)/letters" }

    private static func prepare(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private static func deliver(_ waiting: Outbox.Waiting, _ house: House) async throws -> Bool {
        let now = house.clock.now()
        switch try await outcome(waiting, house, at: now) {
        case .written(let message):
            try write(message.bytes, "\(folder(house))/\(waiting.id.text).eml")
            try await house.database.write { try Outbox.noteDelivered(waiting.id, at: now, $0) }
            return true
        case .needless:
            try await house.database.write { try Outbox.remove(waiting.id, $0) }
        case .refused(let trouble):
            try await house.database.write { try Outbox.noteTrouble(waiting.id, trouble, $0) }
        }
        return false
    }

    private enum Outcome: Sendable {
        case written(MailMessage)
        case needless
        case refused(String)
    }

    private static func outcome(_ waiting: Outbox.Waiting, _ house: House, at now: Moment) async throws -> Outcome {
        guard let kind = house.letters.first(where: { $0.name == waiting.kind }) else { return .refused("unknown kind") }
        let found: Letter?
        do {
            found = try await house.database.read { try kind.write($0, waiting.reference, house) }
        } catch is Missing {
            return .refused("something that it tells about is not there")
        } catch Trouble.unreadable(let column) {
            return .refused("\(column) cannot be read")
        }
        guard let letter = found else { return .needless }
        let host = host(of: house)
        guard let to = MailAddress(name: waiting.name, address: waiting.recipient),
            let from = MailAddress(name: "Regio aan zet", address: "noreply@\(host)"),
            let message = MailMessage(
                from: from, to: to, subject: letter.subject, body: letter.body, date: now, id: "\(waiting.id.text)@\(host)")
        else { return .refused("the name or the address cannot stand in a letter") }
        return .written(message)
    }

    /// The name in the public address, without scheme and port.
    private static func host(of house: House) -> String {
        let host = URL(string: house.settings.publicAddress)?.host ?? "localhost"
        return MailAddress.isAddress("noreply@\(host)") ? host : "localhost"
    }

    /// For the owner alone from the first byte; under its own name only when it is whole.
    private static func write(_ bytes: [UInt8], _ path: String) throws {
        let half = path + ".half"
        try? FileManager.default.removeItem(atPath: half)
        guard
            FileManager.default.createFile(
                atPath: half, contents: Data(bytes), attributes: [.posixPermissions: 0o600]),
            rename(half, path) == 0
        else { throw Trouble.storage("a letter could not be written") }
    }
}
