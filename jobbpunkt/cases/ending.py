"""Closing an enrolment with a reason and what it led to, and opening it again."""

from collections.abc import Collection
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.cases import livelihood
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.case import Case, Outcome
from models.vocabulary import WORK_KINDS, CaseStatus, ClosureReason, Livelihood, OutcomeKind

# What an enrolment that ends with work or studies must have led to.
LEADS_TO = MappingProxyType(
    {
        ClosureReason.WORK: WORK_KINDS,
        ClosureReason.STUDIES: (OutcomeKind.STUDIES,),
    }
)


def close(
    uow: Writing,
    case_id: UUID,
    version: int,
    *,
    on: date,
    reason: ClosureReason,
    note: str = "",
    after: Collection[Livelihood] = (),
) -> Change:
    """Close a case with a reason; with work or studies only when it says which, or why nobody knows."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Case, case_id, version)
    write_end(uow, row, on, reason, note)
    row.after = livelihood.stored(after, field="after")
    row.status, row.paused_until = CaseStatus.CLOSED, None
    return uow.change(row, N_("The enrolment has been closed."))


def reopen(uow: Writing, case_id: UUID, version: int) -> Change:
    """Open a closed case again; what became of meetings, steps and outcomes stays as it is."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Case, case_id, version)
    if row.status is not CaseStatus.CLOSED:
        raise UserError("This enrolment is not closed.")
    refuse_second(uow, row.person_id)
    row.status = CaseStatus.WAITING if row.enrolled_on is None else CaseStatus.ENROLLED
    row.closed_on, row.closure_reason, row.closure_note, row.after = None, None, "", {}
    return uow.change(row, N_("The enrolment is open again. Meetings, steps and outcomes stand as they were."))


def write_end(uow: Reading, row: Case, on: date | None, reason: ClosureReason | None, note: str) -> None:
    """Write when and why an enrolment ended, within the transaction of something larger."""
    on = checks.chosen_day(on, field="closed_on")
    if reason is None:
        raise InvalidInput("Choose why the enrolment ends.", field="closure_reason")
    checks.past_day(on, uow.clock.today(), field="closed_on")
    checks.day_order(row.enrolled_on or row.registered_on, on, field="closed_on")
    row.closure_note = checks.text(note, field="closure_note", longest=checks.NOTE, required=reason is ClosureReason.OTHER)
    row.closed_on, row.closure_reason = on, reason
    wanted = LEADS_TO.get(reason)
    if wanted and not row.closure_note and not _led_to(uow, row.id, wanted):
        raise InvalidInput("Write down the outcome, or say why it is not known.", field="closure_note")


def _led_to(uow: Reading, case_id: UUID, kinds: Collection[OutcomeKind]) -> bool:
    query = select(Outcome.id).where(Outcome.case_id == case_id, Outcome.kind.in_(kinds)).limit(1)
    return uow.session.scalar(query) is not None


def refuse_second(uow: Reading, person_id: UUID) -> None:
    """Refuse a second open enrolment of the same person."""
    open_case = select(Case.id).where(Case.person_id == person_id, Case.status != CaseStatus.CLOSED)
    if uow.session.scalar(open_case) is not None:
        raise UserError("This person already has an open enrolment. Close it before you make a new one.")
