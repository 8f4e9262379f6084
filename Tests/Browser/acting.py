"""Somebody behind a browser who does what a page invites to, by the words on it."""
import re
from urllib.parse import urlsplit

from looking import axe_problems
from walking import Reading


class Actor:
    """One person with a browser of their own. Every page they meet is looked at once for each thing it shows."""

    def __init__(self, chromium, house, name, script=True, phone=False, seen=None):
        settings = {"viewport": {"width": 1280, "height": 900}}
        if phone:
            settings = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
        self.context = chromium.new_context(
            base_url=house.address, java_script_enabled=script, locale="nl-NL", **settings)
        self.page = self.context.new_page()
        self.house, self.name, self.script, self.phone = house, name, script, phone
        self.problems, self.seen = [], seen if seen is not None else set()
        self.page.on("console", self.heard)
        self.page.on("request", self.asked)
        self.page.on("response", self.answered)
        self.page.set_default_timeout(15_000)

    def heard(self, message):
        if message.type == "error" and "status of" not in message.text:
            self.problems.append(f"{self.name}: console: {message.text}")

    def asked(self, request):
        if not request.url.startswith(self.house.address):
            self.problems.append(f"{self.name}: asked another host: {request.url}")

    def answered(self, response):
        if response.status >= 500:
            self.problems.append(f"{self.name}: {response.status} at {response.url}")

    # Going about

    def open(self, address):
        """An address as it stands on paper or in a letter; only its path, for the server may be reached by another name."""
        parts = urlsplit(address)
        self.page.goto(parts.path + (f"?{parts.query}" if parts.query else ""))
        return self.look()

    def click(self, words, within=None, exact=True):
        """A button or a link with these words."""
        place = within or self.page
        found = place.get_by_role("button", name=words, exact=exact).or_(place.get_by_role("link", name=words, exact=exact))
        with self.page.expect_navigation():
            found.first.tap() if self.phone else found.first.click()
        return self.look()

    def fill(self, **fields):
        """Fields by their names in the form; `_` stands for a dash."""
        for name, value in fields.items():
            self.page.locator(f"[name='{name.replace('_', '-')}']:not([type=hidden])").first.fill(value)
        return self

    def choose(self, words, within=None):
        """A choice by the words beside it."""
        label = (within or self.page).locator("label", has_text=words).first
        label.tap() if self.phone else label.click()
        return self

    def pick(self, name, words):
        self.page.locator(f"select[name='{name}']").select_option(label=words)
        return self

    # What stands there

    @property
    def path(self):
        return urlsplit(self.page.url).path

    @property
    def headline(self):
        return self.page.locator("h1").inner_text()

    @property
    def text(self):
        return self.page.locator("main").inner_text()

    def shows(self, *words):
        for one in words:
            assert one.lower() in self.text.lower(), f"{self.name} does not see “{one}” at {self.path}:\n{self.text[:1500]}"
        return self

    def hides(self, *words):
        for one in words:
            assert one.lower() not in self.text.lower(), f"{self.name} sees “{one}” at {self.path}"
        return self

    def look(self):
        """Notes what is wrong with the page, once for each thing that it shows."""
        reading = Reading(self.page.content())
        place = re.sub(r"[0-9a-z-]{20,}", ":", self.path)
        self.problems += [f"{place}: {one}" for one in reading.problems]
        wide = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        if wide:
            self.problems.append(f"{place}: scrolls sideways for {self.name}")
        new = {(place, one) for one in reading.shape} - self.seen
        if self.script and new:
            self.seen |= new
            self.problems += [f"{place}: {one}" for one in axe_problems(self.page)]
        return self

    def leave(self):
        self.context.close()
