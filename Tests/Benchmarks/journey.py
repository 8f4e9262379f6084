"""Processor time of the server for one completed respondent, against nginx for one static page."""
import random
import socket
import urllib.parse

from house import House
from intake import form
from measuring import RUNS, add_round, cpu, line, median, nginx

JOURNEYS = 400
STATIC = 4_000


def journey():
    ratios = []
    with House("demo", configuration="release") as house, nginx({"page.html": b"x" * 10_240}) as (port, worker):
        _, _, secrets = add_round(house, people=JOURNEYS * (RUNS + 1))
        for run in range(RUNS + 1):
            own = cost(house.process.pid, [lambda s=s: one_journey(house, s) for s in secrets[run * JOURNEYS:(run + 1) * JOURNEYS]])
            static = cost(worker, [lambda: talk(port, [get("/page.html", last=True)])] * STATIC)
            if run:  # the first warms both
                ratios.append(own / static)
                print(f"  journey: {own * 1e6:.0f} µs of processor each, nginx {static * 1e6:.1f} µs", flush=True)
    return [line("journey", median(ratios), 80, "× static", least=False)]


def cost(pid, calls):
    before = cpu(pid)
    for call in calls:
        call()
    return (cpu(pid) - before) / len(calls)


def one_journey(house, secret):
    body = urllib.parse.urlencode([("form-token", house.form_token(secret)), *form(random.Random(2))])
    answers = talk(house.port, [
        get(f"/a/{secret}/all"),
        f"POST /a/{secret}/all HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}",
        get(f"/a/{secret}/thanks", last=True),
    ])
    assert [answer[0] for answer in answers] == [200, 303, 200], answers


def get(path, last=False):
    return f"GET {path} HTTP/1.1\r\nHost: x\r\n{'Connection: close' + chr(13) + chr(10) if last else ''}\r\n"


def talk(port, requests):
    """Sends requests one after another over one new connection and gives (status, length) of each answer."""
    answers = []
    with socket.create_connection(("127.0.0.1", port)) as line_:
        pending = b""
        for request in requests:
            line_.sendall(request.encode())
            while b"\r\n\r\n" not in pending:
                pending += line_.recv(65_536)
            head, _, pending = pending.partition(b"\r\n\r\n")
            length = next(int(row.split(b":")[1]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length:"))
            while len(pending) < length:
                pending += line_.recv(65_536)
            answers.append((int(head.split()[1]), length))
            pending = pending[length:]
    return answers
