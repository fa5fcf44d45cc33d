"""Noting what was seen in an area in a week, as numbers alone."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, gone
from jobbpunkt.base.words import N_
from jobbpunkt.incidents.data import Counts, monday
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.incident import IncidentCount
from models.place import Place
from models.vocabulary import IncidentCategory, PlaceKind

_MOST = 1000


def note(uow: Writing, place_id: UUID, week: date, counts: Counts) -> Change:
    """Note how many of each category were reported of a district in a day's week; the same week again replaces it."""
    uow.require(Permission.EDIT_EVENTS)
    if uow.get(Place, place_id).kind is not PlaceKind.DISTRICT:
        raise InvalidInput("Choose a district: what is seen is reported for a whole area.", field="place_id")
    first = monday(checks.past_day(week, uow.clock.today(), field="week"))
    for category in IncidentCategory:
        checks.whole(counts.get(category), field=category.value, most=_MOST)
    if all(counts.get(category) is None for category in IncidentCategory):
        raise InvalidInput("Write at least one number; write 0 where nothing was seen.", field=IncidentCategory.GATHERING.value)
    known = {row.category: row for row in _rows(uow, place_id, first)}
    for category in IncidentCategory:
        _put(uow, known.get(category), IncidentCount(place_id=place_id, week=first, category=category), counts.get(category))
    uow.flush()
    return uow.change(_rows(uow, place_id, first)[0], N_("The week has been noted."))


def _put(uow: Writing, known: IncidentCount | None, new: IncidentCount, number: int | None) -> None:
    if number is None:
        if known is not None:
            uow.remove(known)
    elif known is None:
        new.number = number
        uow.add(new)
    else:
        known.number = number


def remove(uow: Writing, place_id: UUID, week: date) -> Change:
    """Remove what was noted of a district's week by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    found = _rows(uow, place_id, week)
    if not found:
        raise gone()
    for row in found:
        uow.remove(row)
    return uow.change(found[0], N_("The week has been removed."))


def _rows(uow: Reading, place_id: UUID, week: date) -> list[IncidentCount]:
    query = select(IncidentCount).where(IncidentCount.place_id == place_id, IncidentCount.week == week)
    return list(uow.session.scalars(query.order_by(IncidentCount.category)))
