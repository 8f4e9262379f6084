extension Form {
    /// How much one form may hold; more is refused, never cut.
    package struct Limits: Sendable, Equatable {
        /// Bytes of the whole body as it came in.
        package var bytes: Int
        /// Fields and files together.
        package var fields: Int
        /// Bytes of one field's name.
        package var nameBytes: Int
        /// Bytes of one field's value, after decoding.
        package var valueBytes: Int
        /// Files in a multipart form.
        package var files: Int
        /// Bytes of one file.
        package var fileBytes: Int
        /// Bytes of the header lines of one part of a multipart form.
        package var partHeaderBytes: Int

        package init(
            bytes: Int = 1_048_576, fields: Int = 1_000, nameBytes: Int = 200, valueBytes: Int = 262_144,
            files: Int = 10, fileBytes: Int = 10_485_760, partHeaderBytes: Int = 4_096
        ) {
            self.bytes = bytes
            self.fields = fields
            self.nameBytes = nameBytes
            self.valueBytes = valueBytes
            self.files = files
            self.fileBytes = fileBytes
            self.partHeaderBytes = partHeaderBytes
        }

        /// Fields alone: a body of at most 1 MiB.
        package static let standard = Limits()

        /// With files: a body of at most 11 MiB, a file of at most 10.
        package static let upload = Limits(bytes: 11_534_336)
    }
}
