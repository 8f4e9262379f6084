internal import Markup

/// What was typed before the session ended, ready to be sent again.
enum KeptForm {
    static func page(_ visit: Visit, _ path: String) -> Page {
        guard visit.viewer != nil else { return SignInAgain.page(visit.moved(to: path), wasSignedIn: false) }
        return Page("Verstuur uw tekst opnieuw") {
            h1 { "Verstuur uw tekst opnieuw" }
            p { "U bent weer ingelogd. Dit typte u eerder." }
            postForm(Here.link(path), visit) {
                kept(visit.form).markup { field in
                    input(.type("hidden"), .name(field.name), .value(field.value))
                }
                KeptText.list(Form(fields: kept(visit.form)))
                sendButton("Versturen", next: true)
            }
        }
    }

    static func kept(_ form: Form) -> [Form.Field] {
        form.fields.filter { $0.name != FormTokens.field && !KeptText.isSecret($0) && !$0.name.utf8.starts(with: "kept-".utf8) }
    }
}
