package import Database
package import Markup

/// One question to the product: who asks, what, when, with which form.
package struct Visit: Sendable {
    package let house: House
    package let path: String
    package let parameters: [String: String]
    package let query: Form
    package let form: Form
    package let viewer: Viewer?
    /// The digest of the session's secret; nil without a session.
    package let session: String?
    package let language: Language
    /// The address of whoever asks, for the throttle and the log of acts; never stored beside an answer.
    package let address: String
    /// What the browser says it is; kept beside a session so that its owner knows it again.
    package let browser: String
    package let now: Moment
    package let today: Day

    package init(
        house: House, path: String, parameters: [String: String] = [:], query: Form = Form(), form: Form = Form(),
        viewer: Viewer? = nil, session: String? = nil, language: Language = .dutch, address: String = "", browser: String = ""
    ) {
        self.house = house
        self.path = path
        self.parameters = parameters
        self.query = query
        self.form = form
        self.viewer = viewer
        self.session = session
        self.language = language
        self.address = address
        self.browser = browser
        now = house.clock.now()
        today = house.clock.day(of: now)
    }

    /// The key that the address names. Throws ``Missing`` when it has not the form of one.
    package func id<Of>(_ name: String, of kind: Of.Type = Of.self) throws -> ID<Of> {
        guard let text = parameters[name], let id = ID<Of>(text) else { throw Missing() }
        return id
    }

    /// The region that the rule was asked about.
    package func region() throws -> RegionID { try id("region") }
    package func programme() throws -> ProgrammeID { try id("programme") }

    /// Whoever is signed in. Throws ``Missing`` on a route whose rule lets others in.
    package func person() throws -> Viewer {
        guard let viewer else { throw Missing() }
        return viewer
    }

    /// The secret that the address holds.
    package func secret() throws -> Secret {
        guard let text = parameters["secret"], let secret = Secret(text) else { throw Missing() }
        return secret
    }

    /// The token that every form on this page must carry.
    package var formToken: String { house.formTokens.token(for: FormTokens.holder(parameters, session)) }

    package func read<T: Sendable>(_ body: @Sendable @escaping (Reading) throws -> T) async throws -> T {
        try await house.database.read(body)
    }

    /// The answer as the file is now. Throws ``Missing`` where there is nothing.
    package func recall<Question: PureQuestion>(_ question: Question) async throws -> Question.Answer {
        guard let answer = try await house.database.recall(question) else { throw Missing() }
        return answer
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Writing) throws -> T) async throws -> T {
        try await house.database.write(body)
    }

    /// The same visit at another address, as when a kept form is shown again.
    func moved(to path: String) -> Visit {
        Visit(
            house: house, path: path, parameters: parameters, query: query, form: form, viewer: viewer,
            session: session, language: language, address: address, browser: browser)
    }

    /// A phrase as plain text in the reader's language, for files.
    package func say(_ phrase: Phrase) -> String { house.texts.vocabulary(language).text(phrase) }
}
