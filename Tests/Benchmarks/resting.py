"""Memory at rest, time to the first page, and how much a page weighs."""
import pathlib
import re
import subprocess
import time
import urllib.parse

from house import House, Visitor
from measuring import RUNS, add_round, line, median
from pages import signed_in


def rest():
    with House("demo", configuration="release") as house:
        Visitor(house).ask("/")
        time.sleep(2)
        status = pathlib.Path(f"/proc/{house.process.pid}/status").read_text()
        megabytes = int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
    return [line("rest", megabytes, 60, "MB", least=False)]


def start():
    ratios = []
    with House("demo", configuration="release") as planted:
        planted.stop()
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            subprocess.run(["python3", "-c", "pass"], check=True)
            python = time.perf_counter() - begun
            again = House("demo", folder=planted.folder, configuration="release")
            begun = time.perf_counter()
            with again:
                assert Visitor(again).ask("/sign-in").status == 200
                own = time.perf_counter() - begun
            ratios.append(own / python)
            print(f"  start: {own * 1000:.0f} ms, python3 -c pass {python * 1000:.0f} ms", flush=True)
    return [line("start", median(ratios[1:]), 25, "× python", least=False)]


def weight():
    lines = []
    with House("demo", configuration="release") as house:
        region, round_id, secrets = add_round(house, people=3, pace="by-theme")
        leader, nobody = signed_in(house), Visitor(house)
        for name, visitor, path in (
            ("answer", nobody, f"/a/{secrets[0]}/themes/1"), ("home", leader, f"/regions/{region}"),
            ("rounds", leader, f"/regions/{region}/rounds"),
        ):
            page = visitor.ask(path)
            assert page.status == 200, f"{path}: {page.status}"
            size = weigh(page)
            parts = set(re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text))
            total = size + sum(weigh(nobody.ask(part)) for part in parts)
            lines.append(line(f"weight first {name}", total / 1000, 60, "kB", least=False))
            lines.append(line(f"weight requests {name}", 1 + len(parts), 6, "requests", least=False))
            lines.append(line(f"weight after {name}", size / 1000, 15, "kB", least=False))
    return lines


def weigh(answer):
    """Bytes of the answer as they cross the line: head and body, nothing compressed."""
    return len(answer.text.encode()) + len(str(answer.headers).encode()) + 20
