"""Indicators as they are read."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.indicators.data import IndicatorView, MonthResult
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.indicator import Indicator, IndicatorReading, IndicatorTarget


@depends_on(Indicator, IndicatorReading, IndicatorTarget)
def indicators(uow: Reading) -> tuple[IndicatorView, ...]:
    """Return every indicator, by name."""
    uow.require(Permission.SEE_REPORTS)
    readings: dict[UUID, list[MonthResult]] = {}
    for row in uow.session.scalars(select(IndicatorReading).order_by(IndicatorReading.month)):
        readings.setdefault(row.indicator_id, []).append(MonthResult(row.month, row.answers, row.positive))
    targets: dict[UUID, dict[int, float]] = {}
    for target in uow.session.scalars(select(IndicatorTarget).order_by(IndicatorTarget.year)):
        targets.setdefault(target.indicator_id, {})[target.year] = target.share
    found = uow.session.scalars(select(Indicator).order_by(Indicator.name))
    return tuple(
        IndicatorView(row.id, row.key, row.name, row.question, tuple(readings.get(row.id, ())), targets.get(row.id, {}))
        for row in found
    )
