"""Told to stop, the server finishes what is under way, takes nothing new, and is gone within a few seconds."""
import os
import signal
import socket
import threading
import time
import urllib.parse

import pytest

from answering import Book, Crowd, faults
from house import House
from seeding import add_round, opened
from weak import WeakHouse


def told_to_stop(house):
    os.kill(house.regio, signal.SIGTERM)


def ended(house, limit):
    """Seconds until the process ended; None when it did not."""
    begun = time.monotonic()
    while time.monotonic() - begun < limit:
        if house.process.poll() is not None:
            return time.monotonic() - begun
        time.sleep(0.02)
    return None


def finishes(house, secret):
    """Whether an answer of which half was sent when the server was told to stop is still taken and acknowledged."""
    body = urllib.parse.urlencode({"form-token": house.form_token(secret), "a-t0-q4": "antwoord 7", "a-t7-q4": "antwoord 7", "a-t3-q0": "2"}).encode()
    with socket.create_connection(("127.0.0.1", house.port), timeout=6) as line:
        line.sendall((f"POST /a/{secret}/all HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                      f"Content-Length: {len(body)}\r\n\r\n").encode() + body[:20])
        time.sleep(0.3)
        told_to_stop(house)
        time.sleep(0.5)
        try:
            line.sendall(body[20:])
            return line.recv(1 << 16).startswith(b"HTTP/1.1 303")
        except OSError:
            return False


def test_an_answer_under_way_is_finished(world):
    secrets = add_round(House("demo", folder=world), people=2)[2]
    with House("demo", folder=world) as house:
        idle = socket.create_connection(("127.0.0.1", house.port))
        assert finishes(house, secrets[0])
        assert ended(house, 5) is not None and house.process.returncode == 0
        idle.close()
        kept = opened(house).execute("SELECT COUNT(*) FROM response WHERE answers LIKE '%antwoord 7%'").fetchone()
    assert kept == (1,)


def test_mutant_a_server_that_drops_everything_is_seen(world):
    secrets = add_round(House("demo", folder=world), people=2)[2]
    with WeakHouse("halves", world) as weak:
        # The weaker server is the process itself, not one inside another.
        type(weak).regio = property(lambda house: house.process.pid)
        assert not finishes(weak, secrets[0])
        del type(weak).regio


def test_under_load_all_that_was_acknowledged_is_kept(world, tmp_path):
    secrets = add_round(House("demo", folder=world), people=200)[2]
    book = Book(tmp_path / "acknowledged")
    with House("demo", folder=world) as house:
        with Crowd(house, secrets, book):
            time.sleep(1)
            told_to_stop(house)
            assert ended(house, 5) is not None
        assert house.process.returncode == 0
        found, _ = faults(house.database, secrets, book)
    assert found == [] and book.count > 20


def test_a_request_that_never_comes_does_not_hold_it_up(world):
    with House("demo", folder=world) as house:
        with socket.create_connection(("127.0.0.1", house.port)) as line:
            line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")
            time.sleep(0.3)
            told_to_stop(house)
            took = ended(house, 12)
    assert took is not None and took <= 7
