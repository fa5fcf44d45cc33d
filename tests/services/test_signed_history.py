"""The history is signed: whoever holds the register key can make one that fits together, and cannot sign it for another."""

from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from jobbpunkt.base.ids import new_id
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import accounts, chain, check, passwords, rotating, signing
from jobbpunkt.register.history import Hand, Happening, Said, append
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.opening import Register
from models.account import User
from models.history import HistorySignature
from models.organisation import Organisation
from models.vocabulary import HistoryAction, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.registers import PASSWORD

UNSIGNED = "not signed by the person it names"


def told(register: Register) -> list[object]:
    return [one.fields["number"] for one in check.check(register).findings if UNSIGNED in one.sentence]


def save(register: Register, count: int = 1) -> None:
    for number in range(count):
        with register.writing() as uow:
            details.create(uow, PersonData(f"Åsa {number}"))
            uow.add(Organisation(name=f"Förening {new_id()}"))


def end(register: Register) -> int:
    with register.reading() as uow:
        return chain.head(uow.session).number


def test_every_transaction_ends_with_a_signature_by_who_did_it(register: Register) -> None:
    before = end(register)
    save(register, 3)
    with register.reading() as uow:
        rows = uow.session.execute(select(HistorySignature).where(HistorySignature.number > before)).scalars().all()
    assert [(row.number - before, row.user_id) for row in rows] == [(number, register.user.id) for number in (2, 4, 6)]
    assert check.check(register).findings == ()


def test_what_another_person_or_key_did_still_fits(register: Register) -> None:
    with colleague(register, {Role.COACH}, EVERY_KEY) as other:
        save(other)
        passwords.change_own(other, PASSWORD, "annan häst batteri häftstift")
        save(other)
        user = other.user.id
    rotating.rotate(register)
    save(register)
    with register.writing() as uow:
        accounts.deactivate(uow, user, uow.get(User, user).version)
    save(register)
    assert check.check(register).findings == ()


def plainly(_: Happening, __: UUID, said: Said) -> Said:
    """Cover nothing."""
    return said


def forged(register: Register, name: str) -> None:
    """Write an entry that fits the chain, in a user's name, with the register key alone."""
    with register.engine.execution_options(writes=True).connect() as connection:
        session = Session(connection)
        user = session.scalar(select(User.id).where(User.login == name))
        assert user is not None
        happening = Happening(HistoryAction.PRINTED, "person", user, None)
        append(session.connection(), Hand(user, register.clock.now(), user), [happening], plainly)
        session.commit()


def test_an_entry_in_anothers_name_is_found(register: Register) -> None:
    save(register)
    forged(register, register.user.login)
    assert told(register) == [end(register)]
    save(register)  # what is signed afterwards does not make it good
    assert told(register) == [end(register) - 2]


def test_a_signature_moved_changed_or_taken_away_is_found(register: Register) -> None:
    save(register, 3)
    last = end(register)

    def changed(work: str) -> list[object]:
        with register.engine.execution_options(writes=True).begin() as connection:
            connection.execute(text("CREATE TABLE kept AS SELECT * FROM history_signature"))
            connection.execute(text(work), {"last": last})
        seen = told(register)
        with register.engine.execution_options(writes=True).begin() as connection:
            connection.execute(delete(HistorySignature))
            connection.execute(text("INSERT INTO history_signature SELECT * FROM kept"))
            connection.execute(text("DROP TABLE kept"))
        return seen

    assert changed("DELETE FROM history_signature WHERE number = :last") == [last]
    assert changed("UPDATE history_signature SET links = links - 1 WHERE number = :last") == [last]
    assert changed("UPDATE history_signature SET links = links + 1 WHERE number = :last") == [last]
    other = "(SELECT other.signature FROM history_signature AS other WHERE other.number = :last - 2)"
    assert changed(f"UPDATE history_signature SET signature = {other} WHERE number = :last") == [last]
    assert told(register) == []


def test_a_pair_from_before_the_keys_were_renewed_signs_nothing_any_more(register: Register) -> None:
    with register.reading() as uow:
        old = uow.keyring.standing
    assert old is not None
    rotating.rotate(register)
    save(register)
    with register.engine.execution_options(writes=True).begin() as connection:
        happening = Happening(HistoryAction.PRINTED, "person", register.user.id, None)
        hand = Hand(register.user.id, register.clock.now(), register.user.id)
        last = append(connection, hand, [happening], plainly).end
        assert last is not None
        signing.sign(connection, old, last)
    assert told(register) == [end(register)]


def test_a_check_goes_on_where_the_last_one_ended(register: Register) -> None:
    save(register, 3)
    file = register.slots.read()
    assert isinstance(file, KeyFile)
    with register.engine.connect() as connection:
        first = signing.verify(connection, file)
        assert first.until.number == end(register)
        assert signing.verify(connection, file, first.until) == first
