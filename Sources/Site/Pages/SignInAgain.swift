internal import Markup

/// The session ended while somebody was typing: the fields wait here until they are signed in again (C7).
enum SignInAgain {
    static func page(_ visit: Visit, wasSignedIn: Bool) -> Page {
        Page("Log opnieuw in", status: wasSignedIn ? 403 : 401) {
            h1 { "Log opnieuw in, uw tekst blijft staan" }
            p { "U was te lang weg, of u opende deze pagina in een ander venster. Er is niets verloren." }
            ol {
                li { a(.href("/sign-in?next=/signed-in"), .data(.copy)) { "Log in, in een nieuw venster" } }
                li { "Kom hier terug en verstuur uw tekst opnieuw." }
            }
            resend(visit)
        }
    }

    /// The fields again, to an address that changes nothing: it shows the form with a token of the new session.
    private static func resend(_ visit: Visit) -> Markup {
        form(.method("post"), .action("/kept")) {
            input(.type("hidden"), .name(FormTokens.field), .value(visit.house.formTokens.token(for: FormTokens.nobody)))
            input(.type("hidden"), .name("kept-path"), .value(visit.path))
            KeptForm.kept(visit.form).markup { field in
                input(.type("hidden"), .name(field.name), .value(field.value))
            }
            button(.class("button"), .type("submit")) { "Ik ben weer ingelogd: verder" }
            KeptText.list(visit.form)
        }
    }
}
