"""What the measurements share: rounds of the right size, nginx beside us, processor time, and the line that is printed."""
import contextlib
import json
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import tempfile
import time
import uuid

from house import House, digest

RUNS = 5
QUESTIONS = 40


def line(name, measured, target, unit, least):
    """`least`: the target is a lower bound; otherwise an upper one."""
    good = measured >= target if least else measured <= target
    sign = "≥" if least else "≤"
    return f"{name:<28} {measured:>10.3g} {unit:<10} {sign} {target:<8g} {'ok' if good else 'short'}"


def median(values):
    return statistics.median(values)


def cpu(pid):
    """Seconds of processor time of a process and its threads so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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


def add_round(house, people=0, responses=0, pace="one-page", state="open", chance=None):
    """A confidential round in the first region, straight in the database while the server rests."""
    database = sqlite3.connect(house.database)
    database.execute("PRAGMA busy_timeout = 5000")
    region = database.execute("SELECT id FROM region ORDER BY id LIMIT 1").fetchone()[0]
    round_id = str(uuid.uuid4())
    database.execute(
        "INSERT INTO round (id, region, title, instrument, purpose, threshold, closes, state, state_since, code, pace) "
        "VALUES (?, ?, 'Meting', 'bench', 'learn', 5, '2199-01-01', ?, 0, NULL, ?)", (round_id, region, state, pace))
    database.execute("INSERT INTO round_version (round, number, content, made_at) VALUES (?, 1, ?, 0)", (round_id, json.dumps(content())))
    sectors, levels = ("education", "business", "government"), ("governing", "tactical", "operational")
    secrets = []
    for number in range(people):
        name = str(uuid.uuid4())
        secret = house.secret("invitation", name)
        secrets.append(secret)
        database.execute(
            "INSERT INTO invitation (id, round, digest, name, email, sector, level, answer_sector, answer_level) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6, ?7)",
            (name, round_id, digest("invitation", secret), f"N{number}", f"n{number}@voorbeeld.invalid",
             sectors[number % 3], levels[number // 3 % 3]))
    for number in range(responses):
        database.execute(
            "INSERT INTO response (round, key, version, sector, level, is_complete, is_together, answers) VALUES (?, ?, 1, ?, ?, 1, 0, ?)",
            (round_id, digest("response", str(uuid.uuid4())), sectors[number % 3], levels[number // 3 % 3],
             json.dumps(answers(chance), separators=(",", ":"), ensure_ascii=False)))
    database.commit()
    database.close()
    return region, round_id, secrets


@contextlib.contextmanager
def nginx(files):
    """nginx with `files` (name → bytes) on a free port; gives the port and the worker's process id."""
    with tempfile.TemporaryDirectory(prefix="regio-nginx-") as folder:
        root = pathlib.Path(folder)
        os.chmod(root, 0o755)
        for name, data in files.items():
            (root / name).write_bytes(data)
        port = free_port()
        (root / "nginx.conf").write_text(
            f"worker_processes 1; daemon off; pid {folder}/pid; error_log {folder}/error;\n"
            "events { worker_connections 4096; }\n"
            f"http {{ access_log off; types {{ text/html html; }} client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;"
            f" fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; keepalive_requests 1000000;\n"
            f"server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}; }} }}\n")
        process = subprocess.Popen(["nginx", "-p", folder, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                if children:
                    break
                time.sleep(0.05)
            time.sleep(0.2)
            yield port, int(children[0])
        finally:
            process.terminate()
            process.wait()


def free_port():
    import socket
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wrk(url, seconds=3, connections=32, script=None, headers=()):
    """Requests a second, and how many answers were not 2xx or 3xx."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", *[part for header in headers for part in ("-H", header)]]
    if script:
        command += ["-s", str(script)]
    text = subprocess.run([*command, url], capture_output=True, text=True, timeout=seconds + 30).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return rate, int(bad.group(1)) if bad else 0
