"""How many of our pages a second, against nginx with a static file of the same size."""
import re

from house import House, Visitor
from measuring import RUNS, add_round, line, median, nginx, wrk


def pages():
    with House("demo", configuration="release") as house:
        region, round_id, secrets = add_round(house, people=60)
        leader = signed_in(house)
        cookie = "Cookie: " + "; ".join(f"{name}={value}" for name, value in leader.cookies.items())
        paths = {
            "home": (f"/regions/{region}", [cookie]),
            "coverage": (f"/regions/{region}/rounds/{round_id}/coverage", [cookie]),
            "answer": (f"/a/{secrets[0]}/all", []),
        }
        lines = []
        for name, (path, headers) in paths.items():
            shown = leader.ask(path)
            assert shown.status == 200, f"{path} answers {shown.status}"
            size = len(shown.text.encode())
            with nginx({"page.html": b"x" * size}) as (port, _):
                ratios = []
                for _ in range(RUNS):
                    static, _ = wrk(f"http://127.0.0.1:{port}/page.html", 2)
                    own, bad = wrk(house.address + path, 2, headers=headers)
                    assert bad == 0
                    ratios.append(own / static)
                    print(f"  {name}: {own:.0f} pages/s of {size} bytes, nginx {static:.0f}", flush=True)
            lines.append(line(f"pages {name}", median(ratios), 0.1, "× nginx", least=True))
        return lines


def signed_in(house):
    """The project leader of the demo's first region."""
    visitor = Visitor(house)
    page = visitor.ask("/demo").text
    people = re.findall(r'name="person"[^>]*value="([^"]+)"', page)
    answer = visitor.send("/demo/sign-ins", {"person": people[0]}, page="/demo")
    assert answer.status == 303, f"signing in answers {answer.status}"
    return visitor
