"""Personal letters: immutable versions, on both engines."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.written import letters
from jobbpunkt.written.letters import LetterContent
from jobbpunkt.written.versioned import NewWritten
from tests.services.papers import add_person, add_protected

CONTENT = LetterContent(
    recipient="IKEA Västerås\nRekrytering",
    subject="Ansökan till sommarjobb",
    greeting="Hej!",
    body=("Jag vill gärna arbeta hos er.", "Jag är punktlig.\nOch glad."),
    ending="Vänliga hälsningar",
    name="Noor Exempelsson",
    contact="070-174 06 20",
)


def test_a_new_letter_begins_with_the_name_and_how_to_reach_it(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA")).record
    with register.writing() as uow:
        content = letters.get(uow, letter).content
    assert content == LetterContent(name="Noor Exempelsson", contact="070-174 06 20, noor@example.se", place="Västerås")


def test_versions_are_kept_restored_and_undone(register: Register) -> None:
    person = add_person(register)
    newer = replace(CONTENT, subject="Ansökan")
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    with register.writing() as uow:
        letters.save(uow, letter, 1, newer, "Kortare")
    with pytest.raises(Stale), register.writing() as uow:
        letters.save(uow, letter, 1, newer)
    with register.writing() as uow:
        restored = letters.restore(uow, letter, 1, based_on=2)
    with register.writing() as uow:
        assert [letters.get(uow, letter, number).content for number in (1, 2, 3)] == [CONTENT, newer, CONTENT]
        assert [(row.number, row.note) for row in letters.versions(uow, letter)] == [(3, ""), (2, "Kortare"), (1, "")]
    with register.writing() as uow:
        undo.undo(uow, restored.transaction)
    with register.reading() as uow:
        assert [(row.title, row.latest) for row in letters.of_person(uow, person)] == [("IKEA", 2)]


def test_an_unchanged_save_makes_no_version(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    with register.writing() as uow:
        assert not letters.save(uow, letter, 1, replace(CONTENT, subject=" Ansökan till  sommarjobb ")).undoable
        letters.rename(uow, letter, 1, "IKEA sommar")
    with register.writing() as uow:
        view = letters.get(uow, letter)
    assert (view.number, view.title) == (1, "IKEA sommar")


def test_the_body_is_split_at_empty_lines_and_too_long_texts_are_refused(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "A"), replace(CONTENT, body=("ett\n\ntvå\n\n\n\n", "", "tre"))).record
    with register.writing() as uow:
        assert letters.get(uow, letter).content.body == ("ett", "två", "tre")
    for field, value in {"subject": "x" * 201, "recipient": "x" * 501, "body": ("x" * 20_001,)}.items():
        with pytest.raises(InvalidInput) as refusal, register.writing() as uow:
            letters.save(uow, letter, 1, replace(CONTENT, **{field: value}))  # type: ignore[arg-type]
        assert refusal.value.field == field


def test_a_protected_persons_letter_is_sealed(register: Register) -> None:
    person = add_protected(register)
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    with register.reading() as uow:
        stored = uow.session.scalars(text("SELECT content FROM letter_version"))
        assert [one.startswith("sealed:") for one in stored] == [True]
    with register.writing() as uow:
        assert letters.get(uow, letter).content == CONTENT
        letters.note_printed(uow, letter)


def test_what_is_printed_is_dated_the_day_it_was_written(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        letter = letters.create(uow, NewWritten(person, "IKEA"), CONTENT).record
    with register.writing() as uow:
        document = letters.document(uow, letter).data
    assert (document.day, document.body, document.recipient) == (date(2020, 6, 15), CONTENT.body, CONTENT.recipient)
