"""Whatever was saved can be put right afterwards: each kind of row is changed and taken away in the window, or says why not."""

from functools import cache

from models import tables
from tests.permissions.services import services
from tests.permissions.used import used_by
from tests.ui.test_every_column import FORMS, TABLES

# Which service puts a row right, and which takes it away; both must be asked for by the window.
CHANGE: dict[str, str] = {
    "agreed_step": "coaching.steps.change_step",
    "application": "applications.writing.change",
    "application_step": "applications.writing.change_step",
    "assignment": "assignments.writing.change",
    "campaign": "campaigns.setup.change",
    "campaign_activity": "campaigns.content.change_activity",
    "campaign_measure": "campaigns.targets.change_measure",
    "campaign_partner": "campaigns.content.change_partner",
    "campaign_slot": "campaigns.slots.plan_slot",
    "year_voice": "reports.voices.write_voice",
    "case_file": "cases.enrolment.correct",
    "chemical": "safety.chemicals.change_chemical",
    "coaching_session": "coaching.correcting.correct",
    "consent": "consents.writing.correct",
    "consent_text": "consents.texts.change_text",
    "cover": "covers.writing.change",
    "evaluation": "campaigns.evaluations.change_evaluation",
    "event": "events.writing.change",
    "event_series": "series.writing.change",
    "incident_count": "incidents.writing.note",
    "indicator": "indicators.writing.change",
    "indicator_factor": "indicators.factors.change_factor",
    "indicator_reading": "indicators.writing.read",
    "indicator_target": "indicators.writing.aim",
    "inspection": "inspections.writing.change",
    "inspection_point": "inspections.points.remark",
    "introduction": "safety.introductions.change_introduction",
    "key_receipt": "safety.keys.change_receipt",
    "organisation": "organisations.writing.change",
    "outcome": "cases.outcomes.change_outcome",
    "outcome_follow_up": "cases.outcomes.correct_follow_up",
    "person": "people.details.change",
    "place": "places.writing.change",
    "person_note": "people.notes.change",
    "plan_completion": "plans.completing.change_completion",
    "plan_goal": "plans.goals.change_goal",
    "plan_milestone": "plans.milestones.change_milestone",
    "plan_rating": "plans.ratings.correct_ratings",
    "plan_review": "plans.reviews.change_review",
    "plan_step": "plans.steps.change_step",
    "programme": "programmes.writing.change",
    "programme_partner": "programmes.partners.change_partner",
    "progress_question": "progress.writing.change_question",
    "progress_round": "progress.writing.answer",
    "programme_enrolment": "programmes.writing.change_participation",
    "programme_extension": "programmes.writing.change_extension",
    "suggestion": "suggestions.writing.change",
    "tally_entry": "campaigns.counting.correct",
    "stand": "campaigns.stands.change_stand",
    "shift": "shifts.writing.change",
    "attendance": "shifts.marking.correct",
    "attendance_sheet": "shifts.sheets.sign",
    "training_level": "training.noting.note",
    "training_unit": "training.curriculum.change",
    "user_account": "register.accounts.change",
    "work_area": "work.areas.change_area",
    "work_task": "work.tasks.change_task",
}
REMOVE: dict[str, str] = {
    "agreed_step": "coaching.steps.drop_step",
    "application": "applications.writing.remove",
    "application_step": "applications.writing.remove_step",
    "assignment": "assignments.writing.remove",
    "campaign": "campaigns.setup.remove",
    "campaign_activity": "campaigns.content.remove_activity",
    "campaign_slot": "campaigns.slots.plan_slot",
    "year_voice": "reports.voices.remove_voice",
    "campaign_measure": "campaigns.targets.remove_measure",
    "campaign_partner": "campaigns.content.remove_partner",
    "certificate": "certificates.writing.withdraw",
    "chemical": "safety.chemicals.remove_chemical",
    "cover": "covers.writing.remove",
    "evaluation": "campaigns.evaluations.remove_evaluation",
    "event": "events.writing.remove",
    "event_series": "series.writing.remove",
    "incident_count": "incidents.writing.remove",
    "indicator": "indicators.writing.remove",
    "indicator_factor": "indicators.factors.remove_factor",
    "indicator_reading": "indicators.writing.remove_reading",
    "indicator_target": "indicators.writing.remove_target",
    "inspection": "inspections.writing.remove",
    "introduction": "safety.introductions.remove_introduction",
    "key_receipt": "safety.keys.remove_receipt",
    "organisation": "organisations.writing.remove",
    "outcome": "cases.outcomes.remove_outcome",
    "outcome_follow_up": "cases.outcomes.remove_follow_up",
    "person_note": "people.notes.remove",
    "plan_goal": "plans.goals.remove_goal",
    "plan_milestone": "plans.milestones.remove_milestone",
    "plan_rating": "plans.ratings.correct_ratings",
    "plan_review": "plans.reviews.remove_review",
    "plan_step": "plans.steps.remove_step",
    "place": "places.writing.remove",
    "programme_partner": "programmes.partners.remove_partner",
    "programme_enrolment": "programmes.writing.remove_participation",
    "progress_round": "progress.writing.remove_round",
    "programme_extension": "programmes.writing.remove_extension",
    "shift": "shifts.writing.remove",
    "attendance": "shifts.marking.clear",
    "attendance_sheet": "shifts.sheets.unsign",
    "tally_entry": "campaigns.counting.withdraw",
    "stand": "campaigns.stands.remove_stand",
    "stand_mark": "campaigns.stands.mark_stand",
    "feedback": "campaigns.feedback.take_back_feedback",
    "field_file": "field.files.forget",
    "visit": "campaigns.visits.strike_visit",
    "training_level": "training.noting.clear",
    "training_unit": "training.curriculum.remove",
    "work_area": "work.areas.remove_area",
    "work_task": "work.tasks.remove_task",
}
# Rows that are never taken away.
STAYS: dict[str, str] = {
    "case_file": "an enrolment is closed, with a reason, and stays as it was",
    "coaching_session": "a meeting that did not come about is put right to that; it is not counted as held",
    "consent": "what a person has said stays as it was recorded; it is withdrawn",
    "consent_text": "consents that were given upon it keep it; the next version takes its place",
    "inspection_point": "a point of the checklist is not relevant now, or goes with its inspection",
    "plan_completion": "a plan that is taken up again keeps what was said of it until it is completed anew",
    "progress_question": "what was answered stays; a question is asked no longer",
    "person": "who is no longer to be found here is disposed of, which this program does not do yet",
    "programme": "who took part stays there; a programme has a last day",
    "report_release": "what has left cannot be called back, and what leaves after it is held against it",
    "suggestion": "a suggestion is offered no longer, and can be offered again",
    "user_account": "a user is deactivated: the history tells what they did",
}


