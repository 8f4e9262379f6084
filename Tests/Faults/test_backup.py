"""C5: a backup while answers come in; what comes back holds all that was acknowledged before it began."""
import shutil
import sqlite3
import subprocess
import time

import pytest

from answering import Book, Crowd, Line, faults
from house import House, ROOT, binary
from seeding import add_round


def regio(folder, *words):
    """A command on the machine, with its own folder."""
    import os
    return subprocess.run(
        [str(binary()), *words], capture_output=True, text=True, timeout=60, cwd=ROOT,
        env=dict(os.environ, REGIO_FOLDER=str(folder), REGIO_INSTRUMENTS=str(ROOT / "instruments")))


def counted(said):
    return dict(line.split() for line in said.splitlines() if len(line.split()) == 2 and line.split()[1].isdigit())


def under_load(world, tmp_path, copy):
    """Makes a copy in the midst of answers; gives the links and a book of what was acknowledged before it began."""
    secrets = add_round(House("demo", folder=world), people=400)[2]
    book, before = Book(tmp_path / "all"), Book(tmp_path / "before")
    with House("demo", folder=world) as house:
        with Crowd(house, secrets, book):
            time.sleep(1)
            before.acknowledged = dict(book.acknowledged)
            result = copy(house)
            time.sleep(0.3)
        before.sent = book.sent
    assert len(before.acknowledged) > 20
    return secrets, before, result


def test_a_backup_under_load_comes_back_whole(world, tmp_path):
    file, empty = tmp_path / "copy.backup", tmp_path / "empty"
    secrets, before, made = under_load(world, tmp_path, lambda _: regio(world, "backup", str(file)))
    assert made.returncode == 0, made.stderr
    assert (file.stat().st_mode & 0o777) == 0o600

    restored = regio(empty, "restore", str(file))
    assert restored.returncode == 0, restored.stderr
    assert counted(restored.stdout) == counted(made.stdout) and int(counted(made.stdout)["response"]) > 0
    found, _ = faults(empty / "regio.sqlite", secrets, before)
    assert found == []

    key = (world / "key").read_bytes()
    for kept in [file, *empty.iterdir()]:
        data = kept.read_bytes()
        assert key not in data and key.hex().encode() not in data.lower()
    assert not (empty / "key").exists()

    shutil.copy(world / "key", empty / "key")
    with House("demo", folder=empty) as house:
        line = Line(house.port)
        status, page = line.get(f"/a/{secrets[0]}/all")
        assert status == 200 and f"antwoord {before.sent[secrets[0]][0]}"[:12] in page
        line.close()
    checked = regio(empty, "check")
    assert checked.returncode == 0, checked.stdout


def test_mutant_a_copy_of_the_file_alone_is_seen_to_miss_answers(world, tmp_path):
    secrets, before, _ = under_load(world, tmp_path, lambda _: shutil.copy(world / "regio.sqlite", tmp_path / "copy.sqlite"))
    found, _ = faults(tmp_path / "copy.sqlite", secrets, before)
    assert [one for one in found if one.startswith(("lost", "damaged"))]


def test_nothing_is_replaced_and_nothing_half_is_restored(world, tmp_path):
    file, empty = tmp_path / "copy.backup", tmp_path / "empty"
    assert regio(world, "backup", str(file)).returncode == 0
    for again in (regio(world, "backup", str(file)), regio(world, "restore", str(file))):
        assert again.returncode == 1 and again.stderr.startswith("regio: ") and again.stderr.count("\n") == 1

    whole = file.read_bytes()
    for name, data in [("half", whole[:len(whole) // 2]), ("text", b"dit is geen backup" * 400), ("nothing", b""),
                       ("spoilt", whole[:9000] + bytes(60_000) + whole[69_000:])]:
        bad = tmp_path / name
        bad.write_bytes(data)
        answer = regio(empty, "restore", str(bad))
        assert answer.returncode == 1, name
        assert answer.stderr.startswith("regio: ") and answer.stderr.count("\n") == 1, name
        assert not (empty / "regio.sqlite").exists(), name
        assert bad.read_bytes() == data, name
