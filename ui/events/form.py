"""The forms for events: the event itself, what became of it, and its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, events, organisations, places, series
from jobbpunkt.base import checks
from jobbpunkt.base.clock import day_of, hour_of, instant
from jobbpunkt.events import EventDetails, EventRow
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ActivityStatus, EventKind, StaffRole, TargetGroup, WorkField
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.completing import completer
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField, TimeField
from ui.widgets.many_field import ManyField


@dataclass(frozen=True, slots=True)
class Offer:
    """What the form offers to choose from."""

    campaigns: tuple[tuple[UUID, str], ...]
    organisations: tuple[tuple[UUID, str], ...]
    series: tuple[tuple[UUID, str], ...]
    places: tuple[str, ...]


# What the form shows under the name that the row has for it.
_AS_THEY_STAND = (
    *("title", "kind", "status", "reason", "theme", "place", "campaign_id", "series_id", "led_by", "asked_by", "target_group"),
    *("field_of_work", "attendance", "attendance_said", "views", "result", "note"),
)


def open_event_form(
    parent: QWidget, context: Context, row: EventRow | None = None, saved: Callable[[UUID], None] | None = None
) -> None:
    """Load what the form offers, then open it for a new event or the one given."""

    def show(offer: Offer) -> None:
        dialog = EventDialog(parent, context, offer, row)
        if saved is not None:
            dialog.saved.connect(lambda change: saved(change.record))
        dialog.open()

    asking.read(parent, context, offered, show)


def offered(uow: Reading) -> Offer:
    """Return what the form of an event offers."""
    return Offer(
        campaigns=tuple((row.id, row.name) for row in campaigns.overview(uow)),
        organisations=organisations.choices(uow),
        series=series.choices(uow),
        places=tuple(row.data.name for row in places.rows(uow)),
    )


class EventDialog(FormDialog):
    """Adds or changes an event."""

    def __init__(self, parent: QWidget, context: Context, offer: Offer, row: EventRow | None) -> None:
        self._row, self._context = row, context
        form = _event_form(context, offer)
        _fill(form, row, context.clock.today())
        title = context.words("New event") if row is None else context.words("Change the event")
        super().__init__(
            parent,
            context,
            title,
            form,
            self._work,
            draft=DraftName("event", None if row is None else row.id, page="events", place=None if row is None else row.id),
            width=640,
        )

    def _work(self) -> Work:
        details = _details(self.form)
        row = self._row
        if row is None:
            return lambda uow: events.create(uow, details)
        return lambda uow: events.change(uow, row.id, row.version, details)


def _event_form(context: Context, offer: Offer) -> Form:
    words = context.words
    form = Form(words)
    form.add("title", LineField(words("Title")))
    form.add("kind", ChoiceField(words("Kind of event"), choices_of(EventKind, words)))
    form.add("status", ChoiceField(words("Status"), choices_of(ActivityStatus, words)), beside=True)
    form.add("reason", LineField(words("Why it was changed or cancelled")))
    form.add("starts_at", DateField(words, words("Day"), today=context.clock.today()))
    form.add("time", TimeField(words("Time")), beside=True)
    form.add("theme", LineField(words("Theme")))
    place = form.add("place", LineField(words("Place or channel")), beside=True)
    place.line.setCompleter(completer(offer.places, place.line))
    form.add("campaign_id", ChoiceField(words("Part of campaign"), offer.campaigns, none=words("No campaign")))
    form.add("series_id", ChoiceField(words("Occasion of a series"), offer.series, none=words("No series")), beside=True)
    form.add("partners", ManyField(words, words("Partner organisations"), offer.organisations, add=words("Add a partner")))
    form.add("led_by", ChoiceField(words("Led by"), choices_of(StaffRole, words)))
    form.add("asked_by", ChoiceField(words("Asked for by"), choices_of(StaffRole, words)), beside=True)
    form.add("target_group", ChoiceField(words("For whom"), choices_of(TargetGroup, words)))
    form.add("field_of_work", ChoiceField(words("Part of the work"), choices_of(WorkField, words)), beside=True)
    _add_numbers(form, context)
    printed = words("Reports print this. Write no names here.")
    form.add("result", LongTextField(words("What came of it"), hint=printed, lines=2, snug=True))
    form.add("note", LongTextField(words("Note"), lines=2, snug=True))
    return form


def _add_numbers(form: Form, context: Context) -> None:
    """Ask how many came, how that was said, and how many views there were."""
    words = context.words
    hint = words("Leave empty if nobody counted.")
    said = words("For example about 20, or some sixty: it is printed so.")
    form.add("attendance", NumberField(words("How many came"), hint=hint))
    form.add("attendance_said", LineField(words("The number as it was said"), hint=said), beside=True)
    form.add("views", NumberField(words("Views as the channel states"), hint=hint, highest=1_000_000_000))


def _fill(form: Form, row: EventRow | None, today: date) -> None:
    if row is None:
        form.set_values(starts_at=today, kind=EventKind.LIVESTREAM, status=ActivityStatus.PLANNED, partners=())
        return
    form.set_values(
        starts_at=day_of(row.starts_at),
        time=hour_of(row.starts_at),
        partners=tuple(key for key, _ in row.partners),
        **{name: getattr(row, name) for name in _AS_THEY_STAND},
    )


def _details(form: Form) -> EventDetails:
    values = form.values()
    day, at = values.pop("starts_at"), values.pop("time")
    day = checks.chosen_day(day, field="starts_at")
    for name in ("attendance", "views"):
        values[name] = None if values[name] is None else int(values[name])
    return EventDetails(starts_at=instant(day, at or time()), **values)


def reason_dialog(parent: QWidget, context: Context, row: EventRow, status: ActivityStatus) -> FormDialog:
    """Return the dialog that cancels or changes an event and asks why."""
    words = context.words
    form = Form(words)
    reason = form.add("reason", LineField(words("Why? (optional)")))

    def prepare() -> Work:
        why = reason.value()
        return lambda uow: events.mark(uow, row.id, status, reason=why)

    draft = DraftName(f"event.{status.value}", row.id, page="events", place=row.id)
    return FormDialog(parent, context, words(status.label), form, prepare, draft=draft, explanation=row.title, width=440)


def numbers_dialog(parent: QWidget, context: Context, row: EventRow) -> FormDialog:
    """Return the dialog that writes down how many came and how many views there were."""
    words = context.words
    form = Form(words)
    _add_numbers(form, context)
    form.set_values(attendance=row.attendance, attendance_said=row.attendance_said, views=row.views)

    def prepare() -> Work:
        values = form.values()
        came, seen = (None if values[name] is None else int(values[name]) for name in ("attendance", "views"))
        said = values["attendance_said"]
        return lambda uow: events.record(uow, row.id, row.version, attendance=came, views=seen, attendance_said=said)

    draft = DraftName("event.numbers", row.id, page="events", place=row.id)
    return FormDialog(parent, context, words("Numbers"), form, prepare, draft=draft, explanation=row.title, width=440)
