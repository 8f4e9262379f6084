"""Looks at one page in a real browser: who can use it, and what it asks of others."""
import os
import pathlib

from axe_playwright_python.sync_playwright import Axe

SCREENSHOTS = pathlib.Path(__file__).resolve().parents[2] / "screenshots"
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
       "resultTypes": ["violations"]}

#: Small targets, by the words on them. A link inside a sentence is as high as its line may be (WCAG 2.5.8, inline).
TARGETS = """(least) => {
  const seen = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const spare = (element) => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const beside = [...element.parentElement.childNodes].filter((node) => node !== element);
    return beside.some((node) => node.nodeType === 3 && node.textContent.trim().length > 1);
  };
  const all = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary");
  const small = [];
  for (let element of all) {
    if (element.closest(".skip") || element.ariaHidden === "true" || !seen(element)) continue;
    if (["radio", "checkbox"].includes(element.type)) element = element.closest("label") ?? element;
    if (element.tagName === "A" && spare(element)) continue;
    const box = element.getBoundingClientRect();
    const limit = ["BUTTON", "LABEL"].includes(element.tagName) || element.classList.contains("button") ? least : 24;
    if (box.width < 23.5 || box.height < limit - 0.5) {
      const words = (element.innerText || element.value || element.name || "").trim().slice(0, 30);
      small.push(`${element.tagName.toLowerCase()} "${words}" is ${Math.round(box.width)}×${Math.round(box.height)} px`);
    }
  }
  return small;
}"""

SIDEWAYS = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((one) =>
    one.getBoundingClientRect().right > page.clientWidth + 1 && !one.closest(".wide") && one.checkVisibility());
  return wide.slice(-2).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
}"""


class Looking:
    """A browser window that remembers every complaint."""

    def __init__(self, context, house):
        self.house, self.complaints = house, []
        self.page = context.new_page()
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("request", self.asked)

    def heard(self, message):
        if message.type in {"error", "warning"} and "status of" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def asked(self, request):
        if not request.url.startswith((self.house.address, "data:", "about:")):
            self.complaints.append(f"asked another host: {request.url}")

    def open(self, path):
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.goto(self.house.address + path, wait_until="load")
        return self.inspect(path)

    def inspect(self, name):
        """Everything that is wrong with the page as it now stands."""
        page, found = self.page, []
        page.set_viewport_size({"width": 1280, "height": 900})
        found += axe_problems(page)
        self.picture(name, 1280)
        is_phone = page.evaluate("document.body.classList.contains('phone')")
        page.set_viewport_size({"width": 320, "height": 640})
        found += [f"at 320 px it scrolls sideways: {one}" for one in page.evaluate(SIDEWAYS)]
        found += page.evaluate(TARGETS, 44 if is_phone else 24)
        page.set_viewport_size({"width": 360, "height": 740})
        self.picture(name, 360)
        found += self.complaints
        self.complaints.clear()
        return found

    def picture(self, name, width):
        if not os.environ.get("SCREENSHOTS"):
            return
        SCREENSHOTS.mkdir(exist_ok=True)
        words = name.removeprefix("no page: ").strip("/").replace("/", "_").replace(":", "") or "start"
        self.page.screenshot(path=SCREENSHOTS / f"{words}-{width}.png", full_page=True)


def axe_problems(page):
    response = Axe().run(page, options=AXE).response
    problems = []
    for one in response["violations"]:
        places = ", ".join(" ".join(node["target"]) if isinstance(node["target"][0], str) else "?" for node in one["nodes"][:2])
        problems.append(f"axe {one['id']}: {one['help']} ({places})")
    return problems
