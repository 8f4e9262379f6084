internal import Foundation
package import Site

/// What whoever runs the product can choose, from the environment. A bad setting stops the start with one sentence.
package struct Settings: Sendable, Equatable {
    package var folder: String
    package var host: String
    package var port: Int
    /// How people reach the product; links in letters start with it.
    package var publicAddress: String
    package var trustsProxy: Bool
    package var mostConnections: Int
    package var instruments: String
    /// How many seconds a request may take to arrive, and a connection may be idle (L2).
    package var patience: Int
    /// The mail server; nil: letters are written as files.
    package var relay: Relay?

    package struct Bad: Error, Sendable, Equatable, CustomStringConvertible {
        package let description: String
    }

    package init(
        folder: String, host: String = "127.0.0.1", port: Int = 8080, publicAddress: String? = nil,
        trustsProxy: Bool = false, mostConnections: Int = 8192, instruments: String = "instruments",
        patience: Int = 30, relay: Relay? = nil
    ) {
        self.folder = folder
        self.host = host
        self.port = port
        self.publicAddress = publicAddress ?? "http://\(host):\(port)"
        self.trustsProxy = trustsProxy
        self.mostConnections = mostConnections
        self.instruments = instruments
        self.patience = patience
        self.relay = relay
    }

    /// Reads `REGIO_FOLDER`, `REGIO_HOST`, `REGIO_PORT`, `REGIO_ADDRESS`, `REGIO_PROXY`, `REGIO_CONNECTIONS`,
    /// `REGIO_INSTRUMENTS`, `REGIO_PATIENCE` and `REGIO_SMTP_…`.
    /// - Throws: ``Bad`` with a sentence that names the setting, its value and what it should be.
    package init(environment: [String: String]) throws(Bad) {
        let port = try Self.number(environment, "REGIO_PORT", in: 0...65_535) ?? 8080
        self.init(
            folder: Self.text(environment, "REGIO_FOLDER") ?? "var",
            host: Self.text(environment, "REGIO_HOST") ?? "127.0.0.1", port: port,
            publicAddress: try Self.address(environment, "REGIO_ADDRESS"),
            trustsProxy: try Self.flag(environment, "REGIO_PROXY"),
            mostConnections: try Self.number(environment, "REGIO_CONNECTIONS", in: 10...100_000) ?? 8192,
            instruments: try Self.folder(environment, "REGIO_INSTRUMENTS") ?? "instruments",
            patience: try Self.number(environment, "REGIO_PATIENCE", in: 1...600) ?? 30,
            relay: try Self.relay(environment))
    }

    static func text(_ environment: [String: String], _ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func folder(_ environment: [String: String], _ name: String) throws(Bad) -> String? {
        guard let path = text(environment, name) else { return nil }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Bad(description: "\(name) is '\(path)'; there is no folder there.")
        }
        return path
    }

    static func number(
        _ environment: [String: String], _ name: String, in range: ClosedRange<Int>
    ) throws(Bad) -> Int? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Bad(description: "\(name) is '\(text)'; it must be a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    static func flag(_ environment: [String: String], _ name: String) throws(Bad) -> Bool {
        switch environment[name] ?? "" {
        case "", "no": return false
        case "yes": return true
        case let text: throw Bad(description: "\(name) is '\(text)'; it must be yes or no.")
        }
    }

    private static func address(_ environment: [String: String], _ name: String) throws(Bad) -> String? {
        guard let text = environment[name], !text.isEmpty else { return nil }
        let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
        guard isAddress, !text.hasSuffix("/"), let url = URL(string: text), let host = url.host, !host.isEmpty, url.path.isEmpty,
            url.query == nil, url.fragment == nil, url.user == nil
        else {
            throw Bad(description: "\(name) is '\(text)'; it must be like https://regio.example.nl, without a path.")
        }
        return text
    }
}
