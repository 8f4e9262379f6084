internal import Files
internal import Foundation
internal import Markup
internal import Site

/// The table as it came: pasted text, or the bytes of a file that is no UTF-8. It goes along with the preview, so that
/// the import reads the very same rows again.
enum ImportSource: Sendable {
    case text(String)
    case bytes([UInt8])

    /// A region has at most some hundreds of rows; more is refused before they are read.
    static let tableLimits = PastedTable.Limits(bytes: 786_432, rows: 2_000, columns: 60, cellBytes: 4_000)

    /// As for an upload, but a body that cannot hold a table that fits is refused before it is read; a table that goes
    /// along with its preview is one long value.
    static let formLimits: Form.Limits = {
        var limits = Form.Limits.upload
        limits.bytes = 2_621_440
        limits.valueBytes = 1_100_000
        return limits
    }()

    /// - Throws: ``Unfit`` when there is nothing to read or both were sent.
    init(_ form: Form) throws(Unfit) {
        let pasted = form.first("rows") ?? ""
        let isBlank = !pasted.utf8.contains { $0 > 0x20 }
        if let file = form.file("file") {
            guard isBlank else { throw Unfit("rows", "U plakte rijen en koos een bestand. Kies één van de twee.") }
            self = Self.source(file.bytes)
        } else if let kept = form.first("bytes").flatMap({ Data(base64Encoded: $0) }), !kept.isEmpty {
            self = .bytes([UInt8](kept))
        } else {
            guard !isBlank else { throw Unfit("rows", "Plak rijen, of kies een bestand.") }
            self = .text(pasted)
        }
    }

    private static func source(_ bytes: ArraySlice<UInt8>) -> ImportSource {
        guard bytes.count <= tableLimits.bytes, !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            return .bytes([UInt8](bytes))
        }
        return .text(text)
    }

    /// - Throws: ``Unfit`` when it is no table that fits.
    func table() throws(Unfit) -> PastedTable {
        do {
            switch self {
            case .text(let text): return try PastedTable.read(text, limits: Self.tableLimits)
            case .bytes(let bytes): return try PastedTable.read(bytes, limits: Self.tableLimits)
            }
        } catch {
            throw Unfit("rows", error.sentence)
        }
    }

    /// The field that carries it along.
    var hiddenField: Markup {
        switch self {
        case .text(let text): input(.type("hidden"), .name("rows"), .value(text))
        case .bytes(let bytes): input(.type("hidden"), .name("bytes"), .value(Data(bytes).base64EncodedString()))
        }
    }

    /// What can be mended on the page itself; empty for a file in another encoding.
    var pasted: String {
        if case .text(let text) = self { text } else { "" }
    }
}
