internal import Database

/// Whose session it is, and what that person is on one day.
///
/// The clock is no word of it: whoever asks looks whether the session still goes on.
struct ViewerQuestion: PureQuestion {
    let digest: String
    let today: Day
    @Fixed var viewers: any Viewers

    struct Answer: Sendable {
        let session: SessionStore.Written
        let viewer: Viewer
    }

    func ask(_ reading: Reading) throws -> Answer? {
        guard let session = try SessionStore.written(digest, reading),
            let viewer = try viewers.viewer(session.person, today: today, reading)
        else { return nil }
        return Answer(session: session, viewer: viewer)
    }
}