@cache
def _asked_for() -> frozenset[str]:
    """Return the full names of the services that the window uses."""
    used = used_by("ui")
    return frozenset(name for name, service in services().items() if service in used)


def _parts() -> set[str]:
    """Return the tables whose rows people type: those with a form, and the parts of a plan, which has an editor."""
    return {*FORMS, *(table for table in TABLES if table.startswith("plan_"))} - {"plan_signature", "plan_version"}


def test_each_kind_of_row_is_put_right_in_the_window() -> None:
    assert sorted(_parts() - set(CHANGE)) == [], "say in CHANGE which service puts it right"
    assert sorted(name for name in CHANGE.values() if name not in _asked_for()) == [], "the window asks for none of these"


def test_each_kind_of_row_is_taken_away_in_the_window_or_says_why_it_stays() -> None:
    assert sorted(_parts() - set(REMOVE) - set(STAYS)) == [], "say in REMOVE which service takes it away, or in STAYS why not"
    assert sorted(name for name in REMOVE.values() if name not in _asked_for()) == [], "the window asks for none of these"


def test_no_row_is_told_of_twice_or_gone() -> None:
    assert sorted(set(REMOVE) & set(STAYS)) == []
    assert sorted({*CHANGE, *REMOVE, *STAYS} - set(tables.metadata().tables)) == []
