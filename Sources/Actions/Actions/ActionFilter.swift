internal import Database
internal import Markup
internal import Membership
internal import Site

/// Which actions a list shows. What the address asks for and is not one of these, is not asked for.
struct ActionFilter: Sendable, Equatable {
    enum Owner: Sendable, Equatable {
        case anyone, nobody
        case person(Person.ID)

        init(_ text: String?) {
            switch text {
            case "nobody": self = .nobody
            default: self = text.flatMap(Person.ID.init(_:)).map(Owner.person) ?? .anyone
            }
        }

        var text: String {
            switch self {
            case .anyone: ""
            case .nobody: "nobody"
            case .person(let id): id.text
            }
        }
    }

    /// Where an action came from.
    enum Source: String, CaseIterable, Sendable { case finding, itself }

    var owner = Owner.anyone
    var phase: Action.Phase?
    var source: Source?

    init() {}

    init(_ query: Form) {
        owner = Owner(query.first("owner"))
        phase = query.first("phase").flatMap(Action.Phase.init(rawValue:))
        source = query.first("source").flatMap(Source.init(rawValue:))
    }

    var isEmpty: Bool { self == ActionFilter() }

    func matches(_ listed: ListedAction) -> Bool {
        matchesOwner(listed.action.owner)
            && (phase == nil || phase == listed.action.phase)
            && (source == nil || (source == .finding) == (listed.action.finding != nil))
    }

    private func matchesOwner(_ id: Person.ID?) -> Bool {
        switch owner {
        case .anyone: true
        case .nobody: id == nil
        case .person(let wanted): id == wanted
        }
    }
}
