"""Fairs, study visits, meet-ups with employers and whatever else happened: each told in a line, and what was called off."""

from jobbpunkt import events
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.reports.year import safety_work
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import together
from models.vocabulary import EventKind

# The other kinds are told of where they belong: livestreams with the coaching, the rest with the meeting place and safety.
_KINDS = (EventKind.FAIR, EventKind.STUDY_VISIT, EventKind.EMPLOYER_MEETUP, EventKind.OTHER)


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where nothing of the kind took place or was called off."""
    found = events.rows(year.uow, first=year.period.first, last=year.period.last, kinds=_KINDS)
    called_off = together(safety_work.called_off(year, found))
    held = safety_work.done(year, found)
    if not called_off and not held:
        return None
    return YearPart(year.words("Fairs, study visits and more"), (called_off,) if called_off else (), held)
