"""Nothing secret and nothing personal in what the server says, over the whole run (A3, S10)."""
import re

from answering import Line
from cast import form_to, sign_in_as
from house import House, Visitor
from seeding import add_round, opened
from weak import WeakHouse

SECRET = re.compile(r"(?<![0-9a-z])[0-9abcdefghjkmnpqrstvwxyz]{26}(?![0-9a-z])|[0-9a-f]{64}")
TYPED = re.compile(r"antwoord|wachtwoord|geheim|tikfout|@voorbeeld|form-token|__Host-|password=|Elke docent|\bN\d+\b")


def leaks(said):
    """Lines in which something stands that must not; the first link is printed on purpose, for whoever starts the server."""
    lines = [line for line in said.splitlines() if not re.fullmatch(r"http\S+/welcome/\S{26}", line)]
    return [line for line in lines if SECRET.search(line) or TYPED.search(line)]


def walk(house, secrets, path=None):
    """A little of everything, right and wrong, with secrets in it."""
    line = Line(house.port)
    line.send(house, secrets[0], "antwoord 1")
    line.send(house, "0" * 26, "antwoord 2")
    line.get(f"/a/{secrets[1]}?geheim=antwoord")
    line.close()
    visitor = Visitor(house)
    visitor.ask("/sign-in", {"email": "wie@voorbeeld.invalid", "password": "geheim wachtwoord", "form-token": house.form_token("nobody")})
    visitor.ask("/sign-in", {"email": "wie@voorbeeld.invalid", "password": "geheim wachtwoord", "form-token": "geheim"})
    visitor.ask("/welcome/" + "1" * 26)
    return visitor


def test_what_is_said_holds_nothing_secret(world):
    secrets = add_round(House("demo", folder=world), people=3)[2]
    with House("demo", folder=world) as house:
        visitor = walk(house, secrets)
        region = sign_in_as(visitor, "project-leader")
        visitor.ask(f"/regions/{region}/people")
        database = opened(house)
        database.execute("ALTER TABLE action RENAME TO lost")
        database.execute("ALTER TABLE invitation RENAME TO away")
        database.commit()
        assert visitor.ask(f"/regions/{region}/actions?geheim=antwoord").status == 500
        assert visitor.ask(f"/a/{secrets[2]}").status == 500
        assert "failed" in house.output(), "an error inside is noted"
        assert leaks(house.output()) == []


def test_mutant_a_server_that_talks_is_seen(world):
    secrets = add_round(House("demo", folder=world), people=3)[2]
    with WeakHouse("talks", world) as weak:
        walk(weak, secrets)
        assert len(leaks(weak.output())) >= 4


def test_all_that_was_said_by_every_server_of_this_run():
    """Comes last; what every server of all tests said."""
    assert [line for said in House.said for line in leaks(said)] == []
