internal import Database
internal import Site

/// What is needed to let somebody in, and nothing else of them.
enum AccountStore {
    struct Account: Sendable {
        let person: Person.ID
        let password: String?
    }

    static func account(email: String, _ reading: Reading) throws -> Account? {
        try reading.first("SELECT id, password FROM person WHERE email = $1", email) { row in
            Account(person: try row.get("id"), password: try row.optional("password"))
        }
    }
}
