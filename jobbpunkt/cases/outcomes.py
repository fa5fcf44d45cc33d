"""What an enrolment led to, and the days on which one asks whether it holds."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.cases import lasting
from jobbpunkt.cases.data import NewOutcome
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.case import Case, Outcome, OutcomeFollowUp
from models.vocabulary import FollowUpKind

FOLLOW_UP_DAYS = ((FollowUpKind.ONE_MONTH, 30), (FollowUpKind.DAYS_90, 90), (FollowUpKind.SIX_MONTHS, 182))


def add_outcome(uow: Writing, new: NewOutcome) -> Change:
    """Note what a case led to, and the days on which to ask whether it holds."""
    case = gate.changing(uow, Permission.EDIT_PEOPLE, Case, new.case_id)
    row = Outcome(case_id=case.id)
    _write_outcome(row, case, new, uow.clock.today())
    uow.add(row)
    asked = new.follow_ups if new.follow_ups is not None else usual_days(new.starts_on)
    for kind, day in asked:
        checks.day_order(new.starts_on, checks.day(day, field=kind.value), field=kind.value)
        uow.add(OutcomeFollowUp(outcome_id=row.id, kind=kind, due_on=day))
    return uow.change(row, N_("The outcome has been noted."))


def usual_days(starts_on: date) -> tuple[tuple[FollowUpKind, date], ...]:
    """Return the days on which one usually asks whether an outcome still holds."""
    return tuple((kind, starts_on + timedelta(days=days)) for kind, days in FOLLOW_UP_DAYS)


def change_outcome(uow: Writing, outcome_id: UUID, version: int, new: NewOutcome) -> Change:
    """Put an outcome right; follow-ups that nobody has asked yet move with its first day."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Outcome, outcome_id, version)
    moved = new.starts_on - row.starts_on
    _write_outcome(row, uow.get(Case, row.case_id), new, uow.clock.today())
    if moved:
        waiting = (OutcomeFollowUp.outcome_id == row.id, OutcomeFollowUp.holds.is_(None))
        for follow_up in uow.session.scalars(select(OutcomeFollowUp).where(*waiting)):
            follow_up.due_on += moved
    return uow.change(row, N_("The outcome has been saved."))


def remove_outcome(uow: Writing, outcome_id: UUID, version: int) -> Change:
    """Take an outcome away with its follow-ups; it can be undone."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Outcome, outcome_id, version)
    for follow_up in uow.session.scalars(select(OutcomeFollowUp).where(OutcomeFollowUp.outcome_id == row.id)):
        uow.remove(follow_up)
    uow.flush()
    uow.remove(row)
    return uow.change(row, N_("The outcome has been removed."))


def answer_follow_up(uow: Writing, follow_up_id: UUID, version: int, *, holds: bool, on: date) -> Change:
    """Note whether an outcome still held when one asked."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, OutcomeFollowUp, follow_up_id, version)
    row.holds, row.asked_on = holds, checks.past_day(on, uow.clock.today(), field="asked_on")
    return uow.change(row, N_("The follow-up has been noted."))


def correct_follow_up(
    uow: Writing, follow_up_id: UUID, version: int, *, due_on: date, holds: bool | None, asked_on: date | None
) -> Change:
    """Put a follow-up right: its day, or the answer; without an answer it is asked again."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, OutcomeFollowUp, follow_up_id, version)
    checks.day(due_on, field="due_on")
    if holds is not None:
        checks.chosen_day(asked_on, field="asked_on")
    row.due_on, row.holds = due_on, holds
    row.asked_on = checks.past_day(asked_on, uow.clock.today(), field="asked_on") if holds is not None else None
    return uow.change(row, N_("The follow-up has been saved."))


def remove_follow_up(uow: Writing, follow_up_id: UUID, version: int) -> Change:
    """Take a follow-up away that nobody will ask; it can be undone."""
    row = gate.changing(uow, Permission.EDIT_PEOPLE, OutcomeFollowUp, follow_up_id, version)
    uow.remove(row)
    return uow.change(row, N_("The follow-up has been removed."))


def _write_outcome(row: Outcome, case: Case, new: NewOutcome, today: date) -> None:
    checks.day(new.starts_on, field="starts_on")
    checks.day_order(case.registered_on, new.starts_on, field="starts_on")
    checks.day_order(new.starts_on, checks.day(new.ends_on, field="ends_on"), field="ends_on")
    row.kind, row.form = new.kind, new.form
    row.place = checks.line(new.place, field="place", required=True)
    row.extent_percent = checks.whole(new.extent_percent, field="extent_percent", least=1, most=100)
    row.starts_on, row.ends_on = new.starts_on, new.ends_on
    row.lasted_month, row.student_finance = lasting.checked(new, today)
    row.note = checks.text(new.note, field="note", longest=checks.NOTE)
