"""People: names, protection, the caseload and the checks of what is typed."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from jobbpunkt import cases
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase
from jobbpunkt.people import details, names, notes
from jobbpunkt.people.caseload import CaseloadFilter, caseload
from jobbpunkt.people.details import PersonData
from jobbpunkt.people.timeline import timeline
from jobbpunkt.register import finding
from jobbpunkt.register.opening import Register
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.history import HistoryEntry
from models.vocabulary import CaseStatus, Protection, Sex

ASA = PersonData("Åsa", "Öberg", identity_number="19980504-2398", phone="0701740620", email="Asa@Example.se", district="Bäckby")


def _add(register: Register, data: PersonData = ASA) -> details.PersonDetails:
    with register.writing() as uow:
        change = details.create(uow, data)
    with register.reading() as uow:
        return details.details(uow, change.record)


def test_a_person_is_stored_tidied(register: Register) -> None:
    person = _add(register, replace(ASA, given_name="  Åsa\u0000 ", family_name="O\u0308berg"))
    assert person.data.given_name == "Åsa"
    assert person.data.family_name == "Öberg"
    assert person.data.identity_number == "199805042398"
    assert (person.data.birth_year, person.data.birth_date) == (1998, date(1998, 5, 4))
    assert person.data.sex is Sex.MAN
    assert (person.data.phone, person.data.email) == ("070-174 06 20", "Asa@example.se")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_name", "   "),
        ("given_name", "N" * 300),
        ("identity_number", "199805042399"),
        ("phone", "ring mig"),
        ("email", "nobody"),
        ("birth_date", date(2999, 1, 1)),
        ("birth_year", 1750),
    ],
)
def test_bad_input_names_its_field_and_changes_nothing(register: Register, field: str, value: object) -> None:
    data = replace(PersonData("Åsa"), **{field: value})  # type: ignore[arg-type]
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        details.create(uow, data)
    assert refused.value.field == field
    with register.reading() as uow:
        assert caseload(uow) == ()


def test_a_stale_save_is_refused(register: Register) -> None:
    person = _add(register)
    with register.writing() as uow:
        details.change(uow, person.id, person.version, replace(person.data, city="Västerås"))
    with pytest.raises(Stale), register.writing() as uow:
        details.change(uow, person.id, person.version, replace(person.data, city="Sala"))


def test_a_protected_person_is_sealed_everywhere(register: Register, words_sv: Words) -> None:
    person = _add(register, replace(ASA, protection=Protection.CONFIDENTIALITY_MARKING, street="Hemligagatan 7"))
    assert not person.revealed
    assert person.data.street == person.data.given_name == person.data.phone == ""
    with register.reading() as uow:
        assert names(uow, [person.id])[person.id].shown(words_sv) == f"Skyddade uppgifter ({person.name.reference})"
        assert finding.find(uow, "Öberg") == ()
        assert [hit.record for hit in finding.find(uow, str(person.name.reference))] == [person.id]
        stored = json.dumps([list(map(str, row)) for row in uow.session.execute(text("SELECT * FROM person"))])
        told = json.dumps(list(uow.session.scalars(text("SELECT after FROM history_entry WHERE noun = 'person'"))))
    for typed in ("Öberg", "Hemligagatan", "199805042398", "0701740620"):
        assert typed not in stored
        assert typed not in told


def test_papers_are_sealed_when_a_person_becomes_protected(register: Register) -> None:
    person = _add(register)
    with register.writing() as uow:
        made = cvs.create(uow, NewWritten(person.id, "CV"), {"basics": {"name": "Åsa Öberg", "summary": "Kanariefågeln sjunger"}})
    with register.writing() as uow:
        details.change(uow, person.id, person.version, replace(person.data, protection=Protection.CONFIDENTIALITY_MARKING))
    with register.writing() as uow:
        stored = json.dumps([list(map(str, row)) for row in uow.session.execute(text("SELECT * FROM cv_version"))])
        assert "Kanarie" not in stored
        assert cvs.get(uow, made.record).content["basics"]["summary"] == "Kanariefågeln sjunger"


def test_revealing_a_protected_person_is_told_first(register: Register) -> None:
    person = _add(register, replace(ASA, protection=Protection.PROTECTED_REGISTRATION))
    with pytest.raises(InvalidInput), register.writing() as uow:
        details.reveal(uow, person.id, "  ")
    with register.writing() as uow:
        shown = details.reveal(uow, person.id, "Ringer om intervjun")
    assert (shown.data.given_name, shown.data.birth_date) == ("Åsa", date(1998, 5, 4))
    with register.reading() as uow:
        told = [one for one in uow.session.query(HistoryEntry).filter_by(person_id=person.id) if one.reason]
        assert [(one.reason, one.user_id) for one in told] == [("Ringer om intervjun", register.user.id)]


def test_the_caseload_searches_beginnings_without_accents(register: Register) -> None:
    asa = _add(register)
    _add(register, PersonData("Bengt", "Ek"))
    with register.reading() as uow:
        assert [row.id for row in caseload(uow, words="oberg as")] == [asa.id]
        assert [row.id for row in caseload(uow, words="199805")] == [asa.id]
        assert [row.name.text for row in caseload(uow)] == ["Bengt Ek", "Åsa Öberg"]
        assert caseload(uow, words='"*( OR') == ()


def test_the_filters_follow_the_latest_enrolment(register: Register) -> None:
    person = _add(register)
    today = register.clock.today()
    with register.writing() as uow:
        new = NewCase(person.id, today - timedelta(days=90), coach_id=register.user.id)
        opened = cases.enrol(uow, new)
    with register.reading() as uow:
        assert [row.status for row in caseload(uow, shown=CaseloadFilter.MINE)] == [CaseStatus.ENROLLED]
        assert len(caseload(uow, shown=CaseloadFilter.NO_CONTACT)) == 1
        assert caseload(uow, shown=CaseloadFilter.NEW) == ()
        assert caseload(uow, shown=CaseloadFilter.WAITING) == ()
        assert cases.of_person(uow, person.id)[0].id == opened.record


def test_a_note_is_of_a_day_that_has_come(register: Register) -> None:
    person, tomorrow = _add(register), date(2020, 6, 16)
    with pytest.raises(InvalidInput, match="has not come yet"), register.writing() as uow:
        notes.add(uow, person.id, "Vill börja jobba i höst", on=tomorrow)
    with register.writing() as uow:
        note = notes.add(uow, person.id, "Vill börja jobba i höst").record
    with pytest.raises(InvalidInput, match="has not come yet"), register.writing() as uow:
        notes.change(uow, note, 1, "Vill börja jobba i höst", on=tomorrow)


def test_the_timeline_gathers_what_happened_newest_first(register: Register) -> None:
    person = _add(register)
    with register.writing() as uow:
        cases.enrol(uow, NewCase(person.id, date(2020, 2, 3), enrolled_on=date(2020, 2, 10)))
        notes.add(uow, person.id, "Vill börja jobba i höst", on=date(2020, 3, 1))
    with register.reading() as uow:
        moments = timeline(uow, person.id)
    assert [(moment.on, moment.title) for moment in moments] == [
        (date(2020, 3, 1), "Note"),
        (date(2020, 2, 10), "Enrolled"),
        (date(2020, 2, 3), "Registered"),
    ]
