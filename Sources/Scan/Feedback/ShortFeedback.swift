package import Markup
package import Site

/// The short version of the feedback report that goes back to everyone who answered, on their own link.
package enum ShortFeedback {
    package static func markup(_ round: Round, _ house: House, _ language: Language) async throws -> Markup {
        .nothing
    }
}
