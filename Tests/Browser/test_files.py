"""What people take along: workbooks, dates and a square for a camera, read by other makers' programs."""
import csv
import html
import io
import pathlib
import re
import subprocess
import urllib.parse

import icalendar
import openpyxl
import pytest
from people import OPEN_CODE, browser_context, signed_in

from house import House, Visitor


@pytest.fixture(scope="module")
def leader(demo):
    return signed_in(demo, "Marijke de Wit")


@pytest.fixture(scope="module")
def region(demo, leader):
    return leader.ask("/").headers["Location"].removeprefix(demo.address)


def table(answer):
    return list(csv.reader(io.StringIO(answer.bytes.decode("utf-8-sig")), delimiter=";"))


def reports(leader, region):
    rounds = set(re.findall(rf'{region}/rounds/[0-9a-f-]{{36}}', leader.ask(f"{region}/rounds").text))
    found = [one for one in sorted(rounds) if leader.ask(f"{one}/report.csv").headers["Content-Type"].startswith("text/csv")]
    assert found, "no closed round"
    return found


def as_written(value):
    """A cell of the workbook as the table in text writes it."""
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return str(round(value)) if isinstance(value, float) else str(value)


def test_the_workbook_tells_the_same_protected_figures_as_the_table(leader, region):
    """A3 and P1: one sheet a theme, cell for cell what the CSV says, and figures are figures."""
    numbers = 0
    for round in reports(leader, region):
        rows = table(leader.ask(f"{round}/report.csv"))
        book = openpyxl.load_workbook(io.BytesIO(leader.ask(f"{round}/report.xlsx").bytes))
        told = [[as_written(cell) for cell in row] for sheet in book.worksheets for row in sheet.iter_rows(min_row=2, values_only=True)]
        plain = [[re.sub(r"^'(?=[=+\-@])", "", cell) for cell in row[1:]] for row in rows[1:]]
        wanted = [[cell if not re.fullmatch(r"-?\d+,\d+", cell) else str(round_half(cell)) for cell in row] for row in plain]
        assert told == wanted
        assert [sheet.title for sheet in book.worksheets] == list(dict.fromkeys(sheet.title for sheet in book.worksheets))
        numbers += sum(1 for sheet in book.worksheets for row in sheet.iter_rows(min_row=2) for cell in row if cell.data_type == "n" and cell.value is not None)
        assert not any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    assert numbers > 100


def round_half(text):
    return round(float(text.replace(",", ".")))


