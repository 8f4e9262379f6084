internal import Files

/// What stands above one part of a multipart form.
struct PartHeader: Equatable {
    let name: String
    /// As the sender wrote it: not safe for use. Nil for a text field.
    let fileName: String?
    let mediaType: String

    /// The lines read so far. Each header that matters may stand there once.
    struct Draft {
        private var disposition: HeaderValue?
        private var mediaType: String?
        private var encoding: String?
    }
}

extension PartHeader.Draft {
    mutating func add(_ line: ArraySlice<UInt8>) throws(Form.Trouble) {
        guard let colon = line.firstIndex(of: Ascii.colon), colon > line.startIndex,
            line[..<colon].allSatisfy(Ascii.isToken)
        else { throw .malformed(.partHeader) }
        let value = line[(colon + 1)...]
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "content-disposition": try addDisposition(value)
        case "content-type": try set(\.mediaType, HeaderValue(value)?.value ?? PartHeader.unknownType)
        case "content-transfer-encoding": try addEncoding(value)
        default: break
        }
    }

    func finished() throws(Form.Trouble) -> PartHeader {
        guard let disposition, let name = disposition.parameters["name"] else {
            throw .malformed(.partDisposition)
        }
        return PartHeader(
            name: PlainText.text(of: name.utf8), fileName: disposition.parameters["filename"],
            mediaType: mediaType ?? PartHeader.unknownType)
    }

    /// `filename*` has no place in a form (RFC 7578, section 4.2), and two names for a file are one too many.
    private mutating func addDisposition(_ value: ArraySlice<UInt8>) throws(Form.Trouble) {
        guard disposition == nil, let header = HeaderValue(value), header.value == "form-data",
            header.parameters["filename*"] == nil
        else { throw .malformed(.partDisposition) }
        disposition = header
    }

    /// Only the encodings that leave the bytes as they are.
    private mutating func addEncoding(_ value: ArraySlice<UInt8>) throws(Form.Trouble) {
        guard let name = HeaderValue(value)?.value, ["7bit", "8bit", "binary"].contains(name) else {
            throw .malformed(.partEncoding)
        }
        try set(\.encoding, name)
    }

    private mutating func set(
        _ line: WritableKeyPath<PartHeader.Draft, String?>, _ value: String
    ) throws(Form.Trouble) {
        guard self[keyPath: line] == nil else { throw .malformed(.partHeader) }
        self[keyPath: line] = value
    }
}

extension PartHeader {
    static let unknownType = "application/octet-stream"
}
