"""S11: an error inside fails closed: a page without a word of what is inside, and nothing of anyone's."""
import re

import pytest

from answering import Line
from cast import sign_in_as
from house import House, Visitor, digest
from seeding import add_round, opened

INSIDE = re.compile(
    r"sqlite|no such table|no such column|malformed|disk image|SELECT |INSERT |Swift|Trouble|GRDB|Fatal|stack|backtrace|/work/|/home/|\.swift|regio\.sqlite|unreadable|nil\b", re.I)


def tells_inside(page):
    """The first words of what is inside that a page shows; nil when it is kind."""
    text = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.S)
    found = INSIDE.search(re.sub(r'(?:href|src|content)="[^"]*"', "", text))
    return found.group() if found else None


def test_mutant_inside_words_are_seen():
    for page in ("<p>SQLite error 1: no such table: session</p>", "<p>SELECT id FROM person</p>", "<p>Fatal error</p>", "<p>Gate.swift:40</p>"):
        assert tells_inside(page)
    assert tells_inside("<p>Er ging iets mis. Dat ligt niet aan u.</p>") is None


def spoilt(house, statement):
    database = opened(house)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute(statement)
    database.commit()
    database.close()


def names(house, visitor=None):
    """Everyone's name, but the one of whoever is signed in."""
    own = digest("session", visitor.cookies["__Host-session"]) if visitor else ""
    return [row[0] for row in opened(house).execute(
        "SELECT name FROM person WHERE id NOT IN (SELECT person FROM session WHERE digest = ?)", (own,))]


def assert_closed(house, answer, statuses=(500, 503)):
    assert answer.status in statuses, answer.status
    assert tells_inside(answer.text) is None
    assert "<h1" in answer.text and "</html>" in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


SPOILS = {
    "the table of sessions is gone": ("ALTER TABLE session RENAME TO lost", "/regions/{region}/people"),
    "a role that does not exist": ("UPDATE holding SET role = 'boss'", "/regions/{region}/people"),
    "roles are gone": ("ALTER TABLE holding RENAME TO lost", "/regions/{region}/people"),
    "a person who cannot be read": ("UPDATE person SET name = x'ff'", "/regions/{region}/people"),
    "actions are gone": ("ALTER TABLE action RENAME TO lost", "/regions/{region}/actions"),
}


@pytest.mark.parametrize("kind", SPOILS)
def test_what_cannot_be_judged_is_refused(world, kind):
    statement, path = SPOILS[kind]
    with House("demo", folder=world) as house:
        visitor = Visitor(house)
        path = path.format(region=sign_in_as(visitor, "project-leader"))
        known = visitor.ask(path)
        assert known.status == 200
        people = [name for name in names(house, visitor) if name in known.text]
        spoilt(house, statement)
        answer = visitor.ask(path)
        assert_closed(house, answer)
        assert not [name for name in people if name in answer.text]
        assert Visitor(house).ask("/sign-in").status == 200


def test_questions_that_cannot_be_read_take_no_answer(world):
    secrets = add_round(House("demo", folder=world), people=2)[2]
    with House("demo", folder=world) as house:
        spoilt(house, "UPDATE round_version SET content = '{' WHERE round IN (SELECT id FROM round WHERE instrument = 'bench')")
        visitor = Visitor(house)
        assert_closed(house, visitor.ask(f"/a/{secrets[0]}"))
        line = Line(house.port)
        status, page = line.send(house, secrets[0], "antwoord 1")
        line.close()
        assert status in (500, 503) and tells_inside(page) is None
        assert opened(house).execute("SELECT COUNT(*) FROM response WHERE answers LIKE '%antwoord 1%'").fetchone() == (0,)


def test_a_damaged_file_shows_nothing_and_says_nothing(world):
    with House("demo", folder=world) as house:
        page, = opened(house).execute("SELECT rootpage FROM sqlite_master WHERE name = 'person'").fetchone()
        size, = opened(house).execute("PRAGMA page_size").fetchone()
        people = names(house)
        database = opened(house)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        house.stop()
        with open(house.database, "r+b") as file:
            file.seek((page - 1) * size)
            file.write(b"\xff" * size)
        house.start()
        answer = Visitor(house).ask("/demo")
        assert_closed(house, answer)
        assert not [name for name in people if name in answer.text]
