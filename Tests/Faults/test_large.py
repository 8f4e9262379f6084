"""L3: what is too large is refused with a sentence before it is read, and the memory stays flat."""
import pathlib
import re
import socket
import threading
import time
import uuid

import pytest

from cast import sign_in_as
from house import House, Visitor
from weak import WeakHouse

FORM = "application/x-www-form-urlencoded"
PARAGRAPHS = re.compile(r"<p>(.*?)</p>", re.S)


@pytest.fixture(scope="module")
def house(planted, tmp_path_factory):
    import shutil
    folder = tmp_path_factory.mktemp("large") / "world"
    shutil.copytree(planted, folder)
    with House("demo", folder=folder) as house:
        yield house


def answer_to(port, data, wait=5.0):
    """What comes back on a connection on which only `data` is sent: status, headers with page, seconds."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as line:
        begun = time.monotonic()
        try:
            line.sendall(data)
        except OSError:
            pass
        got = b""
        try:
            while b"</html>" not in got and b"\r\n\r\n0\r\n" not in got:
                part = line.recv(1 << 16)
                if not part:
                    break
                got += part
        except OSError:
            pass
        took = time.monotonic() - begun
    text = got.decode("utf-8", "replace")
    return int(text.split()[1]) if text.startswith("HTTP/") else None, text, took


def head(path, *more, kind=FORM):
    return ("\r\n".join([f"POST {path} HTTP/1.1", "Host: x", f"Content-Type: {kind}", *more]) + "\r\n\r\n").encode()


def refused_at_once(port, path, length):
    status, text, took = answer_to(port, head(path, f"Content-Length: {length}"), wait=4)
    return status == 413 and took < 2 and bool(PARAGRAPHS.search(text))


@pytest.mark.parametrize("path", ["/sign-in", "/kept", "/a/" + "0" * 26 + "/all", "/language", "/demo/sign-ins"])
@pytest.mark.parametrize("length", [1_048_577, 5_000_000_000, 2 ** 62])
def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_read(house, path, length):
    assert refused_at_once(house.port, path, length)


def test_mutant_a_server_that_reads_first_is_seen(world):
    with WeakHouse("reads", world) as weak:
        assert not refused_at_once(weak.port, "/sign-in", 5_000_000_000)


def test_a_length_that_is_no_number_is_refused(house):
    for length in ("99999999999999999999999", "-1", "1e9", "0x10", "12, 13"):
        status, _, took = answer_to(house.port, head("/sign-in", f"Content-Length: {length}"), wait=4)
        assert status == 400 and took < 2, length
    status, _, _ = answer_to(house.port, head("/sign-in", "Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n")
    assert status in (400, 403, 413, 422), "two lengths"


def chunked(size, chunk=65_536):
    piece = b"a" * chunk
    return b"".join(f"{chunk:x}\r\n".encode() + piece + b"\r\n" for _ in range(size // chunk)) + b"0\r\n\r\n"


def test_a_chunked_body_over_the_limit_is_refused_while_it_comes(house):
    status, text, _ = answer_to(house.port, head("/sign-in", "Transfer-Encoding: chunked") + chunked(3_000_000))
    assert status == 413 and PARAGRAPHS.search(text)


def test_headers_without_end_are_refused(house):
    for data in (b"GET /sign-in HTTP/1.1\r\nX-A: " + b"a" * 400_000 + b"\r\n\r\n",
                 b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\n\r\n",
                 b"GET /sign-in HTTP/1.1\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(20_000)) + b"\r\n"):
        status, text, _ = answer_to(house.port, data)
        assert status is None or status >= 400


def posted(house, body, kind=FORM, path="/sign-in"):
    return answer_to(house.port, head(path, f"Content-Length: {len(body)}", kind=kind) + body)


def test_ten_thousand_fields_are_refused_with_a_sentence(house):
    status, text, _ = posted(house, "&".join(f"f{n}=1" for n in range(10_000)).encode())
    assert 400 <= status < 500
    assert any("1.000" in words for words in PARAGRAPHS.findall(text)), PARAGRAPHS.findall(text)


@pytest.mark.parametrize("body", [
    b"a" + b"[a]" * 60 + b"=1", b"a[" * 90 + b"=1", b"email[]=x&email[]=y&password[a][b]=c", b"=" * 500, b"&" * 100_000, b"%", b"a=%zz&b=%e2%28",
    b"email=" + b"%00" * 100, b"\xff\xfe\x00=\xff", b"__proto__[x]=1", b"a.b.c=1", b"email=" + "e\u0301".encode() * 300])
def test_odd_fields_are_an_ordinary_mistake(house, body):
    status, text, _ = posted(house, body)
    assert 400 <= status < 500 and "<h1" in text, status


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=", "multipart/form-data", "application/json", "text/plain", "x", "multipart/form-data; boundary=\x01"])
def test_a_body_that_is_no_form_is_refused_with_a_sentence(house, kind):
    status, text, _ = posted(house, b"--x\r\nhalf", kind=kind)
    assert 400 <= status < 500


@pytest.fixture(scope="module")
def leader(house):
    """A project leader who is signed in, and the region."""
    visitor = Visitor(house)
    return visitor, sign_in_as(visitor, "project-leader")


def multipart(fields, file_name, data):
    mark = uuid.uuid4().hex
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode() for name, text in fields.items()]
    parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\nContent-Type: text/csv\r\n\r\n'.encode() + data + b"\r\n")
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def upload(visitor, path, token, file_name, data):
    import urllib.request
    import urllib.error
    body, kind = multipart({"form-token": token}, file_name, data)
    request = urllib.request.Request(visitor.house.address + path, data=body, headers={
        "Content-Type": kind, "Cookie": "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())})
    try:
        answer = visitor.opener.open(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    answer.text = answer.read().decode("utf-8", "replace")
    return answer


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "..\\..\\boot.ini", "/etc/cron.d/x", "....//....//x", "a\u202ecsv.exe", "%2e%2e%2fx", "." * 300])
def test_a_file_name_that_climbs_goes_nowhere(house, leader, name):
    visitor, region = leader
    path = f"/regions/{region}/imports/partners"
    before = {file for file in house.folder.rglob("*")}
    answer = upload(visitor, path + "/previews", visitor.token(path), name, b"naam;sector\nA;onderwijs\n")
    assert answer.status in (200, 303, 422), answer.text[:300]
    assert "../" not in answer.text and "..\\" not in answer.text
    assert {file for file in house.folder.rglob("*")} == before


def peak(pid):
    """The most memory that the process ever held, in MB."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def read_after_sending(port, data, wait=20):
    """The status that a simple client reads: it asks to close, sends all, and only then looks at the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as line:
        try:
            line.sendall(head("/sign-in", "Connection: close", f"Content-Length: {len(data)}") + data)
            got = b""
            while b"</html>" not in got and (part := line.recv(1 << 16)):
                got += part
        except OSError:
            return None
    return int(got.split()[1]) if PARAGRAPHS.search(got.decode("utf-8", "replace")) else None


def test_whoever_sends_all_before_looking_still_reads_why_it_is_refused(house):
    assert read_after_sending(house.port, b"a" * 9_900_000) == 413


def test_mutant_a_server_that_stops_reading_is_seen():
    """It says why, and takes nothing more: the client stands still, and is cut off in the end."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        def refuse():
            line, _ = door.accept()
            with line:
                line.recv(1000)
                line.sendall(b"HTTP/1.1 413 Too Large\r\nContent-Length: 21\r\n\r\n<p>Te groot.</p></html>")
                time.sleep(1)
        desk = threading.Thread(target=refuse)
        desk.start()
        assert read_after_sending(door.getsockname()[1], b"a" * 9_900_000) is None
        desk.join()


def test_large_bodies_leave_the_memory_flat(house, leader):
    """Over the limit, in one piece and in many, and files that just fit in the form and hold no table."""
    visitor, region = leader
    path = f"/regions/{region}/imports/partners"
    token = visitor.token(path)
    body = chunked(10_000_000)
    large, fits = b"naam;sector\n" + b"x" * 9_900_000, b"naam;sector\n" + b"x" * 2_500_000

    def all_kinds(uploads, bodies):
        for _ in range(bodies):
            assert answer_to(house.port, head("/sign-in", "Transfer-Encoding: chunked") + body, wait=25)[0] == 413
        for _ in range(uploads):
            assert upload(visitor, path + "/previews", token, "x.csv", large).status == 413
            assert upload(visitor, path + "/previews", token, "x.csv", fits).status == 422

    all_kinds(uploads=2, bodies=3)
    before = peak(house.regio)
    all_kinds(uploads=6, bodies=50)
    assert peak(house.regio) - before <= 30, f"from {before:.0f} to {peak(house.regio):.0f} MB"
