"""What kind of thing somebody looked at, and what the program itself wrote as the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, and_, exists, or_

from jobbpunkt.base.words import N_, Words
from models.history import HistoryEntry
from models.plan import Plan
from models.vocabulary import HistoryAction, Looked, PlanKind

# Who did one of these has seen something; the rest of the history was written.
LOOKS = (HistoryAction.READ, HistoryAction.OPENED_ANYWAY, HistoryAction.PRINTED, HistoryAction.EXPORTED)
# Each table whose rows are read, printed or taken out by themselves; what is missing here is called something else.
_LOOKED: Mapping[str, Looked] = MappingProxyType(
    {
        "person": Looked.DETAILS,
        "person_note": Looked.NOTES,
        "coaching_session": Looked.MEETING,
        "application": Looked.APPLICATION,
        "cv": Looked.CV,
        "letter": Looked.LETTER,
        "plan": Looked.PLAN,
        "case_file": Looked.ENROLMENT,
        "attendance": Looked.ATTENDANCE,
        "certificate": Looked.CERTIFICATE,
        "key_receipt": Looked.KEY_RECEIPT,
        "report": Looked.REPORT,
        "register": Looked.REGISTER,
    }
)
# What the program writes as a reason, before anything that was typed.
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "extract": N_("Extract of your data"),
        "caseload": N_("Caseload"),
        "looks": N_("Who has looked at your data"),
        "attendance": N_("Attendance"),
        "activities": N_("For the activity report"),
    }
)


def looked(noun: str, *, health: bool) -> Looked:
    """Return what kind of thing a row of the history is about."""
    return Looked.HEALTH if health else _LOOKED.get(noun, Looked.OTHER)


def why(reason: str, words: Words) -> str:
    """Return the reason of a look for people: what the program wrote in its own words, what was typed as it was typed."""
    return words(REASONS[reason]) if reason in REASONS else reason


def of_health() -> ColumnElement[bool]:
    """Return the condition on HistoryEntry that it tells, or may tell, of a plan for better health or the consent to one."""
    ordinary = exists().where(Plan.id == HistoryEntry.record_id, Plan.kind != PlanKind.HEALTH)
    of_plan = and_(HistoryEntry.noun.like("plan%"), or_(HistoryEntry.noun != "plan", ~ordinary))
    return or_(of_plan, HistoryEntry.noun.like("consent%"))


def told_to(*, health: bool) -> list[ColumnElement[bool]]:
    """Return the conditions on HistoryEntry for users who see health or do not: to these no row of it exists."""
    return [] if health else [~of_health()]
