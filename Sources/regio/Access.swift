import App
import ArgumentParser

struct Access: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the access table, as in docs/access.md.")

    func run() throws {
        print(AccessTable.page, terminator: "")
    }
}
