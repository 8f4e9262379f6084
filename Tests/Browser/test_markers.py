"""A3, no second door: words planted in every protected field are met inside their circle and nowhere else."""
import re
from html.parser import HTMLParser

import pytest
from people import OPEN_CODE, invitations, person_by_role, session_of, signed_in
from walking import Templates, Walk

from house import House, Visitor

INSIDE = ["Marijke de Wit", "Henk Terlouw", "Samira Haddad", "Willem Oostra", "Jasmijn Kok"]
MARKERS = {
    name: f"merkteken{number}{name.replace(' ', '')}"
    for number, name in enumerate(["title", "notes", "place", "finding", "action", "purpose", "partner", "theme"], start=731)
}
#: Answers in confidence: one among many, which the region reads after closing; one among three, which nobody reads.
AMONG_MANY, AMONG_FEW = "merkteken881veel", "merkteken882weinig"


class Hidden(HTMLParser):
    """The hidden fields of the form with this action."""

    def __init__(self, text, action):
        super().__init__()
        self.action, self.inside, self.fields = action, False, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form":
            self.inside = values.get("action") == self.action
        if tag == "input" and self.inside and values.get("type") == "hidden":
            self.fields[values["name"]] = values.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False


def send(visitor, page, action, **fields):
    """The form of a page, filled in and sent."""
    hidden = Hidden(visitor.ask(page).text, action).fields
    assert "form-token" in hidden, f"{page} has no form to {action}"
    answer = visitor.ask(action, {**hidden, **{name.replace("_", "-"): value for name, value in fields.items()}})
    assert answer.status == 303, f"{action}: {answer.status}\n{re.sub('<[^>]+>', ' ', answer.text)[:1500]}"
    return answer.headers["Location"].removeprefix(visitor.house.address).split("#")[0]


class World:
    """A demo world with a mark in every protected field of one region."""

    def __init__(self, house):
        self.house = house
        self.leader = signed_in(house, "Marijke de Wit")
        self.region = self.leader.ask("/").headers["Location"].removeprefix(house.address)
        self.plant_partner()
        self.plant_talk()
        self.plant_round()
        self.many = self.answer(OPEN_CODE, AMONG_MANY)

    def plant_partner(self):
        send(self.leader, f"{self.region}/partners/new", f"{self.region}/partners", name=MARKERS["partner"],
             sector="education", place="Alderveen", size="small", **{"from": "2025-01-01"})

    def plant_talk(self):
        closed = next(one for title, _, one in invitations(self.house) if one["state"] == "closed" and self.region.endswith(one["region"]))
        round = f"{self.region}/rounds/{closed['id']}"
        send(self.leader, f"{round}/conversation", f"{round}/conversation", held_on="2026-01-05", place=MARKERS["place"],
             notes=MARKERS["notes"])
        page = self.leader.ask(f"{round}/findings/new").text
        question = re.search(r'name="question" value="([^"]+)"', page).group(1)
        send(self.leader, f"{round}/findings/new", f"{round}/findings", text=MARKERS["finding"], kind="attention", question=question)
        send(self.leader, f"{self.region}/actions/new", f"{self.region}/actions", what=MARKERS["action"], serves=MARKERS["purpose"],
             owner="", until="2027-05-01")

    def plant_round(self):
        """A round of three in confidence, closed: its answers are too few for anybody."""
        rounds = f"{self.region}/rounds"
        self.round = send(self.leader, f"{rounds}/new", rounds, instrument="swot")
        closes = re.search(r'name="closes"[^>]*value="([^"]+)"', self.leader.ask(f"{self.round}/planning").text).group(1)
        send(self.leader, f"{self.round}/planning", f"{self.round}/planning", title=MARKERS["title"], closes=closes, pace="by-theme")
        send(self.leader, f"{self.round}/themes/new", f"{self.round}/themes", title=MARKERS["theme"], about="")
        send(self.leader, f"{self.round}/open-link", f"{self.round}/open-link")
        code = re.search(r'class="big code">([^<]+)<', self.leader.ask(f"{self.round}/open-link").text).group(1)
        send(self.leader, f"{self.round}/openings", f"{self.round}/openings")
        self.few = [self.answer("".join(code.split()), AMONG_FEW) for _ in range(3)]
        send(self.leader, f"{self.round}/closures", f"{self.round}/closures")

    def answer(self, code, words):
        """One who answers every open question with the mark."""
        visitor = Visitor(self.house)
        start = visitor.ask(f"/join?code={code}").headers["Location"].removeprefix(self.house.address)
        own = send(visitor, start, start, sector="education", level="tactical", together="alone").split("/themes/")[0]
        for number in range(1, 9):
            page = f"{own}/themes/{number}"
            fields = re.findall(r'<textarea[^>]*name="([^"]+)"', visitor.ask(page).text)
            if fields:
                send(visitor, page, page, **{field: words for field in fields})
        return own


@pytest.fixture(scope="module")
def world():
    with House("demo") as house:
        yield World(house)


@pytest.fixture(scope="module")
def leader_walk(world):
    return Walk("project leader", signed_in(world.house, "Marijke de Wit"), ["/"], Templates(), each=14, most=400)


