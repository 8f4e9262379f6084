"""Rounds and people straight into the database of a house that rests, for tests and measurements."""
import json
import sqlite3
import uuid

from house import digest

SECTORS, LEVELS = ("education", "business", "government"), ("governing", "tactical", "operational")


def words(text):
    return {"nl": text, "en": text}


def content():
    """Forty questions in eight themes: scales, choices, and open text, as rounds have them."""
    themes = []
    for theme in range(8):
        questions = []
        for number in range(5):
            key = f"t{theme}-q{number}"
            kind = {"text": {}} if number == 4 else {"scale": {"_0": [
                {"label": words(label), "about": words("")} for label in ("nog niet", "soms", "geregeld", "vanzelf")]}}
            questions.append({"key": key, "text": words(f"Hoe gaat het met onderdeel {theme}.{number}?"), "help": words(""), "kind": kind})
        themes.append({"key": f"t{theme}", "area": words(""), "title": words(f"Thema {theme}"), "about": words(""), "questions": questions})
    return {"key": "bench", "version": 1, "title": words("Meting"), "about": words(""), "minutes": 10, "themes": themes}


def answers(chance):
    """One respondent's answers in the stored form."""
    sheet = {}
    for theme in range(8):
        for number in range(5):
            sheet[f"t{theme}-q{number}"] = "Eén vaste contactpersoon per school." if number == 4 else chance.randrange(4)
    return sheet


def opened(house):
    database = sqlite3.connect(house.database)
    database.execute("PRAGMA busy_timeout = 5000")
    return database


def add_round(house, people=0, responses=0, pace="one-page", state="open", chance=None):
    """A confidential round in the first region; gives the region, the round and the invitations' secrets."""
    database = opened(house)
    region = database.execute("SELECT id FROM region ORDER BY id LIMIT 1").fetchone()[0]
    round_id = str(uuid.uuid4())
    database.execute(
        "INSERT INTO round (id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace) "
        "VALUES (?, ?, 'Meting', 'bench', 'learn', 5, '2199-01-01', ?, 0, NULL, ?)", (round_id, region, state, pace))
    database.execute("INSERT INTO round_version (round, number, content, made_at) VALUES (?, 1, ?, 0)", (round_id, json.dumps(content())))
    secrets = [invite(database, house, round_id, number) for number in range(people)]
    for number in range(responses):
        database.execute(
            "INSERT INTO response (round, key, version, sector, level, is_complete, is_together, answers) VALUES (?, ?, 1, ?, ?, 1, 0, ?)",
            (round_id, digest("response", str(uuid.uuid4())), SECTORS[number % 3], LEVELS[number // 3 % 3],
             json.dumps(answers(chance), separators=(",", ":"), ensure_ascii=False)))
    database.commit()
    database.close()
    return region, round_id, secrets


def invite(database, house, round_id, number):
    name = str(uuid.uuid4())
    secret = house.secret("invitation", name)
    database.execute(
        "INSERT INTO invitation (id, round, digest, name, email, sector, level, answer_sector, answer_level) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7)",
        (name, round_id, digest("invitation", secret), f"N{number}", f"n{number}@voorbeeld.invalid",
         SECTORS[number % 3], LEVELS[number // 3 % 3]))
    return secret


def add_people(house, count, password_hash, start="persoon"):
    """People with an account and one password; gives their addresses for mail."""
    database = opened(house)
    emails = [f"{start}{number}@voorbeeld.invalid" for number in range(count)]
    database.executemany(
        "INSERT INTO person (id, name, email, language, password) VALUES (?, ?, ?, 'nl', ?)",
        [(str(uuid.uuid4()), email.split("@")[0], email, password_hash) for email in emails])
    database.commit()
    database.close()
    return emails
