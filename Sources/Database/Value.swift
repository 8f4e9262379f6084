/// What can be stored in a column.
package enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A type that has one way to stand in a column.
package protocol Storable: Sendable {
    var stored: Value { get }
}

/// A type that can be read back from a column.
package protocol Restorable {
    /// Nil when what is stored is not such a value.
    init?(stored: Value)
}

extension Value: Storable {
    package var stored: Value { self }
}

extension String: Storable, Restorable {
    package var stored: Value { .text(self) }
    package init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension Int: Storable, Restorable {
    package var stored: Value { .integer(Int64(self)) }
    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self.init(number)
    }
}

extension Double: Storable, Restorable {
    package var stored: Value { .real(self) }
    package init?(stored: Value) {
        switch stored {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: return nil
        }
    }
}

extension Bool: Storable, Restorable {
    package var stored: Value { .integer(self ? 1 : 0) }
    package init?(stored: Value) {
        guard case .integer(let number) = stored else { return nil }
        self = number != 0
    }
}

extension [UInt8]: Storable, Restorable {
    package var stored: Value { .bytes(self) }
    package init?(stored: Value) {
        guard case .bytes(let bytes) = stored else { return nil }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: Value { self?.stored ?? .null }
}

/// An enum that stands in a column as its raw text. Its cases are the only values that are read back.
package protocol StoredEnum: Storable, Restorable, RawRepresentable where RawValue == String {}

extension StoredEnum {
    package var stored: Value { .text(rawValue) }
    package init?(stored: Value) {
        guard case .text(let text) = stored else { return nil }
        self.init(rawValue: text)
    }
}
