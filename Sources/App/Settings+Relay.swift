internal import Foundation
internal import Site

extension Settings {
    /// Reads `REGIO_SMTP_HOST`, `_PORT`, `_USER`, `_PASSWORD`, `_CA`, `_STARTTLS`, `_FROM` and `_PAUSE`; nil without a host.
    static func relay(_ environment: [String: String]) throws(Bad) -> Relay? {
        guard let host = try host(environment) else { return nil }
        let isEncrypted = try isEncrypted(environment, host)
        return Relay(
            host: host, port: try number(environment, "REGIO_SMTP_PORT", in: 1...65_535) ?? 587,
            isEncrypted: isEncrypted,
            account: try account(environment), authority: try authority(environment), sender: try sender(environment),
            pause: try number(environment, "REGIO_SMTP_PAUSE", in: 1...3600) ?? 60)
    }

    private static func host(_ environment: [String: String]) throws(Bad) -> String? {
        guard let host = text(environment, "REGIO_SMTP_HOST") else {
            let others = environment.filter { $0.key.hasPrefix("REGIO_SMTP_") && !$0.value.isEmpty }.keys.sorted()
            guard let other = others.first else { return nil }
            throw Bad(description: "\(other) is set and REGIO_SMTP_HOST is not; set the name of the mail server too.")
        }
        let marks = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:".utf8)
        guard host.utf8.allSatisfy(marks.contains) else {
            throw Bad(
                description: "REGIO_SMTP_HOST is '\(host)'; it must be the name of a machine, like smtp.example.nl.")
        }
        return host
    }

    /// Letters hold personal links: in the clear they stay on the machine.
    private static func isEncrypted(_ environment: [String: String], _ host: String) throws(Bad) -> Bool {
        switch text(environment, "REGIO_SMTP_STARTTLS") {
        case nil, "yes": return true
        case "no" where ["localhost", "127.0.0.1", "::1"].contains(host): return false
        case "no":
            throw Bad(
                description:
                    "REGIO_SMTP_STARTTLS is 'no' and REGIO_SMTP_HOST '\(host)'; only a server on localhost may do without."
            )
        case let other?: throw Bad(description: "REGIO_SMTP_STARTTLS is '\(other)'; it must be yes or no.")
        }
    }

    private static func account(_ environment: [String: String]) throws(Bad) -> Relay.Account? {
        switch (text(environment, "REGIO_SMTP_USER"), text(environment, "REGIO_SMTP_PASSWORD")) {
        case (nil, nil): return nil
        case (let name?, let password?): return Relay.Account(name: name, password: password)
        case (let name?, nil):
            throw Bad(description: "REGIO_SMTP_USER is '\(name)'; it needs REGIO_SMTP_PASSWORD beside it.")
        case (nil, _): throw Bad(description: "REGIO_SMTP_PASSWORD is set; it needs REGIO_SMTP_USER beside it.")
        }
    }

    private static func authority(_ environment: [String: String]) throws(Bad) -> String? {
        guard let path = text(environment, "REGIO_SMTP_CA") else { return nil }
        guard let file = FileManager.default.contents(atPath: path),
            String(decoding: file, as: UTF8.self).contains("BEGIN CERTIFICATE")
        else {
            throw Bad(description: "REGIO_SMTP_CA is '\(path)'; there is no file with certificates there.")
        }
        return path
    }

    private static func sender(_ environment: [String: String]) throws(Bad) -> String? {
        guard let address = text(environment, "REGIO_SMTP_FROM") else { return nil }
        guard MailAddress.isAddress(address) else {
            throw Bad(description: "REGIO_SMTP_FROM is '\(address)'; it must be an address for mail.")
        }
        return address
    }
}
