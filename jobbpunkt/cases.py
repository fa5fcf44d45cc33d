"""Enrolments: status, coach, closing with a reason, and outcomes that are followed up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, UserError
from jobbpunkt.i18n import N_
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.case import Case, Outcome, OutcomeFollowUp
from models.person import Person
from models.vocabulary import CaseStatus, ClosureReason, EmploymentForm, FollowUpKind, OutcomeKind, Referrer

FOLLOW_UP_DAYS = ((FollowUpKind.ONE_MONTH, 30), (FollowUpKind.DAYS_90, 90), (FollowUpKind.SIX_MONTHS, 182))


@dataclass(frozen=True, slots=True)
class NewCase:
    """An enrolment to be made; `enrolled_on` is empty while the person waits."""

    person_id: UUID
    registered_on: date
    referrer: Referrer = Referrer.SELF
    status: CaseStatus = CaseStatus.ENROLLED
    enrolled_on: date | None = None
    coach_id: UUID | None = None
    cooperation_id: UUID | None = None
    before: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """Work, studies or the like to be noted on a case."""

    case_id: UUID
    kind: OutcomeKind
    place: str
    starts_on: date
    form: EmploymentForm = EmploymentForm.NOT_STATED
    extent_percent: int | None = None
    ends_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A date on which to ask whether an outcome still holds."""

    id: UUID
    version: int
    kind: FollowUpKind
    due_on: date
    asked_on: date | None
    holds: bool | None


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome with its follow-ups in order of day."""

    id: UUID
    version: int
    kind: OutcomeKind
    place: str
    form: EmploymentForm
    extent_percent: int | None
    starts_on: date
    ends_on: date | None
    note: str
    follow_ups: tuple[FollowUpView, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One enrolment with its outcomes."""

    id: UUID
    version: int
    person_id: UUID
    status: CaseStatus
    referrer: Referrer
    coach_id: UUID | None
    coach: str
    registered_on: date
    enrolled_on: date | None
    paused_until: date | None
    closed_on: date | None
    closure_reason: ClosureReason | None
    closure_note: str
    outcomes: tuple[OutcomeView, ...]


def enrol(uow: UnitOfWork, new: NewCase) -> Change:
    """Open a case; refuses a second open one for the same person."""
    uow.require(Permission.EDIT_PEOPLE)
    uow.get(Person, new.person_id)
    _refuse_second(uow, new.person_id)
    checks.day(new.registered_on, field="registered_on")
    enrolled_on = checks.day(new.enrolled_on, field="enrolled_on")
    checks.day_order(new.registered_on, enrolled_on, field="enrolled_on")
    if new.status is CaseStatus.ENROLLED and enrolled_on is None:
        enrolled_on = new.registered_on
    row = Case(
        person_id=new.person_id,
        coach_id=new.coach_id,
        status=new.status,
        referrer=new.referrer,
        cooperation_id=new.cooperation_id,
        registered_on=new.registered_on,
        enrolled_on=enrolled_on,
        before=new.before or {},
        after={},
    )
    return uow.change(uow.add(row), N_("The enrolment has been made."))


def _refuse_second(uow: UnitOfWork, person_id: UUID) -> None:
    open_case = select(Case.id).where(Case.person_id == person_id, Case.status != CaseStatus.CLOSED)
    if uow.session.scalar(open_case) is not None:
        raise UserError("This person already has an open enrolment. Close it before you make a new one.")


def set_status(uow: UnitOfWork, case_id: UUID, version: int, status: CaseStatus, *, paused_until: date | None = None) -> Change:
    """Move a case to another open status; closing has its own function, because it needs a reason."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Case, case_id, version)
    if status is CaseStatus.CLOSED:
        raise InvalidInput("Close the enrolment with a reason instead.", field="status")
    row.status = status
    row.paused_until = paused_until if status is CaseStatus.PAUSED else None
    if status is CaseStatus.ENROLLED and row.enrolled_on is None:
        row.enrolled_on = uow.clock.today()
    row.closed_on, row.closure_reason, row.closure_note = None, None, ""
    return uow.change(row, N_("The status has been changed."))


def assign(uow: UnitOfWork, case_ids: Collection[UUID], coach_id: UUID | None) -> Change:
    """Hand cases over to a coach, all in one change."""
    uow.require(Permission.EDIT_PEOPLE)
    if not case_ids:
        raise InvalidInput("Choose at least one person to hand over.", field="coach_id")
    rows = uow.session.scalars(select(Case).where(Case.id.in_(case_ids))).all()
    for row in rows:
        row.coach_id = coach_id
    return uow.change(rows[0], N_("The coach has been changed."))


def close(uow: UnitOfWork, case_id: UUID, version: int, *, on: date, reason: ClosureReason, note: str = "") -> Change:
    """Close a case with a reason."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Case, case_id, version)
    checks.day_order(row.enrolled_on or row.registered_on, checks.day(on, field="closed_on"), field="closed_on")
    tidy = checks.text(note, field="closure_note", longest=checks.NOTE, required=reason is ClosureReason.OTHER)
    row.status, row.closed_on, row.closure_reason, row.closure_note = CaseStatus.CLOSED, on, reason, tidy
    return uow.change(row, N_("The enrolment has been closed."))


