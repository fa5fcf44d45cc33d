"""Enrolments: status, coach, closing with a reason, and outcomes that are followed up."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
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
from models.organisation import Organisation
from models.person import Person
from models.vocabulary import CaseStatus, ClosureReason, EmploymentForm, FollowUpKind, OutcomeKind, Referrer

FOLLOW_UP_DAYS = ((FollowUpKind.ONE_MONTH, 30), (FollowUpKind.DAYS_90, 90), (FollowUpKind.SIX_MONTHS, 182))
# What an enrolment that ends with work or studies must have led to.
LEADS_TO = MappingProxyType(
    {
        ClosureReason.WORK: (OutcomeKind.WORK, OutcomeKind.OWN_BUSINESS),
        ClosureReason.STUDIES: (OutcomeKind.STUDIES,),
    }
)


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
    # When to ask whether it holds; None asks on the usual days.
    follow_ups: tuple[tuple[FollowUpKind, date], ...] | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is written down about an enrolment and may be put right: who led here, who works with it, and its days."""

    registered_on: date
    referrer: Referrer
    enrolled_on: date | None = None
    coach_id: UUID | None = None
    cooperation_id: UUID | None = None
    paused_until: date | None = None
    closed_on: date | None = None
    closure_reason: ClosureReason | None = None
    closure_note: str = ""


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
    cooperation_id: UUID | None
    cooperation: str
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
    return uow.change(uow.add(_opened(new)), N_("The enrolment has been made."))


def enrol_newcomers(uow: UnitOfWork, new: Iterable[NewCase]) -> None:
    """Open a case for each of these people, who have just been added and so have none."""
    uow.require(Permission.EDIT_PEOPLE)
    for one in new:
        uow.add(_opened(one))


def _opened(new: NewCase) -> Case:
    checks.day(new.registered_on, field="registered_on")
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
        before=new.before or {},
        after={},
    )


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
    if row.status is CaseStatus.CLOSED:
        raise UserError("This enrolment is closed. Open it again first.")
    row.status = status
    row.paused_until = paused_until if status is CaseStatus.PAUSED else None
    if status is CaseStatus.ENROLLED and row.enrolled_on is None:
        row.enrolled_on = uow.clock.today()
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


def correct(uow: UnitOfWork, case_id: UUID, version: int, facts: CaseFacts) -> Change:
    """Put right what is written down about an enrolment; where it stands is changed by its own functions."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Case, case_id, version)
    for name in ("registered_on", "enrolled_on", "paused_until", "closed_on"):
        checks.day(getattr(facts, name), field=name)
    checks.day_order(facts.registered_on, facts.enrolled_on, field="enrolled_on")
    row.registered_on, row.referrer, row.coach_id = facts.registered_on, facts.referrer, facts.coach_id
    row.cooperation_id = facts.cooperation_id
    if row.status not in (CaseStatus.INTEREST, CaseStatus.WAITING) and facts.enrolled_on is None:
        raise InvalidInput("Write the day of enrolment.", field="enrolled_on")
    row.enrolled_on = facts.enrolled_on
    row.paused_until = facts.paused_until if row.status is CaseStatus.PAUSED else None
    if row.status is CaseStatus.CLOSED:
        _write_end(uow, row, facts.closed_on, facts.closure_reason, facts.closure_note)
    return uow.change(row, N_("The enrolment has been saved."))


def close(uow: UnitOfWork, case_id: UUID, version: int, *, on: date, reason: ClosureReason, note: str = "") -> Change:
    """Close a case with a reason; with work or studies only when it says which, or why nobody knows."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Case, case_id, version)
    _write_end(uow, row, on, reason, note)
    row.status, row.paused_until = CaseStatus.CLOSED, None
    return uow.change(row, N_("The enrolment has been closed."))


