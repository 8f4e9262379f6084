"""A bad setting stops the start with one sentence that names it; nothing half runs."""
import os
import socket
import subprocess

import pytest

from house import ROOT, binary


def started(folder, command="serve", **settings):
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REGIO_")}
    environment |= {"REGIO_FOLDER": str(folder), "REGIO_PORT": "0", "REGIO_INSTRUMENTS": str(ROOT / "instruments")} | settings
    return subprocess.run([str(binary()), command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=20)


def is_one_sentence(ended, word):
    return (ended.returncode == 1 and ended.stdout == "" and ended.stderr.startswith("regio: ") and ended.stderr.count("\n") == 1
            and ended.stderr.rstrip().endswith(".") and word in ended.stderr and "Error" not in ended.stderr)


BAD = [
    ("REGIO_PORT", "x"), ("REGIO_PORT", "70000"), ("REGIO_PORT", "-1"), ("REGIO_PORT", "80 80"),
    ("REGIO_HOST", "geen.naam.invalid"), ("REGIO_HOST", "203.0.113.1"),
    ("REGIO_ADDRESS", "regio.example.nl"), ("REGIO_ADDRESS", "https://regio.example.nl/"), ("REGIO_ADDRESS", "ftp://x"),
    ("REGIO_ADDRESS", "https://"), ("REGIO_ADDRESS", "https://x y"), ("REGIO_ADDRESS", "https://a\r\nb"), ("REGIO_ADDRESS", "https://x?y"),
    ("REGIO_PROXY", "true"), ("REGIO_CONNECTIONS", "0"), ("REGIO_CONNECTIONS", "veel"),
    ("REGIO_PATIENCE", "0"), ("REGIO_PATIENCE", "een minuut"),
    ("REGIO_INSTRUMENTS", "/nowhere"), ("REGIO_INSTRUMENTS", "/etc/passwd"),
    ("REGIO_FOLDER", "/proc/regio"), ("REGIO_FOLDER", "/etc/passwd"),
]


@pytest.mark.parametrize("name, text", BAD)
def test_a_bad_setting_stops_the_start(tmp_path, name, text):
    ended = started(tmp_path / "new", **{name: text})
    assert is_one_sentence(ended, name), ended


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = started(tmp_path / "new", REGIO_PORT=port)
    assert is_one_sentence(ended, port), ended


@pytest.mark.parametrize("file, data", [("key", b"short"), ("regio.sqlite", b"this is no database " * 60)])
def test_a_folder_that_holds_something_else_is_named(tmp_path, file, data):
    (tmp_path / file).write_bytes(data)
    ended = started(tmp_path)
    assert is_one_sentence(ended, file), ended
    assert (tmp_path / file).read_bytes() == data


def test_where_no_log_can_be_kept_nothing_starts(tmp_path):
    """C3: less than WAL with full syncs is refused. A folder stands where the log's index must come."""
    (tmp_path / "regio.sqlite-shm").mkdir()
    ended = started(tmp_path)
    assert is_one_sentence(ended, "regio.sqlite"), ended


def test_mutant_another_way_to_end_is_seen():
    for code, out, error in [(0, "", "regio: x REGIO_PORT.\n"), (1, "", "Error: REGIO_PORT.\n"), (1, "", "regio: REGIO_PORT.\nat\n"),
                             (1, "http://\n", "regio: REGIO_PORT.\n"), (1, "", "regio: iets.\n")]:
        assert not is_one_sentence(subprocess.CompletedProcess([], code, out, error), "REGIO_PORT")
