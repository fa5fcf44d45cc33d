"""Records changed outside the program are found by comparing them with their history."""

from datetime import date

import pytest
from sqlalchemy import text

from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import check, undo
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from models.vocabulary import Protection


@pytest.fixture
def filled(register: Register) -> Register:
    """People, one of them protected, a note, and an organisation that was removed and one that was brought back."""
    with register.writing() as uow:
        someone = details.create(uow, PersonData(given_name="Åsa", birth_year=1990)).record
        details.create(uow, PersonData(given_name="Skyddad", protection=Protection.PROTECTED_REGISTRATION))
        notes.add(uow, someone, "Ringde.", on=date(2020, 6, 15))
        gone = uow.add(Organisation(name="Borta", note=""))
        uow.add(Organisation(name="Kvar", note=""))
    with register.writing() as uow:
        uow.remove(uow.get(Organisation, gone.id))
    with register.writing() as uow:
        back = uow.add(Organisation(name="Åter", note="")).id
    with register.writing() as uow:
        uow.remove(uow.get(Organisation, back))
        transaction = uow.transaction
    with register.writing() as uow:
        undo.undo(uow, transaction)
    return register


def told(register: Register) -> list[tuple[str, int]]:
    """Return of which tables the check tells that records are not as the history says, and how many."""
    return [
        (str(one.fields["table"]), int(str(one.fields["count"])))
        for one in check.check(register).findings
        if "not as the history says" in one.sentence
    ]


def by_hand(register: Register, statement: str) -> None:
    with register.engine.execution_options(writes=True).begin() as connection:
        assert connection.execute(text(statement)).rowcount == 1


def test_what_the_program_wrote_agrees(filled: Register) -> None:
    assert check.check(filled).findings == ()


@pytest.mark.parametrize(
    ("statement", "noun"),
    [
        ("UPDATE person SET birth_year = 1991 WHERE given_name = 'Åsa'", "person"),
        ("UPDATE person SET removed = true WHERE given_name = 'Åsa'", "person"),
        ("UPDATE person_note SET text = 'Ringde inte.'", "person_note"),
        ("DELETE FROM person_note", "person_note"),
        ("UPDATE organisation SET name = 'Annat' WHERE name = 'Åter'", "organisation"),
        ("UPDATE user_account SET phone = '021-1'", "user_account"),
        (
            "INSERT INTO organisation (id, version, name, kind, contact, note) "
            "SELECT '00000000000000000000000000000001', 1, 'Ny', kind, contact, note FROM organisation WHERE name = 'Kvar'",
            "organisation",
        ),
        ("UPDATE person SET sealed = replace(sealed, 'A', 'B') WHERE sealed IS NOT NULL", "person"),
    ],
)
def test_what_somebody_changed_beside_the_program_is_told(filled: Register, statement: str, noun: str) -> None:
    by_hand(filled, statement)
    assert told(filled) == [(noun, 1)]