def reopen(uow: UnitOfWork, case_id: UUID, version: int) -> Change:
    """Open a closed case again; what became of meetings, steps and outcomes stays as it is."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Case, case_id, version)
    if row.status is not CaseStatus.CLOSED:
        raise UserError("This enrolment is not closed.")
    _refuse_second(uow, row.person_id)
    row.status = CaseStatus.WAITING if row.enrolled_on is None else CaseStatus.ENROLLED
    row.closed_on, row.closure_reason, row.closure_note = None, None, ""
    return uow.change(row, N_("The enrolment is open again. Meetings, steps and outcomes stand as they were."))


def _write_end(uow: UnitOfWork, row: Case, on: date | None, reason: ClosureReason | None, note: str) -> None:
    if on is None:
        raise InvalidInput("Choose a day.", field="closed_on")
    if reason is None:
        raise InvalidInput("Choose why the enrolment ends.", field="closure_reason")
    checks.day_order(row.enrolled_on or row.registered_on, checks.day(on, field="closed_on"), field="closed_on")
    row.closure_note = checks.text(note, field="closure_note", longest=checks.NOTE, required=reason is ClosureReason.OTHER)
    row.closed_on, row.closure_reason = on, reason
    wanted = LEADS_TO.get(reason)
    if wanted and not row.closure_note and not _led_to(uow, row.id, wanted):
        raise InvalidInput("Write down the outcome, or say why it is not known.", field="closure_note")


def _led_to(uow: UnitOfWork, case_id: UUID, kinds: Collection[OutcomeKind]) -> bool:
    query = select(Outcome.id).where(Outcome.case_id == case_id, Outcome.kind.in_(kinds)).limit(1)
    return uow.session.scalar(query) is not None


def add_outcome(uow: UnitOfWork, new: NewOutcome) -> Change:
    """Note what a case led to, and the days on which to ask whether it holds."""
    uow.require(Permission.EDIT_PEOPLE)
    case = uow.get(Case, new.case_id)
    row = Outcome(case_id=case.id)
    _write_outcome(row, case, new)
    uow.add(row)
    asked = new.follow_ups if new.follow_ups is not None else usual_days(new.starts_on)
    for kind, day in asked:
        checks.day_order(new.starts_on, checks.day(day, field=kind.value), field=kind.value)
        uow.add(OutcomeFollowUp(outcome_id=row.id, kind=kind, due_on=day))
    return uow.change(row, N_("The outcome has been noted."))


def usual_days(starts_on: date) -> tuple[tuple[FollowUpKind, date], ...]:
    """Return the days on which one usually asks whether an outcome still holds."""
    return tuple((kind, starts_on + timedelta(days=days)) for kind, days in FOLLOW_UP_DAYS)


def change_outcome(uow: UnitOfWork, outcome_id: UUID, version: int, new: NewOutcome) -> Change:
    """Put an outcome right; follow-ups that nobody has asked yet move with its first day."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Outcome, outcome_id, version)
    moved = new.starts_on - row.starts_on
    _write_outcome(row, uow.get(Case, row.case_id), new)
    if moved:
        waiting = (OutcomeFollowUp.outcome_id == row.id, OutcomeFollowUp.holds.is_(None))
        for follow_up in uow.session.scalars(select(OutcomeFollowUp).where(*waiting)):
            follow_up.due_on += moved
    return uow.change(row, N_("The outcome has been saved."))


def _write_outcome(row: Outcome, case: Case, new: NewOutcome) -> None:
    checks.day(new.starts_on, field="starts_on")
    checks.day_order(case.registered_on, new.starts_on, field="starts_on")
    checks.day_order(new.starts_on, checks.day(new.ends_on, field="ends_on"), field="ends_on")
    row.kind, row.form = new.kind, new.form
    row.place = checks.line(new.place, field="place", required=True)
    row.extent_percent = checks.whole(new.extent_percent, field="extent_percent", least=1, most=100)
    row.starts_on, row.ends_on = new.starts_on, new.ends_on
    row.note = checks.text(new.note, field="note", longest=checks.NOTE)


def answer_follow_up(uow: UnitOfWork, follow_up_id: UUID, version: int, *, holds: bool, on: date) -> Change:
    """Note whether an outcome still held when one asked."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(OutcomeFollowUp, follow_up_id, version)
    row.holds, row.asked_on = holds, checks.day(on, field="asked_on")
    return uow.change(row, N_("The follow-up has been noted."))


def correct_follow_up(
    uow: UnitOfWork, follow_up_id: UUID, version: int, *, due_on: date, holds: bool | None, asked_on: date | None
) -> Change:
    """Put a follow-up right: its day, or the answer; without an answer it is asked again."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(OutcomeFollowUp, follow_up_id, version)
    checks.day(due_on, field="due_on")
    if holds is not None and asked_on is None:
        raise InvalidInput("Choose a day.", field="asked_on")
    row.due_on, row.holds = due_on, holds
    row.asked_on = checks.day(asked_on, field="asked_on") if holds is not None else None
    return uow.change(row, N_("The follow-up has been saved."))


def remove_follow_up(uow: UnitOfWork, follow_up_id: UUID, version: int) -> Change:
    """Take a follow-up away that nobody will ask; it can be undone."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(OutcomeFollowUp, follow_up_id, version)
    uow.remove(row)
    return uow.change(row, N_("The follow-up has been removed."))


def remove_outcome(uow: UnitOfWork, outcome_id: UUID, version: int) -> Change:
    """Take an outcome away with its follow-ups; it can be undone."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Outcome, outcome_id, version)
    for follow_up in uow.session.scalars(select(OutcomeFollowUp).where(OutcomeFollowUp.outcome_id == row.id)):
        uow.remove(follow_up)
    uow.flush()
    uow.remove(row)
    return uow.change(row, N_("The outcome has been removed."))


@depends_on(Case, Organisation, Outcome, OutcomeFollowUp, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[CaseView, ...]:
    """Return a person's enrolments, newest first."""
    uow.require(Permission.SEE_PEOPLE)
    query = (
        select(Case, User.name, Organisation.name)
        .outerjoin(User, User.id == Case.coach_id)
        .outerjoin(Organisation, Organisation.id == Case.cooperation_id)
        .where(Case.person_id == person_id)
    )
    rows = uow.session.execute(query.order_by(Case.registered_on.desc(), Case.id.desc())).all()
    outcomes = _outcomes(uow, [case.id for case, _, _ in rows])
    return tuple(_view(case, coach or "", partner or "", outcomes.get(case.id, ())) for case, coach, partner in rows)


def _view(row: Case, coach: str, cooperation: str, outcomes: tuple[OutcomeView, ...]) -> CaseView:
    return CaseView(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        status=row.status,
        referrer=row.referrer,
        coach_id=row.coach_id,
        coach=coach,
        cooperation_id=row.cooperation_id,
        cooperation=cooperation,
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
