internal import Database
package import Markup

/// The frame around every page.
enum Layout {
    static func document(_ page: Page, _ visit: Visit) -> Markup {
        let language = page.language ?? visit.language
        return html(.lang(language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width"))
                title { "\(page.title) · Regio aan zet" }
                linkElement(.rel("stylesheet"), .href(visit.house.assets.link(.look)))
                linkElement(.rel("icon"), .href(visit.house.assets.link(.mark)))
                script(.src(visit.house.assets.link(.enhance)), .type("module"))
            }
            body(page.kind == .phone ? .class("phone") : nil) {
                a(.class("skip"), .href("#main")) { "Naar de inhoud" }
                if page.kind == .desk { bar(page, visit) }
                main(.id("main"), .tabindex(-1)) {
                    trail(page)
                    Notice.markup(visit)
                    page.body
                }
                foot(page, visit)
            }
        }
    }

    private static func bar(_ page: Page, _ visit: Visit) -> Markup {
        header(.class("top")) {
            a(.class("brand"), .href("/")) { "Regio aan zet" }
            if let viewer = visit.viewer {
                nav(.label("Hoofdmenu")) {
                    if let region = page.region { regionMenu(region, viewer, visit) }
                }
                details(.class("me")) {
                    summary { verbatim(viewer.name) }
                    ul {
                        li { a(.href("/my-actions")) { "Mijn acties" } }
                        li { a(.href("/account")) { "Mijn gegevens" } }
                        li {
                            form(.method("post"), .action("/sign-out")) {
                                tokenField(visit)
                                button(.class("link"), .type("submit")) { "Uitloggen" }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func regionMenu(_ region: RegionHeading, _ viewer: Viewer, _ visit: Visit) -> Markup {
        let home: Link = "/regions/\(region.id.text)"
        let items = visit.house.menu.filter { viewer.belongs(to: $0.circle, of: region.id) }
        return .group([
            a(.href(home), visit.path == home.text ? .current("page") : nil) { verbatim(region.name) },
            items.markup { item in
                let link = item.link(region.id)
                a(.href(link), visit.path == link.text ? .current("page") : nil) { item.label }
            },
        ])
    }

    private static func trail(_ page: Page) -> Markup {
        guard !page.trail.isEmpty else { return .nothing }
        return nav(.class("crumb"), .label("Waar u bent")) {
            page.trail.markup { crumb in
                a(.href(crumb.link)) { crumb.label }
                " "
            }
        }
    }

    private static func foot(_ page: Page, _ visit: Visit) -> Markup {
        footer(.class("foot")) {
            if visit.house.settings.isDemo {
                p { "Dit is de demo. De mensen en de cijfers zijn verzonnen." }
            }
            // A phone page sets no cookie: its language stands in its own address.
            if page.kind == .desk || page.keepsLanguage { languageForm(page, visit) }
            a(.href("/accessibility")) { "Toegankelijkheid" }
            a(.href("/privacy")) { "Uw gegevens" }
        }
    }

    private static func languageForm(_ page: Page, _ visit: Visit) -> Markup {
        form(.method("post"), .action("/language")) {
            // Everyone may choose, also who came by a link of their own.
            input(.type("hidden"), .name(FormTokens.field), .value(visit.house.formTokens.token(for: FormTokens.nobody)))
            input(.type("hidden"), .name("next"), .value(next(page, visit)))
            if (page.language ?? visit.language) == .dutch {
                button(.class("link"), .type("submit"), .name("language"), .value("en"), .lang("en")) {
                    verbatim("English")
                }
            } else {
                button(.class("link"), .type("submit"), .name("language"), .value("nl"), .lang("nl")) {
                    verbatim("Nederlands")
                }
            }
            if isAnswer(visit) { span(.class("small")) { " Wat u hier ziet of typte, staat er dan niet meer." } }
        }
    }

    /// A page that answers a form: it has no address of its own, and what stands on it comes only once.
    private static func isAnswer(_ visit: Visit) -> Bool { !visit.form.fields.isEmpty }

    private static func next(_ page: Page, _ visit: Visit) -> String {
        guard isAnswer(visit) else { return visit.path }
        return visit.house.readable.form(sentTo: visit.path) ?? page.trail.last?.link.text ?? "/"
    }
}

/// The hidden word that shows a form was made by us; see ``FormTokens``.
package func tokenField(_ visit: Visit) -> Markup {
    input(.type("hidden"), .name(FormTokens.field), .value(visit.formToken))
}

/// A form that changes something: a POST with its token.
package func postForm(
    _ link: Link, _ visit: Visit, _ attributes: Attribute?..., @MarkupBuilder content: () -> Markup
) -> Markup {
    let fixed: [Attribute?] = [.method("post"), .action(link)]
    return .element(Tag.form, (fixed + attributes).compactMap(\.self), [tokenField(visit), content()])
}
