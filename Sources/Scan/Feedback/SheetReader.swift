internal import Insight

/// Puts the answers of one sheet into the columns of a survey.
struct SheetReader {
    var columns: SurveyColumns

    /// What is not as it should be in a sheet counts as not answered.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, of person: Int, _ plan: SheetPlan) {
        var scanner = AnswerScanner(bytes)
        guard scanner.pass(UInt8(ascii: "{")), !scanner.pass(UInt8(ascii: "}")) else { return }
        var expected = 0
        repeat {
            guard let key = scanner.piece(), scanner.pass(UInt8(ascii: ":")) else { return }
            if let place = plan.slot(key, in: scanner, expecting: expected) {
                read(plan.slots[place], of: person, &scanner)
                expected = place + 1
            } else if scanner.says(key, Self.notForUs) {
                readNotForUs(of: person, plan, &scanner)
            } else {
                scanner.skipValue()
            }
        } while scanner.pass(UInt8(ascii: ","))
    }

    private static let notForUs = [UInt8(ascii: "-")]

    private mutating func read(_ slot: SheetPlan.Slot, of person: Int, _ scanner: inout AnswerScanner) {
        if scanner.passNull() { return columns.set(.dontKnow, slot, of: person) }
        switch slot.content {
        case .scale(let levels):
            if let level = scanner.small(), level < levels { columns.set(code: UInt8(level), in: slot.place, of: person) }
        case .nominal(let options):
            if let option = option(options, &scanner) { columns.set(code: UInt8(option), in: slot.place, of: person) }
        case .multiple(let options):
            var mask: UInt64 = 0
            let isList = list(&scanner) { scanner in
                if let option = option(options, &scanner) { mask |= 1 << UInt64(option) }
            }
            if isList { columns.set(mask: mask, in: slot.place, of: person) }
        case .order(let options): readOrder(options, slot, of: person, &scanner)
        case .number: readNumber(slot, of: person, &scanner)
        case .text: readText(slot.place, of: person, &scanner)
        case .swot: readBoxes(slot, of: person, &scanner)
        case .passed: scanner.skipValue()
        }
    }

    private func option(_ options: [[UInt8]], _ scanner: inout AnswerScanner) -> Int? {
        guard let piece = scanner.piece() else {
            scanner.skipValue()
            return nil
        }
        return options.firstIndex { scanner.says(piece, $0) }
    }

    /// Goes over a list; false when no list comes.
    private func list(_ scanner: inout AnswerScanner, _ each: (inout AnswerScanner) -> Void) -> Bool {
        guard scanner.pass(UInt8(ascii: "[")) else {
            scanner.skipValue()
            return false
        }
        if scanner.pass(UInt8(ascii: "]")) { return true }
        repeat { each(&scanner) } while scanner.pass(UInt8(ascii: ","))
        return scanner.pass(UInt8(ascii: "]"))
    }

    private mutating func readOrder(
        _ options: [[UInt8]], _ slot: SheetPlan.Slot, of person: Int, _ scanner: inout AnswerScanner
    ) {
        var order: [Int] = []
        guard list(&scanner, { if let option = option(options, &$0), !order.contains(option) { order.append(option) } })
        else { return }
        for (position, item) in order.enumerated() {
            columns.set(position: UInt8(position), of: item, in: slot.place, of: person)
        }
    }

    private mutating func readNumber(_ slot: SheetPlan.Slot, of person: Int, _ scanner: inout AnswerScanner) {
        guard let range = scanner.digits() else { return scanner.skipValue() }
        if let number = Double(String(decoding: scanner.bytes[range], as: UTF8.self)) {
            columns.set(number: number, in: slot.place, of: person)
        }
    }

    private mutating func readText(_ place: Int, of person: Int, _ scanner: inout AnswerScanner) {
        guard let piece = scanner.piece() else { return scanner.skipValue() }
        columns.set(text: scanner.text(piece), in: place, of: person)
    }

    private mutating func readBoxes(_ slot: SheetPlan.Slot, of person: Int, _ scanner: inout AnswerScanner) {
        guard scanner.pass(UInt8(ascii: "{")) else { return scanner.skipValue() }
        if scanner.pass(UInt8(ascii: "}")) { return }
        repeat {
            guard let key = scanner.piece(), scanner.pass(UInt8(ascii: ":")) else { return }
            let box = Self.boxes.firstIndex { scanner.says(key, [$0]) }
            if let box { readText(slot.place + box, of: person, &scanner) } else { scanner.skipValue() }
        } while scanner.pass(UInt8(ascii: ","))
        _ = scanner.pass(UInt8(ascii: "}"))
    }

    private static let boxes = Array("swot".utf8)

    /// Questions of a theme that was "not for us"; an answer given all the same stays.
    private mutating func readNotForUs(of person: Int, _ plan: SheetPlan, _ scanner: inout AnswerScanner) {
        _ = list(&scanner) { scanner in
            guard let piece = scanner.piece() else { return scanner.skipValue() }
            guard let theme = plan.themes.first(where: { scanner.says(piece, $0.key) }) else { return }
            for slot in theme.slots where !columns.hasAnswer(plan.slots[slot], of: person) {
                columns.set(.notForUs, plan.slots[slot], of: person)
            }
        }
    }
}
