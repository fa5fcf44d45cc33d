"""The coach's list on paper: names, meetings, open steps, what to mind; nothing of protected people but their number."""

from datetime import date

from sqlalchemy import select

from jobbpunkt import cases
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase
from jobbpunkt.people import details, on_paper
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from models.coaching import AgreedStep
from models.history import HistoryEntry
from models.vocabulary import CaseStatus, HistoryAction, Protection, Responsible


def test_the_list_holds_ones_own_participants(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        mine = details.create(uow, PersonData("Åsa", "Öberg", interpreter="tigrinska", contact_note="Ring inte hem")).record
        shielded = details.create(
            uow, PersonData("Bo", "Ek", protection=Protection.CONFIDENTIALITY_MARKING, contact_note="Bara brev")
        ).record
        another = details.create(uow, PersonData("Cia", "Al")).record
        for person, coach in ((mine, register.user.id), (shielded, register.user.id), (another, None)):
            cases.enrol(uow, NewCase(person, date(2020, 2, 3), coach_id=coach))
        for text in ("Ring IKEA", "Uppdatera CV"):
            uow.add(AgreedStep(person_id=mine, text=text, responsible=Responsible.COACH))
    with register.reading() as uow:
        made = on_paper.document(uow, words_sv)
    assert made.counts == ((CaseStatus.ENROLLED, 2),)
    by_name = {line.name: (line.open_steps, line.interpreter, line.mind) for line in made.lines}
    assert by_name == {"Åsa Öberg": (2, "tigrinska", "Ring inte hem"), "Skyddade uppgifter (1002)": (0, "", "")}


def test_each_person_on_a_printed_list_has_it_in_their_history(register: Register) -> None:
    with register.writing() as uow:
        person = details.create(uow, PersonData("Åsa")).record
        cases.enrol(uow, NewCase(person, date(2020, 2, 3), coach_id=register.user.id))
    with register.writing() as uow:
        on_paper.note_printed(uow)
    with register.reading() as uow:
        noted = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.action == HistoryAction.PRINTED)).one()
    assert (noted.person_id, noted.reason) == (person, "caseload")
