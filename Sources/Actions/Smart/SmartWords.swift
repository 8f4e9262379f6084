/// A text as the words that the help looks for, Dutch and English side by side: who writes may write either.
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

    /// Two sentences, or a long one that goes on with "and" more than once.
    var isSeveral: Bool {
        sentences > 2 || all.count > 35 || (all.count > 12 && all.filter { ["en", "ook", "and", "also"].contains($0) }.count > 1)
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
        "improve", "strengthen", "stimulate", "promote", "optimise", "facilitate", "sustain", "tackle",
        "investigate", "explore", "consider", "intensify", "attention", "something", "possible",
    ]
    /// Vague, unless a figure says how much.
    private static let comparative: Set<String> = [
        "meer", "beter", "betere", "minder", "sneller", "vaker",
        "more", "better", "less", "fewer", "faster",
    ]
    private static let numbers: Set<String> = [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "twintig",
        "honderd", "eerste", "tweede", "elke", "iedere", "alle", "helft", "kwart", "wekelijks", "maandelijks", "jaarlijks",
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
        "hundred", "first", "second", "each", "every", "all", "half", "quarter", "weekly", "monthly", "yearly",
    ]
    private static let results: Set<String> = [
        "klaar", "af", "getekend", "ondertekend", "ondertekenen", "vastgesteld", "vaststellen", "besluit", "gepubliceerd",
        "online", "verstuurd", "gevuld", "geopend", "openen",
        "ready", "done", "finished", "signed", "sign", "decided", "decision", "published", "sent", "filled",
        "opened",
    ]
    private static let others: Set<String> = [
        "iedereen", "moeten", "moet", "anderen", "verplichten",
        "everyone", "must", "others", "oblige",
    ]
    private static let everything: Set<String> = [
        "alle", "allemaal", "iedereen", "elke", "iedere", "100%",
        "all", "everyone", "every", "each",
    ]
    private static let means: Set<String> = [
        "overleg", "project", "subsidie", "website", "app", "platform", "bijeenkomst", "bijeenkomsten", "werkgroep",
        "campagne", "nieuwsbrief", "training", "cursus", "plan", "pilot", "lab", "techlab", "netwerk", "folder",
        "organiseren", "opzetten", "maken", "starten", "houden", "nieuw", "nieuwe", "goed", "goede", "gezamenlijk",
        "meeting", "meetings", "grant", "workgroup", "campaign", "newsletter", "course", "network", "leaflet",
        "organise", "hold", "make", "start", "new", "good", "joint",
    ]
    private static let small: Set<String> = [
        "de", "het", "een", "en", "of", "van", "voor", "met", "in", "op", "aan", "bij", "naar", "om", "te", "is", "zijn",
        "wij", "we", "ons", "onze", "dat", "dit", "die", "er", "dan", "ook", "zo", "tot", "uit", "door", "over", "per",
        "kunnen", "gaan", "worden", "wordt", "hebben", "willen", "meer", "wel",
        "the", "a", "an", "and", "or", "for", "with", "on", "at", "to", "are", "we", "us", "our", "that", "this",
        "there", "then", "also", "so", "until", "out", "by", "about", "can", "will", "be", "have", "want",
    ]
}
