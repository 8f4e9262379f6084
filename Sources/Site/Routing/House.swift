package import Database

/// What every route stands on. `App` builds it once; a class, because every request hands it on many times.
package final class House: Sendable {
    package let database: DatabaseFile
    package let clock: Clock
    /// Kept outside the database; personal links and form tokens follow from it.
    package let key: [UInt8]
    package let formTokens: FormTokens
    package let passwords: Passwords
    /// Failed sign-ins.
    package let throttle: Throttle
    /// Codes of open links that open nothing.
    package let codes: Throttle
    package let viewers: any Viewers
    package let texts: Texts
    package let assets: Assets
    package let menu: [MenuItem]
    package let home: [HomePart]
    package let letters: [LetterKind]
    package let chores: [Chore]
    package let mail: MailRoom
    package let handovers: [Handover]
    package let settings: Settings
    package let readable: Readable

    package struct Settings: Sendable {
        /// How people reach the product, without a slash at the end: `https://regio.example.nl`.
        package var publicAddress: String { reach.address }
        private let reach: Reach
        package let isDemo: Bool
        /// Whether a proxy in front says who asks (`X-Forwarded-For`).
        package let trustsProxy: Bool
        package let dataFolder: String
        /// The folder with the product's own scans.
        package let instruments: String

        package init(
            publicAddress: String, isDemo: Bool, trustsProxy: Bool, dataFolder: String, instruments: String
        ) {
            reach = Reach(publicAddress)
            self.isDemo = isDemo
            self.trustsProxy = trustsProxy
            self.dataFolder = dataFolder
            self.instruments = instruments
        }

        /// Puts the port that the system gave in the place of port 0, which asked for any.
        package func isReached(at port: Int) { reach.isReached(at: port) }

        package var isSecure: Bool { publicAddress.utf8.starts(with: "https://".utf8) }
    }

    package init(
        database: DatabaseFile, clock: Clock, key: [UInt8], passwords: Passwords, throttle: Throttle, codes: Throttle,
        viewers: any Viewers, texts: Texts, assets: Assets, menu: [MenuItem], home: [HomePart],
        letters: [LetterKind], chores: [Chore], mail: MailRoom, handovers: [Handover], settings: Settings,
        readable: Readable = Readable([])
    ) {
        self.database = database
        self.clock = clock
        self.key = key
        formTokens = FormTokens(key: key)
        self.passwords = passwords
        self.throttle = throttle
        self.codes = codes
        self.viewers = viewers
        self.texts = texts
        self.assets = assets
        self.menu = menu
        self.home = home
        self.letters = letters
        self.chores = chores
        self.mail = mail
        self.handovers = handovers
        self.settings = settings
        self.readable = readable
    }
}

/// Says who a person is and which roles they hold on a day; `Membership` knows.
package protocol Viewers: Sendable {
    func viewer(_ person: PersonID, today: Day, _ reading: Reading) throws -> Viewer?
}
