import Files
import Testing

@Suite("Numbers as people write them")
struct WrittenNumberTests {
    @Test(
        "Dutch and English numbers without a second reading",
        arguments: [
            ("1234", 1234), ("1234,5", 1234.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1_234_567),
            ("1,234,567", 1_234_567), ("0,5", 0.5), (",5", 0.5), (".5", 0.5), ("0.234", 0.234), ("0,234", 0.234),
            ("1.5", 1.5), ("1234.567", 1234.567), ("-3", -3), ("+3", 3), ("\u{2212}3,5", -3.5), ("1 234,5", 1234.5),
            ("1\u{00A0}234\u{202F}567", 1_234_567), ("€ 1.234,56", 1234.56), ("€ -5", -5), ("25 €", 25),
            ("€ 25,-", 25), ("€ 1.250,--", 1250), (" 007 ", 7), ("0", 0),
        ])
    func clear(text: String, value: Double) {
        let number = WrittenNumber(text)
        #expect(number?.value == value)
        #expect(number?.isAmbiguous == false)
        #expect(number?.isPercentage == false)
    }

    @Test(
        "one separator with three digits behind it: read the Dutch way, the other reading reported",
        arguments: [("1.234", 1234, 1.234), ("1,234", 1.234, 1234), ("-12.500", -12500, -12.5)])
    func ambiguous(text: String, value: Double, other: Double) {
        #expect(WrittenNumber(text)?.value == value)
        #expect(WrittenNumber(text)?.otherValue == other)
    }

    @Test("a percentage keeps its figure and gives its share")
    func percentage() {
        #expect(WrittenNumber("12 %")?.value == 12)
        #expect(WrittenNumber("12 %")?.fraction == 0.12)
        #expect(WrittenNumber("12,5%")?.isPercentage == true)
        #expect(WrittenNumber("12")?.fraction == 12)
    }

    @Test(
        "what is not one number is none",
        arguments: [
            "", " ", "-", "€", "%", "abc", "1.2.3", "12,34,56", "1.23,4,5", "5,", "1e3", "0x10", "inf", "nan", "12 34",
            "--5", "+-5", "5-", "1 234 5", "١٢", "1.234.5", "12 % 5", "=5", "1,-5", "5,---", "<5", "3 tot 4",
            String(repeating: "9", count: 61),
        ])
    func none(text: String) {
        #expect(WrittenNumber(text) == nil)
    }
}

@Suite("Days as people write them")
struct WrittenDateTests {
    @Test(
        "the first of March in every order that is allowed",
        arguments: ["2024-03-01", "2024-3-1", "1-3-2024", "01-03-2024", "1/3/2024", "1.3.2024", " 01/03/2024 "])
    func forms(text: String) {
        #expect(WrittenDate(text) == WrittenDate(year: 2024, month: 3, day: 1))
        #expect(WrittenDate(text)?.month == 3)
    }

    @Test("29 February exists in 2024 and 2000, not in 2023 and 2100")
    func leapYears() {
        #expect(WrittenDate("29-2-2024") != nil)
        #expect(WrittenDate("29-2-2000") != nil)
        #expect(WrittenDate("29-2-2023") == nil)
        #expect(WrittenDate("29-2-2100") == nil)
    }

    @Test(
        "what the calendar does not have, or is written otherwise, is no day",
        arguments: [
            "", "31-4-2024", "0-1-2024", "1-0-2024", "1-13-2024", "3/13/2024", "32-1-2024", "1-3-24", "24-3-1",
            "1-3", "1-3-2024-", "1-3/2024", "1--2024", "2024-03-01T10:00", "1-3-1899", "1-3-2200", "a-b-cccc",
            "001-3-2024", "+1-3-2024", "١-٣-٢٠٢٤",
        ])
    func none(text: String) {
        #expect(WrittenDate(text) == nil)
    }
}
