"""S8 and S9 from outside: nothing a person types becomes a formula, a header or a place elsewhere."""
import csv
import io
import socket
import urllib.parse

import pytest

from cast import form_to, sign_in_as
from house import House, Visitor

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", "\u00a0=1+1", "=cmd|' /C calc'!A0"]


@pytest.fixture(scope="module")
def house(planted, tmp_path_factory):
    import shutil
    folder = tmp_path_factory.mktemp("lines") / "world"
    shutil.copytree(planted, folder)
    with House("demo", folder=folder) as house:
        yield house


def formulas(text):
    """The cells that a spreadsheet would take for a formula."""
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";" if ";" in text.splitlines()[0] else ",")
    return [cell for row in rows for cell in row if cell.strip().lstrip("\u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_mutant_a_formula_is_seen():
    assert formulas("wat;wie\n=1+1;x\n") and formulas('wat;wie\n"  @x";x\n') and not formulas("wat;wie\n'=1+1;x\n")


def test_no_formula_leaves_in_a_file(house):
    visitor = Visitor(house)
    path = f"/regions/{sign_in_as(visitor, 'project-leader')}/actions"
    for text in FORMULAS:
        form = dict(form_to(visitor.ask(path + "/new").text, path), what=text, serves=text)
        assert visitor.ask(path, form).status == 303, text
    answer = visitor.ask(path + ".csv")
    assert answer.status == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "1+1" in answer.text and formulas(answer.text) == []


PLACES = ["//elsewhere.invalid", "https://elsewhere.invalid", "/\\elsewhere.invalid", "/x\r\nSet-Cookie: a=b", "/x\nX: y", "\t//elsewhere.invalid",
          "/%0d%0aSet-Cookie:%20a=b", "javascript:alert(1)", "/x\u0000", "/\u010a/elsewhere.invalid"]


@pytest.mark.parametrize("next_place", PLACES)
def test_no_header_and_no_place_elsewhere(house, next_place):
    body = urllib.parse.urlencode({"form-token": house.form_token("nobody"), "language": "nl", "next": next_place}).encode()
    with socket.create_connection(("127.0.0.1", house.port), timeout=5) as line:
        line.sendall(b"POST /language HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        got = b""
        while part := line.recv(1 << 16):
            got += part
    headers = got.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    named = {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in headers[1:]}
    assert headers[0].startswith("HTTP/1.1 303") or headers[0].startswith("HTTP/1.1 4")
    assert not any("a=b" in line and line.lower().startswith("set-cookie") for line in headers)
    place = named.get("location", "/")
    assert place.startswith("/") and not place.startswith(("//", "/\\")) and "elsewhere" not in urllib.parse.urlparse(place).netloc
    assert not any(ord(letter) < 0x20 for line in headers for letter in line)