def test_the_list_of_actions_is_the_same_in_both_files(leader, region):
    rows = table(leader.ask(f"{region}/actions.csv"))
    sheet = openpyxl.load_workbook(io.BytesIO(leader.ask(f"{region}/actions.xlsx").bytes)).worksheets[0]
    told = [[as_written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert told == rows and len(rows) > 5
    assert any(cell.is_date for cell in sheet["D"]), "days are days"


def test_another_calendar_reads_our_dates(demo, leader, region):
    answer = leader.ask(f"{region}/calendar.ics")
    calendar = icalendar.Calendar.from_ical(answer.bytes)
    events = calendar.walk("VEVENT")
    assert events and not calendar.errors and not any(event.errors for event in events)
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert leader.ask(urllib.parse.urlparse(str(event["URL"])).path).status == 200
        assert not hasattr(event["DTSTART"].dt, "hour") and event["DTSTAMP"].dt.tzinfo
    assert all(len(line) <= 75 for line in answer.bytes.split(b"\r\n"))


def test_a_camera_reads_the_square_on_the_page_of_the_open_link(demo, chromium, leader, region, tmp_path):
    context = browser_context(chromium, demo, leader, viewport={"width": 360, "height": 800}, ignore_https_errors=True)
    page = context.new_page()
    round = next(one for one in sorted(set(re.findall(rf'{region}/rounds/[0-9a-f-]{{36}}', leader.ask(f"{region}/rounds").text)))
                 if OPEN_CODE[:3].upper() in leader.ask(f"{one}/open-link").text)
    page.goto(f"{round}/open-link")
    picture = page.locator("svg.qr")
    assert picture.get_attribute("aria-label")
    picture.screenshot(path=tmp_path / "square.png")
    said = subprocess.run(["zbarimg", "--quiet", "--raw", tmp_path / "square.png"], capture_output=True, text=True, check=True).stdout
    context.close()
    assert said.strip().endswith(f"/c/{OPEN_CODE}") and said.startswith("http")
    assert said.strip() in page_text(leader, round), "the same address stands there in letters"


def page_text(leader, round):
    return leader.ask(f"{round}/open-link").text


def test_another_maker_takes_our_lists_of_questions(leader, region, tmp_path):
    """pyxform, the reference of XLSForm, makes a form of every list that we let go."""
    from pyxform.xls2xform import convert
    links = re.findall(r'href="([^"]+/questions\.xlsx)"', leader.ask(f"{region}/rounds/new").text)
    assert len(links) >= 5
    for number, link in enumerate(links):
        if "/empty/" in link:
            continue
        path = tmp_path / f"form{number}.xlsx"
        path.write_bytes(leader.ask(link).bytes)
        made = convert(path)
        assert "<h:html" in made.xform and "Nederlands (nl)" in made.xform


def upload(visitor, page, action, path):
    token = visitor.token(page)
    edge = "grens-van-het-formulier"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{token}\r\n--{edge}\r\n'
            f'Content-Disposition: form-data; name="file"; filename="vragen"\r\n\r\n').encode() + path.read_bytes() + f"\r\n--{edge}--\r\n".encode()
    return visitor.post(action, body, f"multipart/form-data; boundary={edge}")


def test_a_list_from_limesurvey_becomes_a_round_that_works_as_any_other():
    """Nothing is kept before what stays behind was shown; then people answer, and the report is there."""
    data = pathlib.Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "enquete-definities"
    if not data.exists():
        pytest.skip("no sample files here")
    with House("demo") as house:
        leader = signed_in(house, "Marijke de Wit")
        region = leader.ask("/").headers["Location"].removeprefix(house.address)
        before = leader.ask(f"{region}/rounds").text.count("<tr>")
        page = f"{region}/instruments/new"
        shown = upload(leader, page, f"{region}/instruments/previews", data / "limesurvey-rse-nl-2017.tsv")
        assert shown.status == 200 and "Wat niet meegaat" in shown.text
        assert leader.ask(f"{region}/rounds").text.count("<tr>") == before, "kept before it was agreed on"
        form = shown.text[shown.text.index(f'action="{region}/instruments"'):].split("</form>")[0]
        hidden = {re.search(r'name="([^"]+)"', one).group(1): html.unescape(re.search(r'value="([^"]*)"', one).group(1))
                  for one in re.findall(r"<input[^>]+>", form)}
        made = leader.ask(f"{region}/instruments", hidden)
        assert made.status == 303
        round = made.headers["Location"].removeprefix(house.address)
        preview = leader.ask(f"{round}/preview/1")
        assert preview.status == 200 and "<form" in preview.text
        assert leader.ask(f"{round}/questions").status == 200
        again = leader.ask(f"{round}/questions.yaml")
        assert again.bytes.startswith(b"key:")
        assert act(leader, f"{round}/open-link", f"{round}/open-link").status == 303
        code = "".join(re.search(r'class="big code">([^<]+)<', leader.ask(f"{round}/open-link").text).group(1).split())
        opened = act(leader, f"{round}/openings", f"{round}/openings")
        assert opened.status == 303, re.sub("<[^>]+>", " ", opened.text)
        guest = Visitor(house)
        start = guest.ask(f"/join?code={code}").headers["Location"].removeprefix(house.address)
        own = act(guest, start, start, sector="education", level="tactical", together="alone")
        assert own.status == 303
        first = guest.ask(own.headers["Location"].removeprefix(house.address).split("#")[0].split("/themes")[0] + "/themes/1")
        assert first.status == 200 and "<form" in first.text


def act(visitor, page, action, **fields):
    """The form of a page with its hidden fields, sent."""
    form = visitor.ask(page).text
    form = form[form.index(f'action="{action}"'):].split("</form>")[0]
    hidden = {re.search(r'name="([^"]+)"', one).group(1): html.unescape(re.search(r'value="([^"]*)"', one).group(1))
              for one in re.findall(r'<input[^>]*type="hidden"[^>]*>', form)}
    return visitor.ask(action, {**hidden, **fields})
