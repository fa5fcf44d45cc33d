"""The dialog that notes what was seen in an area in a week: numbers, and no field for words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from PySide6.QtWidgets import QWidget

from jobbpunkt import incidents, places
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.incidents import WeekCounts
from models.vocabulary import IncidentCategory
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, NumberField

Districts = tuple[tuple[UUID, str], ...]


def week_of(place: UUID, week: date) -> UUID:
    """Return what tells apart one area's week."""
    return uuid5(place, week.isoformat())


def open_week_form(parent: QWidget, context: Context) -> None:
    """Load the districts, then open the form for a week."""
    asking.read(parent, context, places.districts, lambda found: new_week_dialog(parent, context, found).open())


def new_week_dialog(parent: QWidget, context: Context, districts: Districts) -> FormDialog:
    """Return the dialog that notes a district's week."""
    words = context.words
    form = Form(words)
    place = form.add("place_id", ChoiceField(words("District"), districts, none=words("Choose a district")))
    day = form.add("week", DateField(words, words("A day in the week"), today=context.clock.today()), beside=True)
    read = _add_counts(form, context)
    form.set_values(week=context.clock.today())

    def prepare() -> Work:
        chosen, week = place.value(), checks.chosen_day(day.value(), field="week")
        if chosen is None:
            raise InvalidInput("Choose a district. Those that are missing are added among the places.", field="place_id")
        counts = read()
        return lambda uow: incidents.note(uow, chosen, week, counts)

    draft = DraftName("event.week.new", page="events")
    return FormDialog(
        parent, context, words("Note a week"), form, prepare, draft=draft, explanation=_explained(context), width=520
    )


def week_dialog(parent: QWidget, context: Context, known: WeekCounts) -> FormDialog:
    """Return the dialog that puts a district's week right."""
    form = Form(context.words)
    read = _add_counts(form, context)
    noted = {category.value: number for category, number in known.counts.items() if number is not None}
    form.set_values(**{name: Decimal(number) for name, number in noted.items()})

    def prepare() -> Work:
        counts = read()
        return lambda uow: incidents.note(uow, known.place_id, known.week, counts)

    title = context.words("{place}, week from {day}", place=known.place, day=context.words.day(known.week))
    draft = DraftName("event.week", week_of(known.place_id, known.week), page="events")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=_explained(context), width=520)


def _explained(context: Context) -> str:
    return context.words("Only how many: nothing here is tied to a person. Leave empty what nobody counted.")


def _add_counts(form: Form, context: Context) -> Callable[[], dict[IncidentCategory, int | None]]:
    """Ask for a number of each category; return what reads them."""
    words = context.words
    asked = {
        category: form.add(category.value, NumberField(words(category.label), highest=1000), beside=number % 2 == 1)
        for number, category in enumerate(IncidentCategory)
    }
    return lambda: {category: field.whole() for category, field in asked.items()}
