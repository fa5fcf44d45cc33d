"""Enrolments: status, coach, closing with a reason, and outcomes that are followed up."""

from jobbpunkt.cases.data import CaseFacts, CaseView, FollowUpView, NewCase, NewOutcome, OutcomeView
from jobbpunkt.cases.ending import LEADS_TO, close, reopen
from jobbpunkt.cases.enrolment import assign, correct, enrol, enrol_newcomers, set_status
from jobbpunkt.cases.lasting import lasted
from jobbpunkt.cases.outcomes import (
    FOLLOW_UP_DAYS,
    add_outcome,
    answer_follow_up,
    change_outcome,
    correct_follow_up,
    remove_follow_up,
    remove_outcome,
    usual_days,
)
from jobbpunkt.cases.reading import coaches, of_person

__all__ = [
    "FOLLOW_UP_DAYS",
    "LEADS_TO",
    "CaseFacts",
    "CaseView",
    "FollowUpView",
    "NewCase",
    "NewOutcome",
    "OutcomeView",
    "add_outcome",
    "answer_follow_up",
    "assign",
    "change_outcome",
    "close",
    "coaches",
    "correct",
    "correct_follow_up",
    "enrol",
    "enrol_newcomers",
    "lasted",
    "of_person",
    "remove_follow_up",
    "remove_outcome",
    "reopen",
    "set_status",
    "usual_days",
]
