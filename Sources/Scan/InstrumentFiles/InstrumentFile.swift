package import Files
internal import Site

/// A file with questions from outside: whatever makes it, it becomes an instrument, or it is refused with a reason.
package enum InstrumentFile {
    /// Larger is no list of questions.
    package static let limits: Workbook.Limits = {
        var limits = Workbook.Limits()
        limits.bytes = 1_048_576
        limits.unpackedBytes = 16_777_216
        limits.rows = 20_000
        limits.columns = 200
        limits.cells = 200_000
        return limits
    }()

    package static func read(_ bytes: [UInt8]) throws(TakenInstrument.Refusal) -> TakenInstrument {
        guard bytes.count <= limits.bytes else { throw refusal(.tooManyBytes(limit: limits.bytes)) }
        let start = String(decoding: bytes.prefix(2_000), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("{") || start.hasPrefix("[") {
            throw .init(.json)
        }
        if start.hasPrefix("<") { return try LimeSurveyFile.read(xml: bytes) }
        if start.prefix(200).contains("key:"), !start.prefix(200).contains("\t") { return try yaml(bytes) }
        let book: Workbook
        do {
            book = try Workbook.read(bytes, limits: limits)
        } catch {
            throw refusal(error)
        }
        if book.kind == .text { return try LimeSurveyFile.read(table: book) }
        return try XLSForm.read(book)
    }

    private static func refusal(_ trouble: Workbook.Trouble) -> TakenInstrument.Refusal { .init(.workbook(trouble)) }

    private static func yaml(_ bytes: [UInt8]) throws(TakenInstrument.Refusal) -> TakenInstrument {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refusal(.broken) }
        do {
            return TakenInstrument(instrument: try InstrumentReader.take(text), losses: [])
        } catch {
            throw .init(.almost, faults: error.lines)
        }
    }
}
