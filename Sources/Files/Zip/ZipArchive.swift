internal import CZip
internal import Foundation

/// A ZIP file in memory, of which every part is weighed before it is unpacked.
///
/// Refused as a whole: names that lead out of the archive, names that stand there twice, parts with a password, and
/// parts that are far larger than they look (a "zip bomb").
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: Workbook.Limits
    private var entries: [String: Entry] = [:]
    private var unpacked = 0

    private struct Entry {
        let index: UInt64
        let size: UInt64
        let packedSize: UInt64
    }

    init(_ bytes: ArraySlice<UInt8>, limits: Workbook.Limits) throws(Workbook.Trouble) {
        self.limits = limits
        archive = try Self.open(bytes)
        try readEntries()
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { entries[name] != nil }

    /// The part's bytes; nil if there is no such part.
    func part(_ name: String) throws(Workbook.Trouble) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        try weigh(entry)
        guard let file = zip_fopen_index(archive, entry.index, 0) else { throw .broken }
        defer { zip_fclose(file) }
        return try read(file, Int(entry.size))
    }

    private static func open(_ bytes: ArraySlice<UInt8>) throws(Workbook.Trouble) -> OpaquePointer {
        guard !bytes.isEmpty, let copy = malloc(bytes.count) else { throw .broken }
        bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { memcpy(copy, start, from.count) }
        }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw .broken
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            zip_source_free(source)
            throw .broken
        }
        return archive
    }

    private func readEntries() throws(Workbook.Trouble) {
        let count = zip_get_num_entries(archive, 0)
        guard (0...Int64(limits.parts)).contains(count) else { throw .tooManyParts(limit: limits.parts) }
        for index in 0..<UInt64(count) {
            var stat = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &stat) == 0, let pointer = stat.name else { throw .broken }
            let name = String(cString: pointer).replacing("\\", with: "/")
            guard Self.staysInside(name) else { throw .unsafeName }
            guard stat.encryption_method == ZIP_EM_NONE else { throw .locked }
            let entry = Entry(index: index, size: stat.size, packedSize: stat.comp_size)
            guard entries.updateValue(entry, forKey: name) == nil else { throw .broken }
        }
    }

    private static func staysInside(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.contains(":")
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    /// By what the archive itself says of its parts; what it keeps silent is stopped while it is unpacked.
    private func weigh(_ entry: Entry) throws(Workbook.Trouble) {
        guard entry.size <= UInt64(limits.unpackedBytes - unpacked) else {
            throw .tooManyBytes(limit: limits.unpackedBytes)
        }
        let isSmall = entry.size <= 1_048_576
        guard isSmall || entry.size / UInt64(limits.ratio) <= entry.packedSize else { throw .tooDense }
    }

    private func read(_ file: OpaquePointer, _ size: Int) throws(Workbook.Trouble) -> [UInt8] {
        var read = 0
        var isWhole = false
        let part = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while read <= size {
                let more = zip_fread(file, buffer.baseAddress.map { $0 + read }, UInt64(size + 1 - read))
                if more == 0 { isWhole = true }
                if more <= 0 { break }
                read += Int(more)
            }
            count = read
        }
        guard isWhole, read == size else { throw .broken }
        unpacked += size
        return part
    }
}
