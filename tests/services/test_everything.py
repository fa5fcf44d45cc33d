"""Everything out in open formats: whole, readable without the program, and closed where right or key is missing."""

import csv
import io
import json
from datetime import date, time
from pathlib import Path
from shutil import disk_usage
from typing import Any

import pytest

from jobbpunkt import coaching, plans
from jobbpunkt.base.errors import InvalidInput, NotAllowed, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import MeetingFacts, NewSession
from jobbpunkt.exchange.archive import INDEX
from jobbpunkt.exchange.everything import Errand, export
from jobbpunkt.exchange.reach import tables
from jobbpunkt.exchange.rights import NEEDS
from jobbpunkt.exchange.titles import titles
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import GoalWords, NewPlan, Situation
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, PlanKind, Protection, Role, SessionKind
from tests.colleagues import EVERY_KEY, colleague
from tests.consents import agreed
from tests.exported import ERRAND, read

LITTLE = 16_384  # bytes left on a disk: less than the smallest register taken out
HEALTH, PROTECTED = "Sömnmål", "Hemligtnamn"


@pytest.fixture
def filled(register: Register, words_sv: Words) -> Register:
    with register.writing() as uow:
        open_person = create(uow, PersonData(given_name="=Åsa", own_goal="rad 1\nrad 2; <b>"))
        hidden = create(uow, PersonData(given_name=PROTECTED, protection=Protection.PROTECTED_REGISTRATION, own_goal=PROTECTED))
        agreed(uow, open_person.record)
        for kind, title in ((PlanKind.CAREER, "Karriärmål"), (PlanKind.HEALTH, HEALTH)):
            made = plans.create(uow, NewPlan(open_person.record, kind, Situation(date(2020, 6, 15), current=title))).record
            plans.add_goal(uow, plan_id=made, words=GoalWords(title))
            plans.adopt(uow, plan_id=made, version=plans.view(uow, made).version, words=words_sv)
        facts = MeetingFacts(SessionKind.COACHING, 45, PROTECTED)
        coaching.book(uow, NewSession((hidden.record,), date(2020, 6, 16), time(9), facts))
    return register


def rows(files: dict[str, bytes], table: str) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    name = titles("sv").file(table)
    told = csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode("utf-8-sig"), newline=""), delimiter=";")
    return list(told), json.loads(files[f"json/{name}.json"])


def test_everything_is_there_twice_and_said_in_words(filled: Register, tmp_path: Path, words_sv: Words) -> None:
    done = export(filled, tmp_path / "allt.zip", ERRAND, words_sv)
    files = read(done)
    for table in tables():
        told, plain = rows(files, table.name)
        assert len(told) == len(plain) == done.rows[titles("sv").table(table.name)]
    people, plain = rows(files, "person")
    assert [person["Förnamn"] for person in people] == ["'=Åsa", PROTECTED]
    assert [person["Förnamn"] for person in plain] == ["=Åsa", PROTECTED]
    assert people[0]["Eget mål"] == "rad 1\nrad 2; <b>"
    goals = rows(files, "plan_goal")[1]
    assert {goal["Innehåll"]["title"] for goal in goals} == {"Karriärmål", HEALTH}
    assert done.papers == 2
    assert all(content.startswith(b"%PDF") for name, content in files.items() if name.startswith("planer/"))
    readme = files[INDEX].decode()
    assert "Personer: 2" in readme
    assert done.left_out == ()


def test_every_table_and_column_has_its_swedish() -> None:
    named = titles("sv")
    assert [table.name for table in tables() if table.name not in named.tables] == []
    columns = {(table.name, column.name) for table in tables() for column in table.columns} - set(named.declared)
    assert sorted({column for _, column in columns} - {"pdf", "sealed"} - set(named.columns)) == []
    assert sorted(set(named.columns) - {column for _, column in columns}) == [], "these are said by a noun's fields, or are gone"
    assert len({named.file(table.name) for table in tables()}) == len(tables())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_two_columns_of_a_table_have_one_title(language: str) -> None:
    named = titles(language)
    for table in tables():
        told = [named.column(table.name, column.name) for column in table.columns]
        assert len(set(told)) == len(told), table.name


def test_a_leader_who_keeps_the_register_gets_people_and_neither_notes_nor_health_nor_protected(
    filled: Register, tmp_path: Path, words_sv: Words
) -> None:
    with colleague(filled, [Role.ADMINISTRATOR, Role.PROJECT_LEAD], EVERY_KEY) as administrator:
        done = export(administrator, tmp_path / "allt.zip", ERRAND, words_sv)
    files = read(done)
    everything = b"".join(files.values())
    assert HEALTH.encode() not in everything
    assert PROTECTED.encode() not in everything
    assert [name for name in files if "planer/" in name or titles("sv").file("coaching_session") in name] == []
    assert rows(files, "person")[1][1]["Kön"] is None
    assert rows(files, "person")[1][1]["Referensnummer"] == 1002
    assert done.papers == 0
    assert len(done.left_out) == 3
    assert "Anteckningar" in done.left_out[0]
    assert all(sentence in files[INDEX].decode() for sentence in done.left_out)


def test_every_table_has_the_right_that_it_needs() -> None:
    assert set(NEEDS) == {table.name for table in tables()}


@pytest.mark.parametrize("errand", [Errand("", "Därför"), Errand("Arkivet", " ")])
def test_who_it_is_for_and_why_is_asked(filled: Register, tmp_path: Path, words_sv: Words, errand: Errand) -> None:
    with pytest.raises(InvalidInput):
        export(filled, tmp_path / "allt.zip", errand, words_sv)
    assert list(tmp_path.glob("*.zip")) == []


def test_an_export_is_in_the_history(filled: Register, tmp_path: Path, words_sv: Words) -> None:
    export(filled, tmp_path / "allt.zip", ERRAND, words_sv)
    with filled.reading() as uow:
        entry = uow.session.query(HistoryEntry).order_by(HistoryEntry.number.desc()).limit(1).one()
    assert (entry.action, entry.reason) == (
        HistoryAction.EXPORTED,
        "everything, health, protected; Kommunarkivet; Leverans enligt plan",
    )


@pytest.mark.parametrize("role", [Role.COACH, Role.PROJECT_LEAD, Role.SUPERVISOR])
def test_only_whoever_keeps_the_register_takes_everything_out(
    filled: Register, tmp_path: Path, words_sv: Words, role: Role
) -> None:
    with colleague(filled, [role], EVERY_KEY) as other, pytest.raises(NotAllowed):
        export(other, tmp_path / "allt.zip", ERRAND, words_sv)
    assert not (tmp_path / "allt.zip").exists()


def test_a_place_that_cannot_be_written_is_refused(filled: Register, tmp_path: Path, words_sv: Words) -> None:
    for target in (tmp_path, tmp_path / "none" / "allt.zip"):
        with pytest.raises(UserError):
            export(filled, target, ERRAND, words_sv)


def test_a_full_disk_leaves_the_older_export(filled: Register, small_disk: Path, words_sv: Words) -> None:
    target = small_disk / "allt.zip"
    older = b"x" * (disk_usage(small_disk).free - LITTLE)
    target.write_bytes(older)
    with pytest.raises(UserError, match="cannot be written"):
        export(filled, target, ERRAND, words_sv)
    assert target.read_bytes() == older
    assert [file.name for file in small_disk.iterdir()] == ["allt.zip"]
