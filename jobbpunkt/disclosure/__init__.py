"""Small groups stay secret: what is hidden of figures about persons, and what has left the program and is remembered."""

from jobbpunkt.disclosure.data import Course, Key, Nature, Reason, Released, Told, Why, of_campaign
from jobbpunkt.disclosure.hiding import Decision, decide
from jobbpunkt.disclosure.periods import calendar_period, is_calendar, refused_period
from jobbpunkt.disclosure.rules import LEAST_BASE, PERSONS, SMALLEST_SHOWN, is_of_few, is_small

__all__ = [
    "LEAST_BASE",
    "PERSONS",
    "SMALLEST_SHOWN",
    "Course",
    "Decision",
    "Key",
    "Nature",
    "Reason",
    "Released",
    "Told",
    "Why",
    "calendar_period",
    "decide",
    "is_calendar",
    "is_of_few",
    "is_small",
    "of_campaign",
    "refused_period",
]
