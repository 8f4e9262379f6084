"""C4: a full disk: said so, nothing acknowledged, reading goes on, clean when there is room again."""
import os
import shutil
import subprocess

import pytest

from answering import Book, Line, faults
from house import House
from seeding import add_round


@pytest.fixture
def small_disk(planted, tmp_path):
    """The planted world on a disk of its own of which little is left; nothing outside this test sees it."""
    place = tmp_path / "disk"
    place.mkdir()
    size = sum(file.stat().st_size for file in planted.iterdir() if file.is_file()) + 6_000_000
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True, text=True)
    if made.returncode:
        pytest.skip("a small disk needs the right to mount: " + made.stderr.strip())
    try:
        for file in planted.iterdir():
            if file.is_file():
                shutil.copy(file, place / file.name)
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=False)


def fill(place):
    """A file that takes all room that is left."""
    with open(place / "filler", "wb", buffering=0) as file:
        try:
            for _ in range(100_000):
                file.write(b"\0" * 4096)
        except OSError:
            pass


def test_a_full_disk_says_so_and_keeps_reading(small_disk, tmp_path):
    secrets = add_round(House("demo", folder=small_disk), people=120)[2]
    book = Book(tmp_path / "acknowledged")
    more = " " + "lang " * 700
    with House("demo", folder=small_disk) as house:
        line = Line(house.port)
        fill(small_disk)
        refused = []
        for number, secret in enumerate(secrets[:100]):
            book.sends(secret, number)
            status, page = line.send(house, secret, f"antwoord {number}", more)
            if status == 303:
                book.acknowledges(secret, number)
                continue
            assert status == 503 and "Bewaren lukt nu niet" in page and f"antwoord {number} lang" in page
            book.sent.pop(secret)
            refused.append(secret)
            assert line.get(f"/a/{secret}/all")[0] == 200
            assert line.get("/sign-in")[0] == 200
        assert len(refused) >= 20, "the disk was not full"
        os.remove(small_disk / "filler")
        for number, secret in enumerate(secrets[100:], 100):
            book.sends(secret, number)
            assert line.send(house, secret, f"antwoord {number}", more)[0] == 303
            book.acknowledges(secret, number)
        line.close()
        house.kill()
        house.start()
        found, stored = faults(house.database, secrets, book)
        assert found == []
        assert not set(refused) & set(stored), "a refused answer came back"


def test_a_start_on_a_full_disk_ends_with_one_sentence(small_disk):
    os.remove(small_disk / "key")
    fill(small_disk)
    house = House("serve", folder=small_disk)
    with pytest.raises(RuntimeError):
        house.start()
    said = [line for line in house.lines if line]
    assert house.process.returncode == 1
    assert len(said) == 1 and said[0].startswith("regio: "), said
