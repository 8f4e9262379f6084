internal import Membership
internal import Site

/// The names of the fictional world.
enum DemoNames {
    static let programme = "Vakwerk in de regio"
    static let commissioner = "Ministerie van Onderwijs (verzonnen)"
    static let themes = ["Instroom in de techniek", "Doorlopende leerlijn", "Bedrijven in de les", "Samen innoveren"]
    static let parts = ["Noord", "Oost", "Zuid", "West"]

    static let regions = [
        "Rijnstreek", "De Meren", "Veenrand", "Oostkamp", "Zandgronden", "Waterhoek", "Kuststrook", "Heuvelrug",
        "Maasbocht", "Polderstad", "Noordplaat", "Lingewaard-Oost", "Esdorpen", "Havenkwartier", "Bosrijk", "Tussen de Vaarten",
        "Grensland", "Duinzoom", "Peelrand", "Stadsring",
    ]

    static let schools = [
        "Rijnschool", "College de Brug", "Vakschool Alder", "Het Lyceum aan de Plas", "Techniekcollege Midden",
        "De Werkplaats vmbo", "Sint-Janscollege", "ROC Waterland", "Groene School", "Mavo Oevers",
        "College Noorderpoort", "De Linden vmbo", "Hogeschool Delta", "Praktijkschool de Steiger",
    ]

    static let companies = [
        "Blom Installatie", "Van Vliet Metaal", "De Kade Bouw", "Zonkracht", "Rietveld Elektro", "Oever Machines",
        "Hoogland Kozijnen", "Mulder Transport", "Plas Watertechniek", "Warmteplan", "Schipper Staal", "De Groot Koeling",
        "Laan Infra", "Vos Automatisering", "Kroon Meubelmakers", "Dijkstra Jachtbouw", "Haven Onderhoud", "Bakker Liften",
        "Smit Precisie", "Van Dam Beton", "Groenwerk", "Winter Installatie", "Polder Robotica", "Prins Carrosserie",
        "Aarden Sanitair", "Tuinstra Glas", "Boer Landbouwtechniek", "Wiel en Tand", "Peters Lastechniek", "Helder Licht",
        "Kompas Engineering",
    ]

    static let governments = [
        "Gemeente Alderveen", "Gemeente Oeverstad", "Gemeente Plasland", "Gemeente Middelrijn", "Provincie Rijnland-Oost",
        "Arbeidsmarktregio Rijn",
    ]

    static let places = ["Alderveen", "Oeverstad", "Plasland", "Middelrijn"]

    static let firstNames = [
        "Anouk", "Bram", "Carla", "Daan", "Esra", "Fatima", "Gijs", "Hanneke", "Imran", "Joris", "Karin", "Lars",
        "Mirjam", "Noor", "Omar", "Petra", "Quinten", "Roos", "Stefan", "Tineke", "Umut", "Vera", "Wouter", "Yvonne",
    ]

    static let lastNames = [
        "Aalbers", "Bos", "Cornelissen", "Dekker", "Evers", "Faber", "Gerritsen", "Hendriks", "Idema", "Jonker",
        "Kuipers", "Lammers", "Meijer", "Nijland", "Oosting", "Postma", "Ruiter", "Scholten", "Terpstra", "Veenstra",
        "Wiersma", "Yilmaz", "Zijlstra",
    ]

    /// Those with a name of their own: one for every role.
    struct Member {
        let name: String
        let role: Role
        let level: Level
        let sector: Sector?
    }

    static let cast = [
        Member(name: "Marijke de Wit", role: .projectLeader, level: .tactical, sector: .education),
        Member(name: "Henk Terlouw", role: .leadExecutive, level: .governing, sector: .education),
        Member(name: "Samira Haddad", role: .subprojectLeader, level: .tactical, sector: .education),
        Member(name: "Willem Oostra", role: .steeringGroupMember, level: .governing, sector: .business),
        Member(name: "Lieke Bergman", role: .steeringGroupMember, level: .governing, sector: .government),
        Member(name: "Peter Blom", role: .partnerContact, level: .operational, sector: .business),
        Member(name: "Jasmijn Kok", role: .facilitator, level: .tactical, sector: nil),
    ]

    static let programmeCast = [
        Member(name: "Ton Verhagen", role: .office, level: .tactical, sector: nil),
        Member(name: "Ineke Straat", role: .criticalFriend, level: .tactical, sector: nil),
        Member(name: "Rutger van Loon", role: .committeeMember, level: .governing, sector: nil),
        Member(name: "Dilan Aksoy", role: .commissioner, level: .governing, sector: nil),
    ]
}
