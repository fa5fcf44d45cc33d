"""Ending an enrolment in one step: why, what it led to, and what becomes of all that is booked and open."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from jobbpunkt import cases, coaching
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import Stale
from jobbpunkt.cases import NewOutcome
from jobbpunkt.coaching import SessionRow, StepView
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.case import Case
from models.vocabulary import ClosureReason, Livelihood, SessionStatus


class Fate(Enum):
    """What becomes of a booked meeting (kept or cancelled) or an open step (kept, done or dropped)."""

    KEEP = "keep"
    CANCEL = "cancel"
    DONE = "done"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about one meeting or step, as it was read."""

    id: UUID
    version: int
    fate: Fate


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands open around a person: booked meetings, open steps, and how many meetings were held and missed."""

    meetings: tuple[SessionRow, ...] = ()
    steps: tuple[StepView, ...] = ()
    held: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """All that is decided when an enrolment ends; `note` says why an outcome is not known, or more about the reason."""

    on: date
    reason: ClosureReason
    note: str = ""
    outcome: NewOutcome | None = None
    meetings: tuple[Decided, ...] = ()
    steps: tuple[Decided, ...] = ()
    after: tuple[Livelihood, ...] = ()


def standing(uow: Reading, person_id: UUID) -> Standing:
    """Return what stands open around a person, as far as the user may see it."""
    gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    if not uow.user.may(Permission.SEE_NOTES):
        return Standing()
    found = coaching.of_person(uow, person_id)
    booked = tuple(row for row in reversed(found) if row.status is SessionStatus.BOOKED)
    held, missed = (sum(row.status is status for row in found) for status in (SessionStatus.HELD, SessionStatus.NO_SHOW))
    return Standing(booked, coaching.open_steps(uow, person_id), held, missed)


def end(uow: Writing, case_id: UUID, version: int, ending: Ending) -> Change:
    """Close a case with its outcome and settle all that was booked and open, in one change that can be undone."""
    case = gate.changing(uow, Permission.EDIT_PEOPLE, Case, case_id)
    _refuse_undecided(standing(uow, case.person_id), ending)
    if ending.outcome is not None:
        cases.add_outcome(uow, ending.outcome)
        uow.flush()
    for meeting in ending.meetings:
        if meeting.fate is Fate.CANCEL:
            coaching.cancel(uow, meeting.id, meeting.version, by=SessionStatus.CANCELLED_BY_COACH)
    for step in ending.steps:
        _settle(uow, step)
    return cases.close(uow, case_id, version, on=ending.on, reason=ending.reason, note=ending.note, after=ending.after)


def _refuse_undecided(found: Standing, ending: Ending) -> None:
    """Refuse what was booked or agreed while the page lay open; nothing is left standing unseen."""
    decided = {one.id for one in (*ending.meetings, *ending.steps)}
    standing_open = {meeting.id for meeting in found.meetings} | {step.id for step in found.steps}
    if standing_open - decided:
        raise Stale("Something more has been booked or agreed. Say what becomes of it too.")


def _settle(uow: Writing, step: Decided) -> None:
    if step.fate is Fate.DONE:
        coaching.tick_step(uow, step.id, step.version)
    elif step.fate is Fate.DROP:
        coaching.drop_step(uow, step.id, step.version)
