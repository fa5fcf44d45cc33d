"""Inspections behind the figures of a programme: how many, how many points passed, and which passed in the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, select

from jobbpunkt.base.clock import day_of
from jobbpunkt.measures.result import Counted, Period
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.unit_of_work import Reading
from models.inspection import Inspection, InspectionPoint
from models.vocabulary import PointVerdict


@dataclass(frozen=True, slots=True)
class _Held:
    """One finished inspection of the period that looked for the first time, with the list that it went by.

    `common` is how many points that list has; `passed` and `judged` are of these.
    """

    key: UUID
    at: datetime
    place: str
    of_group: bool
    checklist: tuple[object, ...]
    common: int
    passed: int
    judged: int

    def counted(self) -> Counted:
        """Return it as one inspection."""
        return Counted("inspection", self.key, day_of(self.at), self.place)

    def scored(self) -> Counted:
        """Return it as its points: those that passed out of those judged."""
        return Counted("inspection", self.key, day_of(self.at), self.place, amount=self.passed, out_of=self.judged)


def of_group(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the finished inspections of the group's own work in the period."""
    return tuple(one.counted() for one in _held(uow, period) if one.of_group)


def of_suppliers(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the finished inspections of suppliers in the period, by checklists that the group was held to as well."""
    return tuple(one.counted() for one in _compared(_by_list(uow, period)) if not one.of_group)


def points_of_group(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the points of the group's inspections: by the checklists of both where suppliers were inspected, else by all."""
    held = _by_list(uow, period)
    compared = _compared(held) if any(not one.of_group for one in held) else held
    return tuple(one.scored() for one in compared if one.of_group)


def points_of_suppliers(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the points of the suppliers' inspections by the checklists of both."""
    return tuple(one.scored() for one in _compared(_by_list(uow, period)) if not one.of_group)


def _compared(held: Iterable[_Held]) -> list[_Held]:
    """Return those that went by a list which both the group and a supplier were held to."""
    found = list(held)
    lists = [{one.checklist for one in found if one.of_group is of_group} for of_group in (True, False)]
    return [one for one in found if one.checklist in lists[0] & lists[1]]


def _by_list(uow: Reading, period: Period) -> list[_Held]:
    """Return those with points that every place of the kind has: what one area has alone is compared with nothing."""
    return [one for one in _held(uow, period) if one.common]


def _held(uow: Reading, period: Period) -> list[_Held]:
    return [
        _Held(key, at, place, provider is None, (programme, kind, number), int(common), int(passed), int(passed + remarked))
        for key, at, place, provider, programme, kind, number, common, passed, remarked in _finished().rows(uow, **period.values)
    ]


@asked_once
def _finished() -> Select[*tuple[Any, ...]]:
    row, point = Inspection, InspectionPoint
    told = (row.id, row.held_at, row.place, row.provider_id, row.programme_id, row.area_kind, row.checklist)
    common = func.sum(case((point.is_common, 1), else_=0))
    passed = func.sum(case((point.is_common & (point.verdict == PointVerdict.PASSED), 1), else_=0))
    remarked = func.sum(case((point.is_common & (point.verdict == PointVerdict.REMARKED), 1), else_=0))
    within = (row.held_at >= given("start"), row.held_at < given("end"), row.closed_at.is_not(None), row.follows_id.is_(None))
    joined = select(*told, common, passed, remarked).join(point, point.inspection_id == row.id)
    return joined.where(*within).group_by(*told).order_by(row.held_at)
