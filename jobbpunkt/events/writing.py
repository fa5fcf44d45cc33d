"""Planning events, and saying how they went."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import approximate, checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.events.data import EventDetails
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.series import within
from models.campaign import Campaign
from models.event import Event, EventPartner
from models.vocabulary import TOOK_PLACE, ActivityStatus

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
    """Say whether an event was carried out, changed or cancelled, and why; an empty reason leaves the one that stands."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.get(Event, event_id)
    _demand_that_it_has_been(uow, status, day_of(row.starts_at))
    row.status = status
    if why := checks.text(reason, field="reason", longest=checks.TITLE):
        row.reason = why
    return uow.change(row, dict(_SENTENCES)[status])


def record(
    uow: Writing, event_id: UUID, version: int, *, attendance: int | None, views: int | None, attendance_said: str = ""
) -> Change:
    """Write down how many came, as it was said, and how many views there were; None is not recorded."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Event, event_id, version)
    row.attendance, row.attendance_said = _came(attendance, attendance_said)
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
    if details.series_id is not None:
        within.demand(uow, details.series_id, day_of(details.starts_at))
    _demand_that_it_has_been(uow, details.status, day_of(details.starts_at))
    attendance, said = _came(details.attendance, details.attendance_said)
    return {
        "kind": details.kind,
        "status": details.status,
        "title": checks.line(details.title, field="title", required=True),
        "theme": checks.line(details.theme, field="theme"),
        "place": checks.line(details.place, field="place"),
        "starts_at": details.starts_at,
        "campaign_id": details.campaign_id,
        "series_id": details.series_id,
        "led_by": details.led_by,
        "asked_by": details.asked_by,
        "target_group": details.target_group,
        "field_of_work": details.field_of_work,
        "attendance": attendance,
        "attendance_said": said,
        "views": checks.whole(details.views, field="views", most=1_000_000_000),
        "reason": checks.text(details.reason, field="reason", longest=checks.TITLE),
        "result": checks.text(details.result, field="result", longest=checks.NOTE),
        "note": checks.text(details.note, field="note", longest=checks.NOTE),
    }


def _demand_that_it_has_been(uow: Reading, status: ActivityStatus, day: date) -> None:
    """Refuse to say that something took place on a day that is still to come: figures up to today would count it."""
    if status in TOOK_PLACE and day > uow.clock.today():
        raise InvalidInput("That day is still to come. Say how it went when it has been.", field="status")


def _came(number: int | None, said: str) -> tuple[int | None, str]:
    return approximate.agreed(number, said, field="attendance", words="attendance_said")


def _set_partners(uow: Writing, event_id: UUID, wanted: Collection[UUID]) -> None:
    kept = uow.session.scalars(select(EventPartner).where(EventPartner.event_id == event_id)).all()
    for row in kept:
        if row.organisation_id not in wanted:
            uow.remove(row)
    for organisation_id in dict.fromkeys(wanted):
        if organisation_id not in {row.organisation_id for row in kept}:
            uow.add(EventPartner(event_id=event_id, organisation_id=organisation_id))
