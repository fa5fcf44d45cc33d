"""The dialogs of an indicator: itself, a period's answers, what a year aims at, and its sub-questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.indicators import Factor, FactorData, IndicatorData, IndicatorView, MonthResult
from jobbpunkt.indicators.fields import FIELDS
from models.vocabulary import Effect, Frequency
from ui.context import Context
from ui.programmes.form_parts import day_field, named, whole
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField, LongTextField, NumberField

IndicatorDialog = Callable[[QWidget, Context, IndicatorView], FormDialog]


def indicator_dialog(parent: QWidget, context: Context, indicator: IndicatorView | None = None) -> FormDialog:
    """Return the dialog that makes an indicator, or puts one right."""
    words = context.words
    form = declared.form_of(context, FIELDS)

    def prepare() -> Work:
        data = IndicatorData(**declared.read(form, FIELDS))
        if indicator is None:
            return lambda uow: indicators.create(uow, data)
        return lambda uow: indicators.change(uow, indicator.id, indicator.version, data)

    if indicator is None:
        return FormDialog(parent, context, words("New indicator"), form, prepare, draft=named("indicator.new"), width=480)
    declared.show(form, FIELDS, indicator.data)
    draft = named("indicator", indicator.id)
    return FormDialog(parent, context, words("Change the indicator"), form, prepare, draft=draft, width=480)


def reading_dialog(parent: QWidget, context: Context, indicator: IndicatorView, noted: MonthResult | None = None) -> FormDialog:
    """Return the dialog that notes one period's answers, or puts a period right that was noted."""
    words = context.words
    form = Form(words)
    month = day_field(context, words("A day in the period"))
    if noted is None:
        form.add("month", month)
    answers = form.add("answers", NumberField(words("Answers")))
    positive = form.add("positive", NumberField(words("Well or very well")), beside=True)
    alone = words("Only where the answers are not known.")
    stated = form.add("stated", NumberField(words("The share alone, per cent"), hint=alone, highest=100, decimals=1))
    if noted is None:
        form.set_values(month=context.clock.today())
    else:
        form.set_values(answers=_number(noted.answers), positive=_number(noted.positive), stated=noted.stated)

    def prepare() -> Work:
        day = noted.month if noted is not None else month.value() or context.clock.today()
        reading = MonthResult(day, whole(answers), whole(positive), stated.value())
        return lambda uow: indicators.read(uow, indicator.id, reading)

    if noted is None:
        return FormDialog(
            parent, context, words("Note a measurement"), form, prepare, draft=named("month", indicator.id), width=440
        )
    # A month put right is not a new one, and neither is its draft.
    draft = named("month.change", month_of(indicator.id, noted.month))
    return FormDialog(
        parent, context, period(noted.month, indicator.data.frequency, words), form, prepare, draft=draft, width=440
    )


def period(first: date, frequency: Frequency, words: Words) -> str:
    """Return what a measuring is of: a month, a quarter or a year."""
    if frequency is Frequency.YEARLY:
        return str(first.year)
    if frequency is Frequency.QUARTERLY:
        return words("Quarter {number} of {year}", number=(first.month + 2) // 3, year=first.year)
    return words.month(first)


def _number(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


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
    year = NumberField(words("Year"), lowest=checks.FIRST_YEAR, highest=checks.LAST_YEAR)
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


def factor_dialog(parent: QWidget, context: Context, indicator: IndicatorView, known: Factor | None = None) -> FormDialog:
    """Return the dialog that adds a sub-question of an indicator, or puts one right."""
    words = context.words
    form = Form(words)
    form.add("question", LineField(words("Sub-question")))
    form.add("year", NumberField(words("Year"), lowest=checks.FIRST_YEAR, highest=checks.LAST_YEAR))
    form.add("effect", ChoiceField(words("Which way"), declared.choices_of(Effect, words)), beside=True)
    form.add(
        "share",
        NumberField(
            words("Its own share, per cent"), hint=words("Leave it empty if nobody has stated it."), highest=100, decimals=1
        ),
    )
    form.add(
        "action",
        LongTextField(words("What is done about it"), hint=words("Reports print this. Write no names here."), lines=2, snug=True),
    )
    if known is None:
        form.set_values(year=Decimal(context.clock.today().year), effect=Effect.RAISES)
    else:
        form.set_values(
            question=known.question, year=Decimal(known.year), effect=known.effect, share=known.share, action=known.action
        )

    def prepare() -> Work:
        values = form.values()
        if values["year"] is None:
            raise InvalidInput("This must be filled in.", field="year")
        data = FactorData(
            int(values["year"]), values["question"], values["effect"] or Effect.RAISES, values["share"], values["action"]
        )
        if known is None:
            return lambda uow: indicators.add_factor(uow, indicator.id, data)
        return lambda uow: indicators.change_factor(uow, known.id, known.version, data)

    if known is None:
        draft = named("factor.new", indicator.id)
        return FormDialog(
            parent, context, words("New sub-question"), form, prepare, draft=draft, explanation=indicator.data.name, width=480
        )
    draft = named("factor", known.id)
    return FormDialog(
        parent, context, words("Change the sub-question"), form, prepare, draft=draft, explanation=indicator.data.name, width=480
    )
