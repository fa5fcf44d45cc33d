"""The dialogs that note a month's answers and what a year aims at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.indicators import IndicatorView, MonthResult
from ui.context import Context
from ui.programmes.form_parts import day_field, named, whole
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, NumberField

IndicatorDialog = Callable[[QWidget, Context, IndicatorView], FormDialog]


def reading_dialog(parent: QWidget, context: Context, indicator: IndicatorView, noted: MonthResult | None = None) -> FormDialog:
    """Return the dialog that notes one month's answers, or puts a month right that was noted."""
    words = context.words
    form = Form(words)
    month = day_field(context, words("A day in the month"))
    if noted is None:
        form.add("month", month)
    answers = form.add("answers", NumberField(words("Answers")))
    positive = form.add("positive", NumberField(words("Well or very well")), beside=True)
    if noted is None:
        form.set_values(month=context.clock.today())
    else:
        form.set_values(answers=Decimal(noted.answers), positive=Decimal(noted.positive))

    def prepare() -> Work:
        day = noted.month if noted is not None else month.value() or context.clock.today()
        reading = MonthResult(day, whole(answers) or 0, whole(positive) or 0)
        return lambda uow: indicators.read(uow, indicator.id, reading)

    if noted is None:
        return FormDialog(parent, context, words("Note a month"), form, prepare, draft=named("month", indicator.id), width=440)
    # A month put right is not a new one, and neither is its draft.
    draft = named("month.change", month_of(indicator.id, noted.month))
    return FormDialog(parent, context, words.month(noted.month), form, prepare, draft=draft, width=440)


def month_of(indicator: UUID, month: date) -> UUID:
    """Return what tells apart one month that was noted."""
    return uuid5(indicator, month.isoformat())


def target_of(indicator: UUID, year: int) -> UUID:
    """Return what tells apart one year's target."""
    return uuid5(indicator, str(year))


def target_dialog(parent: QWidget, context: Context, indicator: IndicatorView, known: int | None = None) -> FormDialog:
    """Return the dialog that sets a year's target, or puts that of a `known` year right."""
    words = context.words
    form = Form(words)
    year = NumberField(words("Year"), lowest=2000, highest=2100)
    if known is None:
        form.add("year", year)
    share = form.add("share", NumberField(words("Target, per cent"), highest=100, decimals=1), beside=known is None)
    year.set_value(Decimal(known or context.clock.today().year))
    if known is not None:
        form.set_values(share=Decimal(str(indicator.targets[known])))

    def prepare() -> Work:
        aimed, wanted = whole(year) or context.clock.today().year, share.value()
        if wanted is None:
            raise InvalidInput("This must be filled in.", field="share")
        return lambda uow: indicators.aim(uow, indicator.id, year=aimed, share=float(wanted))

    if known is None:
        draft = named("target", indicator.id)
        return FormDialog(parent, context, words("Set the year's target"), form, prepare, draft=draft, width=420)
    title, draft = words("Target of {year}", year=known), named("target.change", target_of(indicator.id, known))
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=420)
