"""Every page that links lead to, as each kind of person: safe headers, one clear structure, usable by everyone."""
import re
from collections import defaultdict

import pytest
from looking import Looking
from people import OPEN_CODE, browser_context, invitations, person_by_role, session_of, signed_in
from walking import Reading, Sight, Templates, Walk

from house import Visitor

#: Pages to which no link leads, and why.
UNLINKED = {
    "/welcome/:secret": "an invitation leads there",
    "/mail/:secret": "a letter leads there; see test_mail_pages",
    "/sign-in/links/:secret": "a letter leads there; see test_mail_pages",
    "/sign-in/link-sent": "asking for a link leads there; see test_mail_pages",
    "/sign-in/codes/:secret": "signing in leads there, for who wants a code; see test_mail_pages",
    "/signed-in": "the end of signing in again in a second window",
    "/c/:code": "somebody types it or scans it",
    "/demo": "the address that the demo prints",
    "/calendar/:secret/dates.ics": "a calendar program follows it",
    "/a/:secret/thanks": "the last screen leads there, when it is sent; see the story",
    "/regions/:region/imports/:import": "taking rows over leads there; see the story",
    "/regions/:region/rounds/:round/openings": "a round that is ready to open leads there; the demo's is not; see the story",
    "/regions/:region/partners/:partnership/removals": "a partner that was added today leads there; the demo's are older",
}


@pytest.fixture(scope="module")
def templates(demo):
    return Templates()


@pytest.fixture(scope="module")
def walks(demo, templates):
    """What each kind of person meets."""
    return list(walk_all(demo, templates))


def walk_all(house, templates):
    nobody = Visitor(house)
    yield Walk("nobody", nobody, ["/", "/demo", "/sign-in", "/join", f"/c/{OPEN_CODE}", "/welcome/" + "0" * 26], templates)
    yield Walk("respondent", nobody, respondent_starts(house), templates, each=12)
    for kind, name in [("project leader", "Marijke de Wit"), ("lead executive", "Henk Terlouw"),
                       ("steering group", "Willem Oostra"), ("partner contact", "Peter Blom"),
                       ("facilitator", "Jasmijn Kok"), ("office", "Ton Verhagen")]:
        yield Walk(kind, signed_in(house, name), ["/", "/account", "/my-actions", "/signed-in"], templates)
    neighbour = session_of(house, person_by_role(house, "project-leader", "De Meren"))
    yield Walk("neighbour", neighbour, ["/"], templates, each=2)


def respondent_starts(house):
    """A personal link in every state of a round, one with answers and one without."""
    starts = {}
    for title, secret, facts in invitations(house):
        starts.setdefault((facts["state"], title), f"/a/{secret}")
    first = list(starts.values())[:6]
    opened = defaultdict(list)
    for title, secret, facts in invitations(house):
        if facts["state"] == "open":
            opened[title].append(f"/a/{secret}")
    state_open = [start for title in opened for start in opened[title][:6]]
    return list(dict.fromkeys(first + state_open)) + ["/a/" + "0" * 26]


def report(problems):
    """Problems once each, with how often and where first."""
    grouped = defaultdict(list)
    for where, problem in problems:
        grouped[problem].append(where)
    return "\n" + "\n".join(f"{problem}\n    {len(where)}× first at {where[0]}" for problem, where in sorted(grouped.items()))


def all_sights(walks):
    return [sight for walk in walks for sight in walk.sights]


def test_every_link_leads_somewhere(walks):
    expected = {"/a/:secret", "/welcome/:secret"}
    broken = [(f"{one.kind} {one.path}", f"{one.template} answers {one.status}") for one in all_sights(walks)
              if one.status != 200 and one.template not in expected]
    assert not broken, report(broken)


def test_every_page_can_be_reached(walks, templates):
    met = {one.template for walk in walks for one in walk.sights + walk.files}
    missing = sorted(templates.shown - met - set(UNLINKED))
    assert not missing, f"no link leads to {missing}"


