internal import Membership

/// Makes origins coarser before a confidential round opens, so that what may not be published is not even stored
/// with an answer (P1, P2).
///
/// Promised: after it, whoever is asked shares what is kept (sector and level, sector alone, or nothing) with at
/// least `threshold` people in all, unless fewer were asked: then nothing is kept. The organisation is never kept.
package struct Coarsening {
    package let threshold: Int

    package init(threshold: Int) { self.threshold = threshold }

    private struct Cell: Hashable {
        let sector: Sector?
        let level: Level?
    }

    /// What may be kept of each, in the same order.
    package func origins(of origins: [Response.Origin]) -> [Response.Origin] {
        let people = origins.indices.shuffled()
        var kept: [Cell: [Int]] = [:]
        var unplaced: [Int] = []
        for sector in Sector.allCases {
            let own = people.filter { origins[$0].sector == sector }
            unplaced += settle(own, in: sector, origins, &kept)
        }
        unplaced += people.filter { origins[$0].sector == nil }
        let none = completed(unplaced, from: &kept) { _ in true }
        return filled(origins.count, none.isEmpty ? kept : kept.merging([Cell(sector: nil, level: nil): none]) { $1 })
    }

    /// The people of one sector by level, and those of small levels together. Answers who cannot be kept there at all.
    private func settle(
        _ people: [Int], in sector: Sector, _ origins: [Response.Origin], _ kept: inout [Cell: [Int]]
    ) -> [Int] {
        var rest = people.filter { origins[$0].level == nil }
        for level in Level.allCases {
            let own = people.filter { origins[$0].level == level }
            if own.count >= threshold { kept[Cell(sector: sector, level: level)] = own } else { rest += own }
        }
        rest = completed(rest, from: &kept) { $0.sector == sector }
        guard rest.count >= threshold else { return rest }
        kept[Cell(sector: sector, level: nil)] = rest
        return []
    }

    /// `rest` with as many others as it needs to be no small group: some of the largest cell that can spare them, or
    /// else the whole of the smallest. Those others then keep less than they could, so that nobody stands alone.
    private func completed(
        _ rest: [Int], from kept: inout [Cell: [Int]], _ belongs: (Cell) -> Bool
    ) -> [Int] {
        var rest = rest
        while !rest.isEmpty, rest.count < threshold {
            let missing = threshold - rest.count
            let cells = kept.filter { belongs($0.key) }.sorted { $0.value.count < $1.value.count }
            guard let smallest = cells.first, let largest = cells.last else { break }
            if largest.value.count - missing >= threshold {
                rest += largest.value.suffix(missing)
                kept[largest.key] = Array(largest.value.dropLast(missing))
            } else {
                rest += smallest.value
                kept[smallest.key] = nil
            }
        }
        return rest
    }

    private func filled(_ count: Int, _ kept: [Cell: [Int]]) -> [Response.Origin] {
        var origins = [Response.Origin](repeating: .unknown, count: count)
        for (cell, people) in kept {
            for person in people { origins[person] = Response.Origin(sector: cell.sector, level: cell.level, partner: nil) }
        }
        return origins
    }
}
