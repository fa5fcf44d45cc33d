"""The work for safety: what was called off and why, what was done, and what was seen in the districts week by week."""

from collections.abc import Iterator

from jobbpunkt import events, incidents
from jobbpunkt.documents.tree import Said
from jobbpunkt.events import EventRow
from jobbpunkt.incidents import AreaTotal
from jobbpunkt.reports.year.activity_saying import is_for_safety, of_event
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import joined
from models.vocabulary import ActivityStatus


def planned(year: Year) -> tuple[EventRow, ...]:
    """Return the events of the work for safety that the year has."""
    found = events.rows(year.uow, first=year.period.first, last=year.period.last)
    return tuple(row for row in found if is_for_safety(row))


def called_off(year: Year, found: tuple[EventRow, ...]) -> Iterator[Said]:
    """Yield what was cancelled and what was changed, with the reasons."""
    words, today = year.words, year.uow.clock.today()
    cancelled = [row for row in found if row.status is ActivityStatus.CANCELLED and row.day <= today]
    if cancelled:
        titles = joined(dict.fromkeys(row.title for row in cancelled), words)
        yield words("Could not be carried out: {titles}.", titles=titles)
    changed = [row for row in found if row.status is ActivityStatus.CHANGED]
    if changed:
        yield words("Held in another way than planned: {titles}.", titles=joined((row.title for row in changed), words))
    reasons = dict.fromkeys(row.reason.strip().rstrip(".") for row in (*cancelled, *changed) if row.reason.strip())
    if reasons:
        yield words("Why: {reasons}.", reasons=joined(reasons, words))


def done(year: Year, found: tuple[EventRow, ...]) -> tuple[Said, ...]:
    """Return a line for each event that took place."""
    return tuple(of_event(row, year) for row in found if row.took_place)


def seen(year: Year) -> Iterator[Said]:
    """Yield what was reported of each district: categories alone, of so many weeks."""
    words = year.words
    totals = incidents.totals(year.uow, first=year.period.first, last=year.period.last)
    if totals:
        yield words("What was reported week by week, as numbers of kinds and never of persons:")
    for total in totals:
        yield words(
            "{place}, number of weeks reported {weeks}: {seen}.", place=total.place, weeks=total.weeks, seen=_seen(total, year)
        )


def _seen(total: AreaTotal, year: Year) -> Said:
    words = year.words
    missing = str(words("not recorded"))
    parts = (
        f"{words.label(category.label)} {missing if number is None else words.number(number)}"
        for category, number in total.counts.items()
    )
    return joined(parts, words)
