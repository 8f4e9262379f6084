"""The whole story on an empty server, as people would live it: from the first click to agreed actions, with and without script (W3)."""
import email
import email.policy
import re
from datetime import date, timedelta

import pytest
from acting import Actor

from house import House

PASSWORD = "vier losse woorden samen"
PARTNERS = """naam;sector;plaats;soort;omvang
Blom Installatie;ondernemers;Oeverstad;installatiebedrijf;12
Gemeente Plasland;overheid;Plasland;gemeente;300
Techniekcollege Midden;onderwijs;Middelrijn;mbo-school;800
"""
PEOPLE = """naam;e-mail;rol;organisatie;niveau
Peter Blom;peter@blom.example;contactpersoon;Blom Installatie;bestuur
Lieke Bergman;lieke@plasland.example;stuurgroeplid;Gemeente Plasland;bestuur
"""
REWORDED = "Zien leerlingen techniek voordat ze kiezen?"
ADDED = "Wat moet er morgen anders?"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_first_click_to_agreed_actions(chromium, script):
    with House("serve") as house:
        story = Story(chromium, house, script)
        try:
            story.play()
        finally:
            print("\n".join(house.lines[-20:]))
            for actor in story.actors:
                actor.leave()
        problems = sorted({problem for actor in story.actors for problem in actor.problems})
        assert not problems, "\n" + "\n".join(problems)
        assert not [line for line in house.lines if " error " in line], house.lines


