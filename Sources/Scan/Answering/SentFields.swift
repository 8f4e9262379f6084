internal import Site

/// The fields of one form by name, for whoever asks for many of them.
struct SentFields: Sendable {
    private let form: Form
    private let places: [String: Int]

    init(_ form: Form) {
        self.form = form
        var places: [String: Int] = [:]
        places.reserveCapacity(form.fields.count)
        for (place, field) in form.fields.enumerated() where places[field.name] == nil { places[field.name] = place }
        self.places = places
    }

    /// The value as it came, of the first field with this name; nil when it was not sent.
    func first(_ name: String) -> String? { places[name].map { form.fields[$0].value } }

    func has(_ name: String) -> Bool { places[name] != nil }

    /// All values under one name, in their order.
    func all(_ name: String) -> [String] { has(name) ? form.all(name) : [] }
}
