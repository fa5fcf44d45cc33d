"""Enrolling people, and putting right what is written down about an enrolment."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.cases import ending, livelihood
from jobbpunkt.cases.data import CaseFacts, NewCase
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.case import Case
from models.vocabulary import CaseStatus


def enrol(uow: Writing, new: NewCase) -> Change:
    """Open a case; refuses a second open one for the same person."""
    gate.require_need(uow, Permission.EDIT_PEOPLE, new.person_id)
    ending.refuse_second(uow, new.person_id)
    return uow.change(uow.add(_opened(uow, new)), N_("The enrolment has been made."))


def enrol_newcomers(uow: Writing, new: Iterable[NewCase]) -> None:
    """Open a case for each of these people, who have just been added and so have none."""
    uow.require(Permission.EDIT_PEOPLE)
    for one in new:
        uow.add(_opened(uow, one))


def set_status(uow: Writing, case_id: UUID, version: int, status: CaseStatus, *, paused_until: date | None = None) -> Change:
    """Move a case to another open status; closing has its own function, because it needs a reason."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Case, case_id, version)
    if status is CaseStatus.CLOSED:
        raise InvalidInput("Close the enrolment with a reason instead.", field="status")
    if row.status is CaseStatus.CLOSED:
        raise UserError("This enrolment is closed. Open it again first.")
    row.status = status
    row.paused_until = paused_until if status is CaseStatus.PAUSED else None
    if status is CaseStatus.ENROLLED and row.enrolled_on is None:
        row.enrolled_on = uow.clock.today()
    return uow.change(row, N_("The status has been changed."))


def assign(uow: Writing, case_ids: Collection[UUID], coach_id: UUID | None) -> Change:
    """Hand cases over to a coach, all in one change."""
    uow.require(Permission.EDIT_PEOPLE)
    if not case_ids:
        raise InvalidInput("Choose at least one person to hand over.", field="coach_id")
    rows = uow.session.scalars(select(Case).where(Case.id.in_(case_ids))).all()
    gate.require_all(uow, {row.person_id for row in rows})
    for row in rows:
        row.coach_id = coach_id
    return uow.change(rows[0], N_("The coach has been changed."))


def correct(uow: Writing, case_id: UUID, version: int, facts: CaseFacts) -> Change:
    """Put right what is written down about an enrolment; where it stands is changed by its own functions."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Case, case_id, version)
    checks.past_day(facts.registered_on, uow.clock.today(), field="registered_on")
    for name in ("enrolled_on", "paused_until"):
        checks.day(getattr(facts, name), field=name)
    checks.day_order(facts.registered_on, facts.enrolled_on, field="enrolled_on")
    row.registered_on, row.referrer, row.coach_id = facts.registered_on, facts.referrer, facts.coach_id
    row.cooperation_id = facts.cooperation_id
    if row.status not in (CaseStatus.INTEREST, CaseStatus.WAITING) and facts.enrolled_on is None:
        raise InvalidInput("Write the day of enrolment.", field="enrolled_on")
    row.enrolled_on, row.before = facts.enrolled_on, livelihood.stored(facts.before, field="before")
    row.paused_until = facts.paused_until if row.status is CaseStatus.PAUSED else None
    if row.status is CaseStatus.CLOSED:
        ending.write_end(uow, row, facts.closed_on, facts.closure_reason, facts.closure_note)
        row.after = livelihood.stored(facts.after, field="after")
    return uow.change(row, N_("The enrolment has been saved."))


def _opened(uow: Reading, new: NewCase) -> Case:
    checks.past_day(new.registered_on, uow.clock.today(), field="registered_on")
    enrolled_on = checks.day(new.enrolled_on, field="enrolled_on")
    checks.day_order(new.registered_on, enrolled_on, field="enrolled_on")
    if new.status is CaseStatus.ENROLLED and enrolled_on is None:
        enrolled_on = new.registered_on
    return Case(
        person_id=new.person_id,
        coach_id=new.coach_id,
        status=new.status,
        referrer=new.referrer,
        cooperation_id=new.cooperation_id,
        registered_on=new.registered_on,
        enrolled_on=enrolled_on,
        before=livelihood.stored(new.before, field="before"),
        after={},
    )
