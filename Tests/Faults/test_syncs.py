"""C3: every acknowledgement comes after a sync of its own; C4: what could not be synced is never acknowledged."""
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pytest

from answering import Book, Crowd, Line, faults
from house import House, ROOT
from seeding import add_round
from weak import WeakHouse

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here, so nothing shows what reaches the disk")
ANSWERS = 200
CALLS = "fdatasync,fsync,write,writev,sendto,sendmsg"


def acknowledgements(trace):
    """How many answers (`303`) went out, and how many of them without a sync since the one before."""
    answered = bare = 0
    is_synced = False
    for line in trace.read_text(errors="replace").splitlines():
        if re.search(r"\b(fdatasync|fsync)\(\d+\)\s+= 0|<\.\.\. (fdatasync|fsync) resumed>.*= 0", line):
            is_synced = True
        elif "HTTP/1.1 303" in line:
            answered += 1
            bare += not is_synced
            is_synced = False
    return answered, bare


def syncs(trace):
    return len(re.findall(r"(?:fdatasync|fsync)(?:\(\d+\)| resumed>\))\s+= 0", trace.read_text(errors="replace")))


def test_each_answer_is_synced_before_it_is_acknowledged(world, tmp_path):
    trace = tmp_path / "trace"
    secrets = add_round(House("demo", folder=world), people=ANSWERS)[2]
    wrapper = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-s", "12", "-e", "signal=none", "-o", str(trace)]
    with House("demo", folder=world, wrapper=wrapper) as house:
        before = syncs(trace)
        line = Line(house.port, timeout=30)
        for secret in secrets:
            assert line.send(house, secret, "antwoord 1")[0] == 303
        line.close()
        house.stop()
    answered, bare = acknowledgements(trace)
    assert (answered, bare) == (ANSWERS, 0)
    # One sync a commit, and a few more when the log is moved into the file.
    assert ANSWERS <= syncs(trace) - before <= ANSWERS * 1.1 + 10


@pytest.mark.parametrize("level, is_enough", [("FULL", True), ("NORMAL", False)])
def test_mutant_less_than_full_is_seen(tmp_path, level, is_enough):
    trace, file = tmp_path / "trace", tmp_path / "one.sqlite"
    script = (
        "import sqlite3, os\n"
        f"d = sqlite3.connect({str(file)!r}, isolation_level=None)\n"
        f"d.execute('PRAGMA journal_mode = WAL'); d.execute('PRAGMA synchronous = {level}')\n"
        "d.execute('CREATE TABLE one (text TEXT)')\n"
        f"for _ in range({ANSWERS}):\n"
        "    d.execute(\"INSERT INTO one VALUES ('x')\"); os.write(1, b'HTTP/1.1 303\\n')\n")
    subprocess.run(["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-s", "12", "-o", str(trace), sys.executable, "-c", script],
                   check=True, stdout=subprocess.DEVNULL, timeout=60)
    answered, bare = acknowledgements(trace)
    assert answered == ANSWERS
    assert (bare == 0) == is_enough


class Failing:
    """While it is open, every call of one kind by the process fails as a broken disk makes it fail."""

    def __init__(self, process, call):
        self.process, self.call = process, call

    def __enter__(self):
        self.strace = subprocess.Popen(
            ["strace", "-f", "-p", str(self.process), "-e", f"trace={self.call}", "-e", f"inject={self.call}:error=EIO", "-o", "/dev/null"],
            stderr=subprocess.PIPE, text=True)
        for line in self.strace.stderr:
            if "attached" in line:
                break
        time.sleep(0.2)
        return self

    def __exit__(self, *_):
        self.strace.send_signal(signal.SIGINT)
        self.strace.wait(10)
        self.strace.stderr.close()


def send_all(line, house, secrets, book, first=0):
    """Sends an answer on each link; gives the statuses and the pages that came back."""
    answers = []
    for number, secret in enumerate(secrets, first):
        book.sends(secret, number)
        answers.append(line.send(house, secret, f"antwoord {number}"))
        if answers[-1][0] == 303:
            book.acknowledges(secret, number)
    return answers


def unkind(number, status, page):
    """What is wrong with the answer to what could not be kept; empty when it is right."""
    found = [] if status == 503 else [f"answers {status}"]
    found += [f"does not say: {words}" for words in ("Bewaren lukt nu niet", f"antwoord {number}") if words not in page]
    return found + [f"says: {words}" for words in ("sqlite", "disk i/o") if words in page.lower()]


@pytest.mark.parametrize("call", ["fdatasync", "pwrite64"])
def test_a_failing_disk_is_never_acknowledged_and_reading_goes_on(world, tmp_path, call):
    secrets = add_round(House("demo", folder=world), people=60)[2]
    book = Book(tmp_path / "acknowledged")
    with House("demo", folder=world) as house:
        line = Line(house.port)
        assert {status for status, _ in send_all(line, house, secrets[:20], book)} == {303}
        with Failing(house.regio, call):
            for number, secret in enumerate(secrets[20:40], 20):
                [(status, page)] = send_all(line, house, [secret], book, number)
                assert unkind(number, status, page) == []
                assert line.get(f"/a/{secret}/all")[0] == 200
            assert line.get("/sign-in")[0] == 200
        # The disk is mended: it takes answers again, and what was acknowledged is there.
        assert {status for status, _ in send_all(line, house, secrets[40:], book, 40)} == {303}
        line.close()
        house.kill()
        house.start()
        found, stored = faults(house.database, secrets, book)
        assert found == [] and len(stored) == 40


def test_mutant_a_server_that_acknowledges_all_the_same_is_seen(world, tmp_path):
    """C4: the same check against a server that answers as if the disk had taken it."""
    secrets = add_round(House("demo", folder=world), people=20)[2]
    book = Book(tmp_path / "acknowledged")
    with WeakHouse("shrugs", world) as weak:
        line = Line(weak.port)
        assert {status for status, _ in send_all(line, weak, secrets[:10], book)} == {303}
        assert faults(weak.database, secrets, book)[0] == []
        with Failing(weak.process.pid, "fdatasync"):
            answers = send_all(line, weak, secrets[10:], book, 10)
            assert all(unkind(number, *answer) for number, answer in enumerate(answers, 10))
        line.close()
        weak.kill()
    found, _ = faults(world / "regio.sqlite", secrets, book)
    assert found and all("lost" in one for one in found)