def test_every_page_is_well_made(walks):
    problems = [(f"{one.kind} {one.path}", f"{one.template}: {problem}") for one in all_sights(walks)
                for problem in one.reading.problems]
    assert not problems, report(problems)


def test_every_answer_has_its_safe_headers(walks):
    """S2, on errors and files as well; what is personal is kept nowhere."""
    problems = []
    for walk in walks:
        for one in walk.sights + walk.files:
            problems += [(f"{one.kind} {one.path}", problem) for problem in header_problems(one)]
    assert not problems, report(problems)


def header_problems(sight):
    policy = sight.headers.get("Content-Security-Policy", "")
    wanted = {
        "no policy for content": "default-src 'none'" in policy,
        "the policy allows what is unsafe": "unsafe" not in policy,
        "others may frame it": "frame-ancestors 'none'" in policy,
        "types may be guessed": sight.headers.get("X-Content-Type-Options") == "nosniff",
        "it tells where one came from": sight.headers.get("Referrer-Policy") == "no-referrer",
        "a personal page may be kept": "no-store" in sight.headers.get("Cache-Control", "")
        or (sight.kind == "nobody" and sight.status == 200),
    }
    return [problem for problem, is_right in wanted.items() if not is_right]


def test_mutant_an_answer_that_lost_a_header_is_seen(walks):
    """S2: each header taken away, and each made weaker, is seen on the page of a person and on a file."""
    mine = next(one for one in all_sights(walks) if one.kind == "project leader" and header_problems(one) == [])
    for name in ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"]:
        assert header_problems(without(mine, name)), name
    policy = mine.headers["Content-Security-Policy"]
    for weaker in [policy + "; script-src 'unsafe-inline'", policy.replace("frame-ancestors 'none'", ""), policy.replace("'none'", "*", 1)]:
        assert header_problems(without(mine, "Content-Security-Policy", weaker)), weaker
    assert header_problems(without(mine, "Cache-Control", "private, max-age=60"))


def without(sight, name, instead=None):
    headers = {one: text for one, text in sight.headers.items() if one != name}
    return Sight(sight.kind, sight.path, sight.template, sight.status, headers | ({name: instead} if instead else {}), sight.text)


def test_titles_tell_pages_apart(walks):
    """Two pages of different kinds have different titles, for somebody with ten tabs."""
    problems = []
    for walk in walks:
        titles = defaultdict(set)
        for one in walk.sights:
            if one.status == 200:
                titles[one.reading.title.strip()].add(one.template)
        problems += [(walk.kind, f"“{title}” is the title of {sorted(kinds)}") for title, kinds in titles.items() if len(kinds) > 1]
    assert not problems, report(problems)


def test_the_words_are_plain(walks):
    """W7: a mean of at most 12 words a sentence, and never more than 25."""
    sentences = said((f"{one.kind} {one.path}", one.reading) for one in all_sights(walks))
    assert len(sentences) > 100, "too few sentences were found to judge"
    hard = hard_words(sentences)
    assert not hard, report(hard)


def said(readings):
    """Every Dutch sentence of the pages, once, with where it stands first."""
    sentences = {}
    for where, reading in readings:
        if reading.language == "nl":
            for text in reading.prose:
                for sentence in re.split(r"(?<=[.!?:])\s+", text):
                    if sentence.endswith((".", "!", "?")):
                        sentences.setdefault(sentence, where)
    return sentences


def hard_words(sentences):
    counts = {sentence: len(re.findall(r"[\w’'-]+", sentence)) for sentence in sentences}
    mean = sum(counts.values()) / max(1, len(counts))
    long = [(sentences[one], f"{count} words: {one}") for one, count in counts.items() if count > 25]
    return long + ([("everywhere", f"{mean:.1f} words a sentence")] if mean > 12 else [])


def test_mutant_hard_words_are_seen():
    """W7: a sentence of 30 words among easy ones, and easy ones that are all too long."""
    def page(*texts):
        return [("here", Reading("<html lang='nl'>" + "".join(f"<p>{one}</p>" for one in texts) + "</html>"))]
    easy = [f"Dit is een kort stuk tekst nummer {number}." for number in range(20)]
    assert hard_words(said(page(*easy))) == []
    assert "30 words" in hard_words(said(page(*easy, " ".join(["woord"] * 30) + ".")))[0][1]
    assert hard_words(said(page(*[" ".join(["woord"] * (13 + number)) + "." for number in range(5)])))
    assert said(page("<b>Een deel</b> van de zin.", "Geen zin")) == {"Een deel van de zin.": "here"}


