"""What was reported of the areas, by week and in all."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.incidents.data import AreaTotal, WeekCounts
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.incident import IncidentCount
from models.place import Place
from models.vocabulary import IncidentCategory


@depends_on(IncidentCount, Place)
def weeks(uow: Reading, *, first: date, last: date) -> tuple[WeekCounts, ...]:
    """Return each area's weeks that begin from `first` to `last`, the latest first, then by area."""
    uow.require(Permission.SEE_CAMPAIGNS)
    found: dict[tuple[UUID, str, date], dict[IncidentCategory, int | None]] = defaultdict(dict)
    for place, name, week, category, number in uow.session.execute(_between(first, last)):
        found[place, name, week][category] = number
    made = [WeekCounts(place, name, week, counts) for (place, name, week), counts in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.week.toordinal(), one.place.casefold())))


@depends_on(IncidentCount, Place)
def totals(uow: Reading, *, first: date, last: date) -> tuple[AreaTotal, ...]:
    """Return what was reported of each area in the weeks that begin from `first` to `last`, by area."""
    by_place: dict[str, list[WeekCounts]] = defaultdict(list)
    for one in weeks(uow, first=first, last=last):
        by_place[one.place].append(one)
    return tuple(
        AreaTotal(place, len(reported), {category: _total(reported, category) for category in IncidentCategory})
        for place, reported in sorted(by_place.items(), key=lambda pair: pair[0].casefold())
    )


def _total(reported: list[WeekCounts], category: IncidentCategory) -> int | None:
    """Return the sum of what somebody counted; None where nobody did."""
    known = [number for one in reported if (number := one.counts.get(category)) is not None]
    return sum(known) if known else None


def _between(first: date, last: date) -> Select[UUID, str, date, IncidentCategory, int]:
    query = select(Place.id, Place.name, IncidentCount.week, IncidentCount.category, IncidentCount.number)
    query = query.join(Place, Place.id == IncidentCount.place_id).where(IncidentCount.week.between(first, last))
    return query.order_by(IncidentCount.week, IncidentCount.category)
