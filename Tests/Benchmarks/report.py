"""The feedback report, cold, against the same counts by one GROUP BY for each question."""
import json
import random
import sqlite3
import time

from house import House
from measuring import QUESTIONS, RUNS, add_round, content, line, median
from pages import signed_in


def report():
    lines = []
    with House("demo", configuration="release") as house:
        leader = signed_in(house)
        for size in (100, 1_000, 10_000):
            ratios, own_times = [], []
            rows = as_rows(size)
            for run in range(RUNS):
                region, round_id, _ = add_round(house, responses=size, state="closed", chance=random.Random(run))
                begun = time.perf_counter()
                shown = leader.ask(f"/regions/{region}/rounds/{round_id}/report")
                own = time.perf_counter() - begun
                assert shown.status == 200, shown.status
                assert "mensen" in shown.text, "a report without people"
                begun = time.perf_counter()
                for question in range(QUESTIONS):
                    rows.execute("SELECT value, COUNT(*) FROM answer WHERE question = ? GROUP BY value", (f"t{question // 5}-q{question % 5}",)).fetchall()
                ratios.append(own / (time.perf_counter() - begun))
                own_times.append(own)
            print(f"  report: {size} answers in {median(own_times) * 1000:.1f} ms, {median(ratios):.2f} × GROUP BY", flush=True)
        lines.append(line("report", median(ratios), 3, "× GROUP BY", least=False))
    return lines


def as_rows(size):
    """The same answers as rows: one for each respondent and question. The index holds all that the counting reads, in
    the order in which it counts, so that SQLite neither sorts nor looks up a row."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE answer (respondent INTEGER, question TEXT, value TEXT)")
    database.execute("CREATE INDEX answer_question ON answer (question, value)")
    chance = random.Random(0)
    keys = [question["key"] for theme in content()["themes"] for question in theme["questions"]]
    database.executemany(
        "INSERT INTO answer VALUES (?, ?, ?)",
        ((respondent, key, "Eén vaste contactpersoon per school." if key.endswith("q4") else str(chance.randrange(4)))
         for respondent in range(size) for key in keys))
    return database
