"""L5: guessing stops, and nobody else is kept out by it."""
import re
import urllib.parse

import pytest

from house import House, Visitor
from seeding import add_people, opened
from weak import WeakHouse

PASSWORD = "goed en lang genoeg wachtwoord"


class Guesser(Visitor):
    """Somebody at one address, as the proxy in front tells it."""

    def __init__(self, house, address):
        super().__init__(house)
        self.address = address
        self.word = house.form_token("nobody")

    def tries(self, email, password):
        form = {"email": email, "password": password, "next": "", "form-token": self.word}
        self.cookies = {}
        return self.ask("/sign-in", form, {"X-Forwarded-For": self.address})


def hash_of_password(folder):
    """The hash that the product makes of the password, by its own first welcome."""
    with House("serve", folder=folder) as house:
        path = urllib.parse.urlparse(re.search(r"http\S+/welcome/\S+", house.output()).group()).path
        visitor = Visitor(house)
        answer = visitor.send(path, {"name": "Eerste", "programme": "Proef", "email": "eerste@voorbeeld.invalid", "password": PASSWORD, "password-again": PASSWORD})
        assert answer.status == 303, re.sub(r"<[^>]+>", " ", answer.text)
        return opened(house).execute("SELECT password FROM person").fetchone()[0]


@pytest.fixture(scope="module")
def hashed(tmp_path_factory):
    return hash_of_password(tmp_path_factory.mktemp("first"))


@pytest.fixture
def house(world, hashed):
    House("demo", folder=world)
    with House("demo", folder=world, environment={"REGIO_PROXY": "yes"}) as house:
        house.emails = add_people(house, 260, hashed)
        yield house


def is_stopped(house, emails):
    """Whether 30 wrong guesses on 30 accounts from one address shut it for an account that never came from there."""
    guesser = Guesser(house, "203.0.113.7")
    for email in emails[:30]:
        assert guesser.tries(email, "fout wachtwoord").status == 422
    return guesser.tries(emails[40], PASSWORD).status != 303


def test_thirty_wrong_guesses_from_one_address_and_it_is_shut(house):
    known = Guesser(house, "203.0.113.7")
    assert known.tries(house.emails[50], PASSWORD).status == 303
    assert is_stopped(house, house.emails)
    # Whoever got in from there before still does; and so does everyone elsewhere.
    assert known.tries(house.emails[50], PASSWORD).status == 303
    assert Guesser(house, "198.51.100.1").tries(house.emails[40], PASSWORD).status == 303
    # What a sender writes before our proxy's word is not believed.
    liar = Guesser(house, "198.51.100.99, 203.0.113.7")
    assert liar.tries(house.emails[41], PASSWORD).status != 303


def test_mutant_a_server_that_forgives_is_seen(world):
    with WeakHouse("forgives", world) as weak:
        assert not is_stopped(weak, [f"p{number}@voorbeeld.invalid" for number in range(60)])


def test_five_wrong_guesses_on_one_account_and_only_that_door_is_shut(house):
    guesser = Guesser(house, "203.0.113.8")
    statuses = [guesser.tries(house.emails[0], "fout wachtwoord").status for _ in range(6)]
    assert statuses == [422] * 5 + [429]
    assert guesser.tries(house.emails[0], PASSWORD).status == 429
    assert guesser.tries(house.emails[1], PASSWORD).status == 303
    assert Guesser(house, "203.0.113.9").tries(house.emails[0], PASSWORD).status == 303, "locked out from elsewhere"


def test_two_hundred_honest_people_behind_one_school_address_get_in(house):
    school = Guesser(house, "192.0.2.1")
    refused = []
    for number, email in enumerate(house.emails[:200]):
        if number % 8 == 0:
            assert school.tries(email, "een tikfout").status == 422
        if school.tries(email, PASSWORD).status != 303:
            refused.append(number)
    assert refused == []
