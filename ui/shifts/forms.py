"""The forms of a shift: one or every week, and that it is cancelled."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import shifts, work
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts import ShiftData, ShiftRow
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.shifts import said
from ui.shifts.weekdays_field import WeekdaysField
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField, TimeField
from ui.widgets.labels import muted
from ui.widgets.many_field import ManyField

STARTS, ENDS = time(8, 30), time(12)
Choices = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What the form of a shift offers, and the shift before whose times are most likely the same."""

    areas: Choices
    supervisors: Choices
    like: ShiftRow | None = None


def offered(uow: Reading, programme_id: UUID, day: date | None = None) -> Offer:
    """Return what the form of a shift offers."""
    day = day or uow.clock.today()
    areas = tuple((one.id, one.data.name) for one in work.areas(uow, programme_id) if one.used(day))
    before = shifts.between(uow, programme_id, date(day.year - 1, 1, 1), day)
    return Offer(areas, shifts.supervisors(uow), before[-1] if before else None)


def open_new(parent: QWidget, context: Context, programme_id: UUID, day: date) -> None:
    """Load what the form offers, then open it for a new shift on a day."""

    def show(offer: Offer) -> None:
        shift_dialog(parent, context, programme_id, offer, day=day).open()

    asking.read(parent, context, lambda uow: offered(uow, programme_id, day), show)


def open_known(parent: QWidget, context: Context, row: ShiftRow) -> None:
    """Load what the form offers, then open it for a shift that is there."""

    def show(offer: Offer) -> None:
        shift_dialog(parent, context, row.programme_id, offer, row).open()

    asking.read(parent, context, lambda uow: offered(uow, row.programme_id, row.data.day), show)


def shift_dialog(
    parent: QWidget, context: Context, programme_id: UUID, offer: Offer, row: ShiftRow | None = None, *, day: date | None = None
) -> FormDialog:
    """Return the dialog that adds a shift, or one for every week, or changes one that is there."""
    words = context.words
    form = _form(context, offer)
    if row is not None:
        _fill(form, row.data)
        draft = DraftName("shift", row.id, page="work", place=programme_id)
        return FormDialog(
            *(parent, context, words("Change the shift"), form, lambda: _changing(form, row)), draft=draft, width=600
        )
    known = offer.like.data if offer.like else ShiftData(date.min, STARTS, ENDS, supervisor_id=_self(context, offer))
    _fill(form, ShiftData(day or context.clock.today(), known.starts, known.ends, known.break_minutes, known.supervisor_id))
    _add_weekly(form, context)
    draft = DraftName("shift.new", programme_id, page="work", place=programme_id)
    return FormDialog(
        *(parent, context, words("New shift"), form, lambda: _adding(form, programme_id)), draft=draft, given=("day",), width=600
    )


def cancel_dialog(parent: QWidget, context: Context, row: ShiftRow) -> FormDialog:
    """Return the dialog that cancels a shift and asks why."""
    words = context.words
    form = Form(words)
    reason = form.add("reason", LineField(words("Why")))

    def prepare() -> Work:
        why = reason.value()
        return lambda uow: shifts.cancel(uow, row.id, row.version, reason=why)

    about = f"{said.long_day(words, row.data.day)}, {row.clock}"
    draft = DraftName("shift.cancel", row.id, page="work", place=row.programme_id)
    return FormDialog(parent, context, words("Cancel the shift"), form, prepare, draft=draft, explanation=about, width=440)


def _form(context: Context, offer: Offer) -> Form:
    words = context.words
    form = Form(words)
    form.add("day", DateField(words, words("Day"), today=context.clock.today()))
    form.add("supervisor_id", ChoiceField(words("Supervisor"), offer.supervisors, none=words("Nobody chosen")), beside=True)
    form.add("starts", TimeField(words("From")))
    form.add("ends", TimeField(words("To")), beside=True)
    form.add("break_minutes", NumberField(words("Break, minutes"), highest=24 * 60))
    form.add("heading", LineField(words("Heading"), hint=words("Empty: the areas.")), beside=True)
    form.add("areas", ManyField(words, words("Work areas"), offer.areas, add=words("Add an area")))
    form.add("note", LongTextField(words("Note"), lines=2, snug=True))
    return form


def _add_weekly(form: Form, context: Context) -> None:
    """Add the fields that repeat the shift, and the sentence that says what they come to before one saves."""
    words = context.words
    form.section(words("Every week"))
    hint = words("Empty: only once.")
    form.add("until", DateField(words, words("Until and including"), today=context.clock.today(), hint=hint))
    form.add("weekdays", WeekdaysField(words, words("On"), hint=words("None: the weekday of the day above.")), beside=True)
    comes_to = muted("")
    form.put(comes_to)
    form.changed.connect(lambda: comes_to.setText(_comes_to(form, words)))


def _comes_to(form: Form, words: Words) -> str:
    """Say how many shifts it will be, and which red days are passed over."""
    with suppress(UserError):
        day, until = form["day"].value(), form["until"].value()
        if day is None or until is None or until < day or (until - day).days > 3 * 366:
            return ""
        made = shifts.weekly(day, until, form["weekdays"].value())
        told = words.plural("This makes {n} shift.", "This makes {n} shifts.", len(made.days))
        if not made.skipped:
            return told
        red = ", ".join(f"{words.day(skipped, 'short')} ({name})" for skipped, name in made.skipped)
        return words("{told} Red days are passed over: {days}.", told=told, days=red)
    return ""


def _fill(form: Form, data: ShiftData) -> None:
    form.set_values(
        day=data.day,
        supervisor_id=data.supervisor_id,
        starts=data.starts,
        ends=data.ends,
        break_minutes=data.break_minutes or None,
        heading=data.heading,
        areas=data.areas,
        note=data.note,
    )


def _typed(form: Form) -> ShiftData:
    values = form.values()
    for name in ("starts", "ends"):
        if values[name] is None:
            raise InvalidInput("Write a time, such as 08:30.", field=name)
    return ShiftData(
        day=checks.chosen_day(values["day"], field="day"),
        starts=values["starts"],
        ends=values["ends"],
        break_minutes=int(values["break_minutes"] or 0),
        supervisor_id=values["supervisor_id"],
        areas=values["areas"],
        heading=values["heading"],
        note=values["note"],
    )


def _adding(form: Form, programme_id: UUID) -> Work:
    data, until, weekdays = _typed(form), form["until"].value(), form["weekdays"].value()
    if until is None:
        return lambda uow: shifts.create(uow, programme_id, data)
    return lambda uow: shifts.create_weekly(uow, programme_id, data, until, weekdays)


def _changing(form: Form, row: ShiftRow) -> Work:
    data = _typed(form)
    return lambda uow: shifts.change(uow, row.id, row.version, data)


def _self(context: Context, offer: Offer) -> UUID | None:
    return context.user.id if context.user.id in {one for one, _ in offer.supervisors} else None
