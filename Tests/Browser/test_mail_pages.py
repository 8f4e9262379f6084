"""The pages to which a letter leads, and coming in by link, password and code; walked in a real browser."""
import base64
import email
import email.policy
import hmac
import re
import struct
import time
import urllib.parse

import pytest

from house import House
from looking import Looking
from seeding import opened

WORDS = "een nieuwe zin met regen"


def code(key, now):
    """RFC 6238 worked out a second time."""
    sealed = hmac.digest(base64.b32decode(key.replace(" ", "")), struct.pack(">Q", int(now) // 30), "sha1")
    return f"{(struct.unpack('>I', sealed[sealed[19] & 15:][:4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.fixture(scope="module")
def house():
    with House("demo") as house:
        yield house


class Walker:
    def __init__(self, chromium, house):
        self.context = chromium.new_context()
        self.look, self.house, self.problems = Looking(self.context, house), house, []
        self.page = self.look.page

    def open(self, path, name):
        self.page.goto(self.house.address + path)
        return self.sees(name)

    def sees(self, name):
        self.problems += [f"{name}: {one}" for one in self.look.inspect(name)]
        self.page.set_viewport_size({"width": 1280, "height": 900})
        return self

    def fill(self, **fields):
        for name, text in fields.items():
            self.page.locator(f"main [name={name.replace('_', '-')}]").last.fill(text)
        return self

    def click(self, words):
        self.page.locator("main").get_by_role("button", name=words, exact=True).last.click()
        self.page.wait_for_load_state()
        return self

    def shows(self, words):
        assert words in self.page.locator("main").inner_text(), self.page.locator("main").inner_text()
        return self


def letters(house, address):
    found = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in (house.folder / "letters").glob("*.eml")]
    return [letter for letter in found if address in letter["To"]]


def waited(house, address):
    limit = time.monotonic() + 20
    while not (found := letters(house, address)) and time.monotonic() < limit:
        time.sleep(0.1)
    return found[0]


def test_coming_in_by_mail_and_by_code(chromium, house):
    database = opened(house)
    address, = database.execute("SELECT p.email FROM person p JOIN holding h ON h.person = p.id WHERE h.role = 'lead-executive' LIMIT 1").fetchone()
    walker = Walker(chromium, house)
    walker.open("/sign-in/links", "links asked").click("Stuur mij een link").sees("links refused").shows("zoals naam@voorbeeld.nl")
    walker.fill(email=address).click("Stuur mij een link").sees("link sent").shows("Kijk in uw mail")
    link = re.search(r"/sign-in/links/\w+", waited(house, address).get_body(("plain",)).get_content()).group(0)
    walker.open(link, "link opened").shows("Welkom terug").click("Kies een nieuw wachtwoord")
    walker.fill(password=WORDS, password_again=WORDS).click("Beginnen")
    walker.open("/account/second-step", "code off").fill(password_now=WORDS).click("Begin").sees("code key")
    key = walker.page.locator("code.address").inner_text()
    walker.fill(code="000000").click("Zet aan").sees("code refused").shows("Deze code klopt niet")
    walker.fill(code=code(key, time.time())).click("Zet aan").sees("recovery codes").shows("Uw herstelcodes")
    spare = walker.page.locator("li code").all_inner_texts()
    assert len(spare) == 8
    walker.open("/account/second-step", "code on").shows("Herstelcodes over: 8")
    walker.context.clear_cookies()
    walker.open("/sign-in", "sign in").fill(email=address, password=WORDS).click("Inloggen").sees("code asked").shows("Typ uw code")
    walker.fill(code=spare[0]).click("Verder")
    walker.open("/account", "account").shows("Mijn gegevens")
    walker.open("/sign-in/codes/" + "0" * 26, "code gone").shows("Log opnieuw in")
    walker.open(link, "link gone").shows("Deze link werkt niet meer")
    database.close()
    assert not walker.problems, "\n".join(walker.problems)


def test_ending_letters_and_having_them_again(chromium, house):
    database = opened(house)
    database.execute("INSERT INTO letter (id, recipient, name, subject, kind, reference, queued_at) "
                     "SELECT 'zz', p.email, p.name, '', 'digest', p.id, 1 FROM person p JOIN action a ON a.owner = p.id "
                     "WHERE a.phase = 'do' LIMIT 1")
    database.commit()
    address, = database.execute("SELECT recipient FROM letter WHERE id = 'zz'").fetchone()
    limit = time.monotonic() + 90
    while not (found := [one for one in letters(house, address) if one["List-Unsubscribe"]]) and time.monotonic() < limit:
        time.sleep(0.5)
    path = urllib.parse.urlparse(found[0]["List-Unsubscribe"].strip("<> \r\n")).path
    walker = Walker(chromium, house)
    walker.open(path, "mail on").shows("Wilt u geen mail meer").click("Stuur mij deze mail niet meer").sees("mail off").shows("U krijgt geen mail meer")
    walker.click("Stuur mij deze mail weer").sees("mail on again").shows("Wilt u geen mail meer")
    assert not walker.problems, "\n".join(walker.problems)
    database.close()
