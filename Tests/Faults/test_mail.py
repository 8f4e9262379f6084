"""Letters through a real mail server: Postfix with STARTTLS and a certificate of its own (C7, P2)."""
import email.utils
import re
import sqlite3
import time
import urllib.parse

import pytest

from cast import form_to, sign_in_as
from house import House, Visitor
from postoffice import PostOffice, ready
from seeding import add_round, opened

pytestmark = pytest.mark.skipif(not ready(), reason="Postfix is not here, or may not give its parts their own users")


def until(what, seconds=30):
    """Waits until `what()` is true; answers what it was."""
    limit = time.monotonic() + seconds
    while not (found := what()) and time.monotonic() < limit:
        time.sleep(0.1)
    return found


class Sender:
    """A project leader with a composed round for people at `addresses`."""

    def __init__(self, house, addresses, privacy="confidential"):
        self.house, self.visitor = house, Visitor(house)
        self.region = sign_in_as(self.visitor, "project-leader")
        _, self.round, self.secrets = add_round(house, people=len(addresses), state="composed")
        database = opened(house)
        database.execute("UPDATE round SET region = ?, threshold = ? WHERE id = ?",
                         (self.region, 5 if privacy == "confidential" else None, self.round))
        rows = database.execute("SELECT id, name FROM invitation WHERE round = ?", (self.round,)).fetchall()
        for (key, name) in rows:
            number = int(name[1:])
            database.execute("UPDATE invitation SET name = ?, email = ? WHERE id = ?", (f"Mens nummer {number}", addresses[number], key))
        database.commit()
        database.close()
        self.path = f"/regions/{self.region}/rounds/{self.round}"

    def step(self, name):
        return self.visitor.send(f"{self.path}/{name}", {}, page=self.path)

    def page(self, name="invitations"):
        answer = self.visitor.ask(f"{self.path}/{name}")
        assert answer.status == 200
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))

    def remind(self, number):
        return self.visitor.send(f"{self.path}/reminders", {"number": str(number)}, page=f"{self.path}/reminders")

    def answer(self, number):
        secret = self.secrets[number]
        visitor = Visitor(self.house)
        form = {"a-t0-q0": "1", "form-token": self.house.form_token(secret)}
        assert visitor.ask(f"/a/{secret}/all", form).status == 303

    def outbox(self, kind):
        database = sqlite3.connect(self.house.database)
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute("SELECT * FROM letter WHERE kind = ?", (kind,))]
        database.close()
        return rows


def box(count, place="box.test"):
    return [f"n{number}@{place}" for number in range(count)]


def receivers(office, subject=""):
    return sorted(mail["To"].addresses[0].addr_spec for mail in office.mails if subject in mail["Subject"])


def texts(mail):
    return [mail.get_body((kind,)).get_content() for kind in ("plain", "html")]


def test_c7_letters_wait_while_the_server_is_down_and_go_once_when_it_is_back(world):
    with PostOffice() as office:
        office.stop()
        with House("demo", folder=world, environment=office.settings()) as house:
            sender = Sender(house, box(6))
            began = time.monotonic()
            assert sender.step("openings").status == 303
            assert time.monotonic() - began < 3, "nobody waits for the mail server"
            assert until(lambda: "De mailserver neemt nu niets aan" in sender.page())
            page = sender.page()
            assert "6 brieven wachten nog" in page and "kwam de brief niet aan" not in page
            assert "letters wait: the mail server cannot be reached" in house.output()
            house.stop()
            house.start()
            office.start()
            assert until(lambda: len(office.mails) == 6)
            time.sleep(3)
            assert receivers(office) == sorted(box(6)), "each once"
            assert "wachten nog" not in sender.page()


def test_mutant_an_outbox_that_forgets_is_seen(world):
    with PostOffice() as office:
        office.stop()
        with House("demo", folder=world, environment=office.settings()) as house:
            sender = Sender(house, box(6))
            assert sender.step("openings").status == 303
            database = opened(house)
            database.execute("DELETE FROM letter WHERE recipient = 'n3@box.test'")
            database.commit()
            office.start()
            until(lambda: len(office.mails) >= 5)
            assert receivers(office) != sorted(box(6))


