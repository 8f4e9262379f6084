"""Walks every page that links lead to, as one person, without a screen; and reads what stands on it."""
import re
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser

from house import binary

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "legend", "label", "dd", "dt", "small", "summary", "figcaption", "caption", "button"}
#: What is in these was written by people, or is no prose.
NOT_OURS = {"table", "blockquote", "textarea", "code", "pre", "svg", "option", "script", "style", "title"}


def patterns(configuration="debug"):
    """Every route's pattern, from the product itself."""
    printed = subprocess.run([str(binary(configuration)), "access"], capture_output=True, text=True, check=True).stdout
    return [(line.split("`")[1], line.split("|")[2].strip()) for line in printed.splitlines() if line.startswith("| `")]


class Templates:
    """Names the page of an address by its route, so that pages of one kind are known as one."""

    def __init__(self, configuration="debug"):
        known = patterns(configuration)
        found = sorted({pattern for pattern, _ in known}, key=lambda one: (one.count(":"), one))
        self.all = [(re.compile("^" + re.sub(r":[a-z]+", "[^/]+", one) + "$"), one) for one in found]
        self.shown = {pattern for pattern, method in known if method == "GET"}

    def of(self, path):
        bare = path.split("?")[0].split("#")[0]
        for expression, pattern in self.all:
            if expression.match(bare):
                return pattern
        return "no page: " + re.sub(r"[0-9a-z-]{20,}", ":", bare)


class Reading(HTMLParser):
    """One page as a reader without eyes has it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.headings, self.ids, self.forms = [], [], [], []
        self.shape, self.prose, self.trouble = set(), [], []
        self.title, self.language = "", ""
        self.open, self.block = [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        names = frozenset((values.get("class") or "").split())
        self.shape |= {(tag, name) for name in names} | {(tag, values.get("type") or "")}
        self.note(tag, values)
        if tag not in VOID:
            self.open.append((tag, names, values))
        if tag in BLOCKS:
            self.end_block()
            self.block = []
        if tag in {"br", "ul", "ol", "div", "input"} and self.block:
            self.end_block()
            self.block = []

    def note(self, tag, values):
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag == "html":
            self.language = values.get("lang", "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append([int(tag[1]), ""])
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "form":
            self.forms.append({"method": values.get("method", "get"), "action": values.get("action", ""), "fields": []})
        if tag in {"input", "button", "select", "textarea"} and self.forms and any(one[0] == "form" for one in self.open):
            self.forms[-1]["fields"].append(values.get("name", ""))
        for name in values:
            if name == "style" or name.startswith("on"):
                self.trouble.append(f"<{tag}> has an attribute {name}")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        while self.open:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        tags = {one[0] for one in self.open}
        if "title" in tags and "svg" not in tags:
            self.title += data
        if self.open and re.fullmatch("h[1-6]", self.open[-1][0]) and self.headings:
            self.headings[-1][1] += data
        kept = any("kept" in one[1] for one in self.open)
        if self.block is not None and not tags & NOT_OURS and not kept:
            self.block.append(data)

    def end_block(self):
        if self.block:
            text = " ".join("".join(self.block).split())
            if text:
                self.prose.append(text)
        self.block = None

    @property
    def problems(self):
        found = list(self.trouble)
        firsts = [text for level, text in self.headings if level == 1]
        if len(firsts) != 1:
            found.append(f"{len(firsts)} first headings")
        levels = [level for level, _ in self.headings]
        if any(after > before + 1 for before, after in zip([0] + levels, levels)):
            found.append(f"headings out of order: {levels}")
        if not self.title.strip():
            found.append("no title")
        doubles = {one for one in self.ids if self.ids.count(one) > 1}
        if doubles:
            found.append(f"the same id twice: {sorted(doubles)}")
        for form in self.forms:
            if form["method"] == "post" and "form-token" not in form["fields"]:
                found.append(f"a form without its token: {form['action']}")
        return found


@dataclass
class Sight:
    """A page as somebody met it."""
    kind: str
    path: str
    template: str
    status: int
    headers: dict
    text: str
    reading: Reading = field(default=None)


class Walk:
    """Follows links, so many of each kind of page, and keeps what it met."""

    def __init__(self, kind, visitor, starts, templates, each=7, most=260):
        self.kind, self.visitor, self.templates, self.each, self.most = kind, visitor, templates, each, most
        self.sights, self.files = [], []
        self.go(list(starts))

    def go(self, waiting):
        seen, counts = set(waiting), {}
        while waiting and len(self.sights) < self.most:
            path = waiting.pop(0)
            template = self.templates.of(path)
            counts[template] = counts.get(template, 0) + 1
            if counts[template] > self.each:
                continue
            for link in self.look(path, template):
                if link not in seen:
                    seen.add(link)
                    waiting.append(link)

    def look(self, path, template):
        answer = self.visitor.ask(path)
        sight = Sight(self.kind, path, template, answer.status, dict(answer.headers.items()), answer.text)
        kind = sight.headers.get("Content-Type", "")
        if 300 <= answer.status < 400:
            return [self.inside(sight.headers.get("Location", ""))]
        if not kind.startswith("text/html"):
            self.files.append(sight)
            return []
        sight.reading = Reading(answer.text)
        self.sights.append(sight)
        links = [self.inside(link) for link in sight.reading.links]
        return [link for link in links if link]

    def inside(self, link):
        address = self.visitor.house.address
        link = link.removeprefix(address).split("#")[0]
        return link if link.startswith("/") and not link.startswith("//") else ""