def chosen(walks):
    """The pages to look at: of each template those that show something not seen on it before."""
    seen, counts = defaultdict(set), defaultdict(int)
    for walk in walks:
        for one in walk.sights:
            new = one.reading.shape - seen[one.template]
            if new and counts[one.template] < 3:
                seen[one.template] |= one.reading.shape
                counts[one.template] += 1
                yield walk, one, counts[one.template]


def test_everyone_can_use_every_page(chromium, demo, walks):
    """W1, W2, P8 in a real browser: axe, sizes, no sideways scroll, no complaint, no other host."""
    problems, windows = [], {}
    for walk, sight, number in chosen(walks):
        if walk.kind not in windows:
            context = browser_context(chromium, demo, walk.visitor)
            windows[walk.kind] = Looking(context, demo)
        window = windows[walk.kind]
        window.page.set_viewport_size({"width": 1280, "height": 900})
        window.page.goto(demo.address + sight.path)
        name = sight.template + (f"~{number}" if number > 1 else "")
        problems += [(f"{walk.kind} {sight.path}", f"{sight.template}: {one}") for one in window.inspect(name)]
    for window in windows.values():
        window.page.context.close()
    assert not problems, report(problems)


#: A page that is right, and what makes it wrong: for each of the promises the words with which it must be found.
RIGHT = """<!doctype html><html lang="nl"><head><title>Proef</title><meta name="viewport" content="width=device-width">
<style>body{margin:0;font:18px sans-serif}a,button,input{min-height:44px}button{min-width:44px}</style></head>
<body><main><h1>Proef</h1><p>Gewone woorden.</p><form><label for="a">Naam</label> <input id="a" name="a"><button>Bewaar</button></form></main></body></html>"""
WRONG = {
    "W1 a picture without words": ("<p>Gewone", '<img src="/mark.svg"><p>Gewone', "image-alt"),
    "W1 words that are too pale": ("<p>Gewone", '<p style="color:#bbb;background:#fff">Gewone', "color-contrast"),
    "W1 a field without a label": ('<label for="a">Naam</label>', "<b>Naam</b>", "label"),
    "W1 no language": ('<html lang="nl">', "<html>", "html-has-lang"),
    "W2 a target of 20 px": ("<button>", '<button style="min-height:0;height:20px;padding:0">', "button"),
    "W2 wider than 320 px": ("<p>Gewone", '<p style="width:500px">Gewone', "scrolls sideways"),
    "P8 a picture of another host": ("<p>Gewone", '<img alt="x" src="https://elders.invalid/x.png"><p>Gewone', "another host"),
    "P8 a script of another host": ("</main>", '</main><script src="https://elders.invalid/x.js"></script>', "another host"),
    "P8 a font of another host": ("body{", "@font-face{font-family:x;src:url(https://elders.invalid/x.woff2)}body{font-family:x!important;", "another host"),
}


def complaints(chromium, demo, text):
    """What the look at every page finds wrong with a page of ours."""
    context = chromium.new_context(base_url=demo.address)
    context.route("**/proof", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
    context.route("https://elders.invalid/**", lambda route: route.abort())
    found = Looking(context, demo).open("/proof")
    context.close()
    return found


def test_a_right_page_is_right(chromium, demo):
    assert complaints(chromium, demo, RIGHT) == []


@pytest.mark.parametrize("name", WRONG)
def test_mutant_what_is_wrong_with_a_page_is_found(chromium, demo, name):
    """W1, W2, P8: the same look at a page that breaks them."""
    old, new, words = WRONG[name]
    assert old in RIGHT
    found = complaints(chromium, demo, RIGHT.replace(old, new, 1))
    assert any(words in one for one in found), found
