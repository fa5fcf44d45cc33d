"""Campaigns such as CV-boxen: setting up, counting on site, results, evaluation, and doing it again next year."""

from jobbpunkt.campaigns.again import repeat_next_year
from jobbpunkt.campaigns.clock import Occasion, occasions_between
from jobbpunkt.campaigns.content import (
    add_activity,
    add_partner,
    change_activity,
    change_partner,
    remove_activity,
    remove_partner,
)
from jobbpunkt.campaigns.counting import correct, count, entries, entry, undo_last, withdraw
from jobbpunkt.campaigns.evaluations import change_evaluation, evaluate, not_evaluated, remove_evaluation
from jobbpunkt.campaigns.feedback import Answers, feedback, give_feedback, take_back_feedback
from jobbpunkt.campaigns.figures import measures, not_counted, results, told_results
from jobbpunkt.campaigns.linked import explained
from jobbpunkt.campaigns.meanings import in_register, stands_beside
from jobbpunkt.campaigns.on_paper import document, target_group
from jobbpunkt.campaigns.partner_page import note_partner_printed, partner_drawing
from jobbpunkt.campaigns.reading import find, get, leads, overview
from jobbpunkt.campaigns.rows import (
    Activity,
    ActivityDraft,
    Campaign,
    CampaignDetails,
    CampaignRow,
    CountedMeasure,
    Entry,
    EvaluationRow,
    Figure,
    MeasureDraft,
    Partner,
    ResultRow,
    Results,
    Slot,
    SlotDraft,
    Week,
)
from jobbpunkt.campaigns.setup import change, create, remove
from jobbpunkt.campaigns.slots import plan_slot
from jobbpunkt.campaigns.stands import StandRow, add_stand, came_of, change_stand, mark_stand, remove_stand, stands
from jobbpunkt.campaigns.targets import add_measure, change_measure, cv_box_measures, remove_measure
from jobbpunkt.campaigns.visits import VisitRow, sign_in, strike_visit, visitors

__all__ = [
    "Activity",
    "ActivityDraft",
    "Answers",
    "Campaign",
    "CampaignDetails",
    "CampaignRow",
    "CountedMeasure",
    "Entry",
    "EvaluationRow",
    "Figure",
    "MeasureDraft",
    "Occasion",
    "Partner",
    "ResultRow",
    "Results",
    "Slot",
    "SlotDraft",
    "StandRow",
    "VisitRow",
    "Week",
    "add_activity",
    "add_measure",
    "add_partner",
    "add_stand",
    "came_of",
    "change",
    "change_activity",
    "change_evaluation",
    "change_measure",
    "change_partner",
    "change_stand",
    "correct",
    "count",
    "create",
    "cv_box_measures",
    "document",
    "entries",
    "entry",
    "evaluate",
    "explained",
    "feedback",
    "find",
    "get",
    "give_feedback",
    "in_register",
    "leads",
    "mark_stand",
    "measures",
    "not_counted",
    "not_evaluated",
    "note_partner_printed",
    "occasions_between",
    "overview",
    "partner_drawing",
    "plan_slot",
    "remove",
    "remove_activity",
    "remove_evaluation",
    "remove_measure",
    "remove_partner",
    "remove_stand",
    "repeat_next_year",
    "results",
    "sign_in",
    "stands",
    "stands_beside",
    "strike_visit",
    "take_back_feedback",
    "target_group",
    "told_results",
    "undo_last",
    "visitors",
    "withdraw",
]
