"""The meeting place Kollage: what went on there, who met there, and what was not held as planned."""

from collections.abc import Iterator
from datetime import date

from jobbpunkt import events, places
from jobbpunkt.disclosure import Key, Told, releases
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.events import EventRow
from jobbpunkt.reports.year.activity_saying import of_event
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import joined, together
from models.vocabulary import ActivityStatus, EventKind, PlaceKind

KEYS = ("events_held",)
_PARTICIPATIONS = "meeting_place_participations"


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where nothing was planned there."""
    found = events.rows(year.uow, first=year.period.first, last=year.period.last, kinds=(EventKind.MEETING_PLACE,))
    if not found:
        return None
    came = _participations(year, found)
    told_of = (together(_places(year)), together(_held(year, found, came)), together(_not_held(year, found)))
    paragraphs = tuple(said for said in told_of if said)
    came_of_it = tuple(of_event(row, year, summed=True) for row in found if row.took_place and row.result.strip())
    return YearPart(year.words("Kollage"), paragraphs, came_of_it, figures=year.figures(KEYS), told=tuple(came.items()))


def _participations(year: Year, found: tuple[EventRow, ...]) -> Told:
    """Return how many came in all, held against what has left before: of one evening more it would tell how few they were."""
    counted = [row.attendance for row in found if row.took_place and row.attendance is not None]
    if not counted:
        return {}
    days = year.period.first, min(year.period.last, year.uow.clock.today())
    figures = {Key(_PARTICIPATIONS, "", "", *days): sum(counted)}
    return releases.decided(year.uow, figures, {}, days).told(figures)


def _places(year: Year) -> Iterator[Said]:
    """Yield what the meeting places of the register are there for."""
    for row in places.rows(year.uow):
        if row.data.kind is not PlaceKind.MEETING_PLACE:
            continue
        name, where, who = row.data.name, row.data.district, row.data.run_by
        if where and who:
            yield year.words("{name} is a meeting place in {district}, run by {who}.", name=name, district=where, who=who)
        if row.data.about.strip():
            yield row.data.about


def _held(year: Year, found: tuple[EventRow, ...], came: Told) -> Iterator[Said]:
    words = year.words
    held = [row for row in found if row.took_place]
    titles = joined(dict.fromkeys(row.title for row in held), words)
    if str(titles):
        yield words("What went on at Kollage: {titles}.", titles=titles)
    partners = sorted({name for row in held for _, name in row.partners})
    if partners:
        yield words("Those who met there: {names}.", names=joined(partners, words))
    for number in [one for one in came.values() if one is not None]:
        yield words.plural(
            "{n} participation was counted, at {occasions} of {all} occasions.",
            "{n} participations were counted, at {occasions} of {all} occasions.",
            number,
            occasions=words.number(sum(row.attendance is not None for row in held)),
            all=words.number(len(held)),
        )


def _not_held(year: Year, found: tuple[EventRow, ...]) -> Iterator[Said]:
    words = year.words
    today: date = year.uow.clock.today()
    changed = [row.title for row in found if row.status is ActivityStatus.CHANGED]
    if changed:
        yield words("Held in another way than planned: {titles}.", titles=joined(changed, words))
    cancelled = [row for row in found if row.status is ActivityStatus.CANCELLED and row.day <= today]
    if cancelled:
        titles = joined(dict.fromkeys(row.title for row in cancelled), words)
        yield words.plural("Cancelled: {titles}, {n} time.", "Cancelled: {titles}, {n} times.", len(cancelled), titles=titles)
    off = [row for row in found if row.status is ActivityStatus.CHANGED or row in cancelled]
    reasons = joined(dict.fromkeys(row.reason.strip().rstrip(".") for row in off if row.reason.strip()), words)
    if str(reasons):
        yield words("Why: {reasons}.", reasons=reasons)
