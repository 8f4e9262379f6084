internal import Database
package import Markup
package import Site

/// The addresses of the respondent's side.
package enum AnswerLinks {
    /// A personal link: what stands in an invitation.
    package static func personal(_ secret: Secret) -> Link { "/a/\(secret.text)" }
    /// The same for a letter in another language than Dutch: its screens are in the language of the letter.
    static func personal(_ secret: Secret, in language: Language) -> Link {
        language == .dutch ? personal(secret) : AnswerPlace(kind: .link(secret), asked: language).start
    }
    /// The start of a round's open link.
    package static func open(_ code: String) -> Link { "/c/\(code)" }
    /// Where a code is typed.
    package static let join: Link = "/join"

    /// How a respondent will see the round: 0 is the start, then each screen, then the thanks.
    package static func preview(_ round: Round.ID, in region: RegionID, _ number: Int = 0) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/preview/\(number)"
    }
}

/// Where a respondent's screens are: on their own link, or in a preview that saves nothing.
struct AnswerPlace: Sendable {
    enum Kind: Sendable {
        case link(Secret)
        case preview(Round.ID, RegionID, screens: Int)
    }

    let kind: Kind
    /// The language that was asked for on the first screen; kept in every address, for there is no cookie.
    let asked: Language?

    var isPreview: Bool {
        if case .preview = kind { true } else { false }
    }

    var start: Link { link(0) { AnswerLinks.personal($0) } }
    var all: Link { link(1) { "\(AnswerLinks.personal($0))/all" } }
    var thanks: Link { link(screens + 1) { "\(AnswerLinks.personal($0))/thanks" } }

    func theme(_ number: Int) -> Link { link(number) { "\(AnswerLinks.personal($0))/themes/\(number)" } }

    /// A screen by its number: 0 is the start.
    func screen(_ number: Int) -> Link { link(number) { AnswerLinks.personal($0) } }

    /// The same screens in another language.
    func start(in language: Language) -> Link { AnswerPlace(kind: kind, asked: language).start }
    func thanks(in language: Language) -> Link { AnswerPlace(kind: kind, asked: language).thanks }
    func inLanguage(_ language: Language) -> AnswerPlace { AnswerPlace(kind: kind, asked: language) }

    /// The same address after something was saved at `time`, which stands in the address and nowhere else.
    static func saved(_ link: Link, at time: String) -> Link {
        link.text.utf8.contains(UInt8(ascii: "?")) ? "\(link)&saved=\(time)" : "\(link)?saved=\(time)"
    }

    private var screens: Int {
        if case .preview(_, _, let screens) = kind { screens } else { 0 }
    }

    private func link(_ number: Int, _ own: (Secret) -> Link) -> Link {
        let link: Link = switch kind {
        case .link(let secret): own(secret)
        case .preview(let round, let region, _): AnswerLinks.preview(round, in: region, number)
        }
        guard let asked else { return link }
        return "\(link)?language=\(asked.rawValue)"
    }
}

extension Visit {
    /// The language that the address asks for.
    var askedLanguage: Language? { query.first("language").flatMap(Language.init(rawValue:)) }

    /// When the screen before this one was saved, `14:02`; nil unless it has that form.
    var savedAt: String? {
        guard let text = query.first("saved"), text.utf8.count == 5 else { return nil }
        let isTime = text.utf8.enumerated().allSatisfy { index, byte in
            index == 2 ? byte == UInt8(ascii: ":") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return isTime ? text : nil
    }
}
