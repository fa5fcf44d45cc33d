"""Events: livestreams, fairs, study visits and activities at the meeting place, and how they went.

Attendance and views are None until somebody records them: not recorded is not zero.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.clock import bounds, day_of
from jobbpunkt.i18n import N_
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.campaign import Campaign
from models.event import Event, EventPartner
from models.organisation import Organisation
from models.vocabulary import ActivityStatus, EventKind

_SENTENCES = (
    (ActivityStatus.PLANNED, N_("The event is planned again.")),
    (ActivityStatus.HELD, N_("The event has been marked as carried out.")),
    (ActivityStatus.CHANGED, N_("The event has been marked as carried out in another form.")),
    (ActivityStatus.CANCELLED, N_("The event has been cancelled.")),
)


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What is written down about an event; `starts_at` is an instant, `partners` are organisations."""

    kind: EventKind
    title: str
    starts_at: datetime
    theme: str = ""
    place: str = ""
    status: ActivityStatus = ActivityStatus.PLANNED
    campaign_id: UUID | None = None
    partners: tuple[UUID, ...] = ()
    attendance: int | None = None
    views: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the names of its campaign and partners."""

    id: UUID
    version: int
    kind: EventKind
    status: ActivityStatus
    title: str
    theme: str
    place: str
    starts_at: datetime
    attendance: int | None
    views: int | None
    note: str
    campaign_id: UUID | None
    campaign: str
    partners: tuple[tuple[UUID, str], ...]

    @property
    def day(self) -> date:
        """Return the Swedish day it falls on."""
        return day_of(self.starts_at)


def create(uow: UnitOfWork, details: EventDetails) -> Change:
    """Add an event."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.add(Event(**_checked(uow, details)))
    uow.flush()
    _set_partners(uow, row.id, details.partners)
    return uow.change(row, N_("The event has been added."))


def change(uow: UnitOfWork, event_id: UUID, version: int, details: EventDetails) -> Change:
    """Save an event as the form has it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Event, event_id, version)
    for name, value in _checked(uow, details).items():
        setattr(row, name, value)
    _set_partners(uow, event_id, details.partners)
    return uow.change(row, N_("The event has been saved."))


def mark(uow: UnitOfWork, event_id: UUID, status: ActivityStatus, *, reason: str = "") -> Change:
    """Say whether an event was carried out, changed or cancelled; a reason is added to its note."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.get(Event, event_id)
    row.status = status
    if why := checks.text(reason, field="reason", longest=checks.TITLE):
        row.note = checks.text(f"{row.note}\n{why}", field="reason", longest=checks.NOTE)
    return uow.change(row, dict(_SENTENCES)[status])


def record(uow: UnitOfWork, event_id: UUID, version: int, *, attendance: int | None, views: int | None) -> Change:
    """Write down how many came and how many views there were; None is not recorded."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Event, event_id, version)
    row.attendance = checks.whole(attendance, field="attendance")
    row.views = checks.whole(views, field="views", most=1_000_000_000)
    return uow.change(row, N_("The numbers have been saved."))


def remove(uow: UnitOfWork, event_id: UUID) -> Change:
    """Remove an event that was entered by mistake."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.get(Event, event_id)
    _set_partners(uow, event_id, ())
    uow.flush()
    uow.remove(row)
    return uow.change_of(event_id, N_("The event has been removed."))


@depends_on(Campaign, Event, EventPartner, Organisation)
def rows(
    uow: UnitOfWork,
    *,
    first: date | None = None,
    last: date | None = None,
    kinds: Collection[EventKind] | None = None,
    campaign_id: UUID | None = None,
) -> tuple[EventRow, ...]:
    """Return the events from `first` to `last`, in order of time."""
    uow.require(Permission.SEE_CAMPAIGNS)
    query = _between(select(Event, Campaign.name).outerjoin(Campaign, Campaign.id == Event.campaign_id), first, last)
    if kinds is not None:
        query = query.where(Event.kind.in_(kinds))
    if campaign_id is not None:
        query = query.where(Event.campaign_id == campaign_id)
    return _rows(uow, query)


def get(uow: UnitOfWork, event_id: UUID) -> EventRow:
    """Return one event."""
    uow.require(Permission.SEE_CAMPAIGNS)
    uow.get(Event, event_id)
    return _rows(uow, select(Event, Campaign.name).outerjoin(Campaign).where(Event.id == event_id))[0]


def _between(query: Select[Event, str], first: date | None, last: date | None) -> Select[Event, str]:
    if first is not None:
        query = query.where(Event.starts_at >= bounds(first, first)[0])
    if last is not None:
        query = query.where(Event.starts_at < bounds(last, last)[1])
    return query


def _rows(uow: UnitOfWork, query: Select[Event, str]) -> tuple[EventRow, ...]:
    found = uow.session.execute(query.order_by(Event.starts_at, Event.title)).all()
    partners = _partners(uow)
    return tuple(_row(event, campaign or "", tuple(partners[event.id])) for event, campaign in found)


def _row(event: Event, campaign: str, partners: tuple[tuple[UUID, str], ...]) -> EventRow:
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
        views=event.views,
        note=event.note,
        campaign_id=event.campaign_id,
        campaign=campaign,
        partners=partners,
    )


def _partners(uow: UnitOfWork) -> dict[UUID, list[tuple[UUID, str]]]:
    named: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    query = select(EventPartner.event_id, Organisation.id, Organisation.name).join(Organisation).order_by(Organisation.name)
    for event_id, key, name in uow.session.execute(query):
        named[event_id].append((key, name))
    return named


def _checked(uow: UnitOfWork, details: EventDetails) -> dict[str, object]:
    checks.day(day_of(details.starts_at), field="starts_at")
    if details.campaign_id is not None:
        uow.get(Campaign, details.campaign_id)
    return {
        "kind": details.kind,
        "status": details.status,
        "title": checks.line(details.title, field="title", required=True),
        "theme": checks.line(details.theme, field="theme"),
        "place": checks.line(details.place, field="place"),
        "starts_at": details.starts_at,
        "campaign_id": details.campaign_id,
        "attendance": checks.whole(details.attendance, field="attendance"),
        "views": checks.whole(details.views, field="views", most=1_000_000_000),
        "note": checks.text(details.note, field="note", longest=checks.NOTE),
    }


def _set_partners(uow: UnitOfWork, event_id: UUID, wanted: Collection[UUID]) -> None:
    kept = uow.session.scalars(select(EventPartner).where(EventPartner.event_id == event_id)).all()
    for row in kept:
        if row.organisation_id not in wanted:
            uow.remove(row)
    for organisation_id in dict.fromkeys(wanted):
        if organisation_id not in {row.organisation_id for row in kept}:
            uow.add(EventPartner(event_id=event_id, organisation_id=organisation_id))
