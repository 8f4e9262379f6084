/// The places that somebody gave to options: 1 for the most important. Not every option needs one.
struct Ranking: Sendable {
    struct Tie: Sendable, Equatable {
        let place: Int
        let options: [String]
    }

    private let options: [String]
    private let places: [String: Int]

    /// - Parameter written: what was written beside an option; a place that does not exist counts as none.
    init(_ options: [String], _ written: (String) -> String?) {
        self.options = options
        var places: [String: Int] = [:]
        for option in options {
            if let place = written(option).flatMap({ Int($0) }), options.indices.contains(place - 1) {
                places[option] = place
            }
        }
        self.places = places
    }

    /// The options that got a place, most important first; gaps between places mean nothing.
    var order: [String] { options.indices.flatMap { index in options.filter { places[$0] == index + 1 } } }

    /// All options as they are shown: those with a place first.
    var shown: [String] { order + options.filter { places[$0] == nil } }

    var ties: [Tie] {
        options.indices.compactMap { index in
            let same = options.filter { places[$0] == index + 1 }
            return same.count > 1 ? Tie(place: index + 1, options: same) : nil
        }
    }

    /// The shown order with one option a step up or down; every option then has a place.
    func moving(_ option: String, _ direction: AnswerField.Direction) -> [String] {
        var order = shown
        guard let index = order.firstIndex(of: option) else { return order }
        let other = direction == .up ? index - 1 : index + 1
        if order.indices.contains(other) { order.swapAt(index, other) }
        return order
    }
}
