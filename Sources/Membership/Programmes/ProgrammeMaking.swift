internal import Database
internal import Site

/// A programme and its office come together: a programme without an office would be nobody's.
enum ProgrammeMaking {
    static func make(_ programme: Programme, office person: Person.ID, _ visit: Visit, _ writing: Writing) throws {
        try ProgrammeStore.add(programme, writing)
        try HoldingStore.add(
            .office, person, programme: programme.id, level: .tactical, from: visit.today, at: visit.now, writing)
        for act in [ActLog.Act.programmeMade, .roleGiven] {
            try ActLog.note(act, about: programme.id.text, who: person, address: visit.address, at: visit.now, writing)
        }
    }
}
