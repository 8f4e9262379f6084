internal import Files

extension Form {
    /// Reads `multipart/form-data` (RFC 7578, on RFC 2046 section 5.1), strictly: what browsers send, and no more.
    ///
    /// No text before the first boundary or after the last, no folded headers, no transfer encodings, no
    /// `filename*`. A body that ends before its final boundary is refused, so half a file is never taken for one.
    package static func parse(
        multipart bytes: ArraySlice<UInt8>, contentType: String, limits: Limits = .upload
    ) throws(Trouble) -> Form {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        guard let boundary = boundary(in: contentType) else { throw .malformed(.boundary) }
        var reader = try MultipartReader(bytes, boundary: boundary, limits: limits)
        var collected = Collected(limits: limits)
        while let part = try reader.next() { try collected.add(part) }
        return Form(fields: collected.fields, files: collected.files)
    }

    /// 1 to 70 characters of the set that RFC 2046 (section 5.1.1) allows, not ending in a space.
    static func boundary(in contentType: String) -> [UInt8]? {
        guard let header = HeaderValue(contentType.utf8), header.value == "multipart/form-data",
            let boundary = header.parameters["boundary"].map({ Array($0.utf8) }),
            (1...70).contains(boundary.count), boundary.last != Ascii.space,
            boundary.allSatisfy(isBoundaryCharacter)
        else { return nil }
        return boundary
    }

    private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
        if Ascii.isDigit(byte) || Ascii.isLetter(byte) { return true }
        switch byte {
        case 0x20, 0x27...0x29, 0x2B...0x2F, 0x3A, 0x3D, 0x3F, 0x5F: return true
        default: return false
        }
    }
}

/// The fields and files so far, within the limits.
private struct Collected {
    let limits: Form.Limits
    var fields: [Form.Field] = []
    var files: [Upload] = []
    private var parts = 0

    init(limits: Form.Limits) {
        self.limits = limits
    }

    mutating func add(_ part: MultipartReader.Part) throws(Form.Trouble) {
        parts += 1
        guard parts <= limits.fields else { throw .tooManyFields(limit: limits.fields) }
        guard part.header.name.utf8.count <= limits.nameBytes else { throw .nameTooLong(limit: limits.nameBytes) }
        if let fileName = part.header.fileName {
            try addFile(part, called: fileName)
        } else {
            try addField(part)
        }
    }

    private mutating func addField(_ part: MultipartReader.Part) throws(Form.Trouble) {
        guard part.content.count <= limits.valueBytes else {
            throw .valueTooLong(field: part.header.name, limit: limits.valueBytes)
        }
        fields.append(Form.Field(name: part.header.name, value: PlainText.text(of: part.content)))
    }

    /// A file field that was left empty comes as no name and no bytes: that is no file.
    private mutating func addFile(_ part: MultipartReader.Part, called fileName: String) throws(Form.Trouble) {
        if fileName.isEmpty && part.content.isEmpty { return }
        guard part.content.count <= limits.fileBytes else {
            throw .fileTooLarge(field: part.header.name, limit: limits.fileBytes)
        }
        guard files.count < limits.files else { throw .tooManyFiles(limit: limits.files) }
        files.append(
            Upload(
                field: part.header.name, fileName: FileName.safe(fileName),
                mediaType: part.header.mediaType, bytes: part.content))
    }
}
