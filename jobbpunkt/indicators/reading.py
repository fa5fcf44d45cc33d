"""Indicators as they are read."""

from collections import defaultdict
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.fields import taken
from jobbpunkt.indicators.data import Factor, IndicatorView, MonthResult
from jobbpunkt.indicators.fields import FIELDS, IndicatorData
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.indicator import Indicator, IndicatorFactor, IndicatorReading, IndicatorTarget


@depends_on(Indicator, IndicatorFactor, IndicatorReading, IndicatorTarget)
def indicators(uow: Reading) -> tuple[IndicatorView, ...]:
    """Return every indicator, by name."""
    uow.require(Permission.SEE_REPORTS)
    readings: dict[UUID, list[MonthResult]] = defaultdict(list)
    for row in uow.session.scalars(select(IndicatorReading).order_by(IndicatorReading.month)):
        readings[row.indicator_id].append(MonthResult(row.month, row.answers, row.positive, _decimal(row.share)))
    targets: dict[UUID, dict[int, float]] = defaultdict(dict)
    for target in uow.session.scalars(select(IndicatorTarget).order_by(IndicatorTarget.year)):
        targets[target.indicator_id][target.year] = target.share
    factors: dict[UUID, list[Factor]] = defaultdict(list)
    for one in uow.session.scalars(select(IndicatorFactor).order_by(IndicatorFactor.year.desc(), IndicatorFactor.question)):
        factors[one.indicator_id].append(
            Factor(one.id, one.version, one.year, one.question, one.effect, _decimal(one.share), one.action)
        )
    found = uow.session.scalars(select(Indicator).order_by(Indicator.name))
    return tuple(
        IndicatorView(
            row.id,
            row.version,
            row.key,
            IndicatorData(**taken(FIELDS, row)),
            tuple(readings[row.id]),
            targets[row.id],
            tuple(factors[row.id]),
        )
        for row in found
    )


def _decimal(share: float | None) -> Decimal | None:
    return None if share is None else Decimal(str(share))
