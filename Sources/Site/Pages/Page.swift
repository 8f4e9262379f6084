package import Markup

/// A page before it is laid out: a title, what it says, and where it belongs.
package struct Page: Sendable {
    /// How it will be read.
    package enum Kind: Sendable {
        /// At a desk, with the region's bar above it.
        case desk
        /// On a phone in one hand: one narrow column and no bar.
        case phone
    }

    package let title: Phrase
    package let body: Markup
    package var kind: Kind
    package var status: Int
    package var region: RegionHeading?
    package var trail: [Crumb]
    /// The page's own language, where it is not the reader's setting.
    package var language: Language?
    /// Whether a page on a phone lets choose a language by a cookie; the pages of whoever answers set none.
    package var keepsLanguage = false

    package init(
        _ title: Phrase, kind: Kind = .desk, status: Int = 200, region: RegionHeading? = nil, trail: [Crumb] = [],
        language: Language? = nil, @MarkupBuilder body: () -> Markup
    ) {
        self.title = title
        self.kind = kind
        self.status = status
        self.region = region
        self.trail = trail
        self.language = language
        self.body = body()
    }
}

/// The region that a page belongs to, for the bar above it.
package struct RegionHeading: Sendable {
    package let id: RegionID
    package let name: String

    package init(id: RegionID, name: String) {
        self.id = id
        self.name = name
    }
}

/// A step on the way to this page.
package struct Crumb: Sendable {
    package let label: Phrase
    package let link: Link

    package init(_ label: Phrase, _ link: Link) {
        self.label = label
        self.link = link
    }
}
