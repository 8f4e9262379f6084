"""How many of our pages a second, against nginx with a static file of the same size."""
import http.client
import re

from house import House, Visitor
from measuring import RUNS, add_round, cpu, line, median, nginx, wrk
from seeding import opened

PAGES = 400


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
        for name in ("home", "coverage"):
            tell_of_changes(house, name, paths[name][0], cookie)
        return lines


def tell_of_changes(house, name, path, cookie):
    """No target, so that nobody is misled by the rate above: what a page takes where the file changes in between."""
    costs = {every: median(cost_between(house, path, cookie, every) for _ in range(RUNS)) * 1e6 for every in (None, 5, 1)}
    print(f"  {name}, one after another: {costs[None]:.0f} µs of the server's processor while nothing changes, "
          f"{costs[5]:.0f} with a commit after every fifth page, {costs[1]:.0f} with one after each", flush=True)


def cost_between(house, path, cookie, every):
    """Seconds of the server's processor for a page over one connection; another process commits after `every` pages."""
    database = opened(house)
    database.execute("CREATE TABLE IF NOT EXISTS bench (n INTEGER)")
    database.execute("INSERT INTO bench VALUES (0)")
    database.commit()
    connection = http.client.HTTPConnection("127.0.0.1", house.port)
    header = dict([cookie.split(": ", 1)])
    before = cpu(house.process.pid)
    for number in range(PAGES):
        connection.request("GET", path, headers=header)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200
        if every and number % every == 0:
            database.execute("UPDATE bench SET n = n + 1")
            database.commit()
    cost = (cpu(house.process.pid) - before) / PAGES
    connection.close()
    database.close()
    return cost


def signed_in(house):
    """The project leader of the demo's first region."""
    visitor = Visitor(house)
    page = visitor.ask("/demo").text
    people = re.findall(r'name="person"[^>]*value="([^"]+)"', page)
    answer = visitor.send("/demo/sign-ins", {"person": people[0]}, page="/demo")
    assert answer.status == 303, f"signing in answers {answer.status}"
    return visitor