def test_the_sender_sees_who_was_refused_and_why_and_a_grey_list_is_waited_for(world):
    addresses = box(5) + ["weg@nergens.test", "eerst@later.test"]
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, addresses)
        assert sender.step("openings").status == 303
        assert until(lambda: len(office.mails) == 6), office.log
        page = sender.page()
        assert "Bij 1 mens kwam de brief niet aan" in page and "weg@nergens.test" in page
        assert "Dit adres bestaat niet, of niet meer." in page and "550 5.1.1" in page
        assert "eerst@later.test" in receivers(office)
        grey = next(row for row in sender.outbox("invitation") if row["recipient"] == "eerst@later.test")
        assert grey["attempts"] >= 1 and grey["delivered_at"]
        assert all("with ESMTPS" in mail["Received"] for mail in office.mails)
        time.sleep(3)
        assert office.log.count("550 5.1.1") == 1, "what is refused is not tried again"
        assert "nergens.test" not in house.output(), "the log names nobody"


def test_a_letter_is_whole_in_both_forms_and_names_one_receiver(world):
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, box(5))
        sender.step("openings")
        assert until(lambda: len(office.mails) == 5)
        for mail in office.mails:
            number = int(mail["To"].addresses[0].addr_spec[1:].split("@")[0])
            link = f"https://regio.test/a/{sender.secrets[number]}"
            plain, page = texts(mail)
            assert link in plain and f'href="{link}"' in page and "text/plain" == mail.get_body(("plain",)).get_content_type()
            assert not any(secret in plain + page for place, secret in enumerate(sender.secrets) if place != number)
            assert mail["From"].addresses[0].addr_spec == "noreply@regio.test" and mail["Message-ID"].endswith("@regio.test>")
            assert abs(email.utils.parsedate_to_datetime(mail["Date"]).timestamp() - time.time()) < 60
            assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
            assert not mail.defects and not any(part.defects for part in mail.walk())
        assert len({mail["Message-ID"] for mail in office.mails}) == 5


def test_one_click_ends_letters_and_looking_ends_nothing(world):
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, box(6), privacy="open")
        sender.step("openings")
        assert until(lambda: len(office.mails) == 6)
        off = {mail["To"].addresses[0].addr_spec: urllib.parse.urlparse(mail["List-Unsubscribe"].strip("<> \r\n")).path for mail in office.mails}
        someone = Visitor(house)
        shown = someone.ask(off["n0@box.test"])
        assert shown.status == 200 and shown.text.count("<button") == 1 and not shown.headers.get("Set-Cookie")
        assert someone.ask(off["n1@box.test"], {"iets": "anders"}).status != 200, "a form of another is refused"
        assert someone.ask(off["n1@box.test"][:-4] + "AAAA").status == 404
        answer = someone.ask(off["n2@box.test"], {"List-Unsubscribe": "One-Click"})
        assert answer.status == 200 and "U krijgt geen mail meer over rondes" in answer.text
        assert someone.send(off["n3@box.test"], {}).status == 200
        assert someone.send(off["n3@box.test"] + "/returns", {}, page=off["n3@box.test"]).status == 200, "and back"
        assert "gaat naar 5 mensen" in sender.page("reminders")
        assert sender.remind(1).status == 303
        assert until(lambda: len(office.mails) == 11)
        time.sleep(2)
        assert receivers(office, "Nog niet te laat") == ["n0@box.test", "n1@box.test", "n3@box.test", "n4@box.test", "n5@box.test"]
        database = opened(house)
        marks = [mark for mark, in database.execute("SELECT mark FROM mail_off")]
        assert len(marks) == 1 and not any(mark in off["n2@box.test"] for mark in marks), "hashed at rest"


def named_in_outbox(sender):
    """What the rows of reminders tell of whom they are for."""
    database = sqlite3.connect(sender.house.database)
    known = {word for row in database.execute("SELECT id, email, name FROM invitation WHERE round = ?", (sender.round,)) for word in row}
    database.close()
    return [word for row in sender.outbox("reminder") for word in known if any(word in str(value) for value in row.values())]


def test_p2_a_reminder_goes_to_who_did_not_answer_and_nothing_tells_who_that_was(world):
    addresses = box(8) + ["weg@nergens.test", "eerst@later.test"]
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, addresses)
        sender.step("openings")
        assert until(lambda: len(office.mails) == 9)
        for number in (0, 2, 5):
            sender.answer(number)
        page = sender.page()
        assert "Bij 1 mens kwam de brief niet aan" in page
        before = sender.page("reminders")
        assert "gaat naar" in before and "vertrouwelijk" in before and "gaat naar 7 mensen" not in before
        assert sender.remind(1).status == 303
        assert until(lambda: len(office.mails) == 15), "the grey one too"
        wanted = ["eerst@later.test"] + sorted(f"n{number}@box.test" for number in (1, 3, 4, 6, 7))
        assert receivers(office, "Nog niet te laat") == wanted
        rows = sender.outbox("reminder")
        assert len(rows) == 7 and named_in_outbox(sender) == []
        assert sorted(bool(row["trouble"]) for row in rows) == [False] * 6 + [True]
        assert sender.page() == page, "the refused reminder changes nothing on the page"
        assert sender.remind(1).status == 409, "a second click sends nothing"
        assert sender.remind(2).status == 303
        assert sender.remind(3).status == 409 and sender.remind(2).status == 409
        assert until(lambda: len(office.mails) == 21)
        assert form_to(sender.visitor.ask(f"{sender.path}/reminders").text, f"{sender.path}/reminders") is None
        page = sender.page("reminders")
        assert "Meer dan twee herinneringen sturen we niet" in page