def outsiders(house):
    """Everyone who is not inside the region's circle."""
    yield "nobody", Visitor(house)
    for kind, name in [("partner contact", "Peter Blom"), ("critical friend", "Ineke Straat"), ("committee", "Rutger van Loon"),
                       ("office", "Ton Verhagen"), ("commissioner", "Dilan Aksoy")]:
        yield kind, signed_in(house, name)
    yield "neighbour leader", session_of(house, person_by_role(house, "project-leader", "De Meren"))
    yield "neighbour executive", session_of(house, person_by_role(house, "lead-executive", "Veenrand"))
    yield "former leader", session_of(house, former(house))


def former(house):
    import sqlite3
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True, timeout=20) as database:
        return database.execute("SELECT id FROM person WHERE name = 'Kees Vertrokken'").fetchone()[0]


def leaks(sights, marks):
    return sorted({f"{one.kind} meets {mark} at {one.template}" for one in sights for mark in marks
                   if mark in one.text or mark in str(one.headers)})


def test_inside_the_circle_each_mark_is_met(world, leader_walk):
    """The mutant: whoever stands inside does see what is planted, so that seeing nothing means something."""
    met = {mark for one in leader_walk.sights + leader_walk.files for mark in MARKERS.values() if mark in one.text}
    assert met == set(MARKERS.values()), f"not met: {set(MARKERS.values()) - met}"
    assert leaks(leader_walk.sights, MARKERS.values()), "the check is blind"


def test_outside_the_circle_no_mark_is_met(world, leader_walk):
    """Everyone else walks all they can, and asks for every address that the leader has, files included."""
    templates, found = Templates(), []
    asked = sorted({one.path for one in leader_walk.sights + leader_walk.files})
    for kind, visitor in outsiders(world.house):
        walk = Walk(kind, visitor, ["/", "/my-actions", "/account"], templates, each=4)
        for path in asked:
            walk.look(path, templates.of(path))
        found += leaks(walk.sights + walk.files, list(MARKERS.values()) + [AMONG_MANY, AMONG_FEW])
    assert not found, "\n".join(found)


def test_a_respondent_of_another_round_meets_no_mark(world):
    links = [f"/a/{secret}" for _, secret, facts in invitations(world.house) if facts["state"] in {"open", "returned"}][:6]
    walk = Walk("respondent", Visitor(world.house), links + [world.many], Templates(), each=12)
    found = leaks(walk.sights, MARKERS.values()) + leaks([one for one in walk.sights if world.many not in one.path], [AMONG_MANY])
    assert not found, "\n".join(found)
    assert leaks(walk.sights, [AMONG_MANY]), "whoever answered reads their own words"


def test_answers_in_confidence_among_few_are_met_by_nobody_else(world):
    """P1: not by those inside either, on no page and in no file; only on the own link."""
    found = []
    for name in INSIDE:
        walk = Walk(name, signed_in(world.house, name), ["/"], Templates(), each=14, most=400)
        found += leaks(walk.sights + walk.files, [AMONG_FEW, AMONG_MANY])
    assert not found, "\n".join(found)
    assert AMONG_FEW in Visitor(world.house).ask(world.few[0]).text, "whoever answered reads their own words"


def test_after_closing_the_region_reads_what_many_wrote_and_nobody_else_does(world, leader_walk):
    """From ten open answers on those inside read them; outside nothing changes."""
    shown = next(one for _, _, one in invitations(world.house) if one["state"] == "open" and one["code"] == OPEN_CODE)
    round = f"{world.region}/rounds/{shown['id']}"
    send(world.leader, f"{round}/closures", f"{round}/closures")
    inside = Walk("project leader", world.leader, [f"{round}/report"], Templates(), each=14, most=120)
    assert leaks(inside.sights + inside.files, [AMONG_MANY]), "the region cannot read what many wrote"
    asked = [one.path for one in inside.sights + inside.files if one.path.startswith(round)]
    found, templates = [], Templates()
    for kind, visitor in outsiders(world.house):
        walk = Walk(kind, visitor, ["/"], templates, each=2, most=10)
        for path in asked:
            walk.look(path, templates.of(path))
        found += leaks(walk.sights + walk.files, [AMONG_MANY, AMONG_FEW])
    assert not found, "\n".join(found)


def test_errors_and_the_log_tell_nothing(world):
    """What is typed comes back to whoever typed it, with errors too; it never reaches the log."""
    typed, nobody = "merkteken991getypt", Visitor(world.house)
    for path in [f"/{typed}", f"/join?code={typed}", f"/a/{typed}", f"/c/{typed}", f"/regions/{typed}", f"/welcome/{typed}"]:
        assert nobody.ask(path).status in {200, 303, 404}
    world.leader.send(f"{world.region}/actions", {"what": typed, "until": "geen datum"}, page=f"{world.region}/actions/new")
    world.leader.send(f"{world.region}/partners", {"name": typed}, page=f"{world.region}/partners/new")
    world.leader.ask(f"{world.region}/actions", {"what": typed})
    nobody.ask("/sign-in", {"email": f"{typed}@example.org", "password": typed})
    log = world.house.output()
    told = [mark for mark in [*MARKERS.values(), AMONG_MANY, AMONG_FEW, typed] if mark in log]
    secrets = [one for one in [world.many, *world.few] if one.split("/")[-1] in log]
    assert not told and not secrets, f"the log tells {told} {secrets}"
