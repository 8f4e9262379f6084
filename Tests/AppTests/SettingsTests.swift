import App
import Site
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test("without any, the server waits 30 seconds for a request and listens to this machine alone (L2)")
    func usual() throws {
        let settings = try Settings(environment: [:])
        #expect(settings.patience == 30)
        #expect(settings.host == "127.0.0.1")
        #expect(settings == Settings(folder: "var"))
    }

    @Test("a setting that was left empty is as one that was not made")
    func empty() throws {
        let names = ["FOLDER", "HOST", "PORT", "ADDRESS", "PROXY", "CONNECTIONS", "INSTRUMENTS", "PATIENCE"]
        let empty = Dictionary(uniqueKeysWithValues: names.map { ("REGIO_\($0)", "") })
        #expect(try Settings(environment: empty) == Settings(environment: [:]))
    }

    @Test("without a mail server letters are files; with one STARTTLS is asked unless it is on this machine")
    func relay() throws {
        #expect(try Settings(environment: [:]).relay == nil)
        let relay = try #require(try Settings(environment: ["REGIO_SMTP_HOST": "smtp.example.nl"]).relay)
        #expect(relay.port == 587 && relay.isEncrypted && relay.account == nil && relay.pause == 60)
        let here = ["REGIO_SMTP_HOST": "localhost", "REGIO_SMTP_STARTTLS": "no"]
        #expect(try Settings(environment: here).relay?.isEncrypted == false)
        #expect(throws: Settings.Bad.self) { try Settings(environment: here.merging(["REGIO_SMTP_HOST": "localhost.example.nl"]) { $1 }) }
    }

    @Test("a bad setting is told by its name and its value", arguments: [
        ("REGIO_PORT", "65536"), ("REGIO_PORT", "٣"), ("REGIO_ADDRESS", "https://a.nl/pad"), ("REGIO_ADDRESS", "https://u@a.nl"),
        ("REGIO_PROXY", "ja"), ("REGIO_CONNECTIONS", "9"), ("REGIO_PATIENCE", "601"), ("REGIO_INSTRUMENTS", "/nowhere"),
    ])
    func bad(_ name: String, _ value: String) {
        do {
            _ = try Settings(environment: [name: value])
            Issue.record("\(name)=\(value) was taken")
        } catch {
            #expect(error.description.contains(name) && error.description.contains("'\(value)'"))
        }
    }
}
