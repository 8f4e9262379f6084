/// What a person sent with one form: fields in the order they came, and the files beside them.
///
/// Names are plain names: `a[b][c]` means nothing more than its seven characters, and a name that nobody asks
/// for changes nothing. Texts are clean: valid UTF-8, `\n` as the only line end, no other control characters than tab.
package struct Form: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package let fields: [Field]
    package let files: [Upload]

    package init(fields: [Field] = [], files: [Upload] = []) {
        self.fields = fields
        self.files = files
    }

    /// A form written out in code, as tests and demo data do; a name may stand there more than once.
    package init(_ fields: KeyValuePairs<String, String>) {
        self.init(fields: fields.map { Field(name: $0.key, value: $0.value) })
    }
}

/// A file that came with a form. It is only ever handed on as bytes or as an attachment.
package struct Upload: Sendable, Equatable {
    /// The name of the form's field.
    package let field: String
    /// The last component of the sender's file name, see `FileName`.
    package let fileName: String
    /// What the sender calls it, in lower case; never proof of what it is.
    package let mediaType: String
    /// Shares its memory with the body it came in; indices do not start at 0.
    package let bytes: ArraySlice<UInt8>

    package init(field: String, fileName: String, mediaType: String, bytes: ArraySlice<UInt8>) {
        self.field = field
        self.fileName = fileName
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
