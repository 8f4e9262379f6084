internal import Files

/// What pages ask of a form. A field that was not sent and a field that was left empty answer alike.
extension Form {
    /// The value as it came, of the first field with this name.
    package func first(_ name: String) -> String? {
        fields.first { $0.isCalled(name) }?.value
    }

    /// All values under one name, in order: a group of checkboxes.
    package func all(_ name: String) -> [String] {
        fields.filter { $0.isCalled(name) }.map(\.value)
    }

    /// Whether the name was sent at all: a single checkbox, or the button that was pressed.
    package func has(_ name: String) -> Bool {
        fields.contains { $0.isCalled(name) }
    }

    /// The first file under this name; a file field that was left empty has none.
    package func file(_ name: String) -> Upload? {
        files.first { $0.field == name }
    }

    package func files(_ name: String) -> [Upload] {
        files.filter { $0.field == name }
    }

    /// The text without blanks around it; empty if it was not sent. A longer text is refused, never cut.
    ///
    /// - Parameter max: UTF-16 units after trimming, the unit of `maxlength` in HTML, so that a text which
    ///   the browser allowed is not refused here.
    package func text(_ name: String, max: Int) throws(Trouble) -> String {
        try Self.text(first(name) ?? "", called: name, max: max)
    }

    /// The same for a value that was found already.
    package static func text(_ value: String, called name: String, max: Int) throws(Trouble) -> String {
        let text = PlainText.trimmed(value)
        // No text has more UTF-16 units than bytes.
        guard text.utf8.count <= max || text.utf16.count <= max else { throw .textTooLong(field: name, limit: max) }
        return text
    }

    /// A whole number in ASCII digits; nil if it was not sent or left empty, as browsers send number fields.
    package func integer(_ name: String, in range: ClosedRange<Int> = .min ... .max) throws(Trouble) -> Int? {
        let text = PlainText.trimmed(first(name) ?? "")
        if text.isEmpty { return nil }
        guard let number = Int(text) else { throw .notANumber(field: name) }
        guard range.contains(number) else { throw .numberOutOfRange(field: name, range: range) }
        return number
    }
}

extension Form.Field {
    /// `==` alone would also take canonical look-alikes, the Kelvin sign for "K"; those differ in their count of bytes.
    fileprivate func isCalled(_ wanted: String) -> Bool {
        name == wanted && name.utf8.count == wanted.utf8.count
    }
}
