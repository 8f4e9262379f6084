"""Answers of 40 questions by HTTP, durable, against this machine's own commits one after another."""
import pathlib
import random
import sqlite3
import tempfile
import time
import urllib.parse

from house import House
from measuring import RUNS, add_round, line, median, wrk

SECONDS = 4


def many():
    return measure("intake", connections=32, target=1.5)


def one():
    return measure("intake-1", connections=1, target=0.25)


def measure(name, connections, target):
    ratios, bad = [], 0
    with House("demo", configuration="release") as house, tempfile.TemporaryDirectory() as folder:
        for run in range(RUNS):
            _, round_id, secrets = add_round(house, people=80_000 if connections > 1 else 12_000)
            script = requests(house, secrets, pathlib.Path(folder) / f"{run}.lua")
            before = single_commits(house.folder)
            rate, failures = wrk(house.address, SECONDS, connections, script)
            commits = (before + single_commits(house.folder)) / 2
            bad += failures
            stored = sqlite3.connect(house.database).execute(
                "SELECT COUNT(*) FROM response WHERE round = ? AND is_complete = 1", (round_id,)).fetchone()[0]
            assert stored >= rate * SECONDS * 0.9, f"{stored} answers stored of {rate * SECONDS:.0f} acknowledged"
            ratios.append(rate / commits)
            print(f"  {name}: {rate:.0f} answers/s, {commits:.0f} commits/s, {failures} refused", flush=True)
    assert bad == 0, f"{bad} answers were refused"
    return [line(name, median(ratios), target, "× commits", least=True)]


def single_commits(folder):
    """Single-row commits a second with WAL and FULL sync, one after another, on the same disk: half of them are
    measured before our own answers and half after, because a disk is not equally fast all the time."""
    file = pathlib.Path(folder) / "single.sqlite"
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, text TEXT)")
    count, until = 0, time.monotonic() + SECONDS / 2
    while time.monotonic() < until:
        database.execute("INSERT INTO one (text) VALUES ('x')")
        count += 1
    database.close()
    for left in (file, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        left.unlink(missing_ok=True)
    return count / (SECONDS / 2)


def form(chance):
    """What a browser sends for forty questions."""
    fields = []
    for theme in range(8):
        for number in range(5):
            fields.append((f"a-t{theme}-q{number}", "Eén vaste contactpersoon." if number == 4 else str(chance.randrange(4))))
    return fields


def requests(house, secrets, file):
    """A script for wrk that sends each respondent's answers once."""
    chance = random.Random(1)
    bodies = [urllib.parse.urlencode(form(chance)) for _ in range(50)]
    rows = "\n".join(f"{secret} {house.form_token(secret)}" for secret in secrets)
    data = file.with_suffix(".txt")
    data.write_text(rows)
    file.write_text(f"""
local people, bodies = {{}}, {{ {", ".join(f'"{body}"' for body in bodies)} }}
for row in io.lines("{data}") do people[#people + 1] = row end
local at = 0
function request()
  at = at + 1
  local row = people[(at - 1) % #people + 1]
  local secret, token = row:match("(%S+) (%S+)")
  return wrk.format("POST", "/a/" .. secret .. "/all", {{ ["Content-Type"] = "application/x-www-form-urlencoded" }},
    "form-token=" .. token .. "&" .. bodies[at % #bodies + 1])
end
""")
    return file
