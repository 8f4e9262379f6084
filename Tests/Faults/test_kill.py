"""C1: `kill -9` at any moment loses no acknowledged answer, doubles none, halves none; back within five seconds."""
import os
import random
import time

import pytest

from answering import Book, Crowd, faults
from house import House
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


@pytest.mark.parametrize("fault, word", [("late", "lost"), ("halves", "halved"), ("doubles", "doubled")])
def test_mutant_the_rig_sees_what_a_weaker_server_does(world, tmp_path, fault, word):
    secrets = prepared(world, people=40)
    house = WeakHouse(fault, world)
    try:
        found, _ = endure(house, secrets, Book(tmp_path / "acknowledged"), 4, random.Random(2))
    finally:
        house.stop()
    assert [one for one in found if one.startswith(word)], found[:5]
