package import Database
package import Site

package enum PersonStore {
    package static func add(_ person: Person, _ writing: Writing) throws {
        try writing.run(
            "INSERT INTO person (id, name, email, language) VALUES ($1, $2, $3, $4)",
            person.id, person.name, person.email, person.language)
    }

    package static func person(_ id: Person.ID, _ reading: Reading) throws -> Person? {
        try reading.first("SELECT id, name, email, language FROM person WHERE id = $1", id, as: person)
    }

    package static func person(email: String, _ reading: Reading) throws -> Person? {
        try reading.first(
            "SELECT id, name, email, language FROM person WHERE email = $1", email.lowercased(), as: person)
    }

    package static func setLanguage(_ language: Language, of person: Person.ID, _ writing: Writing) throws {
        try writing.run("UPDATE person SET language = $2 WHERE id = $1", person, language)
    }

    /// A name that a person gave themselves goes before what regions call them.
    package static func setName(_ name: String, of person: Person.ID, _ writing: Writing) throws {
        try writing.run("UPDATE holding SET known_as = NULL WHERE person = $1", person)
        try writing.run("UPDATE person SET name = $2 WHERE id = $1", person, name)
    }

    package static func setEmail(_ email: String, of person: Person.ID, _ writing: Writing) throws {
        try writing.run("UPDATE person SET email = $2 WHERE id = $1", person, email)
    }

    package static func setPassword(_ hash: String, of person: Person.ID, _ writing: Writing) throws {
        try writing.run("UPDATE person SET password = $2 WHERE id = $1", person, hash)
    }

    package static func password(of person: Person.ID, _ reading: Reading) throws -> String? {
        try reading.first("SELECT password FROM person WHERE id = $1", person) { try $0.optional("password") } ?? nil
    }

    static func person(_ row: Row) throws -> Person {
        Person(
            id: try row.get("id"), name: try row.get("name"), email: try row.get("email"),
            language: try row.get("language"))
    }
}
