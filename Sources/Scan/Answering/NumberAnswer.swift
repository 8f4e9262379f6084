internal import Files
internal import Markup
internal import Site

/// Reads a number that a respondent wrote, with a comma or a point, in either language.
enum NumberAnswer {
    struct Refusal: Error { let text: Phrase }

    static func number(_ text: String, _ least: Double?, _ most: Double?) -> Result<Double, Refusal> {
        guard let written = WrittenNumber(text), written.value.isFinite else {
            return .failure(Refusal(text: "Schrijf een getal in cijfers, bijvoorbeeld 12 of 2,5."))
        }
        // "1.234" is another number to a Dutch reader than to an English one, whichever language the screen speaks.
        guard !written.isAmbiguous else {
            return .failure(Refusal(text: "Dit kan op twee manieren worden gelezen. Schrijf duizend als 1000, zonder punt of komma."))
        }
        let number = written.value
        let isTooLow = least.map { number < $0 } ?? false
        let isTooHigh = most.map { number > $0 } ?? false
        return isTooLow || isTooHigh ? .failure(Refusal(text: outside(least, most))) : .success(number)
    }

    private static func outside(_ least: Double?, _ most: Double?) -> Phrase {
        switch (least, most) {
        case (let least?, let most?): "Vul een getal in van \(AnsweredNumber.said(least)) tot en met \(AnsweredNumber.said(most))."
        case (let least?, nil): "Vul een getal in van \(AnsweredNumber.said(least)) of meer."
        case (nil, let most?): "Vul een getal in van hoogstens \(AnsweredNumber.said(most))."
        case (nil, nil): "Schrijf een getal in cijfers, bijvoorbeeld 12 of 2,5."
        }
    }
}
