"""Which adopted version a plan still is, and until when notes were made on it since: ticks, ratings, follow-ups."""

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.clock import day_of
from jobbpunkt.plans.data import Standing, VersionView
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.history import HistoryEntry
from models.plan import Plan, PlanVersion
from models.vocabulary import HistoryAction, PlanStatus

_WRITTEN = frozenset({HistoryAction.CREATED, HistoryAction.CHANGED})
_Written = tuple[datetime, UUID, str | None]


def standing(uow: Reading, plan: Plan, parts: Collection[UUID], latest: VersionView | None) -> Standing | None:
    """Return the version whose words the plan has, with the day of the last note since; `parts` are those it has now."""
    if plan.status is PlanStatus.DRAFT or latest is None:
        return None
    noted = None
    for at, record, after in _since(uow, latest.id, {plan.id, *parts}):
        changed = json.loads(after or "{}") if record == plan.id else {}
        if changed.get("status") == PlanStatus.DRAFT.value:
            return None  # it was revised, and then completed without being adopted again
        if set(changed) != {"status"}:
            noted = day_of(at)
    return Standing(latest.number, day_of(latest.adopted_at), noted)


def is_adopted(uow: Reading, plan: Plan, record_id: UUID) -> bool:
    """Tell whether a part of a plan was there already when its latest version was adopted."""
    latest = select(PlanVersion.id).where(PlanVersion.plan_id == plan.id).order_by(PlanVersion.number.desc()).limit(1)
    version = uow.session.scalar(latest)
    made, adopted = _made(uow, record_id), _made(uow, version) if version else None
    return made is not None and adopted is not None and made < adopted


def _since(uow: Reading, version_id: UUID, records: Collection[UUID]) -> Iterator[_Written]:
    """Yield when each of some records was written after a version, and with what."""
    adopted = _made(uow, version_id)
    if adopted is None:
        return  # in this very transaction
    columns = (HistoryEntry.at, HistoryEntry.record_id, HistoryEntry.after)
    later = (HistoryEntry.record_id.in_(records), HistoryEntry.action.in_(_WRITTEN), HistoryEntry.number > adopted)
    for row in uow.session.execute(select(*columns).where(*later).order_by(HistoryEntry.number)):
        yield row.at, row.record_id, row.after
    for happening in uow.happened if isinstance(uow, Writing) else ():
        if happening.record in records and happening.action in _WRITTEN:
            yield uow.clock.now(), happening.record, happening.after


def _made(uow: Reading, record_id: UUID) -> int | None:
    """Return the number of the last entry of the transaction in which a record was made."""
    transaction = select(HistoryEntry.transaction_id).where(
        HistoryEntry.record_id == record_id, HistoryEntry.action == HistoryAction.CREATED
    )
    number: Any = uow.session.scalar(
        select(func.max(HistoryEntry.number)).where(HistoryEntry.transaction_id == transaction.limit(1).scalar_subquery())
    )
    return number if isinstance(number, int) else None
