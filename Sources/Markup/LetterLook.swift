/// The look of a letter: rules that stand in the letter itself, because mail programs fetch no style sheet.
///
/// Not for pages: the Content-Security-Policy refuses it there.
package func letterLook() -> Markup {
    .element(Tag("style"), [], [.settled(Settled(bytes: Array(rules.utf8)))])
}

private let rules = """
    body{font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#14302f;background:#fff;\
    max-width:36em;margin:0 auto;padding:24px 16px}\
    h2{font-size:19px;margin:28px 0 8px}p{margin:0 0 16px}ul{margin:0 0 16px;padding-left:20px}li{margin:0 0 8px}\
    a{color:#0b5fa5}a.button{display:inline-block;background:#b6400f;color:#fff;text-decoration:none;padding:12px 20px;\
    border-radius:4px}.small{font-size:15px;color:#54635f}.end{border-top:1px solid #d9ddd5;margin-top:32px;padding-top:16px}
    """
