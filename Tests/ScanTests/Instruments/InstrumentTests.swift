import Foundation
import Scan
import TestHouse
import Testing

@Suite("Instruments")
struct InstrumentTests {
    private static let folder = TestHouse.projectFolder + "/instruments"

    @Test("all six files of the product load, the self-scan first and the empty sheet last")
    func all() {
        let library = InstrumentLibrary.load(Self.folder)
        #expect(library.faults.isEmpty, "\(library.faults)")
        #expect(library.instruments.map(\.key) == ["self-scan", "conditions", "collaboration", "sustaining", "swot", "empty"])
        #expect(library.instrument("self-scan")?.questions.isEmpty == false)
    }

    @Test("no key stands for two questions, in any two files")
    func keys() {
        let keys = InstrumentLibrary.load(Self.folder).instruments.flatMap(\.questions).map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test("W7: Dutch at B1, on average at most 12 words a sentence and never more than 25")
    func readable() {
        let sentences = InstrumentLibrary.load(Self.folder).instruments.flatMap(Self.texts).flatMap(Self.sentences)
        let lengths = sentences.map { $0.split(separator: " ").count }
        #expect(sentences.count > 300)
        #expect(Double(lengths.reduce(0, +)) / Double(lengths.count) <= 12)
        for (sentence, length) in zip(sentences, lengths) { #expect(length <= 25, "\(sentence)") }
    }

    private static func texts(_ instrument: Instrument) -> [String] {
        [instrument.about.nl]
            + instrument.themes.flatMap { theme in
                [theme.about.nl] + [theme.guiding?.then.nl, theme.guiding?.now.nl, theme.guiding?.next.nl].compactMap { $0 }
                    + theme.questions.flatMap { question -> [String] in
                        let levels = if case .scale(let levels) = question.kind { levels.map(\.about.nl) } else { [String]() }
                        return [question.text.nl, question.help.nl] + levels + question.kind.options.map(\.label.nl)
                    }
            }
    }

    private static func sentences(_ text: String) -> [String] {
        text.split(whereSeparator: { ".?!".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static let good = """
        key: tiny
        version: 1
        title: {nl: Klein, en: Tiny}
        about: {nl: Over, en: About}
        minutes: 1
        themes:
          - key: one
            title: {nl: Een, en: One}
            questions:
              - key: one-first
                kind: scale
                text: {nl: Vraag, en: Question}
                levels:
                  - {label: {nl: A, en: A}, about: {nl: a, en: a}}
                  - {label: {nl: B, en: B}, about: {nl: b, en: b}}
                  - {label: {nl: C, en: C}, about: {nl: c, en: c}}
              - key: one-second
                kind: choice
                text: {nl: Kies, en: Choose}
                options:
                  - {key: x, label: {nl: X, en: X}}
                  - {key: y, label: {nl: Y, en: Y}}
              - key: one-third
                kind: number
                text: {nl: Hoeveel, en: How many}
                unit: {nl: uur, en: hours}
                least: 0
        """

    @Test("a small file that fits is read")
    func small() throws {
        let instrument = try InstrumentReader.read(Self.good, file: "tiny.yaml")
        #expect(instrument.questions.map(\.key) == ["one-first", "one-second", "one-third"])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let said: String
        var testDescription: String { said }
    }

    static let faults = [
        Fault(old: "version: 1", new: "version: 0", said: "tiny.yaml:2: \"version\" must be a whole number from 1"),
        Fault(old: "minutes: 1", new: "minutes: soon", said: "tiny.yaml:5: \"minutes\" must be a whole number from 1"),
        Fault(old: "key: tiny", new: "key: other", said: "tiny.yaml:1: the key is \"other\" but the file is tiny.yaml"),
        Fault(old: "minutes: 1", new: "minutes: 1\ncolour: red", said: "tiny.yaml:6: \"colour\" is not known in an instrument"),
        Fault(old: "minutes: 1\n", new: "", said: "tiny.yaml:1: an instrument misses \"minutes\""),
        Fault(old: "title: {nl: Klein, en: Tiny}", new: "title: {nl: Klein}", said: "tiny.yaml:3: \"title\" misses \"en\""),
        Fault(old: "about: {nl: Over, en: About}", new: "about: {nl: Over, en: ''}", said: "tiny.yaml:4: \"about, en\" is empty"),
        Fault(old: "key: one-second", new: "key: one-first", said: "tiny.yaml:17: the key \"one-first\" is used by two questions"),
        Fault(old: "key: one-second", new: "key: One Second", said: "tiny.yaml:17: \"key\" is \"One Second\"; a key has only a-z, 0-9 and -"),
        Fault(old: "kind: choice", new: "kind: guess", said: "tiny.yaml:18: \"guess\" is not a kind of question"),
        Fault(old: "{key: y,", new: "{key: x,", said: "tiny.yaml:22: the key \"x\" is used by two options"),
        Fault(
            old: "\n          - {label: {nl: C, en: C}, about: {nl: c, en: c}}", new: "",
            said: "tiny.yaml:14: \"levels\" has 2 levels; a scale takes 3 to 6"),
        Fault(
            old: "          - {key: y, label: {nl: Y, en: Y}}\n", new: "",
            said: "tiny.yaml:21: \"options\" has 1 options; a choice takes 2 to 12"),
        Fault(old: "unit: {nl: uur, en: hours}", new: "levels: []", said: "\"levels\" is not known in a question of kind number"),
        Fault(old: "least: 0", new: "least: 0\n        most: 0", said: "tiny.yaml:28: \"most\" must be more than \"least\""),
        Fault(old: "least: 0", new: "least: nan", said: "tiny.yaml:27: \"least\" must be a number"),
        Fault(old: "version: 1", new: "version: 1\nversion: 2", said: "stands there twice"),
        Fault(old: "title: {nl: Klein", new: "title: {nl: 'Klein", said: "this is not YAML"),
        Fault(old: "about: {nl: Over, en: About}", new: "about: Over", said: "tiny.yaml:4: \"about\" must be a list of names with values"),
    ]

    @Test("every fault is refused with file, line and reason", arguments: faults)
    func refused(fault: Fault) throws {
        let text = Self.good.replacingOccurrences(of: fault.old, with: fault.new)
        #expect(text != Self.good || fault.old.contains("label: {nl: C"))
        let error = #expect(throws: InstrumentFault.self) { try InstrumentReader.read(text, file: "tiny.yaml") }
        #expect(error?.description.contains(fault.said) == true, "\(error?.description ?? "")")
    }

    @Test("all faults of a file are told at once, in the order of the lines")
    func together() throws {
        let text = Self.good.replacingOccurrences(of: "version: 1", with: "version: x")
            .replacingOccurrences(of: "kind: choice", with: "kind: guess")
        let error = #expect(throws: InstrumentFault.self) { try InstrumentReader.read(text, file: "tiny.yaml") }
        #expect(error?.lines.map(\.number) == error?.lines.map(\.number).sorted())
        #expect((error?.lines.count ?? 0) >= 2)
    }

    @Test("a file that is not text, and one that is empty, are refused", arguments: ["", "# nothing", "- a\n- b", "just words"])
    func nothing(text: String) {
        #expect(throws: InstrumentFault.self) { try InstrumentReader.read(text, file: "tiny.yaml") }
    }

    @Test("a faulty file stops no other")
    func folder() throws {
        let folder = NSTemporaryDirectory() + "instruments-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Self.good.write(toFile: folder + "/tiny.yaml", atomically: true, encoding: .utf8)
        try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder + "/bad.yaml"))
        let library = InstrumentLibrary.load(folder)
        #expect(library.instruments.map(\.key) == ["tiny"])
        #expect(library.faults.map(\.file) == ["bad.yaml"])
    }
}
