"""Signing in as one of the demo's cast, and reading the forms of a page as a browser does."""
import html.parser

from seeding import opened


def sign_in_as(visitor, role):
    """Signs in as one of the cast with `role` in its region; gives that region."""
    database = opened(visitor.house)
    person, region = database.execute(
        "SELECT h.person, h.region FROM holding h JOIN region r ON r.id = h.region WHERE h.role = ? AND r.name = 'Rijnstreek' "
        "AND h.from_day <= date('now') AND (h.until_day IS NULL OR h.until_day >= date('now')) LIMIT 1", (role,)).fetchone()
    database.close()
    assert visitor.send("/demo/sign-ins", {"person": person}, page="/demo").status == 303
    return region


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each goes, and what it would send untouched."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.area = [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "form":
            self.forms.append((named.get("action"), []))
        elif self.forms and tag == "input" and named.get("name") and named.get("type") not in ("radio", "checkbox", "submit", "file"):
            self.forms[-1][1].append((named["name"], named.get("value") or ""))
        elif self.forms and tag == "textarea":
            self.area = (named.get("name"), [])

    def handle_data(self, data):
        if self.area:
            self.area[1].append(data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.forms[-1][1].append((self.area[0], "".join(self.area[1]).removeprefix("\n")))
            self.area = None


def form_to(page, action):
    """The fields of the form that goes to `action`; None when the page has no such form."""
    return next((fields for target, fields in Forms(page).forms if target == action), None)
