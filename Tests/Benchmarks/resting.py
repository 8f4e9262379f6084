"""Memory at rest, time to the first page, and how much a page weighs."""
import pathlib
import re
import subprocess
import sys
import time

from house import House, Visitor
from measuring import RUNS, line, median


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
            subprocess.run([sys.executable, "-c", "pass"], check=True)
            python = time.perf_counter() - begun
            again = House("demo", folder=planted.folder, configuration="release")
            begun = time.perf_counter()
            with again:
                assert Visitor(again).ask("/sign-in").status == 200
                own = time.perf_counter() - begun
            ratios.append(own / python)
            print(f"  start: {own * 1000:.0f} ms, python3 -c pass {python * 1000:.0f} ms", flush=True)
    return [line("start", median(ratios[1:]), 25, "× python", least=False)]
