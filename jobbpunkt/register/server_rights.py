"""Which permission opens which table of a server's register: the one list that grants and row policies are made from.

Whole rows are for those who may read them in the program. Who only counts is granted the columns that figures are made of,
and no others. A table that stands in no line here is a red test, since nobody could read it on a server.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from jobbpunkt.register.permissions import Permission as May

COUNTING = frozenset({May.SEE_REPORTS, May.SEE_PROGRAMME_REPORT})
EVERYBODY = frozenset(May)


@dataclass(frozen=True, slots=True)
class Right:
    """Whom a table is open to: who reads whole rows, who writes, and what those see who only count."""

    reads: frozenset[May]
    writes: frozenset[May] = frozenset()
    counted: tuple[str, ...] = ()
    adds: frozenset[May] = frozenset()  # who may add rows, and change none; every member may where it is everybody


_ALL_NOTES = frozenset({May.SEE_NOTES})
_EDIT = frozenset({May.EDIT_PEOPLE})
_PLANS = frozenset({May.SEE_PLANS})
_HEALTH = frozenset({May.SEE_HEALTH})
_PEOPLE = frozenset({May.SEE_PEOPLE})
_WORK = frozenset({May.SEE_WORK})
_RECORD = frozenset({May.RECORD_WORK})
_COPIED = frozenset({May.RECORD_WORK, May.EDIT_CAMPAIGNS})  # what goes along with a programme to a new district
_CAMPAIGNS = frozenset({May.SEE_CAMPAIGNS})
_LEAD = frozenset({May.EDIT_CAMPAIGNS})
_EVENTS = frozenset({May.EDIT_EVENTS})
_REPORTS = frozenset({May.SEE_REPORTS})
_COUNT = frozenset({May.COUNT})
_USERS = frozenset({May.MANAGE_USERS})
_REGISTER = frozenset({May.MANAGE_REGISTER})
_ANY = frozenset({May.SEE_WORK, May.SEE_CAMPAIGNS})
_NOBODY: frozenset[May] = frozenset()

RIGHTS: Mapping[str, Right] = MappingProxyType(
    {
        "person": Right(
            frozenset({May.SEE_PEOPLE, May.SEE_WORK}),
            _EDIT,
            ("id", "reference", "protection", "removed", "given_name", "family_name", "district", "birth_year", "sex"),
        ),
        "case_file": Right(
            _PEOPLE,
            _EDIT,
            (
                "id",
                "person_id",
                "status",
                "referrer",
                "closed_on",
                "closure_reason",
                "cooperation_id",
                "enrolled_on",
                "registered_on",
            ),
        ),
        "outcome": Right(
            _PEOPLE,
            _EDIT,
            ("id", "case_id", "kind", "form", "starts_on", "ends_on", "lasted_month", "student_finance"),
        ),
        "outcome_follow_up": Right(_PEOPLE, _EDIT, ("id", "outcome_id", "kind", "due_on", "asked_on", "holds")),
        "cover": Right(_PEOPLE, _ALL_NOTES),
        "person_note": Right(_ALL_NOTES, _EDIT),
        "agreed_step": Right(_ALL_NOTES, _EDIT),
        "coaching_session": Right(_ALL_NOTES, _EDIT, ("id", "kind", "status", "starts_at")),
        "session_participant": Right(_ALL_NOTES, _EDIT, ("id", "session_id", "person_id")),
        "application": Right(
            _ALL_NOTES,
            _EDIT,
            ("id", "person_id", "organisation_id", "campaign_id", "employer", "position", "stage", "applied_on"),
        ),
        "application_step": Right(_ALL_NOTES, _EDIT, ("id", "application_id", "stage", "reached_on")),
        "cv": Right(_ALL_NOTES, _EDIT, ("id", "person_id", "campaign_id", "title")),
        "cv_version": Right(_ALL_NOTES, _EDIT, ("id", "cv_id", "made_at")),
        "letter": Right(_ALL_NOTES, _EDIT, ("id", "person_id", "campaign_id", "title")),
        "letter_version": Right(_ALL_NOTES, _EDIT, ("id", "letter_id", "made_at")),
        "progress_question": Right(_ALL_NOTES, _EDIT),
        "progress_round": Right(_ALL_NOTES, _EDIT),
        "search_note": Right(_ALL_NOTES, _EDIT),
        "plan": Right(_PLANS, _PLANS, ("id", "person_id", "kind", "status", "programme_id")),
        "plan_version": Right(_PLANS, _PLANS, ("id", "plan_id", "adopted_at")),
        "plan_goal": Right(_PLANS, _PLANS),
        "plan_milestone": Right(_PLANS, _PLANS),
        "plan_step": Right(_PLANS, _PLANS),
        "plan_rating": Right(_PLANS, _PLANS),
        "plan_review": Right(_PLANS, _PLANS),
        "plan_signature": Right(_PLANS, _PLANS),
        "plan_completion": Right(_PLANS, _PLANS),
        "suggestion": Right(_PLANS, _PLANS),
        "consent": Right(_HEALTH, _HEALTH),
        "consent_text": Right(_HEALTH, _HEALTH),
        "programme": Right(_ANY, _LEAD),
        "programme_extension": Right(_ANY, _LEAD),
        "programme_partner": Right(_CAMPAIGNS, _LEAD),
        "programme_enrolment": Right(_WORK, _EDIT, ("id", "person_id", "programme_id", "starts_on", "ends_on")),
        "work_area": Right(_WORK, _COPIED),
        "work_task": Right(_WORK, _COPIED),
        "training_unit": Right(_WORK, _COPIED, ("id", "name")),
        "training_level": Right(_WORK, _RECORD, ("id", "unit_id", "person_id", "level", "noted_on")),
        "introduction": Right(_WORK, _RECORD),
        "chemical": Right(_WORK, _COPIED),
        "safety_sheet": Right(_WORK, _COPIED),
        "key_receipt": Right(_WORK, _RECORD),
        "certificate": Right(_WORK, _RECORD),
        "shift": Right(_WORK, _RECORD, ("id", "programme_id", "day", "heading", "starts", "ends", "break_minutes", "cancelled")),
        "shift_area": Right(_WORK, _RECORD),
        "attendance": Right(_WORK, _RECORD, ("id", "shift_id", "person_id", "minutes")),
        "attendance_sheet": Right(_WORK, _RECORD),
        "inspection": Right(
            _WORK,
            _RECORD,
            (
                "id",
                "kind",
                "programme_id",
                "provider_id",
                "area_kind",
                "place",
                "checklist",
                "follows_id",
                "held_at",
                "closed_at",
            ),
        ),
        "inspection_point": Right(_WORK, _RECORD, ("id", "inspection_id", "is_common", "verdict")),
        "inspection_photo": Right(_WORK, _RECORD),
        "campaign": Right(_CAMPAIGNS, _LEAD),
        "campaign_week": Right(_CAMPAIGNS, _LEAD),
        "campaign_partner": Right(_CAMPAIGNS, _LEAD),
        "campaign_activity": Right(_CAMPAIGNS, _LEAD),
        "campaign_measure": Right(_CAMPAIGNS, _LEAD),
        "campaign_slot": Right(_CAMPAIGNS, _LEAD),
        "evaluation": Right(_CAMPAIGNS, _LEAD),
        # What is counted on site only grows.
        "tally_entry": Right(_CAMPAIGNS, adds=_COUNT),
        "stand_mark": Right(_CAMPAIGNS, adds=_COUNT),
        "feedback": Right(_CAMPAIGNS, adds=_COUNT),
        "stand": Right(_CAMPAIGNS, _LEAD),
        "field_file": Right(_CAMPAIGNS, _LEAD),
        "visit": Right(_PEOPLE, _COUNT),
        "event": Right(_CAMPAIGNS, _EVENTS),
        "event_partner": Right(_CAMPAIGNS, _EVENTS),
        "event_series": Right(_CAMPAIGNS, _EVENTS),
        "place": Right(_CAMPAIGNS, _EVENTS),
        "incident_count": Right(_CAMPAIGNS, _EVENTS),
        "assignment": Right(_CAMPAIGNS, _LEAD),
        "indicator": Right(_CAMPAIGNS, _LEAD),
        "indicator_target": Right(_CAMPAIGNS, _LEAD),
        "indicator_reading": Right(_CAMPAIGNS, _LEAD),
        "frozen_report": Right(_REPORTS, _EVENTS),
        "year_target": Right(_REPORTS, _EVENTS),
        "year_voice": Right(_REPORTS, _EVENTS),
        "indicator_factor": Right(_CAMPAIGNS, _LEAD),
        "report_release": Right(COUNTING, adds=COUNTING),  # what has left is remembered for good
        "organisation": Right(_ANY, _LEAD),
        "search_entry": Right(_ANY, frozenset({May.EDIT_PEOPLE, May.EDIT_CAMPAIGNS, May.RECORD_WORK})),
        "user_account": Right(EVERYBODY, _USERS),
        "register_info": Right(
            EVERYBODY, _REGISTER, adds=EVERYBODY
        ),  # whoever changes their password notes that new keys are due
        # Sealed and signed by themselves, and renewed by each user's own sign-in and password.
        "key_slots": Right(EVERYBODY, EVERYBODY),
        "older_key": Right(EVERYBODY, _USERS),  # wrapped under today's keys
        "alembic_version": Right(EVERYBODY, _NOBODY),
        # Written by a function alone.
        "history_entry": Right(frozenset({May.SEE_PEOPLE, May.SEE_WORK})),
        "history_head": Right(EVERYBODY, _NOBODY),
        "history_signature": Right(EVERYBODY, adds=EVERYBODY),
    }
)

# What an administrator reads of the history: all of it, but not what was written.
TRACES = (
    "number",
    "transaction_id",
    "at",
    "user_id",
    "action",
    "noun",
    "record_id",
    "person_id",
    "reason",
    "told",
    "previous",
    "hash",
)
