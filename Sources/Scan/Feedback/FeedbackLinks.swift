internal import Database
package import Markup
package import Membership
internal import Site

/// The addresses of a round's feedback report.
package enum FeedbackLinks {
    package static func home(_ region: Region.ID, _ round: Round.ID) -> Link {
        "/regions/\(region.text)/rounds/\(round.text)/report"
    }
    static func theme(_ region: Region.ID, _ round: Round.ID, _ theme: String, by view: View = .sector) -> Link {
        let link: Link = "\(home(region, round))/themes/\(theme)"
        return view == .sector ? link : "\(link)?by=\(view.rawValue)"
    }
    /// The tables of a theme, question by question.
    static func tables(_ region: Region.ID, _ round: Round.ID, _ theme: String, by view: View) -> Link {
        let link: Link = "\(home(region, round))/themes/\(theme)/tables"
        return view == .sector ? link : "\(link)?by=\(view.rawValue)"
    }
    static func table(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round))/table" }
    static func print(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round))/print" }
    static func preview(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round))/short" }
    static func figures(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round)).csv" }
    static func workbook(_ region: Region.ID, _ round: Round.ID) -> Link { "\(home(region, round)).xlsx" }
    static func figures(_ region: Region.ID, _ round: Round.ID, _ theme: String) -> Link {
        "\(home(region, round))/themes/\(theme)/figures.csv"
    }
    /// One question by organisation: a row for each is too long to show at every question.
    static func organisations(_ region: Region.ID, _ round: Round.ID, _ theme: String, _ question: String) -> Link {
        "\(home(region, round))/themes/\(theme)?by=organisation&question=\(question)"
    }
    /// All that people wrote at one question, a page at a time.
    static func sayings(_ region: Region.ID, _ round: Round.ID, _ theme: String, _ question: String) -> Link {
        "\(home(region, round))/themes/\(theme)/answers/\(question)"
    }
    static func answers(_ region: Region.ID, _ round: Round.ID, _ theme: String) -> Link {
        "\(home(region, round))/themes/\(theme)/answers.csv"
    }
}
