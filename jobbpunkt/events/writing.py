"""Planning events, and saying how they went."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.events.data import EventDetails
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign
from models.event import Event, EventPartner
from models.vocabulary import ActivityStatus

_SENTENCES = (
    (ActivityStatus.PLANNED, N_("The event is planned again.")),
    (ActivityStatus.HELD, N_("The event has been marked as carried out.")),
    (ActivityStatus.CHANGED, N_("The event has been marked as carried out in another form.")),
    (ActivityStatus.CANCELLED, N_("The event has been cancelled.")),
)


def create(uow: Writing, details: EventDetails) -> Change:
    """Add an event."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.add(Event(**_checked(uow, details)))
    uow.flush()
    _set_partners(uow, row.id, details.partners)
    return uow.change(row, N_("The event has been added."))


def change(uow: Writing, event_id: UUID, version: int, details: EventDetails) -> Change:
    """Save an event as the form has it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Event, event_id, version)
    put(row, _checked(uow, details))
    _set_partners(uow, event_id, details.partners)
    return uow.change(row, N_("The event has been saved."))


def mark(uow: Writing, event_id: UUID, status: ActivityStatus, *, reason: str = "") -> Change:
    """Say whether an event was carried out, changed or cancelled; a reason is added to its note."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.get(Event, event_id)
    row.status = status
    if why := checks.text(reason, field="reason", longest=checks.TITLE):
        row.note = checks.text(f"{row.note}\n{why}", field="reason", longest=checks.NOTE)
    return uow.change(row, dict(_SENTENCES)[status])


def record(uow: Writing, event_id: UUID, version: int, *, attendance: int | None, views: int | None) -> Change:
    """Write down how many came and how many views there were; None is not recorded."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Event, event_id, version)
    row.attendance = checks.whole(attendance, field="attendance")
    row.views = checks.whole(views, field="views", most=1_000_000_000)
    return uow.change(row, N_("The numbers have been saved."))


def remove(uow: Writing, event_id: UUID) -> Change:
    """Remove an event that was entered by mistake."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.get(Event, event_id)
    _set_partners(uow, event_id, ())
    uow.flush()
    uow.remove(row)
    return uow.change_of(event_id, N_("The event has been removed."))


def _checked(uow: Reading, details: EventDetails) -> dict[str, object]:
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


def _set_partners(uow: Writing, event_id: UUID, wanted: Collection[UUID]) -> None:
    kept = uow.session.scalars(select(EventPartner).where(EventPartner.event_id == event_id)).all()
    for row in kept:
        if row.organisation_id not in wanted:
            uow.remove(row)
    for organisation_id in dict.fromkeys(wanted):
        if organisation_id not in {row.organisation_id for row in kept}:
            uow.add(EventPartner(event_id=event_id, organisation_id=organisation_id))
