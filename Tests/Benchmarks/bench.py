"""Measures the product against this machine's own limits. Every line is a ratio of two things measured in one run."""
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Browser"))

import intake
import journey
import pages
import report
import resting
import weight

LINES = {
    "intake": intake.many, "intake-1": intake.one, "journey": journey.journey, "pages": pages.pages,
    "report": report.report, "rest": resting.rest, "start": resting.start, "weight": weight.weight,
}


def main(names):
    unknown = [name for name in names if name not in LINES]
    if unknown:
        sys.exit(f"bench: no such line: {', '.join(unknown)}; there are {', '.join(LINES)}")
    short = False
    for name in names or LINES:
        for line in LINES[name]():
            print(line, flush=True)
            short = short or line.endswith("short")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
