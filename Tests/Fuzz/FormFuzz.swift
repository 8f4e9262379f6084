// What comes from outside, under libFuzzer with the address sanitizer. Not part of the package; run it by hand:
//
//   mkdir -p /tmp/fuzz/corpus
//   swiftc -O -parse-as-library -swift-version 6 -package-name regio -module-name Markup Sources/Markup/*.swift \
//       -emit-library -static -o /tmp/fuzz/libMarkup.a -emit-module -emit-module-path /tmp/fuzz/Markup.swiftmodule
//   sed '/import Files/d' -s Sources/Site/Forms/*.swift > /tmp/fuzz/Forms.swift
//   swiftc -O -sanitize=fuzzer,address -parse-as-library -swift-version 6 -package-name regio -I /tmp/fuzz -L /tmp/fuzz -lMarkup \
//       /tmp/fuzz/Forms.swift Sources/Files/*.swift Sources/Files/Tables/*.swift Sources/Site/Texts/{TroubleWords,FigureText}.swift \
//       Tests/Fuzz/FormFuzz.swift -o /tmp/fuzz/form -lm
//   SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
//       /tmp/fuzz/form -max_len=4096 -timeout=5 -rss_limit_mb=1024 -max_total_time=60 /tmp/fuzz/corpus
//
// Without SWIFT_BACKTRACE the backtracer hangs on a crash. The first byte of an input chooses the parser.

internal import Markup

private let limits = Form.Limits(
    bytes: 4_096, fields: 20, nameBytes: 40, valueBytes: 500, files: 3, fileBytes: 1_000, partHeaderBytes: 300)

@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let choice = input.first else { return 0 }
    let bytes = input.dropFirst()
    switch choice % 5 {
    case 0: fuzzUrlencoded(bytes)
    case 1: fuzzMultipart(bytes)
    case 2: fuzzTable(bytes)
    case 3: fuzzTexts(String(decoding: bytes, as: UTF8.self))
    default: fuzzContentType(bytes)
    }
    return 0
}

private func fuzzUrlencoded(_ bytes: ArraySlice<UInt8>) {
    do {
        check(try Form.parse(bytes, limits: limits))
    } catch {
        precondition(error.status == 413 && error.sentence.hasWords)
    }
}

private func fuzzMultipart(_ bytes: ArraySlice<UInt8>) {
    if let form = try? Form.parse(multipart: bytes, contentType: "multipart/form-data; boundary=b", limits: limits) {
        check(form)
    }
}

/// The content type up to the first line feed, the body behind it.
private func fuzzContentType(_ bytes: ArraySlice<UInt8>) {
    let type = bytes.prefix { $0 != 0x0A }
    let contentType = String(decoding: type, as: UTF8.self)
    if let form = try? Form.parse(bytes[type.endIndex...].dropFirst(), contentType: contentType, limits: limits) {
        check(form)
    }
}

private func check(_ form: Form) {
    precondition(form.fields.count + form.files.count <= limits.fields && form.files.count <= limits.files)
    for field in form.fields {
        // An invalid byte becomes the three bytes of U+FFFD.
        precondition(isClean(field.name) && field.name.utf8.count <= 3 * limits.nameBytes)
        precondition(isClean(field.value) && field.value.utf8.count <= 3 * limits.valueBytes)
        precondition(form.first(field.name) != nil && !form.all(field.name).isEmpty)
        _ = try? form.integer(field.name)
        if let text = try? form.text(field.name, max: 100) { precondition(text.utf16.count <= 100) }
    }
    for file in form.files {
        precondition(file.bytes.count <= limits.fileBytes && FileName.safe(file.fileName) == file.fileName)
        precondition(HeaderLine.isSafe(file.mediaType))
        fuzzTexts(file.fileName)
    }
}

private func fuzzTable(_ bytes: ArraySlice<UInt8>) {
    let limits = PastedTable.Limits(bytes: 4_096, rows: 30, columns: 12, cellBytes: 300)
    guard let table = try? PastedTable.read(bytes, limits: limits) else { return }
    precondition(table.rows.count <= 30)
    precondition(table.rows.allSatisfy { row in row.cells.count <= 12 && row.cells.allSatisfy(isClean) })
    precondition(table.remarks.allSatisfy(\.sentence.hasWords))
    let columns = table.columns(matching: ["naam": ["Naam", "Name"], "rol": ["Rol", "Functie"]])
    precondition(columns.found.count + columns.missing.count == 2)
    let written = CSV(heading: ["x", "y"], rows: table.rows.map { $0.cells.map(CSV.Cell.text) })
    guard let again = try? PastedTable.read(written.bytes, delimiter: .semicolon) else { return }
    let wanted = table.rows.map { $0.cells.map(CSV.neutral) }
    precondition(again.rows.dropFirst().map(\.cells) == wanted)
}

private func fuzzTexts(_ text: String) {
    let line = HeaderLine.attachment(text).text
    precondition(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    precondition(line.utf8.count { $0 == 0x22 } == 2)
    precondition(HeaderLine(text) != nil || text.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    let number = WrittenNumber(text)
    precondition(number?.value.isFinite ?? true)
    _ = WrittenDate(text)
    if let number { _ = CSV(heading: [], rows: [[.number(number.value, decimals: 3)]]) }
    precondition(CSV.neutral(CSV.neutral(text)) == CSV.neutral(text))
}

private func isClean(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A }
}
