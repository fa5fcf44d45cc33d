"""A person's history holds all that concerns them: every table that hangs on a person, and meetings of several."""

from collections.abc import Iterator
from datetime import date, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from jobbpunkt import coaching, plans
from jobbpunkt.coaching import MeetingFacts, NewSession, on_paper
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.people.history import of_person
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.register import subject, undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.tables import metadata, records
from models.vocabulary import HistoryAction, PlanKind, Role
from tests.colleagues import colleague
from tests.consents import agreed
from tests.old_registers import fill, the_id

# What a record that belongs to a person may refer to besides, and why a change of that is no part of the person's history.
NOT_ABOUT_ONE = {
    "campaign": "is about all who come",
    "organisation": "is about an employer or a partner",
    "programme": "is about its site and its period",
    "shift": "is about the whole group; a person's mark at it is theirs",
    "tally_entry": "is about how many came; whose name stands beside one is told by the visit",
    "training_unit": "is about what all can be trained in",
    "user_account": "is about a colleague",
}
DAY = date(2020, 6, 15)


def hanging_on_a_person() -> Iterator[str]:
    """Yield every table from which foreign keys lead to a person, found without the program's own way of finding them."""
    found = {"person"}
    while True:
        new = {t.name for t in metadata().sorted_tables if {k.column.table.name for k in t.foreign_keys} & found} - found
        if not new:
            yield from sorted(found)
            return
        found |= new


def test_a_table_that_one_persons_records_refer_to_is_theirs_too_or_a_reason_is_stated() -> None:
    theirs = set(hanging_on_a_person())
    assert {*subject.ways(), "person"} == theirs
    referred = {key.column.table.name for name in theirs for key in metadata().tables[name].foreign_keys} - theirs
    assert referred == {subject.MEETING, *NOT_ABOUT_ONE}


def test_writing_any_record_that_hangs_on_a_person_is_in_their_history(register: Register) -> None:
    fill(register.engine)
    tables = [*hanging_on_a_person(), subject.MEETING]
    for table in tables:
        with register.writing() as uow:
            row = uow.get(records()[table], the_id(table, full=True))
            flag_modified(row, next(column.name for column in row.__table__.columns if column.name not in {"id", "version"}))
    with register.reading() as uow:
        found = [(one.noun, one.record) for one in reversed(of_person(uow, the_id("person", full=True)))]
        assert found == [(table, the_id(table, full=True)) for table in tables]
        assert of_person(uow, the_id("person", full=False)) == ()


def two(register: Register) -> tuple[UUID, UUID]:
    with register.writing() as uow:
        return create(uow, PersonData(given_name="Åsa")).record, create(uow, PersonData(given_name="Bo")).record


def told(register: Register, person: UUID) -> list[tuple[HistoryAction, str]]:
    with register.reading() as uow:
        return [(one.action, one.noun) for one in reversed(of_person(uow, person)) if one.noun != "person"]


def test_a_meeting_of_several_is_in_the_history_of_each_even_when_it_was_taken_back(register: Register) -> None:
    asa, bo = two(register)
    with register.writing() as uow:
        booked = coaching.book(uow, NewSession((asa, bo), DAY, time(10)))
    with register.writing() as uow:
        changed = coaching.change(uow, booked.record, 1, MeetingFacts(place="Biblioteket"))
    with register.writing() as uow:
        on_paper.note_printed(uow, booked.record, person_id=asa)
    ours = [(HistoryAction.CREATED, subject.MEETING), (HistoryAction.CREATED, subject.TAKING_PART)]
    ours += [(HistoryAction.CHANGED, subject.MEETING)]
    assert told(register, bo) == ours
    assert told(register, asa) == [*ours, (HistoryAction.PRINTED, subject.MEETING)]
    for change in (changed, booked):
        with register.writing() as uow:
            undo.undo(uow, change.transaction)
    taken_back = {(HistoryAction.REMOVED, subject.MEETING), (HistoryAction.REMOVED, subject.TAKING_PART)}
    assert set(told(register, bo)[-2:]) == taken_back


def test_a_meeting_with_one_person_is_theirs_in_the_entry_itself(register: Register) -> None:
    asa, _ = two(register)
    with register.writing() as uow:
        booked = coaching.book(uow, NewSession((asa,), DAY, time(10)))
    with register.reading() as uow:
        entries = uow.session.scalars(select(HistoryEntry.person_id).where(HistoryEntry.record_id == booked.record))
        assert entries.all() == [asa]


def test_who_may_not_see_health_is_told_nothing_of_plans(register: Register) -> None:
    asa, _ = two(register)
    with register.writing() as uow:
        agreed(uow, asa)
        plans.create(uow, NewPlan(asa, PlanKind.HEALTH, Situation(DAY)))
    assert (HistoryAction.CREATED, "plan") in told(register, asa)
    with colleague(register, [Role.COACH]) as other:
        assert told(other, asa) == []
