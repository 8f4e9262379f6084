internal import HTTPTypes
internal import Hummingbird
internal import Markup
internal import NIOCore

/// Turns a reply into an HTTP response, with the headers that every answer carries (S2).
struct Answer {
    let house: House
    let knock: Knock

    func response(to reply: Reply) -> Response {
        switch reply {
        case .page(let page): written(page)
        case .missing: written(ErrorPages.missing)
        case .redirect(let link): redirect(link, cookie: nil)
        case .session(let change, let link): redirect(link, cookie: SessionCookie.header(change))
        case .file(let file): attachment(file)
        case .fragment(let markup):
            respond(.ok, "text/html; charset=utf-8", markup.bytes(in: house.texts.vocabulary(knock.visit.language)))
        }
    }

    private func written(_ page: Page) -> Response {
        let visit = knock.visit
        let markup = Layout.document(page, visit)
        let bytes = markup.document(in: house.texts.vocabulary(page.language ?? visit.language))
        return respond(HTTPResponse.Status(code: page.status), "text/html; charset=utf-8", bytes)
    }

    private func redirect(_ link: Link, cookie: String?) -> Response {
        var response = respond(.seeOther, "text/plain; charset=utf-8", [])
        response.headers[.location] = link.text
        if let cookie { response.headers[.setCookie] = cookie }
        return response
    }

    private func attachment(_ file: Reply.File) -> Response {
        var response = respond(.ok, file.type, file.bytes)
        response.headers[.contentDisposition] = HeaderLine.attachment(file.name).text
        return response
    }

    private func respond(_ status: HTTPResponse.Status, _ type: String, _ bytes: [UInt8]) -> Response {
        var headers = SafeHeaders.all(isSecure: house.settings.isSecure)
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        let body = bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        return Response(status: status, headers: headers, body: body)
    }
}
