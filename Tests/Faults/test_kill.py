"""C1: `kill -9` at any moment loses no acknowledged answer, doubles none, halves none; back within five seconds."""
import os
import random
import sqlite3
import subprocess
import time

import pytest

from answering import Book, Crowd, faults
from house import ROOT, House, binary
from seeding import add_round
from weak import WeakHouse

KILLS = int(os.environ.get("KILLS", "20"))


def prepared(folder, people=400):
    """The planted world with a round of its own in it; gives the invitations' secrets."""
    house = House("demo", folder=folder)
    return add_round(house, people=people)[2]


def endure(house, secrets, book, kills, chance):
    """Kills the house under load again and again; gives what was found wrong, and the slowest return."""
    found, slowest = [], 0.0
    house.start()
    for _ in range(kills):
        before = book.count
        with Crowd(house, secrets, book):
            limit = time.monotonic() + 5
            while book.count == before and time.monotonic() < limit:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.9))
            house.kill()
        begun = time.monotonic()
        house.start()
        slowest = max(slowest, time.monotonic() - begun)
        wrong, stored = faults(house.database, secrets, book)
        found += wrong
        book.settle(stored)
    house.stop()
    return found, slowest


def test_kill_loses_doubles_and_halves_no_acknowledged_answer(world, tmp_path):
    secrets = prepared(world)
    book = Book(tmp_path / "acknowledged")
    with House("demo", folder=world) as house:
        house.stop()
        found, slowest = endure(house, secrets, book, KILLS, random.Random(1))
    assert found == []
    assert slowest <= 5
    assert book.count >= KILLS * 20, "there was too little load to say anything"


def rows(file):
    """How many rows each table holds, but for what each start adds."""
    database = sqlite3.connect(file)
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in tables}


def test_killed_while_it_is_first_started_it_begins_as_if_nothing_was(planted, tmp_path):
    chance = random.Random(3)
    for number in range(4):
        folder = tmp_path / str(number)
        house = House("demo", folder=folder)
        environment = dict(os.environ, REGIO_FOLDER=str(folder), REGIO_PORT="0", REGIO_INSTRUMENTS=str(ROOT / "instruments"))
        first = subprocess.Popen([str(binary()), "demo"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.02, 1.5))
        first.kill()
        first.wait()
        with house:
            pass
        assert rows(house.database) == rows(planted / "regio.sqlite"), number
        assert len(house.key) == 32


@pytest.mark.parametrize("fault, word", [("late", "lost"), ("halves", "halved"), ("doubles", "doubled")])
def test_mutant_the_rig_sees_what_a_weaker_server_does(world, tmp_path, fault, word):
    secrets = prepared(world, people=40)
    house = WeakHouse(fault, world)
    try:
        found, _ = endure(house, secrets, Book(tmp_path / "acknowledged"), 4, random.Random(2))
    finally:
        house.stop()
    assert [one for one in found if one.startswith(word)], found[:5]
