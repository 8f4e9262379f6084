"""S10: the log of acts of a real server, worked out here a second time: who, what, on what, from where, when, chained."""
import hashlib
import shutil
import sqlite3
import time

import pytest

from cast import form_to, sign_in_as
from house import House, Visitor


def acts(database_file):
    database = sqlite3.connect(f"file:{database_file}?mode=ro", uri=True, timeout=10)
    rows = database.execute("SELECT number, at, who, what, about, address, chain FROM act ORDER BY number").fetchall()
    database.close()
    return rows


def broken(rows):
    """The number of the first line that does not follow from the one before; None when all do."""
    chain = ""
    for place, (number, at, who, what, about, address, stored) in enumerate(rows, 1):
        parts = [chain, str(number), str(at), who or "", what, about, address]
        if number != place or hashlib.sha256("\x1f".join(parts).encode()).hexdigest() != stored:
            return number
        chain = stored
    return None


def act(house):
    """Somebody signs in, takes a report along, and adds a partner."""
    visitor = Visitor(house)
    region = sign_in_as(visitor, "project-leader")
    with sqlite3.connect(f"file:{house.database}?mode=ro", uri=True, timeout=10) as database:
        round_id, = database.execute("SELECT id FROM round WHERE region = ? AND state = 'closed'", (region,)).fetchone()
        person, = database.execute("SELECT person FROM session ORDER BY begun DESC LIMIT 1").fetchone()
    report = visitor.ask(f"/regions/{region}/rounds/{round_id}/report.csv")
    assert report.status == 200 and "attachment" in report.headers["Content-Disposition"]
    page = f"/regions/{region}/partners"
    form = dict(form_to(visitor.ask(f"{page}/new").text, page), name="Merkteken School", sector="education", place="Oss", size="small")
    assert visitor.ask(page, form).status == 303
    return person, round_id


def test_each_act_says_who_what_on_what_from_where_and_when(world):
    begun = int(time.time() * 1000)
    with House("demo", folder=world) as house:
        before = len(acts(house.database))
        person, round_id = act(house)
        rows = acts(house.database)
    new = rows[before:]
    assert [(row[2], row[3]) for row in new] == [(person, what) for what in ("signed-in", "report-exported", "partner-changed")]
    assert round_id in new[1][4] and all(row[4] for row in new)
    assert {row[5] for row in new} == {"127.0.0.1"}
    assert all(begun <= row[1] <= int(time.time() * 1000) for row in new)
    assert broken(rows) is None
    assert not [row for row in rows if "Merkteken" in str(row[:6])]


@pytest.mark.parametrize("change", [
    "UPDATE act SET who = NULL WHERE what = 'report-exported'", "UPDATE act SET at = at - 1 WHERE what = 'report-exported'",
    "UPDATE act SET about = 'x' WHERE what = 'report-exported'", "UPDATE act SET address = 'x' WHERE what = 'report-exported'",
    "DELETE FROM act WHERE what = 'report-exported'"])
def test_mutant_a_changed_line_is_seen(acted, tmp_path, change):
    copy = tmp_path / "copy.sqlite"
    with sqlite3.connect(acted) as source, sqlite3.connect(copy) as target:
        source.backup(target)
        assert target.execute(change).rowcount == 1
    assert broken(acts(acted)) is None
    assert broken(acts(copy)) is not None


@pytest.fixture(scope="module")
def acted(planted, tmp_path_factory):
    """A file in which acts were noted."""

    folder = tmp_path_factory.mktemp("acted") / "world"
    shutil.copytree(planted, folder)
    with House("demo", folder=folder) as house:
        act(house)
    return folder / "regio.sqlite"
