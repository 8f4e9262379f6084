internal import Database
internal import Synchronization

/// What the house knows of its mail server while it runs: whether it takes letters, and a bell for who brings them.
package final class MailRoom: Sendable {
    /// Nil: letters are written as files.
    package let relay: Relay?
    private let state = Mutex(State())

    private struct State {
        var failures = 0
        var again: Moment?
        var trouble: Verdict.Trouble?
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    package init(relay: Relay?) { self.relay = relay }

    // MARK: The server

    /// Why the server takes nothing now; nil when it does, as far as is known.
    package var trouble: Verdict.Trouble? { state.withLock { $0.trouble } }

    func mayTry(at now: Moment) -> Bool { state.withLock { $0.again.map { $0 <= now } ?? true } }

    func noteDown(_ trouble: Verdict.Trouble, at now: Moment) {
        let pauses = Pauses(first: relay?.pause ?? 60)
        state.withLock { state in
            state.failures += 1
            state.trouble = trouble
            state.again = now.adding(seconds: pauses.server(after: state.failures))
        }
    }

    func noteUp() {
        state.withLock { state in
            state.failures = 0
            state.again = nil
            state.trouble = nil
        }
    }

    // MARK: The bell

    /// There are letters to bring.
    package func ring() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            defer { state.waiter = nil }
            state.isRung = state.waiter == nil
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns at the next ring, or after so many seconds, or when the task is cancelled.
    package func wait(atMost seconds: Int) async {
        let timer = Task {
            guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
            ring()
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isRung = state.withLock { state -> Bool in
                    if state.isRung { state.isRung = false; return true }
                    state.waiter = waiter
                    return false
                }
                if isRung { waiter.resume() }
            }
        } onCancel: {
            ring()
        }
        timer.cancel()
    }
}
