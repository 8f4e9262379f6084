import App
import ArgumentParser

struct LetIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Print a link with which a person sets a new password: once, within 24 hours.",
        discussion: """
            It can be used while the server runs. Earlier links of the person end at once, sessions when it is used.
            """)

    @Argument(help: "The address for mail with which the person signs in.") var email: String
    @Option(help: "Make the person office of this programme (its name) first.") var office: String?
    @Flag(help: "Ask no code after the password any more; for who lost phone and recovery codes.") var withoutCode = false
    @Option(help: "The name of somebody who is not known yet.") var name = ""

    func run() async throws {
        try await Machine.run { settings, _ in
            say(try await PersonLink.make(email, office: office, name: name, withoutCode: withoutCode, settings))
        }
    }
}
