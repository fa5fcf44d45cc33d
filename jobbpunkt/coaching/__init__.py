"""Coaching: meetings booked, moved and held, what was agreed in them, and the sheet that the participant takes home."""

from jobbpunkt.coaching.booking import book, cancel, change, clashes, no_show, reschedule
from jobbpunkt.coaching.correcting import correct
from jobbpunkt.coaching.data import (
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    Clash,
    LastTime,
    MeetingEnd,
    MeetingFacts,
    MeetingRecord,
    NewSession,
    NoteSaved,
    Participant,
    SessionDetails,
    SessionRow,
    StepView,
    StepWords,
)
from jobbpunkt.coaching.lists import between, next_of, of_person
from jobbpunkt.coaching.meeting import hold, save_note
from jobbpunkt.coaching.reading import details
from jobbpunkt.coaching.steps import (
    add_step,
    change_step,
    drop_step,
    move_steps,
    open_steps,
    postpone_step,
    steps_of_person,
    tick_step,
)

__all__ = [
    "LONGEST_MINUTES",
    "SHORTEST_MINUTES",
    "Clash",
    "LastTime",
    "MeetingEnd",
    "MeetingFacts",
    "MeetingRecord",
    "NewSession",
    "NoteSaved",
    "Participant",
    "SessionDetails",
    "SessionRow",
    "StepView",
    "StepWords",
    "add_step",
    "between",
    "book",
    "cancel",
    "change",
    "change_step",
    "clashes",
    "correct",
    "details",
    "drop_step",
    "hold",
    "move_steps",
    "next_of",
    "no_show",
    "of_person",
    "open_steps",
    "postpone_step",
    "reschedule",
    "save_note",
    "steps_of_person",
    "tick_step",
]
