internal import Files
internal import Markup
internal import Site

/// Reads a number that a respondent wrote, with a comma or a point.
enum NumberAnswer {
    struct Refusal: Error { let text: Phrase }

    static func number(_ text: String, _ least: Double?, _ most: Double?) -> Result<Double, Refusal> {
        guard let number = WrittenNumber(text)?.value, number.isFinite else {
            return .failure(Refusal(text: "Schrijf een getal in cijfers, bijvoorbeeld 12 of 2,5."))
        }
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
