"""Indicators such as the safety index: month by month, how many answered and how many of them well."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, gone
from jobbpunkt.i18n import N_
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.indicator import Indicator, IndicatorReading, IndicatorTarget

SAFETY_INDEX = "safety_index"


@dataclass(frozen=True, slots=True)
class Reading:
    """One month's answers."""

    month: date
    answers: int
    positive: int

    @property
    def share(self) -> Decimal | None:
        """The share of good answers in per cent, one decimal; None when nobody answered."""
        return round(Decimal(100 * self.positive) / self.answers, 1) if self.answers else None


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator as read, with its readings in order of month and its targets by year."""

    id: UUID
    key: str
    name: str
    question: str
    readings: tuple[Reading, ...]
    targets: dict[int, float]


def create(uow: UnitOfWork, *, key: str, name: str, question: str = "") -> Change:
    """Add an indicator under the key that the measure catalogue knows it by."""
    uow.require(Permission.EDIT_EVENTS)
    tidy = checks.line(name, field="name", required=True)
    row = Indicator(key=checks.line(key, field="key", required=True), name=tidy, question=checks.text(question, field="question"))
    return uow.change(uow.add(row), N_("The indicator has been added."))


def aim(uow: UnitOfWork, indicator_id: UUID, *, year: int, share: float) -> Change:
    """Set the share, in per cent, that a year aims at."""
    uow.require(Permission.EDIT_EVENTS)
    if not 0 <= share <= 100:
        raise InvalidInput("Write a number from {least} to {most}.", field="share", least=0, most=100)
    row = _target(uow, indicator_id, year) or uow.add(IndicatorTarget(indicator_id=indicator_id, year=year, share=share))
    row.share = share
    return uow.change(row, N_("The target has been set."))


def remove_target(uow: UnitOfWork, indicator_id: UUID, year: int) -> Change:
    """Take away what a year aims at; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    row = _target(uow, indicator_id, year)
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change(row, N_("The target has been removed."))


def _target(uow: UnitOfWork, indicator_id: UUID, year: int) -> IndicatorTarget | None:
    query = select(IndicatorTarget).where(IndicatorTarget.indicator_id == indicator_id, IndicatorTarget.year == year)
    return uow.session.scalars(query).one_or_none()


def read(uow: UnitOfWork, indicator_id: UUID, reading: Reading) -> Change:
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


def remove_reading(uow: UnitOfWork, indicator_id: UUID, month: date) -> Change:
    """Remove a month's answers that were noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    query = select(IndicatorReading).where(IndicatorReading.indicator_id == indicator_id, IndicatorReading.month == month)
    row = uow.session.scalars(query).one_or_none()
    if row is None:
        raise gone()
    uow.remove(row)
    return uow.change(row, N_("The reading has been removed."))


@depends_on(Indicator, IndicatorReading, IndicatorTarget)
def indicators(uow: UnitOfWork) -> tuple[IndicatorView, ...]:
    """Return every indicator, by name."""
    uow.require(Permission.SEE_REPORTS)
    readings: dict[UUID, list[Reading]] = {}
    for row in uow.session.scalars(select(IndicatorReading).order_by(IndicatorReading.month)):
        readings.setdefault(row.indicator_id, []).append(Reading(row.month, row.answers, row.positive))
    targets: dict[UUID, dict[int, float]] = {}
    for target in uow.session.scalars(select(IndicatorTarget).order_by(IndicatorTarget.year)):
        targets.setdefault(target.indicator_id, {})[target.year] = target.share
    found = uow.session.scalars(select(Indicator).order_by(Indicator.name))
    return tuple(
        IndicatorView(row.id, row.key, row.name, row.question, tuple(readings.get(row.id, ())), targets.get(row.id, {}))
        for row in found
    )
