package import Markup

/// What was just done, said on the page that it leads to. The words are fixed: the address only says which.
package enum Notice: String, CaseIterable, Sendable {
    case saved, added, removed

    var words: Phrase {
        switch self {
        case .saved: "Bewaard."
        case .added: "Toegevoegd."
        case .removed: "Weggehaald."
        }
    }

    static func markup(_ visit: Visit) -> Markup {
        guard let notice = visit.query.first("notice").flatMap(Notice.init(rawValue:)) else { return .nothing }
        return p(.class("done"), .role("status")) { notice.words }
    }
}

extension Link {
    /// The same address, whose page says first what was done.
    package func saying(_ notice: Notice) -> Link {
        text.contains("?") ? "\(self)&notice=\(notice.rawValue)" : "\(self)?notice=\(notice.rawValue)"
    }
}
