/// Why an instrument's file was not taken: every problem found, each with its line.
package struct InstrumentFault: Error, Sendable, Equatable, CustomStringConvertible {
    package let lines: [Line]

    package struct Line: Sendable, Equatable, CustomStringConvertible {
        /// The file's name, without the folder it is in.
        package let file: String
        /// From 1.
        package let number: Int
        package let reason: String

        package var description: String { "\(file):\(number): \(reason)" }
    }

    package var description: String { lines.map(\.description).joined(separator: "\n") }
}
