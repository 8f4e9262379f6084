internal import Markup

/// What somebody signs in with, in words its owner knows again. Of what a browser says, only this is kept.
enum Device {
    static func described(_ browser: String) -> String {
        let program = programs.first { browser.contains($0.mark) }?.name
        let machine = machines.first { browser.contains($0.mark) }?.name
        return [program, machine].compactMap(\.self).joined(separator: ", ")
    }

    // The order matters: most browsers also name the ones they are like.
    private static let programs: [(mark: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    private static let machines: [(mark: String, name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ]

    static func words(_ stored: String) -> Phrase { stored.isEmpty ? "Met een onbekend apparaat" : "Met \(stored)" }
}
