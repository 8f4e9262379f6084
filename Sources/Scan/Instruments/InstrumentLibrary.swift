internal import Foundation
package import Site
internal import Synchronization

/// The product's own scans, read once from their folder.
package struct InstrumentLibrary: Sendable {
    /// In the order in which a region chooses: its own scan first, the empty sheet last.
    package let instruments: [Instrument]
    /// The files that were refused; the others work without them.
    package let faults: [InstrumentFault.Line]

    package func instrument(_ key: String) -> Instrument? { instruments.first { $0.key == key } }

    /// Reads every `.yaml` file in `folder`.
    package static func load(_ folder: String) -> InstrumentLibrary {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var instruments: [Instrument] = []
        var faults: [InstrumentFault.Line] = []
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            do throws(InstrumentFault) {
                instruments.append(try InstrumentReader.read("\(folder)/\(name)"))
            } catch {
                faults += error.lines
            }
        }
        if names.isEmpty { faults.append(.init(file: folder, number: 1, reason: "this folder holds no instruments")) }
        return InstrumentLibrary(instruments: instruments.sorted { place($0) < place($1) }, faults: faults)
    }

    private static func place(_ instrument: Instrument) -> Int {
        ["self-scan", "conditions", "collaboration", "sustaining", "swot"].firstIndex(of: instrument.key)
            ?? (instrument.key == "empty" ? 100 : 50)
    }

    private static let shelves = Mutex<[String: InstrumentLibrary]>([:])

    /// The library of `folder`, read at first use and kept: nothing is read when the server starts.
    package static func shared(_ folder: String) -> InstrumentLibrary {
        if let kept = shelves.withLock({ $0[folder] }) { return kept }
        let loaded = load(folder)
        if loaded.faults.isEmpty { shelves.withLock { $0[folder] = loaded } }
        return loaded
    }
}

extension House {
    package var instruments: InstrumentLibrary { .shared(settings.instruments) }
}
