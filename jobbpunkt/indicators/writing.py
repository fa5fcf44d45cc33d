"""Noting what was answered, and what a year aims at."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, gone
from jobbpunkt.base.words import N_
from jobbpunkt.indicators.data import MonthResult
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.indicator import Indicator, IndicatorReading, IndicatorTarget


def create(uow: Writing, *, key: str, name: str, question: str = "") -> Change:
    """Add an indicator under the key that the measure catalogue knows it by."""
    uow.require(Permission.EDIT_EVENTS)
    tidy = checks.line(name, field="name", required=True)
    row = Indicator(key=checks.line(key, field="key", required=True), name=tidy, question=checks.text(question, field="question"))
    return uow.change(uow.add(row), N_("The indicator has been added."))


def aim(uow: Writing, indicator_id: UUID, *, year: int, share: float) -> Change:
    """Set the share, in per cent, that a year aims at."""
    uow.require(Permission.EDIT_EVENTS)
    if not 0 <= share <= 100:
        raise InvalidInput("Write a number from {least} to {most}.", field="share", least=0, most=100)
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
    """Note one month's answers; the same month again replaces what stood there."""
    uow.require(Permission.EDIT_EVENTS)
    checks.whole(reading.answers, field="answers")
    checks.whole(reading.positive, field="positive", most=reading.answers)
    month = reading.month.replace(day=1)
    checks.past_day(month, uow.clock.today(), field="month")
    query = select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id, IndicatorReading.month == month)
    row = uow.session.scalars(query).one_or_none()
    if row is None:
        row = uow.add(IndicatorReading(indicator_id=indicator_id, month=month, answers=0, positive=0))
    row.answers, row.positive = reading.answers, reading.positive
    return uow.change(row, N_("The reading has been noted."))


def remove_reading(uow: Writing, indicator_id: UUID, month: date) -> Change:
    """Remove a month's answers that were noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    query = select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id, IndicatorReading.month == month)
    row = uow.session.scalars(query).one_or_none()
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change(row, N_("The reading has been removed."))
