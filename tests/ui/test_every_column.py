"""Whatever can be typed can be put right: every column of every table has a field in the window, or a stated reason."""

import ast
from functools import cache
from pathlib import Path

from models import tables

UI = Path(__file__).resolve().parents[2] / "ui"
# Where the forms are that put a table's rows right. A field there has the name of its column.
FORMS: dict[str, tuple[str, ...]] = {
    "agreed_step": ("coaching/step_form.py",),
    "application": ("applications/dialogs.py",),
    "application_step": ("applications/dialogs.py",),
    "assignment": ("programmes/forms.py",),
    "campaign": ("campaigns/frame_form.py",),
    "campaign_activity": ("campaigns/part_forms.py",),
    "campaign_measure": ("campaigns/part_forms.py",),
    "campaign_partner": ("campaigns/part_forms.py",),
    "case_file": ("people/case_forms.py",),
    "coaching_session": ("coaching/correcting.py", "coaching/booking.py"),
    "evaluation": ("campaigns/part_forms.py",),
    "event": ("events/form.py",),
    "indicator_reading": ("programmes/forms.py",),
    "indicator_target": ("programmes/forms.py",),
    "organisation": ("organisations/form.py",),
    "outcome": ("people/outcome_forms.py",),
    "outcome_follow_up": ("people/outcome_forms.py",),
    "person": ("people/person_form.py",),
    "person_note": ("people/note_form.py",),
    "programme": ("programmes/forms.py",),
    "programme_enrolment": ("programmes/forms.py",),
    "programme_extension": ("programmes/forms.py",),
    "tally_entry": ("campaigns/count_forms.py",),
    "user_account": ("settings/user_forms.py",),
}
OWN = "kept by the program itself; nobody types it"
TIE = "says what the row belongs to; a row at the wrong place is removed and made anew"
EDITOR = "put right where it is read, in the editor of that paper or plan"
FROZEN = "a version is never changed; a new one is made from it"
# Whole tables that no form edits by columns.
TABLES: dict[str, str] = {
    "cv": EDITOR,
    "cv_version": FROZEN,
    "event_partner": "chosen in the event's own form, under partners",
    "history_entry": OWN,
    "history_head": OWN,
    "indicator": "made once with fixed words, when the safety index is begun",
    "key_slots": OWN,
    "letter": EDITOR,
    "letter_version": FROZEN,
    "plan": EDITOR,
    "plan_goal": EDITOR,
    "plan_milestone": EDITOR,
    "plan_review": EDITOR,
    "plan_signature": "says who signed a paper; what was signed stands",
    "plan_step": EDITOR,
    "plan_version": FROZEN,
    "register_info": OWN,
    "search_entry": OWN,
    "search_note": OWN,
    "session_participant": "chosen when the meeting is booked; with others, another meeting is booked",
    "campaign_week": "follows from the campaign's first and last day",
    "plan_rating": EDITOR,
}
COLUMNS: dict[str, str] = {
    "agreed_step.person_id": TIE,
    "agreed_step.session_id": TIE,
    "application.organisation_id": "the organisation that has the employer's name; the service looks for it",
    "application.person_id": TIE,
    "application_step.application_id": TIE,
    "campaign_activity.campaign_id": TIE,
    "campaign_measure.campaign_id": TIE,
    "campaign_measure.key": "a name for programs, which a report may already have written",
    "campaign_measure.position": OWN,
    "campaign_partner.campaign_id": TIE,
    "case_file.person_id": TIE,
    "coaching_session.coach_id": "a meeting with another coach is another meeting",
    "coaching_session.note": "written and put right in the meeting itself",
    "coaching_session.starts_at": "the fields day and at; a booked meeting is moved, which keeps the old one",
    "coaching_session.summary": "written and put right in the meeting itself",
    "coaching_session.supersedes_id": OWN,
    "evaluation.campaign_id": TIE,
    "indicator_reading.indicator_id": TIE,
    "indicator_target.indicator_id": TIE,
    "outcome.case_id": TIE,
    "outcome_follow_up.outcome_id": TIE,
    "person.reference": OWN,
    "person.removed": OWN,
    "person.sealed": "the same fields, sealed",
    "person_note.author_id": OWN,
    "person_note.person_id": TIE,
    "programme_enrolment.programme_id": TIE,
    "programme_extension.previous_end": OWN,
    "programme_extension.programme_id": TIE,
    "tally_entry.at": "a count at the wrong time is taken back and counted anew",
    "tally_entry.corrects_id": OWN,
    "tally_entry.counted_by": OWN,
    "tally_entry.source": "follows from how it was counted and how exactly",
    "user_account.active": "a button of its own in the list of users",
}
EVERYWHERE = frozenset({"id", "version"})


@cache
def _fields(form: str) -> frozenset[str]:
    """Return the names under which a file puts fields into its forms."""
    calls = (node for node in ast.walk(ast.parse((UI / form).read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = (call.args[0] for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "add" and call.args)
    return frozenset(name.value for name in named if isinstance(name, ast.Constant) and isinstance(name.value, str))


def _without_field() -> dict[str, set[str]]:
    """Return, for every table, its columns that no field edits."""
    found = {}
    for table in tables.metadata().tables.values():
        edited = frozenset().union(*(_fields(form) for form in FORMS.get(table.name, ())))
        found[table.name] = {column.name for column in table.columns} - EVERYWHERE - edited
    return found


def test_every_column_is_put_right_in_a_form_or_says_why_not() -> None:
    silent = {
        f"{table}.{column}"
        for table, columns in _without_field().items()
        for column in columns
        if table not in TABLES and f"{table}.{column}" not in COLUMNS
    }
    assert sorted(silent) == [], "Add a field to a form in FORMS, or say in COLUMNS or TABLES why there is none."


def test_no_reason_is_left_over() -> None:
    without = _without_field()
    columns = {f"{table}.{column}" for table, found in without.items() for column in found}
    assert sorted(set(COLUMNS) - columns) == [], "these have a field, or are gone"
    assert sorted({*FORMS, *TABLES} - set(without)) == [], "these tables are gone"
    assert sorted(FORMS.keys() & TABLES.keys()) == []
