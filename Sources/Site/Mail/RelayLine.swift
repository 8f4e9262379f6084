internal import CCurl
internal import Foundation

/// One open line to the mail server: letters go over it one after another, beside the event loop.
///
/// libcurl speaks SMTP (RFC 5321), STARTTLS (RFC 3207) and AUTH (RFC 4954); what it heard decides what becomes of a letter.
package final class RelayLine: Sendable {
    private let relay: Relay
    /// How we call ourselves.
    private let name: String
    private let queue = DispatchQueue(label: "mail")
    private let talk: Talk

    package init(_ relay: Relay, name: String) {
        self.relay = relay
        self.name = name
        talk = Talk()
    }

    package func send(_ message: MailMessage) async -> Verdict {
        await withCheckedContinuation { done in
            queue.async { [talk, relay, name] in done.resume(returning: talk.send(message, relay, name)) }
        }
    }
}

/// The conversation; only ever used on the line's own queue.
private final class Talk: @unchecked Sendable {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    private let curl: UnsafeMutableRawPointer?
    private var heard = Exchange()
    private var hasLeft = false
    private var bytes: [UInt8] = []
    private var sent = 0

    init() { curl = Self.isReady ? curl_easy_init() : nil }
    deinit { curl.map { curl_easy_cleanup($0) } }

    func send(_ message: MailMessage, _ relay: Relay, _ name: String) -> Verdict {
        guard let curl else { return .down(.unreachable) }
        heard = Exchange()
        hasLeft = false
        bytes = message.bytes
        sent = 0
        curl_easy_reset(curl)
        connect(curl, relay, name)
        let receivers = curl_slist_append(nil, "<\(message.to.address)>")
        defer { curl_slist_free_all(receivers) }
        _ = regio_curl_text(curl, CURLOPT_MAIL_FROM, "<\(message.from.address)>")
        _ = regio_curl_list(curl, CURLOPT_MAIL_RCPT, receivers)
        carry(curl)
        return verdict(curl_easy_perform(curl))
    }

    private func connect(_ curl: UnsafeMutableRawPointer, _ relay: Relay, _ name: String) {
        let host = relay.host.utf8.contains(UInt8(ascii: ":")) ? "[\(relay.host)]" : relay.host
        _ = regio_curl_text(curl, CURLOPT_URL, "smtp://\(host):\(relay.port)/\(name)")
        _ = regio_curl_text(curl, CURLOPT_PROXY, "")
        _ = regio_curl_number(curl, CURLOPT_NOSIGNAL, 1)
        _ = regio_curl_number(curl, CURLOPT_CONNECTTIMEOUT, 10)
        _ = regio_curl_number(curl, CURLOPT_TIMEOUT, 60)
        _ = regio_curl_number(curl, CURLOPT_USE_SSL, relay.isEncrypted ? Int(CURLUSESSL_ALL.rawValue) : 0)
        _ = regio_curl_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        _ = regio_curl_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        _ = regio_curl_number(curl, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let file = relay.authority { _ = regio_curl_text(curl, CURLOPT_CAINFO, file) }
        if let account = relay.account {
            _ = regio_curl_text(curl, CURLOPT_USERNAME, account.name)
            _ = regio_curl_text(curl, CURLOPT_PASSWORD, account.password)
        }
    }

    /// The letter goes out through `give`; the commands come by `note`, the answers by `hear`.
    private func carry(_ curl: UnsafeMutableRawPointer) {
        let own = Unmanaged.passUnretained(self).toOpaque()
        _ = regio_curl_number(curl, CURLOPT_UPLOAD, 1)
        _ = regio_curl_pointer(curl, CURLOPT_READDATA, own)
        _ = regio_curl_bytes_function(curl, CURLOPT_READFUNCTION) { into, size, count, own in
            Talk.of(own)?.give(into, size * count) ?? 0
        }
        _ = regio_curl_pointer(curl, CURLOPT_HEADERDATA, own)
        _ = regio_curl_bytes_function(curl, CURLOPT_HEADERFUNCTION) { from, size, count, own in
            Talk.of(own)?.hear(from, size * count)
            return size * count
        }
        _ = regio_curl_number(curl, CURLOPT_VERBOSE, 1)
        _ = regio_curl_pointer(curl, CURLOPT_DEBUGDATA, own)
        _ = regio_curl_trace_function(curl, CURLOPT_DEBUGFUNCTION) { _, kind, from, count, own in
            if kind == CURLINFO_HEADER_OUT { Talk.of(own)?.note(from, count) }
            return 0
        }
    }

    private static func of(_ own: UnsafeMutableRawPointer?) -> Talk? {
        own.map { Unmanaged<Talk>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ into: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        guard let into, sent < bytes.count else { return 0 }
        let count = min(room, bytes.count - sent)
        UnsafeMutableRawBufferPointer(start: into, count: count).copyBytes(from: bytes[sent..<sent + count])
        sent += count
        return count
    }

    /// Of a command its first word alone: what follows it can be a password. Goodbye says nothing of a letter.
    private func note(_ from: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard let from else { return }
        let word = text(from, min(count, 4)).uppercased()
        hasLeft = hasLeft || word == "QUIT"
        if ["EHLO", "HELO", "STAR", "AUTH", "MAIL", "RCPT", "DATA"].contains(word) { heard.command = word }
    }

    private func hear(_ from: UnsafeMutablePointer<CChar>?, _ count: Int) {
        guard let from, !hasLeft else { return }
        let line = text(from, count).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        guard let status = Int(line.prefix(3)) else { return }
        heard.status = status
        heard.answer = line
    }

    private func text(_ from: UnsafeMutablePointer<CChar>, _ count: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: from, count: count), as: UTF8.self)
    }

    private func verdict(_ code: CURLcode) -> Verdict {
        switch code {
        case CURLE_OK: .taken
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
            .down(.unsafe)
        case CURLE_LOGIN_DENIED: .down(.signIn)
        default: heard.verdict
        }
    }
}
