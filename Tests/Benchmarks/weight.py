"""How much every page weighs that a project leader or a respondent meets in the demo world, and what it asks besides."""
import re

from house import House, Visitor
from measuring import add_round, line
from people import OPEN_CODE, invitations, signed_in
from walking import Templates, Walk

SHOWN = 5


def weight():
    with House("demo", configuration="release") as house:
        _, _, secrets = add_round(house, people=1, pace="by-theme")
        templates = Templates("release")
        walks = [
            Walk("project leader", signed_in(house, "Marijke de Wit"), ["/", "/account", "/my-actions"], templates, each=40, most=900),
            Walk("respondent", Visitor(house), respondent(house) + [f"/a/{secrets[0]}"], templates, each=40, most=900),
        ]
        pages = [page for walk in walks for page in walk.sights if page.status == 200 and not is_paper(page)]
        parts = {page.path: parts_of(page) for page in pages}
        weights = {part: weigh(Visitor(house).ask(part)) for part in set().union(*parts.values())}
    assert len(pages) > 100, f"only {len(pages)} pages were met"
    pages.sort(key=size, reverse=True)
    for page in pages[:SHOWN]:
        print(f"  weight: {size(page) / 1000:.1f} kB {page.kind}, {page.template}", flush=True)
    first = max(size(page) + sum(weights[part] for part in parts[page.path]) for page in pages)
    most = max(1 + len(parts[page.path]) for page in pages)
    print(f"  weight: {len(pages)} pages", flush=True)
    return [
        line("weight first", first / 1000, 60, "kB", least=False),
        line("weight requests", most, 6, "requests", least=False),
        line("weight after", size(pages[0]) / 1000, 15, "kB", least=False),
    ]


def respondent(house):
    """A personal link in every state of a round, the open link, and the door."""
    states = {}
    for _, secret, facts in invitations(house):
        states.setdefault((facts["round"] if "round" in facts else facts["id"], facts["state"]), f"/a/{secret}")
    return ["/", "/demo", "/sign-in", "/join", f"/c/{OPEN_CODE}", *list(states.values())[:40]]


def is_paper(page):
    """The whole report on paper is one long document that is asked for to print, not to walk through."""
    return page.template.endswith("/print")


def parts_of(page):
    """What a browser asks besides the page: style sheets, pictures, scripts."""
    return set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text))


def size(page):
    return sum(len(name) + len(value) + 4 for name, value in page.headers.items()) + len(page.text.encode()) + 19


def weigh(answer):
    """Bytes of the answer as they cross the line: head and body, nothing compressed."""
    head = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    return head + len(answer.text.encode()) + 19
