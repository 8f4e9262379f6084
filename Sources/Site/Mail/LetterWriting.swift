internal import Database
internal import Foundation
internal import Markup

/// Makes a message of what waits in the outbox, with what its receiver may see at that moment.
enum LetterWriting {
    enum Outcome: Sendable {
        case written(MailMessage)
        case needless
        case refused(String)
    }

    static func outcome(_ waiting: Outbox.Waiting, _ house: House, at now: Moment) async throws -> Outcome {
        guard let kind = house.letters.first(where: { $0.name == waiting.kind }) else {
            return .refused("unknown kind")
        }
        do {
            return try await house.database.read { reading in
                guard let letter = try kind.write(reading, waiting.reference, house) else { return .needless }
                let receiver = letter.receiver ?? Letter.Receiver(name: waiting.name, address: waiting.recipient)
                let off = letter.topic.map { MailOff($0, receiver.address) }
                if try off?.isOff(reading) == true { return .needless }
                return message(letter, to: receiver, off, waiting, house, at: now)
                    ?? .refused("the name or the address cannot stand in a letter")
            }
        } catch is Missing {
            return .refused("something that it tells about is not there")
        } catch Trouble.unreadable(let column) {
            return .refused("\(column) cannot be read")
        }
    }

    private static func message(
        _ letter: Letter, to receiver: Letter.Receiver, _ off: MailOff?, _ waiting: Outbox.Waiting, _ house: House,
        at now: Moment
    ) -> Outcome? {
        let (host, place) = (host(of: house), house.settings.publicAddress)
        let link = off?.link(key: house.key)
        let text = LetterText(letter: letter, words: house.texts.vocabulary(letter.language), place: place, off: link)
        guard let to = MailAddress(name: receiver.name, address: receiver.address),
            let from = MailAddress(name: "Regio aan zet", address: house.mail.relay?.sender ?? "noreply@\(host)")
        else { return nil }
        return MailMessage(
            from: from, to: to, subject: text.subject, plain: text.plain, html: text.markup, date: now,
            id: "\(waiting.id.text)@\(host)", off: link.map { place + $0.text }
        ).map { .written($0) }
    }

    /// The name in the public address, without scheme and port.
    static func host(of house: House) -> String {
        let host = URL(string: house.settings.publicAddress)?.host ?? "localhost"
        return MailAddress.isAddress("noreply@\(host)") ? host : "localhost"
    }
}
