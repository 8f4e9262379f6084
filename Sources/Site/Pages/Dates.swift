package import Database
package import Markup

extension Day {
    /// `28 november 2026`, in the reader's language.
    package var long: Phrase { "\(day) \(monthName) \(year)" }

    /// `28 nov`, where the year is plain from what stands around it.
    package var short: Phrase { "\(day) \(monthShort)" }

    private var monthName: Phrase {
        switch month {
        case 1: "januari"
        case 2: "februari"
        case 3: "maart"
        case 4: "april"
        case 5: "mei"
        case 6: "juni"
        case 7: "juli"
        case 8: "augustus"
        case 9: "september"
        case 10: "oktober"
        case 11: "november"
        default: "december"
        }
    }

    private var monthShort: Phrase {
        switch month {
        case 1: "jan"
        case 2: "feb"
        case 3: "mrt"
        case 4: "apr"
        case 5: "mei"
        case 6: "jun"
        case 7: "jul"
        case 8: "aug"
        case 9: "sep"
        case 10: "okt"
        case 11: "nov"
        default: "dec"
        }
    }
}
