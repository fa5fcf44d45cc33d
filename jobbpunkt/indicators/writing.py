"""Making indicators, noting what was answered, and what a year aims at."""

from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError, gone
from jobbpunkt.base.words import N_
from jobbpunkt.indicators import percent
from jobbpunkt.indicators.data import MonthResult
from jobbpunkt.indicators.fields import FIELDS, IndicatorData
from jobbpunkt.register import naming
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.indicator import Indicator, IndicatorFactor, IndicatorReading, IndicatorTarget
from models.vocabulary import Frequency


def create(uow: Writing, data: IndicatorData, *, key: str = "") -> Change:
    """Add an indicator; `key` is what the measure catalogue knows it by, if it does."""
    uow.require(Permission.EDIT_EVENTS)
    row = Indicator()
    _write(uow, row, data)
    row.key = checks.line(key, field="key") or str(uuid4())
    return uow.change(uow.add(row), N_("The indicator has been added."))


def change(uow: Writing, indicator_id: UUID, version: int, data: IndicatorData) -> Change:
    """Save what an indicator is called, asks, and how often."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Indicator, indicator_id, version)
    months = uow.session.scalars(select(IndicatorReading.month).where(IndicatorReading.indicator_id == indicator_id))
    if any(_first(month, data.frequency) != month for month in months):
        raise InvalidInput(
            "There are measurements within such a period. Remove them, or keep how often it is measured.", field="frequency"
        )
    _write(uow, row, data)
    return uow.change(row, N_("The indicator has been saved."))


def remove(uow: Writing, indicator_id: UUID, version: int) -> Change:
    """Remove an indicator of which nothing has been noted."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Indicator, indicator_id, version)
    noted = (IndicatorReading.indicator_id, IndicatorTarget.indicator_id, IndicatorFactor.indicator_id)
    if any(uow.session.scalar(select(column).where(column == indicator_id).limit(1)) for column in noted):
        raise UserError("{name} has measurements, targets or sub-questions. Remove them first.", name=row.name)
    uow.remove(row)
    return uow.change_of(indicator_id, N_("The indicator has been removed."))


def _write(uow: Reading, row: Indicator, data: IndicatorData) -> None:
    values = fields.checked(FIELDS, data)
    if naming.is_taken(uow, select(Indicator.id, Indicator.name), values["name"], row.id):
        raise InvalidInput(
            "There is an indicator called {name} already. Give it another name.", field="name", name=values["name"]
        )
    fields.put(row, values)


def _first(day: date, frequency: Frequency) -> date:
    """Return the first day of the period that a day lies in."""
    return day.replace(month=day.month - (day.month - 1) % frequency.months, day=1)


def aim(uow: Writing, indicator_id: UUID, *, year: int, share: float) -> Change:
    """Set the share, in per cent, that a year aims at."""
    uow.require(Permission.EDIT_EVENTS)
    checks.year(year, field="year")
    percent.demand(share, field="share")
    row = _target(uow, indicator_id, year) or uow.add(IndicatorTarget(indicator_id=indicator_id, year=year, share=share))
    row.share = share
    return uow.change(row, N_("The target has been set."))


def remove_target(uow: Writing, indicator_id: UUID, year: int) -> Change:
    """Take away what a year aims at; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    row = _target(uow, indicator_id, year)
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change(row, N_("The target has been removed."))


def _target(uow: Reading, indicator_id: UUID, year: int) -> IndicatorTarget | None:
    query = select(IndicatorTarget).where(IndicatorTarget.indicator_id == indicator_id, IndicatorTarget.year == year)
    return uow.session.scalars(query).one_or_none()


def read(uow: Writing, indicator_id: UUID, reading: MonthResult) -> Change:
    """Note what was answered in a day's period, or the share alone; the same period again replaces what stood there."""
    uow.require(Permission.EDIT_EVENTS)
    _demand_a_result(reading)
    month = _first(reading.month, uow.get(Indicator, indicator_id).frequency)
    checks.past_day(month, uow.clock.today(), field="month")
    query = select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id, IndicatorReading.month == month)
    row = uow.session.scalars(query).one_or_none() or uow.add(IndicatorReading(indicator_id=indicator_id, month=month))
    row.answers, row.positive = reading.answers, reading.positive
    row.share = None if reading.stated is None else float(reading.stated)
    return uow.change(row, N_("The reading has been noted."))


def _demand_a_result(reading: MonthResult) -> None:
    """Refuse a measuring that says nothing, one that says half, and one that says two things."""
    if reading.stated is not None:
        percent.demand(reading.stated, field="stated")
        if reading.answers is not None or reading.positive is not None:
            raise InvalidInput("Write the answers, or the share alone: the share follows from the answers.", field="stated")
        return
    if reading.answers is None:
        raise InvalidInput("Write how many answered, or the share alone.", field="answers")
    if reading.positive is None:
        raise InvalidInput("Write how many of them answered well, or the share alone.", field="positive")
    checks.whole(reading.answers, field="answers")
    checks.whole(reading.positive, field="positive", most=reading.answers)


def remove_reading(uow: Writing, indicator_id: UUID, month: date) -> Change:
    """Remove a month's answers that were noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    query = select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id, IndicatorReading.month == month)
    row = uow.session.scalars(query).one_or_none()
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change(row, N_("The reading has been removed."))
