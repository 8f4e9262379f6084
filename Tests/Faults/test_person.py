"""`regio person`: a way back in for who lost a password, made on the machine while the server runs."""
import os
import re
import subprocess

from cast import sign_in_as
from house import House, Visitor, binary
from seeding import opened

WORDS = "een nieuwe zin met regen"


def person(folder, *arguments):
    done = subprocess.run([str(binary()), "person", *arguments], capture_output=True, text=True, timeout=60,
                          env=dict(os.environ, REGIO_FOLDER=str(folder), REGIO_ADDRESS="http://regio.test"))
    return done.returncode, done.stdout.strip(), done.stderr.strip()


def test_a_lost_password_has_a_way_back_while_the_server_runs(world):
    with House("demo", folder=world) as house:
        database = opened(house)
        email, = database.execute("SELECT m.email FROM person m JOIN holding h ON h.person = m.id WHERE h.role = 'office' LIMIT 1").fetchone()
        code, link, _ = person(world, email)
        assert code == 0 and re.fullmatch(r"http://regio\.test/welcome/[0-9a-z]{26}", link)
        path = link.removeprefix("http://regio.test")
        visitor = Visitor(house)
        assert visitor.send(path, {"name": "Anna", "password": WORDS, "password-again": WORDS}).status == 303
        assert Visitor(house).ask(path).status == 404, "it works once"
        assert Visitor(house).send("/sign-in", {"email": email, "password": WORDS}).status == 303
        assert database.execute("SELECT COUNT(*) FROM act WHERE what = 'password-link-made'").fetchone() == (1,)
        database.close()
        assert path.split("/")[-1] not in house.output()


def test_who_or_what_is_not_there_is_said_in_one_sentence(world, tmp_path):
    for folder, arguments in [(world, ["niemand@voorbeeld.nl"]), (world, ["bo@voorbeeld.nl", "--office", "Niets", "--name", "Bo"]),
                              (tmp_path / "empty", ["bo@voorbeeld.nl"])]:
        code, out, error = person(folder, *arguments)
        assert code == 1 and out == "" and re.fullmatch(r"regio: [^\n]+\.", error), error
    assert not (tmp_path / "empty").exists()


def test_a_role_that_another_process_ends_opens_nothing_more(world):
    """A6: the server keeps what it read, but never past a change of the file, whoever makes it."""
    with House("demo", folder=world) as house:
        visitor = Visitor(house)
        home = f"/regions/{sign_in_as(visitor, 'project-leader')}"
        assert [visitor.ask(home).status for _ in range(3)] == [200] * 3
        database = opened(house)
        database.execute("UPDATE holding SET until_day = from_day WHERE role = 'project-leader'")
        database.commit()
        assert visitor.ask(home).status == 404
        database.close()
