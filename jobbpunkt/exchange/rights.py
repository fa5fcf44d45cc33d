"""Which right each table of an export needs: nobody takes out what they may not see in the program."""

from collections.abc import Mapping

from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading

_OF_PEOPLE = ("person", "case_file", "outcome", "outcome_follow_up", "programme_enrolment", "consent", "visit")
_OF_NOTES = (
    *("person_note", "coaching_session", "session_participant", "agreed_step", "application", "application_step"),
    *("cv", "cv_version", "letter", "letter_version", "progress_round", "cover"),
)
_OF_PLANS = (
    *("plan", "plan_goal", "plan_milestone", "plan_step", "plan_rating", "plan_review", "plan_version", "plan_signature"),
    "plan_completion",
)
_OF_WORK = (
    *("shift", "shift_area", "attendance", "attendance_sheet", "work_area", "work_task", "introduction", "chemical"),
    *("safety_sheet", "key_receipt", "training_unit", "training_level", "certificate"),
    *("inspection", "inspection_point", "inspection_photo"),
)
_OF_CAMPAIGNS = (
    *("campaign", "campaign_week", "campaign_partner", "campaign_activity", "campaign_slot", "campaign_measure"),
    *("tally_entry", "evaluation", "event", "event_partner", "organisation", "assignment"),
    *("stand", "stand_mark", "feedback", "field_file", "event_series", "place", "incident_count"),
)
_OF_REPORTS = (
    *("indicator", "indicator_reading", "indicator_target", "year_target", "year_voice", "frozen_report"),
    *("report_release", "indicator_factor"),
)
_OF_THE_REGISTER = (
    *("programme", "programme_extension", "programme_partner", "progress_question", "suggestion", "consent_text"),
    *("user_account", "history_entry"),
)
NEEDS: Mapping[str, Permission] = {
    table: right
    for right, tables in (
        (Permission.SEE_PEOPLE, _OF_PEOPLE),
        (Permission.SEE_NOTES, _OF_NOTES),
        (Permission.SEE_PLANS, _OF_PLANS),
        (Permission.SEE_WORK, _OF_WORK),
        (Permission.SEE_CAMPAIGNS, _OF_CAMPAIGNS),
        (Permission.SEE_REPORTS, _OF_REPORTS),
        (Permission.MANAGE_REGISTER, _OF_THE_REGISTER),
    )
    for table in tables
}


def tables_out(uow: Reading) -> frozenset[str]:
    """Return the tables that the signed-in user may not see."""
    return frozenset(table for table, right in NEEDS.items() if not uow.user.may(right))
