"""What people take along: workbooks, dates and a square for a camera, read by other makers' programs."""
import csv
import io
import re
import subprocess
import urllib.parse

import icalendar
import openpyxl
import pytest
from people import OPEN_CODE, browser_context, signed_in


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
