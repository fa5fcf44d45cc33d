"""CVs: immutable versions of whole documents, on both engines."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale, UserError
from jobbpunkt.register import chain, undo
from jobbpunkt.register.opening import Register
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, Role
from tests.services.papers import add_person, add_protected, as_role

SAMPLE = (Path(__file__).parents[1] / "data" / "resume" / "sv-authored-stadning-arabiska.json").read_bytes()
DOCUMENT = {"basics": {"name": "Noor"}, "work": [{"name": "Kollage", "x-unknown": {"kept": True}}]}


def add_cv(register: Register, person: UUID) -> UUID:
    with register.writing() as uow:
        return cvs.create(uow, NewWritten(person, "Städ"), DOCUMENT).record


def test_a_new_cv_begins_with_what_is_known_of_the_person(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(person, "Första"))
    assert cv.nouns == {"cv", "cv_version"}
    with register.writing() as uow:
        view = cvs.get(uow, cv.record)
    assert view.content == {
        "basics": {
            "name": "Noor Exempelsson",
            "phone": "070-174 06 20",
            "email": "noor@example.se",
            "location": {"city": "Västerås"},
        },
        "certificates": [{"name": "B"}],
    }
    assert (view.number, view.latest, view.title, view.person.text) == (1, 1, "Första", "Noor Exempelsson")


def test_a_file_is_imported_whole(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        imported = cvs.import_resume(uow, person, SAMPLE)
    assert imported.counts == {"work": 2, "education": 2, "skills": 2, "languages": 3}
    with register.writing() as uow:
        view = cvs.get(uow, imported.change.record)
    assert view.content == json.loads(SAMPLE)
    assert view.title == "Städare"


def test_a_file_that_is_not_a_cv_changes_nothing(register: Register) -> None:
    person = add_person(register)
    with register.reading() as uow:
        before = chain.length(uow.session)
    with pytest.raises(UserError), register.writing() as uow:
        cvs.import_resume(uow, person, b"[]")
    with register.reading() as uow:
        assert chain.length(uow.session) == before
        assert cvs.of_person(uow, person) == ()


def test_saving_makes_a_new_version_and_keeps_the_old(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    newer = {**DOCUMENT, "basics": {"name": "Noor E."}}
    with register.writing() as uow:
        assert cvs.save(uow, cv, 1, newer, "Efter samtalet").undoable
    with register.writing() as uow:
        assert cvs.get(uow, cv).content == newer
        assert cvs.get(uow, cv, 1).content == DOCUMENT
        found = [(row.number, row.note, row.made_by) for row in cvs.versions(uow, cv)]
    assert found == [(2, "Efter samtalet", "Coach Exempel"), (1, "", "Coach Exempel")]


def test_an_unchanged_save_makes_no_version(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with register.writing() as uow:
        change = cvs.save(uow, cv, 1, dict(reversed(DOCUMENT.items())))
    assert (change.nouns, change.undoable) == (frozenset(), False)
    with register.reading() as uow:
        assert len(cvs.versions(uow, cv)) == 1


def test_a_save_on_top_of_an_older_version_is_refused(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with register.writing() as uow:
        cvs.save(uow, cv, 1, {})
    with pytest.raises(Stale), register.writing() as uow:
        cvs.save(uow, cv, 1, {"basics": {}})


def test_restoring_makes_the_older_text_the_newest_version(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with register.writing() as uow:
        cvs.save(uow, cv, 1, {})
    with register.writing() as uow:
        cvs.restore(uow, cv, 1, based_on=2)
    with register.writing() as uow:
        view = cvs.get(uow, cv)
    assert (view.number, view.content) == (3, DOCUMENT)


def test_undo_of_a_save_takes_the_version_away(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with register.writing() as uow:
        change = cvs.save(uow, cv, 1, {})
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.writing() as uow:
        assert (cvs.get(uow, cv).number, cvs.get(uow, cv).content) == (1, DOCUMENT)


def test_renaming_needs_a_title_and_the_present_row(register: Register) -> None:
    person = add_person(register)
    cv = add_cv(register, person)
    with register.writing() as uow:
        cvs.rename(uow, cv, 1, " Lokalvård ")
    with register.reading() as uow:
        assert [(row.title, row.latest) for row in cvs.of_person(uow, person)] == [("Lokalvård", 1)]
    with pytest.raises(Stale), register.writing() as uow:
        cvs.rename(uow, cv, 1, "Annat")
    with pytest.raises(InvalidInput), register.writing() as uow:
        cvs.rename(uow, cv, 2, " ")


def test_an_unknown_version_is_not_found(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with pytest.raises(NotFound), register.writing() as uow:
        cvs.get(uow, cv, 7)


def test_the_export_is_the_document_and_is_noted(register: Register) -> None:
    person = add_person(register)
    cv = add_cv(register, person)
    with register.writing() as uow:
        exported = cvs.export(uow, cv)
    assert json.loads(exported) == DOCUMENT
    assert noted(register, person) == [HistoryAction.READ, HistoryAction.EXPORTED]


def test_a_printout_is_noted(register: Register) -> None:
    person = add_person(register)
    cv = add_cv(register, person)
    with register.writing() as uow:
        cvs.note_printed(uow, cv)
    assert noted(register, person) == [HistoryAction.PRINTED]


def test_only_coaches_read_and_write(register: Register) -> None:
    person = add_person(register)
    cv = add_cv(register, person)
    for role in (Role.PROJECT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR):
        with register.writing() as uow:
            as_role(uow, role)
            for attempt in (
                lambda: cvs.get(uow, cv),
                lambda: cvs.of_person(uow, person),
                lambda: cvs.save(uow, cv, 1, {}),
                lambda: cvs.import_resume(uow, person, SAMPLE),
            ):
                with pytest.raises(NotAllowed):
                    attempt()


def test_a_protected_persons_cv_is_sealed_and_its_reading_noted(register: Register) -> None:
    person = add_protected(register)
    with register.writing() as uow:
        blank = cvs.create(uow, NewWritten(person, "CV")).record
        cv = cvs.create(uow, NewWritten(person, "Städ"), DOCUMENT).record
    with register.writing() as uow:
        stored = uow.session.scalars(text("SELECT resume FROM cv_version")).all()
        assert stored
        assert all(one.startswith("sealed:") and "Noor" not in one for one in stored)
    with register.writing() as uow:
        assert cvs.get(uow, cv).content == DOCUMENT
        assert "name" not in cvs.get(uow, blank).content["basics"]
    with register.reading() as uow:
        entries = uow.session.query(HistoryEntry).filter_by(noun="cv", action=HistoryAction.READ).order_by(HistoryEntry.number)
        assert [(entry.record_id, entry.person_id) for entry in entries] == [(cv, person), (blank, person)]
    assert set(noted(register, person)) == {HistoryAction.READ}
    with pytest.raises(NotAllowed), register.writing() as uow:
        cvs.get(as_role(uow, Role.SUPERVISOR), cv)


def noted(register: Register, person: UUID) -> list[HistoryAction]:
    with register.reading() as uow:
        entries = uow.session.query(HistoryEntry).filter_by(person_id=person).order_by(HistoryEntry.number)
        return [entry.action for entry in entries if entry.before is None and entry.after is None]


def test_what_is_printed_is_the_chosen_version(register: Register) -> None:
    cv = add_cv(register, add_person(register))
    with register.writing() as uow:
        cvs.save(uow, cv, 1, {"basics": {"name": "Ny"}})
    with register.writing() as uow:
        assert (cvs.document(uow, cv).data.name, cvs.document(uow, cv, 1).data.name) == ("Ny", "Noor")
        assert cvs.document(uow, cv, 1).data.sections[0][1][0].title == "Kollage"
