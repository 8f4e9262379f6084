"""P2 below the tables: whoever finds the file, its log of changes or a backup joins no answer to a person."""
import os
import random
import re
import shutil
import sqlite3
import subprocess
import time

import pytest

from answering import Line
from frames import commits
from house import ROOT, House, binary, digest
from seeding import add_round, opened
from weak import WeakHouse

PEOPLE = 24
HEX = re.compile(r"^[0-9a-f]{64}$")


class World:
    """A round that is answered by people of whom half have an account and are signed in while they answer."""

    def __init__(self, folder):
        self.folder = folder
        self.house = House("demo", folder=folder)
        self.round, self.secrets = add_round(self.house, people=PEOPLE)[1:]
        self.know_people()

    def know_people(self):
        """Half of the invited become people of the programme, with a session that was not used for a while."""
        database = opened(self.house)
        people = [row[0] for row in database.execute("SELECT id FROM person ORDER BY id LIMIT ?", (PEOPLE // 2,))]
        self.sessions = {}
        for secret, person in zip(self.secrets, people):
            session = self.house.secret("session", person)
            self.sessions[secret] = session
            database.execute("UPDATE invitation SET person = ? WHERE digest = ?", (person, digest("invitation", secret)))
            database.execute("INSERT INTO session (digest, person, begun, seen, ends, device) VALUES (?, ?, ?, ?, ?, '')",
                             (digest("session", session), person, 1, NOW - 900_000, NOW + 86_400_000))
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()

    def answer(self, house, found):
        """Everyone answers once, in an order of chance; then the server is killed, and what lies on the disk is taken."""
        order = list(self.secrets)
        random.Random(7).shuffle(order)
        for number, secret in enumerate(order):
            line = Line(house.port)
            session = self.sessions.get(secret)
            if session:
                line.cookie = f"__Host-session={session}"
            assert line.send(house, secret, f"antwoord {number}")[0] == 303
            line.close()
        house.kill()
        shutil.copytree(self.folder, found)
        return found / "regio.sqlite"

    def truth(self, file):
        """Who gave which answer: from each key of an answer to all that names the person."""
        database = sqlite3.connect(file)
        people = {}
        for secret in self.secrets:
            row = database.execute("SELECT id, digest, person, name, email FROM invitation WHERE digest = ?", (digest("invitation", secret),)).fetchone()
            people[digest("response", secret)] = {value for value in row if value}
        database.close()
        return people


NOW = int(time.time() * 1000)


def named(row, everyone):
    """The people whom a row names by any of their values."""
    values = {value for value in row if isinstance(value, str)}
    return {key for key, words in everyone.items() if words & values}


def answered(row, everyone):
    """The answer that a row is; nil for another row."""
    return next((value for value in row if isinstance(value, str) and HEX.match(value) and value in everyone and len(row) > 6), None)


def pairs(file, everyone):
    """Pairs of an answer and a person that the attacker reads off: those written by one commit, and those written by two
    that follow each other. Gives how many are right, and how many answers were seen at all."""
    story = []
    for rows in commits(file):
        answers = {found for row in rows if (found := answered(row, everyone))}
        others = [row for row in rows if not answered(row, everyone)]
        people = set().union(*(named(row, everyone) for row in others)) if others else set()
        story.append((answers, people))
    together = [(answers, people) for answers, people in story if len(answers) == 1 and len(people) == 1]
    near = []
    for (first, whom), (second, next_whom) in zip(story, story[1:]):
        for answers, people in ((first, next_whom), (second, whom)):
            if len(answers) == 1 and len(people) == 1:
                near.append((answers, people))
    right = {next(iter(answers)) for answers, people in together + near if answers == people}
    return len(right), len({one for answers, _ in story for one in answers})


def test_the_log_of_changes_joins_no_answer_to_a_person(world, tmp_path):
    place = World(world)
    with House("demo", folder=world) as house:
        right, seen = pairs(place.answer(house, tmp_path / "found"), place.truth(house.database))
    assert seen == PEOPLE, "the attacker reads the log and sees every answer in it"
    assert right == 0


@pytest.mark.parametrize("fault", ["notes", "notes-later"])
def test_mutant_a_note_beside_the_answer_is_found(world, tmp_path, fault):
    """In the same commit, and in the next one: a note of who answered gives people away."""
    place = World(world)
    with WeakHouse(fault, world) as weak:
        right, seen = pairs(place.answer(weak, tmp_path / "found"), place.truth(weak.database))
    assert seen == PEOPLE and right > PEOPLE // 2, f"{right} of {seen}"


def flags(file, round_id, everyone, given):
    """Columns that tell who answered: those of which a value stands with exactly those who did."""
    database = sqlite3.connect(file)
    found = []
    for table, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
        rows = database.execute(f'SELECT * FROM "{table}"').fetchall()
        who = [named(row, everyone) for row in rows]
        if table == "response" or not any(who):
            continue
        for place, column in enumerate(columns):
            for value in {row[place] for row in rows if not isinstance(row[place], bytes)}:
                people = set().union(*(names for row, names in zip(rows, who) if row[place] == value))
                if people == given:
                    found.append(f"{table}.{column}")
    database.close()
    return found


def backed_up(folder, file):
    environment = dict(os.environ, REGIO_FOLDER=str(folder), REGIO_INSTRUMENTS=str(ROOT / "instruments"))
    subprocess.run([str(binary()), "backup", str(file)], check=True, capture_output=True, env=environment)


def half_answered(world):
    """Half of the people answered, and the server came to rest."""
    place = World(world)
    with House("demo", folder=world) as house:
        for number, secret in enumerate(place.secrets[::2]):
            line = Line(house.port)
            assert line.send(house, secret, f"antwoord {number}")[0] == 303
            line.close()
    everyone = place.truth(house.database)
    return place, everyone, {digest("response", secret) for secret in place.secrets[::2]}


def test_no_column_tells_who_answered_in_the_file_or_in_a_backup(world, tmp_path):
    place, everyone, given = half_answered(world)
    copy = tmp_path / "copy.sqlite"
    backed_up(world, copy)
    for file in (world / "regio.sqlite", copy):
        assert flags(file, place.round, everyone, given) == []
        data = file.read_bytes()
        assert not [secret for secret in place.secrets if secret.encode() in data]
    database = sqlite3.connect(world / "regio.sqlite")
    database.execute("ALTER TABLE invitation ADD COLUMN noted INTEGER NOT NULL DEFAULT 0")
    for secret in place.secrets[::2]:
        database.execute("UPDATE invitation SET noted = 1 WHERE digest = ?", (digest("invitation", secret),))
    database.commit()
    database.close()
    assert flags(world / "regio.sqlite", place.round, everyone, given) == ["invitation.noted"], "mutant: a note is found"


def test_an_upgrade_leaves_no_note_behind(world):
    """A file of the version before, with a note of who answered beside the name, loses it when the new version opens it."""
    place = World(world)
    database = opened(place.house)
    database.execute("ALTER TABLE invitation ADD COLUMN has_answered INTEGER NOT NULL DEFAULT 0")
    database.execute("UPDATE invitation SET has_answered = 1 WHERE round = ?", (place.round,))
    database.execute("DELETE FROM grdb_migrations WHERE identifier = 'scan-002'")
    database.commit()
    database.close()
    with House("demo", folder=world):
        pass
    database = sqlite3.connect(world / "regio.sqlite")
    assert "has_answered" not in [row[1] for row in database.execute("PRAGMA table_info(invitation)")]
    assert database.execute("SELECT COUNT(*) FROM invitation WHERE round = ?", (place.round,)).fetchone() == (PEOPLE,)


def likeness(order):
    """Spearman's rank correlation of an order with 0, 1, 2…: 1 is the same order, 0 none."""
    count = len(order)
    return 1 - 6 * sum((place - number) ** 2 for place, number in enumerate(order)) / (count * (count ** 2 - 1))


def test_what_lies_where_in_a_backup_tells_nothing_of_who_came_when(world, tmp_path):
    """For whoever saw people come. In the working file it may tell: the mutant is a plain copy of that."""
    house = House("demo", folder=world)
    secrets = add_round(house, people=160)[2]
    with house:
        for number, secret in enumerate(secrets):
            line = Line(house.port)
            assert line.send(house, secret, f"antwoord {number:04d} " * 3, "woord " * 600)[0] == 303
            line.close()
    copy = tmp_path / "copy.sqlite"
    backed_up(world, copy)

    def order(file):
        """Who came when, by where their answers lie. The mark is written three times: the end of a page cuts one at most."""
        database = sqlite3.connect(file)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        database.close()
        data = file.read_bytes()
        places = [data.rfind(f"antwoord {number:04d}".encode()) for number in range(len(secrets))]
        assert -1 not in places
        return sorted(range(len(secrets)), key=places.__getitem__)

    assert abs(likeness(order(copy))) < 0.35
    assert abs(likeness(order(world / "regio.sqlite"))) > 0.5, "mutant"
