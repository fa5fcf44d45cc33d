"""What the figures of a period do not know, by the figures' own definitions, for whoever puts the records right in time."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from jobbpunkt.measures.catalogue import measure
from jobbpunkt.measures.finding import find
from jobbpunkt.measures.groups import KINDS, NOT_STATED, Group, grouped, members
from jobbpunkt.measures.lasting import UNKNOWN
from jobbpunkt.measures.result import Behind, Counted, Measure, Period
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading

SUPPORTED = "jobseekers_supported"


def unknown(uow: Reading, key: str, period: Period) -> int:
    """Return of how many records a figure does not know what it counts."""
    uow.require(Permission.SEE_REPORTS)
    return find(uow, _undivided(key), period, records=False).missing


def unknown_records(uow: Reading, key: str, period: Period) -> tuple[Counted, ...]:
    """Return those records."""
    uow.require(Permission.SEE_PEOPLE)
    found = find(uow, _undivided(key), period, records=True).records
    return tuple(one for one in found if (one.amount is None if one.verdict is None else one.verdict == UNKNOWN))


def not_stated(uow: Reading, period: Period, *kinds: Collection[str]) -> tuple[int, ...]:
    """Return, for each collection of kinds, how many of the supported are in no group of one of them: nobody wrote in which."""
    uow.require(Permission.SEE_REPORTS)
    behind = _supported(uow, period)
    found = grouped(uow, behind.counted, behind.values)
    return tuple(sum(one.count for one in found if _lacks(one, some, period)) for some in kinds)


def not_stated_records(uow: Reading, period: Period, kinds: Collection[str]) -> tuple[Counted, ...]:
    """Return each of those persons."""
    uow.require(Permission.SEE_PEOPLE)
    found = _supported(uow, period).read()
    groups: dict[UUID, Group] = members(uow, [one.record for one in found])
    return tuple(one for one in found if _lacks(groups[one.record], kinds, period))


def _supported(uow: Reading, period: Period) -> Behind:
    found = measure(SUPPORTED).query(uow, period)
    if not isinstance(found, Behind):
        raise TypeError(SUPPORTED)
    return found


def _lacks(one: Group, kinds: Collection[str], period: Period) -> bool:
    return any(kind.of(one, period.last.year) == NOT_STATED for kind in KINDS if kind.key in kinds)


def _undivided(key: str) -> Measure:
    return replace(measure(key), grouped=False)
