internal import Files

/// Walks through a multipart body once, part by part, without copying contents.
struct MultipartReader {
    struct Part {
        let header: PartHeader
        let content: ArraySlice<UInt8>
    }

    private let bytes: ArraySlice<UInt8>
    private let delimiter: [UInt8]
    private let limits: Form.Limits
    /// Always just behind a delimiter.
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>, boundary: [UInt8], limits: Form.Limits) throws(Form.Trouble) {
        self.bytes = bytes
        self.limits = limits
        delimiter = Array("\r\n--".utf8) + boundary
        position = bytes.startIndex
        if !skip(delimiter[...]) {
            guard skip(delimiter.dropFirst(2)) else { throw .malformed(.boundary) }
        }
    }

    /// The next part; nil behind the final boundary.
    mutating func next() throws(Form.Trouble) -> Part? {
        if skip("--".utf8) {
            skipBlanks()
            _ = skip("\r\n".utf8)
            guard position == bytes.endIndex else { throw .malformed(.afterBoundary) }
            return nil
        }
        skipBlanks()
        guard position < bytes.endIndex else { throw .malformed(.noFinalBoundary) }
        guard skip("\r\n".utf8) else { throw .malformed(.afterBoundary) }
        let header = try readHeader()
        return Part(header: header, content: try readContent())
    }

    private mutating func readHeader() throws(Form.Trouble) -> PartHeader {
        var header = PartHeader.Draft()
        let limit = position + limits.partHeaderBytes
        while let line = try readLine(before: limit) {
            if line.isEmpty { return try header.finished() }
            try header.add(line)
        }
        throw .malformed(.noFinalBoundary)
    }

    /// A line up to CRLF; nil if the body ends first. CR and LF apart, NUL and other controls are refused.
    private mutating func readLine(before limit: Int) throws(Form.Trouble) -> ArraySlice<UInt8>? {
        let start = position
        while position < bytes.endIndex {
            guard position < limit else { throw .malformed(.partHeaderTooLong) }
            if skip("\r\n".utf8) { return bytes[start..<position - 2] }
            guard HeaderLine.isSafe(bytes[position]) else { throw .malformed(.partHeader) }
            position += 1
        }
        return nil
    }

    private mutating func readContent() throws(Form.Trouble) -> ArraySlice<UInt8> {
        let start = position
        while let candidate = bytes[position...].firstIndex(of: Ascii.carriageReturn) {
            position = candidate
            if skip(delimiter[...]) { return bytes[start..<candidate] }
            position += 1
        }
        throw .malformed(.noFinalBoundary)
    }

    private mutating func skip(_ expected: some Collection<UInt8>) -> Bool {
        guard bytes[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    private mutating func skipBlanks() {
        while position < bytes.endIndex && (bytes[position] == Ascii.space || bytes[position] == Ascii.tab) {
            position += 1
        }
    }
}