def test_mutant_a_reminder_that_names_its_receiver_is_found(world):
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, box(6))
        database = opened(house)
        database.execute("INSERT INTO letter (id, recipient, name, subject, kind, reference, queued_at, delivered_at) "
                         "SELECT 'x', email, '', '', 'reminder', '', 1, 1 FROM invitation WHERE round = ? LIMIT 1", (sender.round,))
        database.commit()
        assert named_in_outbox(sender) != []


def test_the_result_goes_to_all_who_were_invited(world):
    with PostOffice() as office, House("demo", folder=world, environment=office.settings()) as house:
        sender = Sender(house, box(6))
        sender.step("openings")
        sender.answer(1)
        assert sender.step("closures").status == 303 and sender.step("returns").status == 303
        assert until(lambda: len(receivers(office, "De uitkomst van")) == 6)
        mail = next(mail for mail in office.mails if mail["Subject"].startswith("De uitkomst"))
        path = re.search(r"https://regio\.test(/a/[0-9a-z]{26})", texts(mail)[0]).group(1)
        assert "De uitkomst van" in Visitor(house).ask(path).text


def stays(office, house, words):
    """That six letters were tried, none went, and the log says why."""
    sender = Sender(house, box(6))
    sender.step("openings")
    assert until(lambda: words in house.output()), house.output()
    assert office.mails == [] and "6 brieven wachten nog" in sender.page()


def test_without_a_certificate_that_fits_no_letter_leaves(world):
    with PostOffice() as office, House("demo", folder=world, environment=office.settings(REGIO_SMTP_CA="")) as house:
        stays(office, house, "shows no certificate that is trusted")


def test_without_starttls_no_letter_leaves_in_the_clear(world):
    with PostOffice(is_encrypted=False) as office:
        with House("demo", folder=world, environment=office.settings()) as house:
            stays(office, house, "shows no certificate that is trusted")
        with House("demo", folder=world, environment=office.settings(REGIO_SMTP_STARTTLS="no")):
            assert until(lambda: len(office.mails) == 6), "unless that was said"


def test_the_account_opens_the_server_and_its_password_is_nowhere(world):
    account = {"REGIO_SMTP_USER": "regio", "REGIO_SMTP_PASSWORD": "geheim woord"}
    with PostOffice(wants_account=True) as office:
        with House("demo", folder=world, environment=office.settings(**account | {"REGIO_SMTP_PASSWORD": "mis"})) as house:
            stays(office, house, "refuses the account")
        with House("demo", folder=world, environment=office.settings(**account)) as house:
            assert until(lambda: len(office.mails) == 6)
            assert "geheim woord" not in house.output()


@pytest.mark.parametrize("settings, named", [
    ({"REGIO_SMTP_PORT": "25"}, "REGIO_SMTP_PORT"), ({"REGIO_SMTP_HOST": "a b"}, "REGIO_SMTP_HOST"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_STARTTLS": "no"}, "REGIO_SMTP_STARTTLS"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_STARTTLS": "misschien"}, "REGIO_SMTP_STARTTLS"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_USER": "u"}, "REGIO_SMTP_USER"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_PASSWORD": "geheim"}, "REGIO_SMTP_PASSWORD"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_CA": "/nowhere"}, "REGIO_SMTP_CA"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_FROM": "a@b.nl\r\nBcc: x@y.nl"}, "REGIO_SMTP_FROM"),
    ({"REGIO_SMTP_HOST": "a.nl", "REGIO_SMTP_PAUSE": "0"}, "REGIO_SMTP_PAUSE"),
])
def test_a_bad_setting_of_mail_stops_the_start(tmp_path, settings, named):
    from test_settings import is_one_sentence, started
    ended = started(tmp_path / "new", **settings)
    assert is_one_sentence(ended, named) and "geheim" not in ended.stderr, ended
