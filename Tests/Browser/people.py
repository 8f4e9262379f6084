"""Who looks at the product, and how they come in."""
import re
import sqlite3
import time

from house import Visitor, digest

OPEN_CODE = "ryn7ke"


def cast(house):
    """The people behind the door of the demo: name → key."""
    text = Visitor(house).ask("/demo").text
    people = {}
    for key, name in re.findall(r'name="person" value="([^"]+)".*?Kijk als ([^<]+)<', text, re.S):
        people[name.strip()] = key
    return people


def signed_in(house, name):
    """Somebody of the cast, by the door of the demo."""
    visitor = Visitor(house)
    answer = visitor.send("/demo/sign-ins", {"person": cast(house)[name]}, page="/demo")
    assert answer.status == 303, f"{name} could not sign in: {answer.status}"
    return visitor


def session_of(house, person):
    """Anyone at all, by a session laid in the database: for people whom the demo's door does not show."""
    secret, now = "0" * 13 + re.sub(r"[^0-9a-f]", "", person)[-13:], int(time.time() * 1000)
    with sqlite3.connect(house.database, timeout=20) as database:
        database.execute(
            "INSERT OR REPLACE INTO session (digest, person, begun, seen, ends, device) VALUES (?, ?, ?, ?, ?, '')",
            (digest("session", secret), person, now, now, now + 86_400_000))
    visitor = Visitor(house)
    visitor.cookies["__Host-session"] = secret
    return visitor


def person_by_role(house, role, region=None):
    """The key of somebody who holds `role` today, in a region of that name where one is given."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True, timeout=20) as database:
        rows = database.execute(
            "SELECT h.person FROM holding h LEFT JOIN region r ON r.id = h.region "
            "WHERE h.role = ? AND (? IS NULL OR r.name = ?) AND h.until_day IS NULL ORDER BY h.person",
            (role, region, region)).fetchall()
    return rows[0][0]


def invitations(house, state=None, answered=None):
    """Secrets of personal links, worked out from the key: (round title, secret)."""
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True, timeout=20) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(round)")]
        rows = database.execute(
            "SELECT i.id, r.title, r.* FROM invitation i JOIN round r ON r.id = i.round ORDER BY r.id, i.id").fetchall()
    return [(row[1], house.secret("invitation", row[0]), dict(zip(columns, row[2:]))) for row in rows]


def browser_context(chromium, house, visitor, **settings):
    """A browser with the cookies of a visitor."""
    context = chromium.new_context(base_url=house.address, **settings)
    for name, value in visitor.cookies.items():
        if value:
            context.add_cookies([{
                "name": name, "value": value, "domain": "127.0.0.1", "path": "/", "secure": True, "httpOnly": True,
                "sameSite": "Lax"}])
    return context
