internal import Database
internal import Foundation

/// Takes letters from the outbox to the mail server, or, where none is set, to files in the folder `letters` beside the
/// database.
///
/// Each letter is written with the rights of whoever receives it, and only then (A7). Delivering again changes nothing:
/// a letter has one file, and one Message-ID, under its own key.
package enum LetterDelivery {
    /// For a request that queued letters: files are written at once; the mail server is spoken to beside the request.
    package static func soon(_ house: House) async {
        if house.mail.relay == nil { _ = try? await deliver(house) } else { house.mail.ring() }
    }

    /// Delivers what may go now and answers how many letters went. One that cannot go is put aside and stops no other.
    @discardableResult
    package static func deliver(_ house: House) async throws -> Int {
        let way = try way(house)
        guard house.mail.mayTry(at: house.clock.now()) else { return 0 }
        var count = 0
        while true {
            let now = house.clock.now()
            let waiting = try await house.database.read { try Outbox.waiting(200, at: now, $0) }
            if waiting.isEmpty { return count }
            for letter in waiting {
                if Task.isCancelled { return count }
                switch try await deliver(letter, house, way) {
                case .went: count += 1
                case .stayed: break
                case .stopped: return count
                }
            }
        }
    }

    package static func folder(_ house: House) -> String { "\(house.settings.dataFolder)/letters" }

    /// Whether a letter went, and whether the next may be tried.
    private enum Step { case went, stayed, stopped }

    private enum Way {
        case folder(String)
        case line(RelayLine)
    }

    private static func way(_ house: House) throws -> Way {
        if let relay = house.mail.relay { return .line(RelayLine(relay, name: LetterWriting.host(of: house))) }
        let folder = folder(house)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return .folder(folder)
    }

    private static func deliver(_ waiting: Outbox.Waiting, _ house: House, _ way: Way) async throws -> Step {
        let now = house.clock.now()
        switch try await LetterWriting.outcome(waiting, house, at: now) {
        case .written(let message):
            switch way {
            case .folder(let folder):
                try write(message.bytes, "\(folder)/\(waiting.id.text).eml")
                return try await note(.taken, waiting, house)
            case .line(let line): return try await note(await line.send(message), waiting, house)
            }
        case .needless:
            try await house.database.write { try Outbox.remove(waiting.id, $0) }
        case .refused(let trouble):
            try await house.database.write { try Outbox.noteTrouble(waiting.id, trouble, $0) }
        }
        return .stayed
    }

    private static func note(_ verdict: Verdict, _ waiting: Outbox.Waiting, _ house: House) async throws -> Step {
        let now = house.clock.now()
        let mail = house.mail
        switch verdict {
        case .taken:
            mail.noteUp()
            try await house.database.write { try Outbox.noteDelivered(waiting.id, at: now, $0) }
            return .went
        case .later(let answer):
            mail.noteUp()
            try await postpone(waiting, answer, house)
            return .stayed
        case .never(let answer):
            mail.noteUp()
            try await house.database.write { try Outbox.noteRefused(waiting.id, kept(answer, of: waiting), $0) }
            return .stayed
        case .down(let trouble):
            mail.noteDown(trouble, at: now)
            // A letter on which the server stopped lets the others go first.
            if trouble == .silent || trouble == .refusing { try await postpone(waiting, "", house) }
            return .stopped
        }
    }

    /// Another try after a growing wait; after five days it is given up.
    private static func postpone(_ waiting: Outbox.Waiting, _ answer: String, _ house: House) async throws {
        let now = house.clock.now()
        let isTooOld = waiting.queued.adding(days: Pauses.days) < now
        let wait = Pauses(first: house.mail.relay?.pause ?? 60).letter(after: waiting.attempts + 1)
        try await house.database.write { writing in
            if isTooOld {
                try Outbox.noteRefused(waiting.id, kept(answer, of: waiting), writing)
            } else {
                try Outbox.noteLater(waiting.id, again: now.adding(seconds: wait), kept(answer, of: waiting), writing)
            }
        }
    }

    /// The server's words hold the address. Where the outbox does not say whom a letter is for, they are not kept.
    private static func kept(_ answer: String, of waiting: Outbox.Waiting) -> String {
        waiting.recipient.isEmpty ? "" : answer
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
