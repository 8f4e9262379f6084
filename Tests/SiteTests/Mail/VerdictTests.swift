import Database
import Site
import Testing

@Suite("What a mail server's answer means for a letter (RFC 5321, 4.2 and 4.5.4)")
struct VerdictTests {
    @Test(
        "temporary is tried again, permanent is not, and what is not about the letter stops them all",
        arguments: [
            (
                Exchange(command: "RCPT", status: 450, answer: "450 4.2.0 later"),
                Verdict.later(answer: "450 4.2.0 later")
            ),
            (Exchange(command: "DATA", status: 452, answer: "452 full"), .later(answer: "452 full")),
            (Exchange(command: "RCPT", status: 550, answer: "550 5.1.1 no"), .never(answer: "550 5.1.1 no")),
            (Exchange(command: "DATA", status: 554, answer: "554 no"), .never(answer: "554 no")),
            (Exchange(command: "RCPT", status: 421, answer: "421 bye"), .down(.refusing)),
            (Exchange(command: "MAIL", status: 550, answer: "550 not you"), .down(.refusing)),
            (Exchange(command: "MAIL", status: 451, answer: "451 not now"), .down(.refusing)),
            (Exchange(command: "EHLO", status: 554, answer: "554 no"), .down(.refusing)),
            (Exchange(command: "DATA", status: 354, answer: "354 go on"), .down(.silent)),
            (Exchange(), .down(.unreachable)),
        ])
    func means(exchange: Exchange, verdict: Verdict) { #expect(exchange.verdict == verdict) }

    @Test(
        "of the server's words one plain line is kept",
        arguments: [
            ("550 5.1.1 \u{1B}[2Jweg", "550 5.1.1 ?[2Jweg"), ("550 é", "550 ??"), ("550 a\r\nb", "550 a??b"),
            (String(repeating: "x", count: 900), String(repeating: "x", count: 200)),
        ])
    func shown(said: String, kept: String) {
        #expect(Exchange(command: "RCPT", status: 550, answer: said).shown == kept)
    }

    @Test("waits grow, up to a limit, and never overflow")
    func pauses() {
        let pauses = Pauses(first: 60)
        #expect([1, 2, 3, 4].map(pauses.letter) == [60, 120, 240, 480])
        #expect([8, 9, 40, 100_000].map(pauses.letter) == [7_680, 14_400, 14_400, 14_400])
        #expect([1, 2, 5, 6, 99].map(pauses.server) == [60, 120, 900, 900, 900])
    }

    @Test("the bell wakes whoever waits, and is not forgotten when nobody does")
    func bell() async {
        let room = MailRoom(relay: nil)
        room.ring()
        let clock = ContinuousClock()
        #expect(await clock.measure { await room.wait(atMost: 20) } < .seconds(5))
        let waiting = Task { await clock.measure { await room.wait(atMost: 20) } }
        try? await Task.sleep(for: .milliseconds(100))
        room.ring()
        #expect(await waiting.value < .seconds(5))
        let cancelled = Task { await clock.measure { await room.wait(atMost: 20) } }
        cancelled.cancel()
        #expect(await cancelled.value < .seconds(5))
        #expect(await clock.measure { await room.wait(atMost: 1) } < .seconds(60))
    }
}
