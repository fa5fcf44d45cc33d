"""Whatever can be typed can be put right: every column of every table has a field in the window, or a stated reason.

A noun whose fields are declared has those that stand in its tuple; of any other, the file of its form is read.
"""

import ast
from functools import cache
from pathlib import Path

from jobbpunkt.exchange.titles import NOUNS
from models import tables

UI = Path(__file__).resolve().parents[2] / "ui"
# Where the forms are that put a table's rows right. A field there has the name of its column.
FORMS: dict[str, tuple[str, ...]] = {
    "year_voice": ("reports/year_forms.py",),
    "consent_text": ("consents/forms.py",),
    "agreed_step": ("coaching/step_form.py",),
    "application": ("applications/dialogs.py",),
    "application_step": ("applications/dialogs.py",),
    "campaign_activity": ("campaigns/activity_form.py",),
    "campaign_measure": ("campaigns/measure_form.py",),
    "campaign_partner": ("campaigns/partner_forms.py", "organisations/choosing.py"),
    "campaign_slot": ("campaigns/slot_form.py",),
    "case_file": ("people/case_forms.py",),
    "coaching_session": ("coaching/correcting.py", "coaching/booking.py"),
    "evaluation": ("campaigns/evaluation_form.py",),
    "cover": ("covers/forms.py",),
    "event": ("events/form.py",),
    "indicator_factor": ("indicators/forms.py",),
    "indicator_reading": ("indicators/forms.py",),
    "indicator_target": ("indicators/forms.py",),
    "outcome": ("people/outcome_forms.py",),
    "outcome_follow_up": ("people/outcome_forms.py",),
    "person_note": ("people/note_form.py",),
    "programme": ("programmes/forms.py",),
    "programme_partner": ("programmes/partner_form.py", "organisations/choosing.py"),
    "programme_enrolment": ("programmes/forms.py",),
    "programme_extension": ("programmes/forms.py",),
    "attendance": ("shifts/mark_form.py",),
    "attendance_sheet": ("shifts/sheets.py",),
    "shift": ("shifts/forms.py",),
    "tally_entry": ("campaigns/count_forms.py",),
    "stand": ("campaigns/stand_forms.py", "organisations/choosing.py"),
    "suggestion": ("suggestions/forms.py",),
    "training_level": ("training/forms.py",),
    "user_account": ("settings/user_forms.py",),
    "progress_question": ("progress/dialogs.py",),
    "progress_round": ("progress/dialogs.py",),
    "inspection": ("inspections/forms.py",),
    "inspection_point": ("inspections/remark.py",),
    "work_area": ("work/forms.py",),
    "work_task": ("work/forms.py",),
}
OWN = "kept by the program itself; nobody types it"
TIE = "says what the row belongs to; a row at the wrong place is removed and made anew"
EDITOR = "put right where it is read, in the editor of that paper or plan"
FROZEN = "a version is never changed; a new one is made from it"
# Whole tables that no form edits by columns.
TABLES: dict[str, str] = {
    "consent": "its words are sealed in one column; the dialogs around it put them right",
    "cv": EDITOR,
    "cv_version": FROZEN,
    "certificate": "what was accepted stands; something else is accepted anew",
    "event_partner": "chosen in the event's own form, under partners",
    "frozen_report": "kept as it was told: only its note is typed, as it is frozen",
    "history_entry": OWN,
    "history_head": OWN,
    "incident_count": "the form of a week has a field for each category, under its own name",
    "inspection_photo": "a picture is removed and taken anew",
    "key_slots": OWN,
    "year_target": "the form of a year's targets has a field for each figure, under its key",
    "history_signature": OWN,
    "older_key": OWN,
    "letter": EDITOR,
    "letter_version": FROZEN,
    "plan": EDITOR,
    "plan_completion": EDITOR,
    "plan_goal": EDITOR,
    "plan_milestone": EDITOR,
    "plan_review": EDITOR,
    "plan_signature": "says who signed a paper; what was signed stands",
    "plan_step": EDITOR,
    "plan_version": FROZEN,
    "register_info": OWN,
    "report_release": "what has left is told as it left",
    "safety_sheet": "as the supplier made it; a newer one is put beside it",
    "search_entry": OWN,
    "search_note": OWN,
    "stand_mark": "said on site with one press, and taken back with another",
    "feedback": "three taps; a wrong answer is taken back and given anew",
    "field_file": "a file is what it was made of; one that is not wanted is struck out",
    "visit": "a visitor who was chosen by mistake is taken back and counted anew",
    "session_participant": "chosen when the meeting is booked; with others, another meeting is booked",
    "shift_area": "chosen in the form of the shift, under areas",
    "campaign_week": "follows from the campaign's first and last day",
    "plan_rating": EDITOR,
}
COLUMNS: dict[str, str] = {
    "progress_question.position": "questions stand in the order in which they were made",
    "progress_question.retired_on": "written by the button that asks it no longer",
    "progress_round.person_id": TIE,
    "progress_round.by": "a round is asked of one of the two from the beginning",
    "progress_round.due_on": "the program's own: 90 days after what was answered",
    "progress_round.body": "the numbers chosen for each question",
    "agreed_step.person_id": TIE,
    "agreed_step.session_id": TIE,
    "application.organisation_id": "the organisation that has the employer's name; the service looks for it",
    "application.person_id": TIE,
    "application_step.application_id": TIE,
    "campaign_activity.campaign_id": TIE,
    "year_voice.year": "the year whose report is shown",
    "campaign_slot.activity_id": TIE,
    "campaign_slot.week_id": TIE,
    "cover.coach_id": "a coach says it of themselves alone",
    "campaign_measure.campaign_id": TIE,
    "campaign_measure.key": "a name for programs, which a report may already have written",
    "campaign_measure.position": OWN,
    "campaign_partner.campaign_id": TIE,
    "case_file.person_id": TIE,
    "chemical.programme_id": TIE,
    "coaching_session.coach_id": "a meeting with another coach is another meeting",
    "coaching_session.note": "written and put right in the meeting itself",
    "coaching_session.starts_at": "the fields day and at; a booked meeting is moved, which keeps the old one",
    "coaching_session.summary": "written and put right in the meeting itself",
    "coaching_session.supersedes_id": OWN,
    "consent_text.made_at": OWN,
    "consent_text.made_by": OWN,
    "consent_text.number": OWN,
    "consent_text.purpose": TIE,
    "evaluation.campaign_id": TIE,
    "indicator.key": "the name by which the catalogue of measures knows it, if it does",
    "indicator_factor.indicator_id": TIE,
    "indicator_reading.indicator_id": TIE,
    "indicator_target.indicator_id": TIE,
    "inspection.checklist": OWN,
    "inspection.closed_at": "the button that finishes it",
    "inspection.corrected_on": OWN,
    "inspection.correction": "the field reason, when it is opened to be corrected",
    "inspection.follows_id": OWN,
    "inspection.programme_id": TIE,
    "inspection.provider_id": "the field supplier: the service looks for the organisation",
    "inspection_point.follows_id": OWN,
    "inspection_point.inspection_id": TIE,
    **{f"inspection_point.{name}": "frozen as it was when the inspection began" for name in ("is_common", "object", "moment")},
    **{f"inspection_point.{name}": "frozen as it was when the inspection began" for name in ("times", "per", "season")},
    "inspection_point.position": OWN,
    "inspection_point.verdict": "a key, or a button, of the point itself",
    **{f"inspection_point.{name}": "the remark under the point" for name in ("fault", "remedy", "due_on", "is_again")},
    "introduction.given_by": OWN,
    "introduction.programme_id": TIE,
    "key_receipt.given_by": OWN,
    "key_receipt.programme_id": TIE,
    "outcome.case_id": TIE,
    "outcome_follow_up.outcome_id": TIE,
    "person.reference": OWN,
    "person.removed": OWN,
    "person.sealed": "the same fields, sealed",
    "person_note.author_id": OWN,
    "person_note.person_id": TIE,
    "programme_enrolment.programme_id": TIE,
    "programme_partner.programme_id": TIE,
    "programme_extension.previous_end": OWN,
    "programme_extension.programme_id": TIE,
    "suggestion.goal_id": TIE,
    "suggestion.is_retired": "a button of its own in the list of suggestions",
    "attendance.person_id": TIE,
    "attendance_sheet.minutes": OWN,
    "attendance_sheet.month": TIE,
    "attendance_sheet.person_id": TIE,
    "attendance_sheet.programme_id": TIE,
    "attendance.shift_id": TIE,
    "shift.cancelled": "a deed of its own, with the reason",
    "shift.cancelled_because": "the field reason, when the shift is cancelled",
    "shift.programme_id": TIE,
    "tally_entry.at": "a count at the wrong time is taken back and counted anew",
    "tally_entry.corrects_id": OWN,
    "tally_entry.counted_by": OWN,
    "tally_entry.field_file_id": OWN,
    "tally_entry.first_id": OWN,
    "stand.campaign_id": TIE,
    "training_level.noted_by": OWN,
    "training_level.person_id": TIE,
    "training_level.unit_id": TIE,
    "training_unit.position": OWN,
    "training_unit.programme_id": TIE,
    "user_account.active": "a button of its own in the list of users",
    "work_area.programme_id": TIE,
    "work_task.area_id": "the field only_here: every area of the kind, or this one",
    "work_task.kind": "the kind of the area at which the task is typed",
    "work_task.position": OWN,
    "work_task.programme_id": TIE,
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
        declared = {field.name for field in NOUNS.get(table.name, ())}
        edited = frozenset(declared).union(*(_fields(form) for form in FORMS.get(table.name, ())))
        found[table.name] = {column.name for column in table.columns} - EVERYWHERE - edited
    return found


def test_every_column_is_put_right_in_a_form_or_says_why_not() -> None:
    silent = {
        f"{table}.{column}"
        for table, columns in _without_field().items()
        for column in columns
        if table not in TABLES and f"{table}.{column}" not in COLUMNS
    }
    assert sorted(silent) == [], "Add it to its noun's FIELDS or a form in FORMS, or say in COLUMNS or TABLES why not."


def test_no_reason_is_left_over() -> None:
    without = _without_field()
    columns = {f"{table}.{column}" for table, found in without.items() for column in found}
    assert sorted(set(COLUMNS) - columns) == [], "these have a field, or are gone"
    assert sorted({*FORMS, *TABLES} - set(without)) == [], "these tables are gone"
    assert sorted(FORMS.keys() & TABLES.keys()) == []
