"""What a person lives on before and after an enrolment: asked, kept, told, put right, undone, printed and taken out."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from jobbpunkt import cases, closing
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.cases import CaseFacts, CaseView, NewCase
from jobbpunkt.closing import Ending
from jobbpunkt.documents.closing import render_closing
from jobbpunkt.exchange.everything import export
from jobbpunkt.exchange.titles import titles
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import gate, undo
from jobbpunkt.register.opening import Register
from models.vocabulary import ClosureReason, Livelihood, Referrer, Role
from tests.colleagues import colleague
from tests.documents.every import poppler_text
from tests.exported import ERRAND, read

START, END = date(2020, 2, 3), date(2020, 6, 15)
BEFORE = (Livelihood.ESTABLISHMENT_BENEFIT, Livelihood.INCOME_SUPPORT)
ENDED = Ending(END, ClosureReason.OWN_WISH, after=(Livelihood.SALARY,))


@pytest.fixture
def person(register: Register) -> UUID:
    with register.writing() as uow:
        key = details.create(uow, PersonData("Åsa", "Öberg")).record
        cases.enrol(uow, NewCase(key, START, coach_id=register.user.id, before=tuple(reversed(BEFORE))))
    return key


def _case(register: Register, person: UUID) -> CaseView:
    with register.reading() as uow:
        return cases.of_person(uow, person)[0]


def _ended(register: Register, person: UUID) -> CaseView:
    case = _case(register, person)
    with register.writing() as uow:
        closing.end(uow, case.id, case.version, ENDED)
    return _case(register, person)


def test_it_is_asked_at_the_beginning_and_at_the_end_and_each_can_be_undone(register: Register, person: UUID) -> None:
    case = _case(register, person)
    assert (case.before, case.after) == (BEFORE, ()), "in the order of the list, however it was chosen"
    with register.writing() as uow:
        change = closing.end(uow, case.id, case.version, ENDED)
    ended = _case(register, person)
    assert (ended.before, ended.after) == (BEFORE, (Livelihood.SALARY,))
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _case(register, person).after == ()


def test_both_are_put_right_and_an_enrolment_that_is_open_again_has_no_after(register: Register, person: UUID) -> None:
    case = _ended(register, person)
    facts = CaseFacts(START, Referrer.SELF, START, None, None, None, END, ClosureReason.OWN_WISH)
    with register.writing() as uow:
        right = replace(facts, before=(Livelihood.NONE,), after=(Livelihood.STUDENT_FINANCE,))
        change = cases.correct(uow, case.id, case.version, right)
    found = _case(register, person)
    assert (found.before, found.after) == ((Livelihood.NONE,), (Livelihood.STUDENT_FINANCE,))
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    found = _case(register, person)
    assert (found.before, found.after) == (BEFORE, (Livelihood.SALARY,))
    with register.writing() as uow:
        cases.reopen(uow, found.id, found.version)
    assert _case(register, person).after == ()


@pytest.mark.parametrize("field", ["before", "after"])
def test_none_and_some_at_once_is_refused_at_its_field(register: Register, person: UUID, field: str) -> None:
    case = _ended(register, person)
    facts = CaseFacts(START, Referrer.SELF, START, None, None, None, END, ClosureReason.OWN_WISH)
    both = (Livelihood.NONE, Livelihood.SALARY)
    wrong = replace(facts, before=both) if field == "before" else replace(facts, after=both)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        cases.correct(uow, case.id, case.version, wrong)
    assert refused.value.field == field


def test_the_paper_says_both_in_words(register: Register, person: UUID, words_sv: Words) -> None:
    _ended(register, person)
    with register.reading() as uow:
        paper = closing.document(uow, person, words_sv)
    assert (paper.before, paper.after) == (BEFORE, ENDED.after)
    told = poppler_text(render_closing(paper))
    assert "Etableringsersättning, Försörjningsstöd" in told
    assert "Lön" in told


def test_it_is_told_only_to_who_may_see_notes(register: Register, person: UUID) -> None:
    _ended(register, person)
    for role, seen in ((Role.COACH, (BEFORE, ENDED.after)), (Role.PROJECT_LEAD, ((), ()))):
        with colleague(register, [role]) as other:
            with other.writing() as uow:
                gate.open_anyway(uow, person, "följer upp året")
            case = _case(other, person)
            assert (case.before, case.after) == seen, role


def test_everything_taken_out_says_it_in_words(register: Register, person: UUID, words_sv: Words, tmp_path: Path) -> None:
    _ended(register, person)
    name = titles("sv").file("case_file")
    files = read(export(register, tmp_path / "allt.zip", ERRAND, words_sv))
    (row,) = csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode("utf-8-sig"), newline=""), delimiter=";")
    (plain,) = json.loads(files[f"json/{name}.json"])
    assert (row["Före"], row["Efter"]) == ("Etableringsersättning, Försörjningsstöd", "Lön")
    assert (plain["Före"], plain["Efter"]) == (["Etableringsersättning", "Försörjningsstöd"], ["Lön"])
