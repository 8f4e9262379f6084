import App
import Foundation
import Markup
import Site
import TestHouse
import Testing

/// The rooms that speak to people, with their catalogs.
private struct Rooms {
    let phrases: [String: SourcePhrases]
    var english: [String: [String: String]]

    /// Read once for all tests.
    static let all = Result { try Rooms() }

    private init() throws {
        phrases = try Dictionary(
            uniqueKeysWithValues: (Wings.all.map(\.name) + ["App"]).map { ($0, try SourcePhrases(room: $0)) })
        english = try Dictionary(
            uniqueKeysWithValues: Wings.all.map { ($0.name, try $0.texts.map { try $0.english } ?? [:]) })
    }

    var translated: Set<String> { Set(english.values.flatMap(\.keys)) }
    var said: Set<String> { Set(phrases.values.flatMap(\.keys)) }

    /// Said in a room and translated nowhere.
    var missing: Set<String> { said.subtracting(translated) }
    /// Translated and said nowhere. A key of signs alone needs no translation, but may have one: `%@,%@`.
    var unused: Set<String> { translated.subtracting(said).filter { $0.contains(where: \.isLetter) && $0 != "%@" } }
}

@Suite("Everything on the screen can be said in English")
struct TranslationTests {
    @Test("every phrase in the code has its English, and nothing is translated that is not said")
    func complete() throws {
        let rooms = try Rooms.all.get()
        #expect(rooms.said.count > 1_400)
        #expect(rooms.missing.sorted() == [])
        #expect(rooms.unused.sorted() == [])
    }

    @Test("a mutant: without one translation a key is missing, without one phrase a key is unused")
    func mutants() throws {
        var rooms = try Rooms.all.get()
        rooms.english["Scan"]?["Wat deelnemers zien"] = nil
        #expect(rooms.missing == ["Wat deelnemers zien"])
        rooms.english["Scan"]?["Dit zegt niemand."] = "Nobody says this."
        #expect(rooms.unused == ["Dit zegt niemand."])
    }

    @Test("a translation stands once: with the one room that says it, or with Site where several do")
    func placed() throws {
        let rooms = try Rooms.all.get()
        #expect(rooms.english.values.map(\.count).reduce(0, +) == rooms.translated.count)
        for (room, english) in rooms.english {
            for key in english.keys where key.contains(where: \.isLetter) {
                let saying = rooms.phrases.filter { $0.value.keys.contains(key) }.keys.sorted()
                #expect(saying == [room] || room == "Site" && saying.count > 1, "\(key): \(saying)")
            }
        }
    }

    @Test("a translation has exactly the places of its key, and begins and ends as it does")
    func places() throws {
        for (key, text) in try Rooms.all.get().english.values.flatMap({ $0 }) {
            #expect(Self.places(text) == Self.places(key), "\(key)")
            #expect(text.first?.isWhitespace == key.first?.isWhitespace, "\(key)")
            #expect(text.last?.isWhitespace == key.last?.isWhitespace, "\(key)")
            if key.last.map({ ".?!:,".contains($0) }) == true { #expect(text.last == key.last, "\(key)") }
        }
    }

    /// The arguments by number: those without one count on.
    private static func places(_ text: String) -> [Int] {
        let numbered = text.matches(of: /%([1-9])\$@/).compactMap { Int($0.output.1) }
        return (numbered + Array(0..<text.matches(of: /%@/).count).map { $0 + 1 }).sorted()
    }

    @Test("the catalogs are as tools for translators write them: sorted, Dutch their source")
    func sorted() throws {
        for wing in Wings.all {
            let file = "\(TestHouse.projectFolder)/Sources/\(wing.name)/\(Catalog.name)"
            let text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
            #expect(text.contains("\"sourceLanguage\" : \"nl\""))
            let keys = text.matches(of: /\n    "((?:[^"\\]|\\.)*)" : \{/).map { String($0.output.1) }
            #expect(
                keys
                    == keys.sorted {
                        Array($0.unicodeScalars.map(\.value)).lexicographicallyPrecedes($1.unicodeScalars.map(\.value))
                    })
            #expect(keys.count == (try wing.texts?.english.count))
        }
    }

    @Test("English at B1 as well: no sentence over 25 words, on average at most 12")
    func plain() throws {
        let texts = try Rooms.all.get().english.values.flatMap(\.values)
        let sentences = texts.flatMap { $0.split { ".?!:".contains($0) } }.map { $0.split(separator: " ").count }
        #expect(sentences.allSatisfy { $0 <= 25 })
        #expect(Double(sentences.reduce(0, +)) / Double(sentences.count) <= 12)
    }

    @Test("a catalog that cannot be read stops the start, and says which")
    func unreadable() throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "regio-catalog-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let absent = Catalog(in: folder)
        #expect(throws: Catalog.Unreadable.self) { try Texts(catalogs: [absent]) }
        try Data("{ \"strings\" : { \"Ja\" : ".utf8).write(to: folder.appendingPathComponent(Catalog.name))
        let wing = Wing(name: "Broken", routes: [], migrations: [], texts: Catalog(in: folder))
        let trouble = #expect(throws: Catalog.Unreadable.self) { try TestHouse(wings: Wings.all + [wing]) }
        #expect(trouble?.description.contains(folder.path) == true)
    }
}

@Suite("Phrases are found in the source")
struct SourcePhraseTests {
    @Test("whole sentences, with interpolations, escapes and long literals")
    func sentences() {
        let found = SourcePhrases(
            #"""
            // "Geen zin."
            p { "Ronde \(round.title(of: "ronde-1")) sluit op \(day.long).\n" }
            let text: Phrase = """
                Eerste regel,
                tweede \
                regel.
                """
            """#)
        #expect(found.keys == ["Ronde %@ sluit op %@.\n", "Eerste regel,\ntweede regel."])
    }

    @Test("single words where a phrase is declared, said, listed or alone on a page; nowhere else")
    func words() {
        let found = SourcePhrases(
            #"""
            var label: Phrase {
                switch self {
                case .open: "open"
                case .closed: form["state"] == "x-state" ? "dicht" : "half"
                }
            }
            let name = form.first("name") ?? "unknown"
            td { "geen" }
            row.say(isLate ? "ja" : "nee")
            let heading: [Phrase] = ["groep", "aantal"]
            .get("/regions/:region/rounds", .everyone)
            static func home(_ id: String) -> Link { "/regions/\(id)" }
            """#)
        #expect(found.keys == ["open", "dicht", "half", "geen", "ja", "nee", "groep", "aantal"])
    }
}
