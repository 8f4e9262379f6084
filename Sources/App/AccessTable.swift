internal import HTTPTypes
package import Site

/// The access table as a page for `docs/`: every route, its method and who may use it.
package enum AccessTable {
    /// The table of every wing.
    package static var page: String { markdown(of: Wings.all.flatMap(\.routes)) }

    package static func markdown(of routes: [Route]) -> String {
        var lines = [
            "# Who may use what", "",
            "Printed from the routes themselves by `regio access`; a test fails when this page differs.", "",
            "| address | method | who |", "| --- | --- | --- |",
        ]
        let sorted = routes.sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
        lines += sorted.map { "| `\($0.pattern)` | \($0.method.rawValue) | \(words($0.rule)) |" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func words(_ rule: Rule) -> String {
        switch rule {
        case .everyone: "everyone"
        case .holder: "whoever holds the link"
        case .signedIn: "whoever is signed in; their own things"
        case .inRegion(let circle): "in the region: \(circle.name) (\(roles(circle)))"
        case .inProgramme(let circle): "in the programme: \(circle.name) (\(roles(circle)))"
        case .anyOffice: "whoever holds the office role"
        case .demo: "everyone, in the demo only"
        }
    }

    private static func roles(_ circle: Circle) -> String {
        circle.roles.map(\.rawValue).sorted().joined(separator: ", ")
    }
}
