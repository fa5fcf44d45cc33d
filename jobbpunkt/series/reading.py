"""Series as they are read."""

from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.fields import taken
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.series.data import SeriesRow
from jobbpunkt.series.fields import FIELDS, SeriesData
from models.event import Event, EventSeries
from models.vocabulary import TOOK_PLACE


@depends_on(Event, EventSeries)
def rows(uow: Reading) -> tuple[SeriesRow, ...]:
    """Return every series, the latest begun first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    counting = select(Event.series_id, func.count()).where(Event.series_id.is_not(None), Event.status.in_(TOOK_PLACE))
    counted = dict(uow.session.execute(counting.group_by(Event.series_id)).all())
    found = uow.session.scalars(select(EventSeries).order_by(EventSeries.starts_on.desc(), EventSeries.name))
    return tuple(SeriesRow(row.id, row.version, SeriesData(**taken(FIELDS, row)), counted.get(row.id, 0)) for row in found)


@depends_on(EventSeries)
def choices(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return keys and names by name, for a form to choose from."""
    uow.require(Permission.SEE_CAMPAIGNS)
    return tuple(
        (key, name) for key, name in uow.session.execute(select(EventSeries.id, EventSeries.name).order_by(EventSeries.name))
    )
