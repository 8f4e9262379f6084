package import Markup

/// A long list, shown a page at a time, so that no page is heavy on a phone.
package struct Paging: Sendable, Equatable {
    /// From 1.
    package let number: Int
    /// So many on a page.
    package let most: Int

    /// The page that the address asks; the first where it asks none that can be.
    package init(_ visit: Visit, most: Int) {
        self.init(number: visit.query.first("page").flatMap { Int($0) } ?? 1, most: most)
    }

    package init(number: Int, most: Int) {
        self.number = (1...1_000_000).contains(number) ? number : 1
        self.most = most
    }

    /// The places on this page of a list that begins at 0.
    package var range: Range<Int> { (number - 1) * most..<number * most }

    package func shown<T>(of all: [T]) -> ArraySlice<T> { all[range.clamped(to: all.indices)] }

    /// The ways to the pages before and after this one; nothing where all fits on one.
    package func steps(of count: Int, _ list: Link) -> Markup {
        guard count > most else { return .nothing }
        return nav(.label("Verder in deze lijst")) {
            ul(.class("tools")) {
                if number > 1 { li { a(.href(Self.page(number - 1, of: list))) { "Vorige bladzijde" } } }
                if number * most < count { li { a(.href(Self.page(number + 1, of: list))) { "Volgende bladzijde" } } }
            }
        }
    }

    /// The address of a list may ask something already; the first page is the list itself.
    private static func page(_ number: Int, of list: Link) -> Link {
        if number == 1 { return list }
        return list.text.utf8.contains(UInt8(ascii: "?")) ? "\(list)&page=\(number)" : "\(list)?page=\(number)"
    }
}
