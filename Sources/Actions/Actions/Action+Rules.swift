package import Database
internal import Membership
package import Site

extension Action {
    /// Its day has passed while it still runs.
    package func isOverdue(on today: Day) -> Bool {
        guard phase.isRunning, let until else { return false }
        return until < today
    }

    /// Whoever works on all actions of the region, and whoever owns this one and still takes part there.
    package func mayBeChanged(by viewer: Viewer) -> Bool {
        viewer.belongs(to: .workers, of: region) || isOwned(by: viewer)
    }

    package func mayBeSeen(by viewer: Viewer) -> Bool {
        viewer.belongs(to: .insiders, of: region) || isOwned(by: viewer)
    }

    private func isOwned(by viewer: Viewer) -> Bool {
        owner == viewer.person && viewer.belongs(to: .members, of: region)
    }
}

extension Action.Phase {
    /// What may follow: while an action runs anything, the same phase too, for not all work goes round in order.
    /// Done or stopped ends it: only reopening follows.
    package var followers: [Action.Phase] { isRunning ? Action.Phase.allCases : [] }

    /// In which phase a reopened action goes on.
    package static let reopened = Action.Phase.plan
}

/// An action with what a list shows beside it.
package struct ListedAction: Sendable, Equatable {
    package let action: Action
    /// The name of its owner.
    package let owner: String?
    /// The text of the finding it follows from.
    package let finding: String?
    package let regionName: String
    /// The day of its last step: for what is done, the day on which it ended.
    package let lastDay: Day?
}

/// A step as it stands in the history.
package struct TakenStep: Sendable, Equatable {
    package let number: Int
    package let step: Action.Step
    /// The name of who wrote it.
    package let name: String
}
