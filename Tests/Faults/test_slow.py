"""L2: slow requests are cut, idle connections end, and 2,000 slow ones leave honest visitors their pages."""
import concurrent.futures
import resource
import select
import socket
import time

import pytest

from answering import Line
from house import House
from seeding import add_round

PATIENCE = 3
GET = b"GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n"


def connected(port):
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE * 4)


def lasts(port, first, drip, pace=0.25, most=PATIENCE * 3):
    """Seconds until the server ends a connection on which `first` is sent and then `drip` byte by byte; None when it does not."""
    with connected(port) as line:
        line.sendall(first)
        begun = time.monotonic()
        while time.monotonic() - begun < most:
            readable, _, _ = select.select([line], [], [], pace)
            try:
                if readable and not line.recv(1 << 16):
                    return time.monotonic() - begun
                if drip:
                    line.sendall(drip)
            except OSError:
                return time.monotonic() - begun
    return None


def post(length, more=""):
    return f"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{more}Content-Length: {length}\r\n\r\n".encode()


SLOW = {
    "nothing at all": (b"", b""),
    "a header that never ends": (b"GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: ", b"a"),
    "a body that never ends": (post(100_000), b"a"),
    "a chunked body that never ends": (b"POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "an idle connection after a page": (GET, b""),
    "a second header that never ends": (GET + b"GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: ", b"a"),
    "a second body that never ends": (GET + post(100_000), b"a"),
    "a body after its refusal": (post(1 << 40), b"a"),
}


@pytest.fixture(scope="module")
def short(planted, tmp_path_factory):
    import shutil
    folder = tmp_path_factory.mktemp("slow") / "world"
    shutil.copytree(planted, folder)
    with House("demo", folder=folder, environment={"REGIO_PATIENCE": str(PATIENCE)}) as house:
        yield house


@pytest.fixture(scope="module")
def lasted(short):
    """How long each slow connection lasted; all are tried at the same time."""
    with concurrent.futures.ThreadPoolExecutor(len(SLOW)) as crowd:
        return dict(zip(SLOW, crowd.map(lambda kind: lasts(short.port, *SLOW[kind]), SLOW)))


@pytest.mark.parametrize("kind", SLOW)
def test_what_is_slow_is_cut(lasted, kind):
    took = lasted[kind]
    assert took is not None and PATIENCE - 1 <= took <= PATIENCE + 2, f"{kind}: {took}"


def test_mutant_a_server_with_more_patience_is_seen(world):
    with House("demo", folder=world, environment={"REGIO_PATIENCE": "60"}) as house:
        assert lasts(house.port, *SLOW["a header that never ends"], most=PATIENCE + 2) is None


def test_a_page_that_is_asked_for_in_time_keeps_its_connection(short):
    """Patience starts anew at each request: eight pages over one connection, longer in all than it."""
    with connected(short.port) as line:
        for _ in range(8):
            line.sendall(GET)
            answer = b""
            while b"</html>" not in answer:
                part = line.recv(1 << 16)
                assert part, "the connection was ended"
                answer += part
            time.sleep(PATIENCE / 5)


def test_two_thousand_slow_connections_leave_honest_visitors_their_pages(world):
    count = 2000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < count + 200:
        pytest.skip(f"only {hard} files can be open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, count + 200), hard))
    secrets = add_round(House("demo", folder=world), people=5)[2]
    slow = []
    # The server begins with as few files as many machines give, and asks for more itself.
    with House("demo", folder=world, wrapper=["prlimit", f"--nofile=1024:{hard}"]) as house:
        try:
            for number in range(count):
                one = connected(house.port)
                one.sendall(SLOW[list(SLOW)[1 + number % 3]][0])
                slow.append(one)
            honest = Line(house.port)
            times = []
            for number in range(100):
                if number % 10 == 0:
                    for one in slow[number::10]:
                        one.send(b"a" if number % 20 else b"1\r\na\r\n")
                begun = time.monotonic()
                if number % 5 == 0:
                    honest.close()
                    honest = Line(house.port)
                assert honest.get(f"/a/{secrets[number % 5]}/all")[0] == 200
                times.append(time.monotonic() - begun)
            honest.close()
        finally:
            for one in slow:
                one.close()
    assert sorted(times)[94] <= 0.5, f"the slowest of twenty took {sorted(times)[94]:.2f} s"


def test_more_connections_than_allowed_wait_their_turn(world):
    """Over the cap a connection waits; it is answered as soon as there is room."""
    with House("demo", folder=world, environment={"REGIO_CONNECTIONS": "10", "REGIO_PATIENCE": "2"}) as house:
        idle = [connected(house.port) for _ in range(10)]
        time.sleep(0.3)
        begun = time.monotonic()
        assert Line(house.port).get("/sign-in")[0] == 200
        assert 0.5 <= time.monotonic() - begun <= 5
        for one in idle:
            one.close()
