/// A text as the words that the help looks for.
struct SmartWords {
    /// In lower case, in order, figures too.
    let all: [String]
    private let sentences: Int

    init(_ text: String) {
        all = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "%") }.map(String.init)
        sentences = text.split { ".;!?\n".contains($0) }.filter { $0.contains(where: \.isLetter) }.count
    }

    /// A verb or a promise that can mean anything.
    var firstVague: String? {
        all.first { Self.vague.contains($0) || (!hasMeasure && Self.comparative.contains($0)) }
    }

    /// A figure, a number in words, or a result that can be seen: signed, ready, on paper.
    var hasMeasure: Bool {
        all.contains { word in
            word.contains(where: \.isNumber) || Self.numbers.contains(word) || Self.results.contains(word)
        }
    }

    var givesWorkToOthers: Bool { !Self.others.isDisjoint(with: all) }
    var wantsAll: Bool { !Self.everything.isDisjoint(with: all) }

    /// Two sentences, or a long one that goes on with "en" more than once.
    var isSeveral: Bool {
        sentences > 2 || all.count > 35 || (all.count > 12 && all.filter { $0 == "en" || $0 == "ook" }.count > 1)
    }

    /// It names a means, and no more than three words beside it.
    var namesOnlyMeans: Bool {
        let told = meaning
        return told.count <= 3 && !told.isEmpty && told.allSatisfy { Self.means.contains($0) }
    }

    /// At least two thirds of what these words say was said by `other` already.
    func restates(_ other: SmartWords) -> Bool {
        let mine = Set(meaning.map(Self.stem))
        guard !mine.isEmpty else { return true }
        let known = Set(other.meaning.map(Self.stem))
        return 3 * mine.intersection(known).count >= 2 * mine.count
    }

    private var meaning: [String] { all.filter { !Self.small.contains($0) } }

    /// The word without the endings that Dutch hangs on it most; rough, and enough to see a repetition.
    private static func stem(_ word: String) -> String {
        var stem = Substring(word)
        for ending in ["en", "e", "s", "t", "n"] where stem.count > ending.count + 3 && stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.count)
            break
        }
        if stem.count > 3, let last = stem.last, stem.dropLast().last == last { stem = stem.dropLast() }
        return String(stem).replacing("aa", with: "a").replacing("ee", with: "e").replacing("oo", with: "o")
            .replacing("uu", with: "u")
    }

    private static let vague: Set<String> = [
        "verbeteren", "versterken", "stimuleren", "bevorderen", "optimaliseren", "faciliteren", "borgen", "oppakken",
        "aanpakken", "onderzoeken", "verkennen", "bekijken", "nadenken", "inzetten", "intensiveren", "professionaliseren",
        "aandacht", "werken", "iets", "zoveel", "mogelijk",
    ]
    /// Vague, unless a figure says how much.
    private static let comparative: Set<String> = ["meer", "beter", "betere", "minder", "sneller", "vaker"]
    private static let numbers: Set<String> = [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "twintig",
        "honderd", "eerste", "tweede", "elke", "iedere", "alle", "helft", "kwart", "wekelijks", "maandelijks", "jaarlijks",
    ]
    private static let results: Set<String> = [
        "klaar", "af", "getekend", "ondertekend", "ondertekenen", "vastgesteld", "vaststellen", "besluit", "gepubliceerd",
        "online", "verstuurd", "gevuld", "geopend", "openen",
    ]
    private static let others: Set<String> = ["iedereen", "moeten", "moet", "anderen", "verplichten"]
    private static let everything: Set<String> = ["alle", "allemaal", "iedereen", "elke", "iedere", "100%"]
    private static let means: Set<String> = [
        "overleg", "project", "subsidie", "website", "app", "platform", "bijeenkomst", "bijeenkomsten", "werkgroep",
        "campagne", "nieuwsbrief", "training", "cursus", "plan", "pilot", "lab", "techlab", "netwerk", "folder",
        "organiseren", "opzetten", "maken", "starten", "houden", "nieuw", "nieuwe", "goed", "goede", "gezamenlijk",
    ]
    private static let small: Set<String> = [
        "de", "het", "een", "en", "of", "van", "voor", "met", "in", "op", "aan", "bij", "naar", "om", "te", "is", "zijn",
        "wij", "we", "ons", "onze", "dat", "dit", "die", "er", "dan", "ook", "zo", "tot", "uit", "door", "over", "per",
        "kunnen", "gaan", "worden", "wordt", "hebben", "willen", "meer", "wel",
    ]
}
