"""C7: whoever was away too long while typing loses nothing: the text is shown, and can be sent after signing in."""
import html
import re

import pytest

from cast import form_to, sign_in_as
from house import House, Visitor
from seeding import opened

TYPED = "Elke docent één dag mee <b>het bedrijf</b> in; \"zo gezegd\" & zo gedaan\nregel twee"
SERVES = "Ambitie 'techniek' voor iedereen"


@pytest.fixture
def house(world):
    with House("demo", folder=world) as house:
        yield house


def end_sessions(house):
    """As if everyone was away for a long time."""
    database = opened(house)
    database.execute("UPDATE session SET seen = 0")
    database.commit()
    database.close()


def is_kept(page, address):
    """Whether the page shows what was typed and holds it, to be sent again."""
    shown = html.unescape(re.sub(r"<[^>]+>", "", page))
    held = dict(form_to(page, address) or [])
    return TYPED in shown.replace("\r\n", "\n") and held.get("what", "").replace("\r\n", "\n") == TYPED and held.get("serves") == SERVES


def typed(visitor, path):
    """The fields of a page's form with the texts typed over them."""
    fields = form_to(visitor.ask(path + "/new").text, path)
    return dict(fields, what=TYPED, serves=SERVES)


def test_what_was_typed_survives_an_ended_session(house):
    visitor = Visitor(house)
    path = f"/regions/{sign_in_as(visitor, 'project-leader')}/actions"
    form = typed(visitor, path)
    end_sessions(house)

    refused = visitor.ask(path, form)
    assert refused.status == 401 and is_kept(refused.text, "/kept")
    # Pressed too early: it says so again, and still holds it all.
    early = visitor.ask("/kept", dict(form_to(refused.text, "/kept")))
    assert early.status == 401 and is_kept(early.text, "/kept")

    sign_in_as(visitor, "project-leader")
    again = visitor.ask("/kept", dict(form_to(early.text, "/kept")))
    assert again.status == 200 and is_kept(again.text, path)
    sent = visitor.ask(path, dict(form_to(again.text, path)))
    assert sent.status == 303
    stored = opened(house).execute("SELECT what, serves FROM action WHERE serves = ?", (SERVES,)).fetchall()
    assert [(what.replace("\r\n", "\n"), serves) for what, serves in stored] == [(TYPED, SERVES)]


def test_a_form_of_an_earlier_session_is_kept_too(house):
    """Signed in anew in another window: the old page's token fits no more, the text stays."""
    visitor = Visitor(house)
    path = f"/regions/{sign_in_as(visitor, 'project-leader')}/actions"
    form = typed(visitor, path)
    sign_in_as(visitor, "project-leader")
    refused = visitor.ask(path, form)
    assert refused.status == 403 and is_kept(refused.text, "/kept")
    again = visitor.ask("/kept", dict(form_to(refused.text, "/kept")))
    assert visitor.ask(path, dict(form_to(again.text, path))).status == 303


def test_a_password_is_never_shown_back(house):
    visitor = Visitor(house)
    sign_in_as(visitor, "project-leader")
    end_sessions(house)
    page = visitor.ask("/account/passwords", {"password": "mijn geheime woord", "password-new": "mijn tweede woord", "form-token": "x"})
    assert page.status == 401 and "geheime" not in page.text and "tweede woord" not in page.text


def test_mutant_a_page_that_forgets_is_seen(house):
    visitor = Visitor(house)
    path = f"/regions/{sign_in_as(visitor, 'project-leader')}/actions"
    form = typed(visitor, path)
    end_sessions(house)
    page = visitor.ask(path, form).text
    assert not is_kept(visitor.ask("/nothing-here").text, "/kept")
    assert not is_kept(page.replace('name="what"', 'name="other"'), "/kept")
    assert not is_kept(re.sub(r"<li>.*?</li>", "", page, flags=re.S), "/kept")
