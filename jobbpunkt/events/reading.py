"""Events as they are read: those of a time, a kind or a campaign, and one."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.base.clock import bounds
from jobbpunkt.events.data import EventRow
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import Campaign
from models.event import Event, EventPartner, EventSeries
from models.organisation import Organisation
from models.vocabulary import EventKind


@depends_on(Campaign, Event, EventPartner, EventSeries, Organisation)
def rows(
    uow: Reading,
    *,
    first: date | None = None,
    last: date | None = None,
    kinds: Collection[EventKind] | None = None,
    campaign_id: UUID | None = None,
) -> tuple[EventRow, ...]:
    """Return the events from `first` to `last`, in order of time."""
    uow.require(Permission.SEE_CAMPAIGNS)
    query = _between(_named(), first, last)
    if kinds is not None:
        query = query.where(Event.kind.in_(kinds))
    if campaign_id is not None:
        query = query.where(Event.campaign_id == campaign_id)
    return _rows(uow, query)


def get(uow: Reading, event_id: UUID) -> EventRow:
    """Return one event."""
    uow.require(Permission.SEE_CAMPAIGNS)
    uow.get(Event, event_id)
    return _rows(uow, _named().where(Event.id == event_id))[0]


def _named() -> Select[Event, str, str]:
    return (
        select(Event, Campaign.name, EventSeries.name)
        .outerjoin(Campaign, Campaign.id == Event.campaign_id)
        .outerjoin(EventSeries, EventSeries.id == Event.series_id)
    )


def _between(query: Select[Event, str, str], first: date | None, last: date | None) -> Select[Event, str, str]:
    if first is not None:
        query = query.where(Event.starts_at >= bounds(first, first)[0])
    if last is not None:
        query = query.where(Event.starts_at < bounds(last, last)[1])
    return query


def _rows(uow: Reading, query: Select[Event, str, str]) -> tuple[EventRow, ...]:
    found = uow.session.execute(query.order_by(Event.starts_at, Event.title)).all()
    partners = _partners(uow)
    return tuple(_row(event, campaign or "", series or "", tuple(partners[event.id])) for event, campaign, series in found)


def _row(event: Event, campaign: str, series: str, partners: tuple[tuple[UUID, str], ...]) -> EventRow:
    return EventRow(
        id=event.id,
        version=event.version,
        kind=event.kind,
        status=event.status,
        title=event.title,
        theme=event.theme,
        place=event.place,
        starts_at=event.starts_at,
        attendance=event.attendance,
        attendance_said=event.attendance_said,
        views=event.views,
        reason=event.reason,
        result=event.result,
        note=event.note,
        led_by=event.led_by,
        asked_by=event.asked_by,
        target_group=event.target_group,
        field_of_work=event.field_of_work,
        campaign_id=event.campaign_id,
        campaign=campaign,
        series_id=event.series_id,
        series=series,
        partners=partners,
    )


def _partners(uow: Reading) -> dict[UUID, list[tuple[UUID, str]]]:
    named: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    query = select(EventPartner.event_id, Organisation.id, Organisation.name).join(Organisation).order_by(Organisation.name)
    for event_id, key, name in uow.session.execute(query):
        named[event_id].append((key, name))
    return named
