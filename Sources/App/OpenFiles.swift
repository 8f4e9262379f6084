internal import Foundation
internal import Glibc

/// How many files and connections this process may have open at once.
enum OpenFiles {
    /// Asks the machine for `count` and answers how many it allows; many machines begin at 1,024.
    static func allow(_ count: Int) -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return 1024 }
        let wanted = rlim_t(count)
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            guard setrlimit(kind, &limit) == 0 else { return 1024 }
        }
        return Int(clamping: min(limit.rlim_cur, wanted))
    }
}
