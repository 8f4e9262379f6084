internal import Database
internal import Markup
internal import Membership
internal import Site

extension ActionListPages {
    /// Three questions of the list, folded until they are used; a GET form, so that a choice can be kept as an address.
    static func filterForm(_ model: Model) -> Markup {
        details(.class("fold"), .open(!model.filter.isEmpty)) {
            summary { "Kies wat u ziet" }
            form(.method("get"), .action(ActionLinks.list(model.region.id)), .class("picks")) {
                Field("owner", "Eigenaar").pick(.fresh, owners(model), model.filter.owner.text, empty: "iedereen")
                Field("phase", "Fase").pick(.fresh, phases, model.filter.phase?.rawValue ?? "", empty: "alle fasen")
                Field("source", "Komt uit").pick(.fresh, sources, model.filter.source?.rawValue ?? "", empty: "alles")
                sendButton("Toon deze acties", quiet: true)
                if !model.filter.isEmpty { a(.href(ActionLinks.list(model.region.id))) { "Toon alles" } }
            }
        }
    }

    /// Those who own something, and those who could.
    private static func owners(_ model: Model) -> [Option] {
        var names: [Person.ID: String] = [:]
        for person in model.people { names[person.id] = person.name }
        for listed in model.all { if let id = listed.action.owner, let name = listed.owner { names[id] = name } }
        let people = names.sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }
        return [Option("nobody", "nog niemand")] + people.map { Option($0.key.text, named: $0.value) }
    }

    private static var phases: [Option] {
        Action.Phase.allCases.map { Option($0.rawValue, $0.label) }
    }

    private static var sources: [Option] {
        [
            Option(ActionFilter.Source.finding.rawValue, "een bevinding"),
            Option(ActionFilter.Source.itself.rawValue, "zelf toegevoegd"),
        ]
    }
}
