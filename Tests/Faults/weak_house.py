"""Weaker servers than the product, each with one fault, to show that a rig would see it.

    late        acknowledges an answer first and writes it down a little later
    halves      writes the answer in two commits
    doubles     writes an answer that is sent again under another key
    talks       prints what it is asked
    forgives    lets everyone in, however often a password was wrong
    reads       reads a body to its end before it refuses it
    loses       shows nothing of what was typed
    notes       writes beside the answer, in the same commit, who answered
    notes-later writes who answered in the commit after the answer
    shrugs      acknowledges also what the disk did not take
"""
import contextlib
import hashlib
import http.server
import json
import os
import socketserver
import sqlite3
import sys
import threading
import time
import urllib.parse
import uuid


def digest(purpose, secret):
    return hashlib.sha256(f"{purpose}\0{secret}".encode()).hexdigest()


class Writer:
    """The one connection that changes the file, and what waits for it."""

    def __init__(self, file, fault):
        self.fault, self.lock, self.waiting = fault, threading.Lock(), []
        self.database = sqlite3.connect(file, check_same_thread=False, isolation_level=None, timeout=10)
        self.database.execute("PRAGMA synchronous = FULL")
        self.round = self.database.execute("SELECT id FROM round WHERE instrument = 'bench' LIMIT 1").fetchone()[0]
        if fault.startswith("notes"):
            self.database.execute("ALTER TABLE invitation ADD COLUMN noted INTEGER NOT NULL DEFAULT 0")
        if fault == "late":
            threading.Thread(target=self.write_later, daemon=True).start()

    def write_later(self):
        while True:
            time.sleep(0.2)
            with self.lock:
                for secret, sheet in self.waiting:
                    self.write(secret, sheet)
                self.waiting.clear()

    def take(self, secret, sheet):
        with self.lock:
            if self.fault == "late":
                self.waiting.append((secret, sheet))
            elif self.fault == "shrugs":
                with contextlib.suppress(sqlite3.Error):
                    self.write(secret, sheet)
            else:
                self.write(secret, sheet)

    def write(self, secret, sheet):
        if self.fault == "halves":
            first = {name: text for name, text in sheet.items() if name.startswith("t0")}
            self.keep(digest("response", secret), first)
            time.sleep(0.01)
        key = digest("response", secret)
        if self.fault == "doubles" and self.database.execute("SELECT 1 FROM response WHERE key = ?", (key,)).fetchone():
            key = uuid.uuid4().hex
        if self.fault == "notes":
            self.database.execute("BEGIN")
        self.keep(key, sheet)
        if self.fault.startswith("notes"):
            self.database.execute("UPDATE invitation SET noted = 1 WHERE digest = ?", (digest("invitation", secret),))
        if self.fault == "notes":
            self.database.execute("COMMIT")

    def keep(self, key, sheet):
        self.database.execute(
            "INSERT INTO response (round, key, version, is_complete, is_together, answers) VALUES (?, ?, 1, 1, 0, ?) "
            "ON CONFLICT (round, key) DO UPDATE SET answers = excluded.answers", (self.round, key, json.dumps(sheet)))


class Desk(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        if self.server.fault == "talks":
            print("asked", self.path, self.headers.get("Cookie"), flush=True)

    def do_GET(self):
        self.say(200, "<p>Hier is niets.</p>")

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length).decode("utf-8", "replace")
        if length > 1 << 20:
            return self.say(413, "<p>Te groot.</p>")
        fields = dict(urllib.parse.parse_qsl(body))
        if self.server.fault == "talks":
            print("sent", body, flush=True)
        if self.server.writer and self.path.startswith("/a/"):
            sheet = {name[2:]: int(text) if text.isdigit() else text for name, text in fields.items() if name.startswith("a-")}
            self.server.writer.take(self.path.split("/")[2], sheet)
            return self.say(303, "", "/thanks")
        if self.server.fault == "forgives" and fields.get("password", "").startswith("goed"):
            return self.say(303, "", "/")
        self.say(422, "<p>Dat klopt niet.</p>")

    def say(self, status, text, location=None):
        data = text.encode()
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Threads(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True


def main():
    fault = sys.argv[1]
    server = Threads(("127.0.0.1", 0), Desk)
    server.fault = fault
    file = os.path.join(os.environ["REGIO_FOLDER"], "regio.sqlite")
    server.writer = Writer(file, fault) if fault in ("late", "halves", "doubles", "notes", "notes-later", "shrugs") else None
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


main()
