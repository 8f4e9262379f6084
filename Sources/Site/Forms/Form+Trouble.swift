extension Form {
    /// Why a form, or one of its fields, was not taken.
    package enum Trouble: Error, Sendable, Equatable {
        case tooManyBytes(limit: Int)
        case tooManyFields(limit: Int)
        case tooManyFiles(limit: Int)
        case nameTooLong(limit: Int)
        /// The value does not fit the form's own limit, in bytes.
        case valueTooLong(field: String, limit: Int)
        case fileTooLarge(field: String, limit: Int)
        /// The content type is not one that forms have.
        case notAForm
        case malformed(Malformation)
        /// The text does not fit what the page allows for this field, in UTF-16 units.
        case textTooLong(field: String, limit: Int)
        case notANumber(field: String)
        case numberOutOfRange(field: String, range: ClosedRange<Int>)
    }

    /// What is wrong in the build of a multipart body; for the log, people read one sentence for all.
    package enum Malformation: Sendable, Equatable {
        case boundary
        case noFinalBoundary
        case afterBoundary
        case partHeader
        case partHeaderTooLong
        case partDisposition
        case partEncoding
    }
}

extension Form.Trouble {
    /// The field it is about, where there is one: the trouble can then be shown beside it.
    package var field: String? {
        switch self {
        case .valueTooLong(let field, _), .fileTooLarge(let field, _), .textTooLong(let field, _),
            .notANumber(let field), .numberOutOfRange(let field, _):
            field
        case .tooManyBytes, .tooManyFields, .tooManyFiles, .nameTooLong, .notAForm, .malformed:
            nil
        }
    }

    /// The status of the answer (RFC 9110): 413, 415, 400, or 422 for a field that a person can mend.
    package var status: Int {
        switch self {
        case .tooManyBytes, .tooManyFields, .tooManyFiles, .nameTooLong, .valueTooLong, .fileTooLarge: 413
        case .notAForm: 415
        case .malformed: 400
        case .textTooLong, .notANumber, .numberOutOfRange: 422
        }
    }
}
