"""Respondents who send numbered answers over one connection each, and a book of what was acknowledged."""
import http.client
import json
import random
import sqlite3
import threading
import time
import urllib.parse

from house import digest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# The first and the last question of the round: an answer of which only one is kept is a half one.
FIRST, LAST = "t0-q4", "t7-q4"


class Line:
    """One connection to a house, opened again when it broke."""

    def __init__(self, port, timeout=10):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        self.cookie = None

    def send(self, house, secret, text, more=""):
        """Sends both texts on one link; gives the answer's status, and its page."""
        fields = {"form-token": house.form_token(secret), f"a-{FIRST}": text + more, f"a-{LAST}": text + more, "a-t3-q0": "2"}
        headers = dict(FORM, Cookie=self.cookie) if self.cookie else FORM
        self.connection.request("POST", f"/a/{secret}/all", urllib.parse.urlencode(fields), headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")

    def close(self):
        self.connection.close()


class Book:
    """Kept outside the server: for each link what was sent and what was acknowledged last, and the same in a file."""

    def __init__(self, file):
        self.file = open(file, "a", buffering=1)
        self.sent, self.acknowledged = {}, {}
        self.count = 0

    def sends(self, secret, number):
        self.sent.setdefault(secret, []).append(number)

    def acknowledges(self, secret, number):
        self.acknowledged[secret] = number
        self.count += 1
        self.file.write(f"{secret} {number}\n")

    def settle(self, stored):
        """After a kill either the last acknowledged or one sent after it may stand; what stands is from now on what counts."""
        for secret in self.sent:
            if secret in stored:
                self.acknowledged[secret] = stored[secret]
                self.sent[secret] = [stored[secret]]
            else:
                self.sent[secret] = []
        self.sent = {secret: numbers for secret, numbers in self.sent.items() if numbers}


class Crowd:
    """Clients that each go round their own links until they are told to stop or the server is gone."""

    def __init__(self, house, secrets, book, clients=8, pause=0.0):
        self.house, self.book, self.pause = house, book, pause
        self.stopping = threading.Event()
        self.refusals = []
        self.threads = [threading.Thread(target=self.work, args=(secrets[at::clients],)) for at in range(clients)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join(30)

    def work(self, secrets):
        line = Line(self.house.port)
        chance = random.Random(secrets[0])
        for turn in range(100_000):
            secret = secrets[turn % len(secrets)]
            number = time.monotonic_ns()
            if self.stopping.is_set():
                break
            self.book.sends(secret, number)
            try:
                status, _ = line.send(self.house, secret, f"antwoord {number}")
                if status == 303:
                    self.book.acknowledges(secret, number)
                else:
                    self.refusals.append(status)
            except (OSError, http.client.HTTPException):
                break
            time.sleep(self.pause * chance.random())
        line.close()


def faults(database_file, secrets, book):
    """What a file holds against what was acknowledged: sentences for each answer that is lost, doubled, halved or made up.
    Gives those, and the number that stands for each link."""
    keys = {digest("response", secret): secret for secret in secrets}
    database = sqlite3.connect(database_file, timeout=10)
    found, stored = [], {}
    for (line,) in database.execute("PRAGMA integrity_check"):
        if line != "ok":
            found.append(f"damaged: {line}")
    for key, text in database.execute("SELECT key, answers FROM response WHERE version = 1 AND answers LIKE '%antwoord %'"):
        sheet = json.loads(text)
        numbers = {int(sheet[name].split()[1]) if name in sheet else None for name in (FIRST, LAST)}
        secret = keys.get(key)
        if None in numbers or len(numbers) != 1 or sheet.get("t3-q0") != 2:
            found.append(f"halved: {numbers}")
        elif secret is None or secret in stored:
            found.append(f"doubled: {numbers}")
        else:
            stored[secret] = numbers.pop()
    for secret, number in book.acknowledged.items():
        after = [sent for sent in book.sent.get(secret, []) if sent >= number]
        if secret not in stored or stored[secret] not in [number, *after]:
            found.append(f"lost: {number}, there stands {stored.get(secret)}")
    for secret, number in stored.items():
        if number not in book.sent.get(secret, []):
            found.append(f"made up: {number}")
    database.close()
    return found, stored
