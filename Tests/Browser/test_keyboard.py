"""Answering and composing by keyboard alone: everything can be reached, and one sees where one is (W2); mistakes lead to their fields (W5)."""
import pytest

from house import House

#: Where the focus is, what it is called, and whether one can see it.
FOCUS = """() => {
  const one = document.activeElement;
  const frame = one.closest("label.level") ?? one;
  const style = getComputedStyle(one), around = getComputedStyle(frame);
  const drawn = (look) => look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  const words = one.labels?.length ? [...one.labels].map((label) => label.innerText).join(" ") : one.innerText || one.value || "";
  const group = one.closest("fieldset")?.querySelector("legend")?.innerText ?? "";
  const box = frame.getBoundingClientRect();
  return {
    tag: one.tagName, type: one.type ?? "", name: one.name ?? "",
    words: `${one.getAttribute("aria-label") ?? ""} ${words}`.replace(/\\s+/g, " ").trim(), group,
    visible: drawn(style) || drawn(around), inView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  };
}"""


class Hands:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, chromium, house, phone=False):
        size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 900}
        self.context = chromium.new_context(base_url=house.address, viewport=size)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)

    def open(self, path):
        self.page.goto(path)
        return self

    def press(self, key):
        self.page.keyboard.press(key)
        return self

    @property
    def focus(self):
        return self.page.evaluate(FOCUS)

    def tab_to(self, words, kind=None, most=250):
        """Tab after Tab until the words are reached; each place on the way must be seen."""
        for _ in range(most):
            self.press("Tab")
            here = self.focus
            if here["tag"] == "BODY":
                continue
            assert here["visible"] and here["inView"], f"one cannot see where one is: {here}"
            if words in here["words"] and (kind is None or kind == here["type"]):
                return self
        raise AssertionError(f"“{words}” cannot be reached by Tab at {self.page.url}")

    def enter(self, words, kind=None):
        self.tab_to(words, kind)
        with self.page.expect_navigation():
            self.press("Enter")
        return self

    def type(self, text):
        self.page.keyboard.type(text)
        return self

    @property
    def text(self):
        return self.page.locator("main").inner_text()


@pytest.fixture(scope="module")
def house():
    with House("demo") as house:
        yield house


def test_mutant_what_a_keyboard_cannot_use_is_found(chromium, house):
    """A button that is none, and a focus that cannot be seen."""
    page = "<main><h1>Proef</h1><button>Eerst</button><div onclick='1'>Verder</div><button class='bare'>Bewaar</button></main>"
    hands = Hands(chromium, house)
    hands.page.set_content("<style>:focus{outline:3px solid #000}</style>" + page)
    hands.tab_to("Bewaar")
    with pytest.raises(AssertionError, match="cannot be reached"):
        hands.tab_to("Verder", most=6)
    hands.page.set_content("<style>:focus{outline:3px solid #000}.bare:focus{outline:none}</style>" + page)
    with pytest.raises(AssertionError, match="cannot see where one is"):
        hands.tab_to("Bewaar", most=6)
    hands.context.close()


def test_a_mistake_leads_to_its_field_by_keyboard(chromium, house):
    """W5: the summary stands in sight above the form; its link puts one in the field, which still holds what was typed."""
    hands = Hands(chromium, house).open("/demo")
    hands.enter("Kijk als Marijke de Wit").page.wait_for_url("**/regions/*")
    hands.open(hands.page.url + "/partners/new").tab_to("Plaats").type("Oeverstad")
    with hands.page.expect_navigation():
        hands.press("Enter")
    assert in_summary(hands), "the summary is not in sight"
    hands.page.locator(".problems a").first.focus()
    hands.press("Enter")
    assert hands.focus["name"] == "name" and hands.focus["inView"]
    assert hands.page.locator("input[name=place]").input_value() == "Oeverstad"
    hands.context.close()


def in_summary(hands):
    return hands.page.evaluate("""() => {
      const box = document.querySelector(".problems").getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight && box.bottom <= document.querySelector("main form").getBoundingClientRect().top + 1;
    }""")


