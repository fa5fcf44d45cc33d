"""The paper that sums an enrolment up, printed without the window and read back."""

from datetime import date
from pathlib import Path
from uuid import UUID

from pypdf import PdfReader

from jobbpunkt import cases, closing, coaching
from jobbpunkt.base.clock import Clock
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.closing import Ending
from jobbpunkt.coaching import StepWords
from models.history import HistoryEntry
from models.vocabulary import ClosureReason, EmploymentForm, HistoryAction, Livelihood, OutcomeKind, Role
from tests.cli.conftest import Command, refused
from tests.colleagues import colleague
from tests.registers import opened

STEPS = ("Skriva klart CV", "Ringa tre arbetsgivare", "Öva intervju")


def _enrolled(place: str, clock: Clock, person: str) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        came = (Livelihood.INCOME_SUPPORT,)
        cases.enrol(uow, NewCase(UUID(person), date(2020, 2, 3), coach_id=register.user.id, before=came))
        for text in STEPS:
            step = coaching.add_step(uow, UUID(person), StepWords(text)).record
            coaching.tick_step(uow, step, 1, on=date(2020, 5, 4))


def _ended(place: str, clock: Clock, person: str) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        (case,) = cases.of_person(uow, UUID(person))
        job = NewOutcome(case.id, OutcomeKind.WORK, "Bäckby Städ", date(2020, 6, 16), EmploymentForm.HOURLY, 75)
        went = Ending(date(2020, 6, 15), ClosureReason.WORK, "", job, after=(Livelihood.SALARY,))
        closing.end(uow, case.id, case.version, went)


def test_it_is_printed_by_the_id_that_the_list_shows(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    _enrolled(place, clock, person)
    _ended(place, clock, person)
    (row,) = command("list", "people", "--register", place, "--format", "json").value
    out = tmp_path / "avslut.pdf"
    assert command("print", "closing", "--id", row["id"], "--register", place, "--out", out).code == 0
    (page,) = PdfReader(out).pages
    said = " ".join(page.extract_text().split())
    wanted = ("Work", "Bäckby Städ", "Hourly employment, 75 %", "Income support", "Salary", "3 February 2020", *STEPS)
    assert [part for part in wanted if part not in said] == []
    with opened(place, clock) as register, register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
        assert [(entry.noun, str(entry.person_id)) for entry in printed] == [("case_file", person)]


def test_before_it_has_ended_there_is_nothing_to_print(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    _enrolled(place, clock, person)
    out = tmp_path / "avslut.pdf"
    printing = ("print", "closing", "--register", place, "--out", out, "--id")
    assert "has not ended" in refused(command(*printing, person))
    assert refused(command(*printing, "01a20b7f-303c-7753-bf0e-3fb508eb8267"))
    assert not out.exists()


def test_who_may_not_read_notes_gets_no_paper(place: str, person: str, clock: Clock, command: Command, tmp_path: Path) -> None:
    _enrolled(place, clock, person)
    _ended(place, clock, person)
    with opened(place, clock) as register, colleague(register, [Role.SUPERVISOR]) as other:
        login = other.user.login
    out = tmp_path / "avslut.pdf"
    assert refused(command("print", "closing", "--id", person, "--register", place, "--user", login, "--out", out))
    assert not out.exists()