class Story:
    def __init__(self, chromium, house, script):
        self.chromium, self.house, self.script = chromium, house, script
        self.actors, self.seen = [], set()

    def actor(self, name, phone=False):
        actor = Actor(self.chromium, self.house, name, self.script, phone, self.seen)
        self.actors.append(actor)
        return actor

    def play(self):
        link = self.found_a_programme()
        self.begin_as_leader(link)
        self.add_partners()
        self.add_people()
        self.hold_a_round_in_the_open()
        self.hold_a_round_in_confidence()

    # Setting up

    def found_a_programme(self):
        """Whoever has the one-time link is the first person; the project leader's link is shown once."""
        first = next(line for line in self.house.lines if "/welcome/" in line)
        office = self.actor("office").open(first)
        office.fill(programme="Vakwerk", name="Ton Verhagen", email="ton@bureau.example", password=PASSWORD,
                    password_again=PASSWORD).click("Beginnen")
        self.actor("a second finder").open(first).shows("Deze link werkt niet meer")
        if "Vakwerk" not in office.headline:
            office.click("Vakwerk")
        office.click("Nieuwe regio").fill(
            name="Rijnstreek", leader_name="Marijke de Wit", leader_email="marijke@rijnschool.example").click("Regio maken")
        link = office.page.locator("input[value*='/welcome/']").input_value()
        office.click("Terug naar het programma").shows("Rijnstreek", "Marijke de Wit")
        assert link not in office.page.content()
        return link

    def begin_as_leader(self, link):
        self.leader = self.actor("leader").open(link)
        self.leader.fill(password="kort", password_again="kort").click("Beginnen").shows("Dit klopt nog niet")
        self.leader.fill(password=PASSWORD, password_again=PASSWORD).click("Beginnen")
        self.leader.page.locator("summary", has_text="Marijke de Wit").click()
        self.leader.click("Uitloggen")
        self.leader.open("/sign-in").fill(email="marijke@rijnschool.example", password="verkeerd woord hier").click("Inloggen")
        self.leader.fill(email="marijke@rijnschool.example", password=PASSWORD).click("Inloggen")
        if self.leader.headline != "Rijnstreek":
            self.leader.click("Rijnstreek")
        self.region = self.leader.path

    def add_partners(self):
        leader = self.leader.click("Partners toevoegen").click("Voeg een partner toe").click("Toevoegen")
        leader.shows("Dit klopt nog niet")
        leader.fill(name="Rijnschool", place="Alderveen").choose("onderwijs").click("Toevoegen").shows("Rijnschool")
        leader.click("Plak rijen uit een spreadsheet").fill(rows=PARTNERS.replace("overheid", "landsbestuur"))
        leader.click("Bekijk wat er gebeurt").shows("Eén rij klopt nog niet", "Er is nog niets overgenomen")
        leader.fill(rows=PARTNERS).click("Bekijk wat er gebeurt").shows("Alles klopt: 3 nieuw")
        leader.click("Neem alle rijen over").click("Naar de lijst").shows("Blom Installatie", "Gemeente Plasland")

    def add_people(self):
        leader = self.leader.open(f"{self.region}/people").click("Voeg iemand toe")
        leader.fill(name="Samira Haddad", email="samira@rijnschool.example").pick("role", "deelprojectleider")
        leader.pick("partner", "Rijnschool").choose("Stuurt aan").click("Toevoegen").shows("Samira Haddad")
        leader.open(f"{self.region}/imports/people").fill(rows=PEOPLE).click("Bekijk wat er gebeurt")
        leader.shows("Alles klopt: 2 nieuw").click("Neem alle rijen over").click("Naar de lijst").shows("Peter Blom", "Lieke Bergman")

    # Composing

    def compose(self, instrument):
        leader = self.leader.open(self.region).click("Rondes").click("Stel een ronde samen")
        card = leader.page.locator("li", has=leader.page.locator(f"#{instrument}"))
        leader.click("Kies deze", within=card)
        return leader.path

    def hold_a_round_in_the_open(self):
        leader = self.leader
        self.round = self.compose("self-scan")
        leader.shows("Nog niet klaar om te openen")
        self.change_the_questions()
        self.settle("open", title="Zelfscan van start", promise="organisatie")
        self.invite()
        self.preview()
        self.code = self.make_open_link()
        self.open_the_round()
        self.answer_the_open_round()
        self.follow()
        self.close_and_read()
        self.talk()
        self.give_back()
        leader.open(self.round).click("Rond de ronde af").click("Rond de ronde af").shows("De ronde is afgerond")

    def change_the_questions(self):
        leader = self.leader.open(f"{self.round}/selection")
        for box in leader.page.locator("fieldset").nth(0).locator("input:checked").all()[:1:-1]:
            box.uncheck()
        for number in range(2, leader.page.locator("fieldset").count()):
            for box in leader.page.locator("fieldset").nth(number).locator("input:checked").all()[::-1]:
                box.uncheck()
        leader.click("Bewaar de keuze").shows("6 vragen in 2 thema's")
        first = leader.page.locator("section.asked-theme ol > li").nth(0)
        leader.click(re.compile("^Pas aan"), within=first).fill(text=REWORDED).click("Bewaar de vraag").shows(REWORDED)
        second = leader.page.locator("section.asked-theme ol > li").nth(1)
        leader.click(re.compile("^Haal weg"), within=second).shows("5 vragen in 2 thema's")
        leader.click(re.compile("^Voeg een vraag toe"), within=leader.page.locator("section.asked-theme").nth(0))
        leader.click("Voeg de vraag toe").shows("Dit klopt nog niet")
        leader.fill(text=ADDED).choose("Open tekst").click("Voeg de vraag toe").shows(ADDED, "6 vragen")

    def settle(self, privacy, title, promise):
        leader = self.leader.open(self.round).click("Kies open of vertrouwelijk")
        leader.page.locator(f"input[name=privacy][value={privacy}]").check()
        leader.click("Bewaar deze keuze").shows(promise).click("Pas titel en dagen aan")
        leader.fill(title=title, closes=str(date.today() + timedelta(days=14))).click("Bewaar de planning").shows(title)

    def invite(self):
        leader = self.leader.click("Nodig mensen uit").choose("bestuur").click("Laat zien wie dat zijn").shows("Nodig deze mensen uit")
        leader.click("Nodig deze mensen uit").shows("Peter Blom", "Lieke Bergman").hides("Samira Haddad")
        leader.click("Voeg mensen toe met naam en e-mail")
        leader.fill(**{"guests": "Noor Smit; noor@midden.example; Techniekcollege Midden"}).click("Laat zien wat er gebeurt")
        leader.shows("Noor Smit").click("Nodig deze mensen uit").shows("Noor Smit")

    def preview(self):
        leader = self.leader.open(self.round).click("Bekijk als deelnemer").shows("Voorbeeld", "Zelfscan van start")
        leader.click("Beginnen").shows(REWORDED).click("Verder naar thema 2").click("Klaar").shows("Dank u wel")

    def make_open_link(self):
        leader = self.leader.open(f"{self.round}/open-link").click("Maak een open link")
        return leader.page.locator(".code").inner_text()

    def open_the_round(self):
        self.actor("too early", phone=True).open(f"/join?code={self.code}").shows("nog niet open")
        self.leader.open(self.round).click("Open de ronde").click("Open de ronde").shows("De ronde is open")

    def letter_to(self, address):
        for path in (self.house.folder / "letters").glob("*.eml"):
            letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            text = letter.get_body(("plain",)).get_content()
            if address in letter["To"] and self.round_title in text:
                return letter, re.search(r"https?://\S+/a/\w+", text).group(0)
        raise AssertionError(f"no letter to {address}")

    # Answering

    def answer_the_open_round(self):
        self.round_title = "Zelfscan van start"
        letter, link = self.letter_to("noor@midden.example")
        assert "Rijnstreek" in letter["Subject"]
        self.respondents = [self.answer_half_and_resume(link)]
        self.respondents.append(self.answer_by_code("ondernemers", "Blom Installatie", 0, "Bel ons wat eerder."))
        self.respondents.append(self.answer_by_code("onderwijs", "Rijnschool", 3, "Meer tijd voor docenten."))

    def answer_half_and_resume(self, link):
        """Begins on a phone, stops, goes on with the same link elsewhere, and changes an answer."""
        phone = self.actor("Noor on the bus", phone=True).open(link).shows("Dag Noor Smit", "Wie ziet dit?")
        phone.choose("namens mezelf").click("Beginnen").shows("Thema 1 van 2", REWORDED)
        phone.choose("Soms").click("Verder naar thema 2").shows("bewaard om")
        noor = self.actor("Noor at home", phone=True).open(link).shows("Verder met thema")
        noor.click("In-, door- en uitstroom")
        assert noor.page.locator("label", has_text="Soms").first.locator("input").is_checked()
        noor.choose("Vanzelfsprekend").click("Verder naar thema 2").click("Klaar").shows("Dank u wel")
        noor.click("Wijzig uw antwoorden").click("In-, door- en uitstroom")
        assert noor.page.locator("label", has_text="Vanzelfsprekend").first.locator("input").is_checked()
        noor.address = link
        return noor

    def answer_by_code(self, sector, partner, level, words):
        phone = self.actor(f"{sector} by code", phone=True).open("/join").fill(code=f" {self.code.lower()} ").click("Naar de vragen")
        phone.shows("Wie ziet dit?").choose(sector)
        if partner:
            phone.pick("partner", partner)
        phone.choose("U doet het werk zelf").click("Beginnen").shows("Bewaar uw eigen link")
        phone.address = phone.page.url.split("/themes/")[0]
        self.fill_in(phone, level, words)
        return phone

    def fill_in(self, phone, level, words):
        while "Thema " in phone.text[:40]:
            for question in phone.page.locator("fieldset.question").all():
                boxes = question.locator("input[type=radio]")
                if boxes.count():
                    boxes.nth(min(level, boxes.count() - 2)).check()
                elif question.locator("textarea").count():
                    question.locator("textarea").first.fill(words)
            phone.click(re.compile("^(Verder naar thema|Klaar)"), exact=False)
        phone.shows("Dank u wel")

    # After

    def follow(self):
        self.leader.open(self.round).click("Bekijk wie er mist").shows("Per sector", "1 van")
        assert "Noor" not in self.leader.page.locator("h2:has-text('Nog niet') + *").all_inner_texts().__str__()

    def close_and_read(self):
        leader = self.leader.open(self.round).click("Sluit de ronde eerder").click("Sluit de ronde").shows("De ronde is gesloten")
        leader.open(self.round).click("Lees het verslag").shows("3")
        report = leader.path
        links = [one.get_attribute("href") for one in leader.page.locator("main a").all()]
        self.read_everything(report, links)
        late = self.actor("too late", phone=True).open(self.respondents[1].address).shows("Deze ronde is gesloten")
        late.leave()

    def read_everything(self, report, links):
        """Each page of the report; the open answer and the reworded question stand somewhere."""
        texts, files = "", 0
        for link in dict.fromkeys(links):
            if link.startswith(report) and link.endswith((".csv", ".xlsx")):
                files += 1
                answer = self.leader.context.request.get(link)
                assert answer.status == 200 and "attachment" in answer.headers["content-disposition"]
            elif link.startswith(report):
                texts += self.leader.open(link).text
        assert REWORDED in texts and "Bel ons wat eerder." in texts, texts[:3000]
        assert files, "the report offers no file"

    def talk(self):
        leader = self.leader.open(self.round).click("Leg het gesprek vast")
        leader.fill(held_on=str(date.today()), place="Alderveen", notes="Bedrijven willen eerder gebeld worden.").click("Bewaar dit")
        leader.shows("in Alderveen").click("Voeg een bevinding toe").click("Bewaar de bevinding").shows("Dit klopt nog niet")
        leader.fill(text="Bedrijven horen te laat wat scholen nodig hebben.")
        fold = leader.page.locator("details.theme").first
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        leader.choose(REWORDED).click("Bewaar de bevinding").shows("Eén bevinding, nog zonder actie")
        leader.click("Maak hier een actie van").shows("Bedrijven horen te laat")
        leader.fill(what="Iets doen")
        if self.script:
            leader.page.locator(".advice dt").first.wait_for()
        leader.fill(what="Zes docenten lopen een dag mee bij Blom Installatie.", serves="Lessen die passen bij het werk.",
                    until=str(date.today() + timedelta(days=60))).pick("owner", "Peter Blom")
        leader.click("Voeg de actie toe").open(f"{self.region}/actions").shows("Zes docenten", "Peter Blom")
        leader.open(f"{self.round}/conversation").shows("Eén bevinding, met een actie")

    def give_back(self):
        leader = self.leader.open(self.round).hides("Rond de ronde af")
        leader.click("Geef de uitkomst terug").click("Geef de uitkomst terug").shows("Wie antwoordde kan de uitkomst nu lezen")
        for one in self.respondents:
            one.open(one.address).shows("De uitkomst van Zelfscan van start", "Uw eigen antwoorden")

    # In confidence

    def hold_a_round_in_confidence(self):
        """Three answers are too few: nobody sees a figure or a word of them, except on their own link."""
        self.round = self.compose("swot")
        self.settle("confidential", title="Sterk en zwak van start", promise="vertrouwelijk")
        self.code = self.make_open_link()
        self.leader.open(self.round).click("Open de ronde").click("Open de ronde")
        secret = "Onze directeur wil niet."
        people = [self.answer_swot(secret) for _ in range(3)]
        self.leader.open(f"{self.round}/coverage").hides(secret)
        self.leader.open(self.round).click("Sluit de ronde eerder").click("Sluit de ronde").open(f"{self.round}/report").shows("Te weinig antwoorden").hides(secret)
        self.leader.open(self.round).click("Geef de uitkomst terug").click("Geef de uitkomst terug")
        for one in people:
            one.open(one.address).shows("Te weinig", secret)

    def answer_swot(self, words):
        phone = self.actor("in confidence", phone=True).open(f"/join?code={self.code}").shows("vertrouwelijk")
        phone.choose("dat zeg ik liever niet").choose("U doet het werk zelf").click("Beginnen")
        phone.address = phone.page.url.split("/themes/")[0]
        self.fill_in(phone, 0, words)
        return phone