def test_mutant_a_summary_below_the_form_is_found(chromium, house):
    hands = Hands(chromium, house)
    hands.page.set_content("<main><form><input></form><section class='problems'>Dit klopt nog niet</section></main>")
    assert not in_summary(hands)
    hands.context.close()


def begin(hands):
    """Says from where one looks, by the last choice of each list, and begins; gives the own link."""
    hands.tab_to("", kind="radio").press("ArrowUp").tab_to("", kind="radio").press("ArrowUp")
    hands.enter("Beginnen").page.wait_for_url("**/a/*/themes/1")
    return hands.page.url.split("/themes/")[0]


def test_answering_by_keyboard(chromium, house):
    hands = Hands(chromium, house, phone=True).open("/join")
    hands.tab_to("Hebt u een code?").type("ryn7ke").press("Enter")
    hands.page.wait_for_url("**/c/ryn7ke")
    link = begin(hands)
    hands.tab_to("Nog niet", kind="radio").press("Space").press("ArrowDown")
    assert "Soms" in hands.focus["words"]
    hands.enter("Verder naar thema 2").page.wait_for_url("**/themes/2*")
    assert "bewaard om" in hands.text
    hands.open(link).enter("In-, door- en uitstroom").page.wait_for_url("**/themes/1*")
    assert hands.page.locator("fieldset.question").first.locator("input:checked + span").inner_text().startswith("Soms")
    hands.context.close()


def test_putting_in_order_by_keyboard(chromium, house):
    """What others may drag has buttons."""
    hands = Hands(chromium, house, phone=True).open("/c/ryn7ke")
    secret = begin(hands)
    for number in range(1, 9):
        hands.open(f"{secret}/themes/{number}")
        if hands.page.locator(".order").count():
            before = hands.page.locator(".order li").first.inner_text()
            hands.page.locator(".order .move:not([disabled])").first.focus()
            with hands.page.expect_navigation():
                hands.press("Enter")
            assert hands.page.locator(".order li").first.inner_text() != before
            return
    raise AssertionError("no question asks for an order")


def test_composing_by_keyboard(chromium, house):
    hands = Hands(chromium, house).open("/demo")
    hands.press("Tab")
    assert "Naar de inhoud" in hands.focus["words"], "the first Tab leads past the bar"
    hands.enter("Kijk als Marijke de Wit").page.wait_for_url("**/regions/*")
    hands.enter("Rondes").page.wait_for_url("**/rounds")
    hands.enter("Stel een ronde samen").page.wait_for_url("**/rounds/new")
    hands.enter("Kies deze").page.wait_for_url("**/rounds/*-*")
    hands.enter("Pas de vragen aan").page.wait_for_url("**/questions")
    titles = hands.page.locator("section.asked-theme h2").all_inner_texts()
    hands.enter("Omlaag: ")
    assert hands.page.locator("section.asked-theme h2").all_inner_texts()[:2] == titles[1::-1]
    hands.enter("Voeg een vraag toe").page.wait_for_url("**/questions/new")
    hands.tab_to("De vraag").type("Wat doet u morgen?").tab_to("Niveaus in woorden", kind="radio")
    while "Open tekst" not in hands.focus["words"]:
        hands.press("ArrowDown")
    hands.enter("Voeg de vraag toe").page.wait_for_url("**/questions*")
    assert "Wat doet u morgen?" in hands.text
    hands.context.close()


def test_the_menu_of_a_person_by_keyboard(chromium, house):
    hands = Hands(chromium, house).open("/demo")
    hands.enter("Kijk als Peter Blom").page.wait_for_url("**/regions/*")
    hands.tab_to("Peter Blom").press("Enter").enter("Mijn acties").page.wait_for_url("**/my-actions")
    hands.tab_to("Peter Blom").press("Enter").enter("Uitloggen").page.wait_for_url("**/demo")
    hands.context.close()
