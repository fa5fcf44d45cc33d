"""A field that a noun declares is everywhere: in its data, its check, among the facts, in the import, in the export, sealed."""

import dataclasses
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jobbpunkt.applications import ApplicationData
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.fields import TEXTS, Apart, Field, Kind
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.exchange import headings, spellings
from jobbpunkt.exchange.everything import export
from jobbpunkt.exchange.people import import_people
from jobbpunkt.exchange.titles import NOUNS, titles
from jobbpunkt.indicators import IndicatorData
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.people import details, facts
from jobbpunkt.people.fields import FIELDS, IDENTIFYING, PersonData
from jobbpunkt.places import PlaceData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.safety import ChemicalData, IntroductionData, ReceiptData
from jobbpunkt.series import SeriesData
from jobbpunkt.training import UnitData
from jobbpunkt.work import AreaData, TaskData
from models import tables
from models.person import Person
from models.vocabulary import Choice, Protection
from tests.exported import ERRAND, read

TYPED = {
    "application": ApplicationData,
    "assignment": NewAssignment,
    "campaign": CampaignDetails,
    "chemical": ChemicalData,
    "event_series": SeriesData,
    "indicator": IndicatorData,
    "introduction": IntroductionData,
    "key_receipt": ReceiptData,
    "organisation": OrganisationDetails,
    "person": PersonData,
    "place": PlaceData,
    "programme": ProgrammeData,
    "training_unit": UnitData,
    "work_area": AreaData,
    "work_task": TaskData,
}
# What can be emptied where it is sealed.
SEALABLE = TEXTS | {Kind.DAY, Kind.WHOLE, Kind.YEAR, Kind.YES_NO}


def said(field: Field) -> Any:
    """Return something that may stand in a field and is found again wherever the field is told."""
    match field.kind:
        case Kind.PHONE:
            return "070-174 06 05"
        case Kind.EMAIL:
            return "nagon@example.se"
        case Kind.IDENTITY:
            return "199010102383"
        case Kind.DAY:
            return date(1990, 10, 10)
        case Kind.YEAR:
            return 1990
        case Kind.YES_NO:
            return True
        case Kind.CHOICE:
            assert field.choices
            return list(field.choices)[1] if field.name != "protection" else Protection.NONE
        case _:
            return f"sagt om {field.name}"


ANYBODY = PersonData(**{field.name: said(field) for field in FIELDS})


def with_value(field: Field, value: Any) -> PersonData:
    changed: dict[str, Any] = {field.name: value}
    return dataclasses.replace(ANYBODY, **changed)


@pytest.mark.parametrize("table", NOUNS)
def test_the_fields_of_a_noun_are_those_of_its_data_and_its_table(table: str) -> None:
    names = [field.name for field in NOUNS[table]]
    assert sorted(names) == sorted(set(names))
    columns = {column.name for column in tables.metadata().tables[table].columns}
    assert sorted(name for name in names if name not in columns) == []
    assert sorted(names) == sorted(field.name for field in dataclasses.fields(TYPED[table]))


def test_a_person_says_of_each_field_whether_it_identifies_and_what_lists_call_it() -> None:
    assert [field.name for field in FIELDS if field.identifies is None] == [], "say whether it is sealed for the protected"
    assert [field.name for field in FIELDS if not field.headings] == [], "say what lists call it, or Apart and why none does"
    apart = [one for field in FIELDS for one in (field.headings, field.told) if isinstance(one, Apart)]
    assert all(one.reason for one in apart)


def test_a_heading_means_one_field_and_is_written_as_lists_are_read() -> None:
    every = Counter(title for titles_of in headings.KNOWN.values() for title in titles_of)
    assert [title for title, times in every.items() if times > 1] == []
    assert [title for title in every if title != headings._plain(title)] == []


def test_a_choice_that_lists_bring_has_its_spellings() -> None:
    brought = {field.name for field in FIELDS if field.kind is Kind.CHOICE and not isinstance(field.headings, Apart)}
    assert brought == set(spellings.CHOICES)
    assert {field.kind for field in FIELDS if field.name in headings.KNOWN} <= TEXTS | {Kind.DAY, Kind.YEAR, Kind.CHOICE}


def test_what_identifies_can_be_emptied() -> None:
    assert [field.name for field in IDENTIFYING if field.kind not in SEALABLE] == []


def test_a_person_keeps_and_tells_each_field(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        person = details.create(uow, ANYBODY).record
    with register.reading() as uow:
        found = details.details(uow, person)
    assert found.data == ANYBODY
    told = [fact for group in facts.groups(found.data, words_sv) for fact in group.facts]
    everything = "\n".join(value for _, value in told)
    for field in FIELDS:
        if not isinstance(field.told, Apart):
            assert words_sv(field.told or field.label) in [label for label, _ in told]
        if field.name not in {"protection", "birth_year", "given_name", "family_name"}:
            assert field.shown(said(field), words_sv) in everything, field.name


def test_a_text_that_is_too_long_is_refused_at_its_field(register: Register) -> None:
    for field in FIELDS:
        if field.kind in TEXTS:
            with register.writing() as uow, pytest.raises(InvalidInput) as refused:
                details.create(uow, with_value(field, "x" * 20_001))
            assert refused.value.field == field.name


def test_a_list_brings_each_field_that_has_a_heading(register: Register) -> None:
    brought = [field for field in FIELDS if not isinstance(field.headings, Apart) and field.kind is not Kind.CHOICE]
    rows = [";".join(field.headings[0] for field in brought if isinstance(field.headings, tuple))]
    rows.append(";".join(str(said(field)) for field in brought))
    with register.writing() as uow:
        done = import_people(uow, "\n".join(rows).encode())
    assert (done.created, done.ignored, done.errors) == (1, (), ())
    with register.reading() as uow:
        row = uow.session.query(Person).one()
        assert {field.name: getattr(row, field.name) for field in brought} == {field.name: said(field) for field in brought}


def test_an_export_holds_each_field_under_its_title(register: Register, tmp_path: Path, words_sv: Words) -> None:
    with register.writing() as uow:
        details.create(uow, ANYBODY)
    named = titles("sv")
    (person,) = json.loads(read(export(register, tmp_path / "allt.zip", ERRAND, words_sv))[f"json/{named.file('person')}.json"])
    for field in FIELDS:
        value = said(field)
        plain = words_sv(value.label) if isinstance(value, Choice) else value.isoformat() if isinstance(value, date) else value
        assert person[words_sv(field.title or field.label)] == plain


def test_what_identifies_is_sealed_and_comes_back(register: Register) -> None:
    hidden = dataclasses.replace(ANYBODY, protection=Protection.CONFIDENTIALITY_MARKING)
    with register.writing() as uow:
        person = details.create(uow, hidden).record
    with register.reading() as uow:
        row = uow.get(Person, person)
        assert {field.name: getattr(row, field.name) for field in IDENTIFYING} == {
            field.name: field.empty for field in IDENTIFYING
        }
    with register.writing() as uow:
        assert details.reveal(uow, person, "för provet").data == hidden