def add_outcome(uow: UnitOfWork, new: NewOutcome) -> Change:
    """Note what a case led to, and the days on which to ask whether it holds."""
    uow.require(Permission.EDIT_PEOPLE)
    case = uow.get(Case, new.case_id)
    checks.day(new.starts_on, field="starts_on")
    checks.day_order(case.registered_on, new.starts_on, field="starts_on")
    checks.day_order(new.starts_on, checks.day(new.ends_on, field="ends_on"), field="ends_on")
    row = uow.add(
        Outcome(
            case_id=case.id,
            kind=new.kind,
            place=checks.line(new.place, field="place", required=True),
            form=new.form,
            extent_percent=checks.whole(new.extent_percent, field="extent_percent", least=1, most=100),
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            note=checks.text(new.note, field="note", longest=checks.NOTE),
        )
    )
    for kind, days in FOLLOW_UP_DAYS:
        uow.add(OutcomeFollowUp(outcome_id=row.id, kind=kind, due_on=new.starts_on + timedelta(days=days)))
    return uow.change(row, N_("The outcome has been noted."))


def answer_follow_up(uow: UnitOfWork, follow_up_id: UUID, version: int, *, holds: bool, on: date) -> Change:
    """Note whether an outcome still held when one asked."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(OutcomeFollowUp, follow_up_id, version)
    row.holds, row.asked_on = holds, checks.day(on, field="asked_on")
    return uow.change(row, N_("The follow-up has been noted."))


def remove_outcome(uow: UnitOfWork, outcome_id: UUID, version: int) -> Change:
    """Take an outcome away with its follow-ups; it can be undone."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Outcome, outcome_id, version)
    for follow_up in uow.session.scalars(select(OutcomeFollowUp).where(OutcomeFollowUp.outcome_id == row.id)):
        uow.remove(follow_up)
    uow.flush()
    uow.remove(row)
    return uow.change(row, N_("The outcome has been removed."))


@depends_on(Case, Outcome, OutcomeFollowUp, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[CaseView, ...]:
    """Return a person's enrolments, newest first."""
    uow.require(Permission.SEE_PEOPLE)
    query = select(Case, User.name).outerjoin(User, User.id == Case.coach_id).where(Case.person_id == person_id)
    rows = uow.session.execute(query.order_by(Case.registered_on.desc(), Case.id.desc())).all()
    outcomes = _outcomes(uow, [case.id for case, _ in rows])
    return tuple(_view(case, coach or "", outcomes.get(case.id, ())) for case, coach in rows)


def _view(row: Case, coach: str, outcomes: tuple[OutcomeView, ...]) -> CaseView:
    return CaseView(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        status=row.status,
        referrer=row.referrer,
        coach_id=row.coach_id,
        coach=coach,
        registered_on=row.registered_on,
        enrolled_on=row.enrolled_on,
        paused_until=row.paused_until,
        closed_on=row.closed_on,
        closure_reason=row.closure_reason,
        closure_note=row.closure_note,
        outcomes=outcomes,
    )


def _outcomes(uow: UnitOfWork, case_ids: list[UUID]) -> dict[UUID, tuple[OutcomeView, ...]]:
    rows = uow.session.scalars(select(Outcome).where(Outcome.case_id.in_(case_ids)).order_by(Outcome.starts_on)).all()
    follow_ups: dict[UUID, list[FollowUpView]] = {row.id: [] for row in rows}
    asked = select(OutcomeFollowUp).where(OutcomeFollowUp.outcome_id.in_(follow_ups)).order_by(OutcomeFollowUp.due_on)
    for row in uow.session.scalars(asked):
        follow_ups[row.outcome_id].append(FollowUpView(row.id, row.version, row.kind, row.due_on, row.asked_on, row.holds))
    found: dict[UUID, tuple[OutcomeView, ...]] = {}
    for outcome in rows:
        view = _outcome_view(outcome, tuple(follow_ups[outcome.id]))
        found[outcome.case_id] = (*found.get(outcome.case_id, ()), view)
    return found


def _outcome_view(row: Outcome, follow_ups: tuple[FollowUpView, ...]) -> OutcomeView:
    return OutcomeView(
        id=row.id,
        version=row.version,
        kind=row.kind,
        place=row.place,
        form=row.form,
        extent_percent=row.extent_percent,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        note=row.note,
        follow_ups=follow_ups,
    )


def coaches(uow: UnitOfWork) -> tuple[tuple[UUID, str], ...]:
    """Return the active coaches, by name, to choose from."""
    uow.require(Permission.SEE_PEOPLE)
    rows = uow.session.execute(select(User.id, User.name, User.roles).where(User.active.is_(True)).order_by(User.name))
    return tuple((row.id, row.name) for row in rows if "coach" in row.roles)
