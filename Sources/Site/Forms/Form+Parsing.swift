internal import Files

extension Form {
    /// Reads `application/x-www-form-urlencoded` (WHATWG URL standard, section 5.1), a body or a query string.
    ///
    /// Nothing in the bytes can make it fail except a limit: a bad escape such as `%zz` stays as it is written.
    package static func parse(_ bytes: ArraySlice<UInt8>, limits: Limits = .standard) throws(Trouble) -> Form {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        var reader = UrlencodedReader(bytes, limits: limits)
        var fields: [Field] = []
        while let field = try reader.next() {
            guard fields.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
            fields.append(field)
        }
        return Form(fields: fields)
    }

    package static func parse(_ bytes: [UInt8], limits: Limits = .standard) throws(Trouble) -> Form {
        try parse(bytes[...], limits: limits)
    }

    /// Reads a body by its `Content-Type`: urlencoded or multipart. An empty body without a type is an empty form.
    package static func parse(
        _ bytes: ArraySlice<UInt8>, contentType: String?, limits: Limits = .standard
    ) throws(Trouble) -> Form {
        guard let contentType, !contentType.isEmpty else {
            if bytes.isEmpty { return Form() }
            throw .notAForm
        }
        guard let header = HeaderValue(contentType.utf8) else { throw .notAForm }
        switch header.value {
        case "application/x-www-form-urlencoded": return try parse(bytes, limits: limits)
        case "multipart/form-data": return try parse(multipart: bytes, contentType: contentType, limits: limits)
        default: throw .notAForm
        }
    }
}

/// Walks through `name=value&name=value` once.
private struct UrlencodedReader {
    private let bytes: ArraySlice<UInt8>
    private let limits: Form.Limits
    private var position: Int
    private var text = PlainText()

    init(_ bytes: ArraySlice<UInt8>, limits: Form.Limits) {
        self.bytes = bytes
        self.limits = limits
        position = bytes.startIndex
    }

    mutating func next() throws(Form.Trouble) -> Form.Field? {
        while position < bytes.endIndex && bytes[position] == Ascii.ampersand { position += 1 }
        guard position < bytes.endIndex else { return nil }
        guard let name = readText(limit: limits.nameBytes, isName: true) else {
            throw .nameTooLong(limit: limits.nameBytes)
        }
        guard position < bytes.endIndex && bytes[position] == Ascii.equals else {
            return Form.Field(name: name, value: "")
        }
        position += 1
        guard let value = readText(limit: limits.valueBytes, isName: false) else {
            throw .valueTooLong(field: name, limit: limits.valueBytes)
        }
        return Form.Field(name: name, value: value)
    }

    /// Reads up to `&`, or `=` after a name; nil as soon as the limit is passed.
    private mutating func readText(limit: Int, isName: Bool) -> String? {
        let start = position
        skipOrdinary()
        // Most names and numbers mean what they say from end to end: they need no second copy.
        if isAtEnd(ofName: isName) {
            return position - start <= limit ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
        }
        text.clear()
        text.append(plain: bytes[start..<position])
        while text.count <= limit {
            if isAtEnd(ofName: isName) { return text.take() }
            text.append(decodedByte())
        }
        return nil
    }

    private func isAtEnd(ofName isName: Bool) -> Bool {
        guard position < bytes.endIndex else { return true }
        return bytes[position] == Ascii.ampersand || (isName && bytes[position] == Ascii.equals)
    }

    /// Passes the bytes that mean nothing but themselves.
    private mutating func skipOrdinary() {
        while position < bytes.endIndex && Self.isOrdinary(bytes[position]) { position += 1 }
    }

    private static func isOrdinary(_ byte: UInt8) -> Bool {
        switch byte {
        case Ascii.ampersand, Ascii.equals, Ascii.plus, Ascii.percent: false
        default: PlainText.isPlain(byte)
        }
    }

    /// One byte: a space for `+`, what two hexadecimal digits stand for, or the byte itself; a bad escape is its
    /// percent sign.
    private mutating func decodedByte() -> UInt8 {
        let byte = bytes[position]
        position += 1
        if byte == Ascii.plus { return Ascii.space }
        guard byte == Ascii.percent, position + 1 < bytes.endIndex,
            let high = Ascii.hexadecimal(bytes[position]), let low = Ascii.hexadecimal(bytes[position + 1])
        else { return byte }
        position += 2
        return high << 4 | low
    }
}
