internal import Foundation
internal import Yams

/// Takes an instrument's file apart and remembers everything that is not as the schema says.
struct InstrumentNodes {
    let file: String
    /// Whether English may miss: a region's own questions have none until somebody gives it.
    let isRegionsOwn: Bool
    private(set) var faults: [InstrumentFault.Line] = []

    init(file: String, isRegionsOwn: Bool = false) {
        self.file = file
        self.isRegionsOwn = isRegionsOwn
    }

    mutating func refuse(_ node: Node?, _ reason: String) {
        faults.append(.init(file: file, number: node?.mark?.line ?? 1, reason: reason))
    }

    /// The fields of a mapping. What is unknown or missing is refused, by its name and its line.
    mutating func fields(_ node: Node, _ what: String, needed: [String], optional: [String] = []) -> [String: Node] {
        guard let mapping = node.mapping else {
            refuse(node, "\(what) must be a list of names with values")
            return [:]
        }
        var found: [String: Node] = [:]
        for (nameNode, value) in mapping {
            let name = nameNode.scalar?.string ?? ""
            if !(needed + optional).contains(name) { refuse(nameNode, "\"\(name)\" is not known in \(what)") }
            found[name] = value
        }
        for name in needed where found[name] == nil { refuse(node, "\(what) misses \"\(name)\"") }
        return found
    }

    mutating func text(_ node: Node?, _ name: String) -> String {
        guard let node else { return "" }
        let text = node.scalar?.string.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        if text.isEmpty { refuse(node, "\"\(name)\" is empty") }
        return text
    }

    mutating func words(_ node: Node?, _ name: String) -> Wording {
        guard let node else { return .empty }
        let parts = fields(
            node, "\"\(name)\"", needed: isRegionsOwn ? ["nl"] : ["nl", "en"], optional: isRegionsOwn ? ["en"] : [])
        return Wording(nl: text(parts["nl"], "\(name), nl"), en: text(parts["en"], "\(name), en"))
    }

    mutating func key(_ node: Node?, _ name: String) -> String {
        guard let node else { return "" }
        let key = node.scalar?.string ?? ""
        if !Self.isKey(key) { refuse(node, "\"\(name)\" is \"\(key)\"; a key has only a-z, 0-9 and -") }
        return key
    }

    static func isKey(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
    }

    mutating func whole(_ node: Node?, _ name: String) -> Int {
        guard let node else { return 1 }
        guard let number = node.scalar.flatMap({ Int($0.string) }), number >= 1 else {
            refuse(node, "\"\(name)\" must be a whole number from 1")
            return 1
        }
        return number
    }

    mutating func number(_ node: Node?, _ name: String) -> Double? {
        guard let node else { return nil }
        guard let number = node.scalar.flatMap({ Double($0.string) }), number.isFinite else {
            refuse(node, "\"\(name)\" must be a number")
            return nil
        }
        return number
    }

    /// The items of a list; how many there may be is `count`.
    mutating func list(_ node: Node?, _ name: String, _ count: ClosedRange<Int>, of what: String) -> [Node] {
        guard let node else { return [] }
        guard let items = node.sequence.map(Array.init) else {
            refuse(node, "\"\(name)\" must be a list")
            return []
        }
        guard count.contains(items.count) else {
            let limits = count.upperBound == .max ? "\(count.lowerBound) or more" : "\(count.lowerBound) to \(count.upperBound)"
            refuse(node, "\"\(name)\" has \(items.count) \(name); \(what) takes \(limits)")
            return items
        }
        return items
    }

    /// Keys that must differ from each other: the second of two is refused.
    mutating func requireUnique(_ keys: [(key: String, node: Node)], _ what: String) {
        var seen: Set<String> = []
        for (key, node) in keys where !key.isEmpty && !seen.insert(key).inserted {
            refuse(node, "the key \"\(key)\" is used by two \(what)")
        }
    }
}
