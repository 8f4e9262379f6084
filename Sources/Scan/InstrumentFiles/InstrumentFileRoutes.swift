internal import Database
internal import Files
internal import Foundation
internal import Markup
internal import Membership
internal import Site

/// Lists of questions that come along in a file and leave in one.
enum InstrumentFileRoutes {
    static let all: [Route] = [
        .get("/regions/:region/instruments/new", .inRegion(.leaders), new),
        .post("/regions/:region/instruments/previews", .inRegion(.leaders), limits: limits, preview),
        .post("/regions/:region/instruments", .inRegion(.leaders), limits: limits, take),
        .get("/regions/:region/instruments/:instrument/questions.yaml", .inRegion(.leaders)) {
            try await library($0, yaml)
        },
        .get("/regions/:region/instruments/:instrument/questions.xlsx", .inRegion(.leaders)) {
            try await library($0, form)
        },
        .get("/regions/:region/rounds/:round/questions.yaml", .inRegion(.leaders)) { try await asked($0, yaml) },
        .get("/regions/:region/rounds/:round/questions.xlsx", .inRegion(.leaders)) { try await asked($0, form) },
    ]

    /// A file of 1 MiB, which goes along with its preview in letters.
    private static let limits: Form.Limits = {
        var limits = Form.Limits.upload
        limits.bytes = 2_621_440
        limits.valueBytes = 1_450_000
        limits.fileBytes = InstrumentFile.limits.bytes
        return limits
    }()

    private static func new(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        return .page(InstrumentFilePages.new(region, nil, visit))
    }

    /// What would come along and what would not; nothing is kept yet.
    private static func preview(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        do throws(TakenInstrument.Refusal) {
            let bytes = try bytes(visit.form)
            return .page(InstrumentFilePages.preview(region, try InstrumentFile.read(bytes), bytes, visit))
        } catch {
            return .page(InstrumentFilePages.new(region, error, visit))
        }
    }

    /// The same file, read again, as the questions of a new round.
    private static func take(_ visit: Visit) async throws -> Reply {
        let region = try await visit.readRegion { _, region in region }
        let taken: TakenInstrument
        do throws(TakenInstrument.Refusal) {
            taken = try InstrumentFile.read(try bytes(visit.form))
        } catch {
            return .page(InstrumentFilePages.new(region, error, visit))
        }
        let instrument = taken.instrument
        let round = Round(
            id: visit.newKey(of: Round.self), region: region.id, title: String(instrument.title.nl.prefix(120)),
            instrument: instrument.key, purpose: .learn, privacy: .confidential(threshold: 5),
            closes: visit.today.adding(days: 21))
        let now = visit.now
        try await visit.write { writing in
            if try RoundStore.round(round.id, in: region.id, writing.reading) != nil { return }
            try RoundStore.add(round, instrument, at: now, writing)
            try ActLog.note(.roundComposed, about: round.id.text, by: visit, writing)
        }
        return .redirect(RoundLinks.home(round))
    }

    private static func bytes(_ form: Form) throws(TakenInstrument.Refusal) -> [UInt8] {
        if let file = form.file("file") { return Array(file.bytes) }
        if let kept = form.first("bytes").flatMap({ Data(base64Encoded: $0) }), !kept.isEmpty { return [UInt8](kept) }
        throw .init(.nothingChosen)
    }

    private static func library(_ visit: Visit, _ file: (Instrument) throws -> Reply.File) async throws -> Reply {
        _ = try await visit.readRegion { _, region in region }
        guard let instrument = visit.house.instruments.instrument(visit.parameters["instrument"] ?? "") else {
            throw Missing()
        }
        return .file(try file(instrument))
    }

    private static func asked(_ visit: Visit, _ file: (Instrument) throws -> Reply.File) async throws -> Reply {
        let desk = try await RoundDesk.read(visit)
        return .file(try file(desk.content))
    }

    private static func yaml(_ instrument: Instrument) -> Reply.File {
        Reply.File(
            name: "\(instrument.key).yaml", type: "application/yaml; charset=utf-8",
            bytes: InstrumentYAML.bytes(instrument))
    }

    private static func form(_ instrument: Instrument) throws -> Reply.File {
        try .xlsx("\(instrument.key).xlsx", XLSForm.workbook(instrument))
    }
}
