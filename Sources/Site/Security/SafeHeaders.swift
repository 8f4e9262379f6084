package import HTTPTypes

/// The headers that stand on every answer, errors and files included.
package enum SafeHeaders {
    package static func all(isSecure: Bool) -> HTTPFields { isSecure ? behindTLS : plain }

    private static let plain: HTTPFields = {
        var headers = HTTPFields()
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        set(&headers, "Referrer-Policy", "no-referrer")
        set(&headers, "Cross-Origin-Opener-Policy", "same-origin")
        set(&headers, "Cross-Origin-Resource-Policy", "same-origin")
        set(&headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return headers
    }()

    private static let behindTLS: HTTPFields = {
        var headers = plain
        headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        return headers
    }()

    private static func set(_ headers: inout HTTPFields, _ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { headers[name] = value }
    }
}
