"""What the query of a measure comes to: how many, their sum or share, by which groups, and the records behind it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy import select

from jobbpunkt.measures.groups import Group, grouped
from jobbpunkt.measures.lasting import NOT_SO, SO, UNKNOWN
from jobbpunkt.measures.result import Behind, Counted, Measure, Number, Period
from jobbpunkt.register import shield
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from models.vocabulary import Protection, Unit


@dataclass(frozen=True, slots=True)
class Found:
    """What the query of a measure came to: how many, their sum or share, and by group where the figure is broken down.

    `parts` are the persons of whom a share says that it is so, and those of whom it says that it is not. Where persons are
    judged, `least` is from which verdict on they are counted. `own` are those of each group of the figure's own kind.
    """

    count: int
    value: Number | None
    missing: int = 0
    groups: tuple[Group, ...] = ()
    records: tuple[Counted, ...] = ()
    parts: tuple[int, ...] = ()
    least: int | None = None
    own: tuple[tuple[str, int], ...] = ()


def find(uow: Reading, entry: Measure, period: Period, *, records: bool) -> Found:
    """Return what the query of a measure comes to, with the records behind it if they are asked for."""
    behind = entry.query(uow, period)
    if isinstance(behind, tuple):
        missing = sum(1 for record in behind if record.amount is None)
        return Found(len(behind), _value(entry, behind), missing, records=behind, parts=_answers(entry, behind))
    groups = grouped(uow, behind.counted, behind.values) if entry.grouped else ()
    if behind.least is not None:
        return _judged(uow, behind, groups, records=records)
    listed = _told(uow, behind.read()) if records else ()
    count = len(listed) if records else _total(groups) if entry.grouped else behind.count()
    return Found(count, count, groups=groups, own=behind.own_groups() if entry.grouped else (), records=listed)


def _judged(uow: Reading, behind: Behind, groups: tuple[Group, ...], *, records: bool) -> Found:
    """Return how many it is so of, or their share of all of whom it is known; where nothing is known of anybody, nothing."""
    told = behind.verdicts()
    counted = sum(number for verdict, number in told.items() if verdict >= (behind.least or 0))
    unknown, known = told.get(UNKNOWN, 0), told.get(SO, 0) + told.get(NOT_SO, 0)
    value: Number | None = counted if counted or known or not unknown else None
    if behind.shared:
        value = round(100 * counted / known, 1) if known else None
    listed = _told(uow, tuple(map(_as_counted(behind), behind.read()))) if records else ()
    shown = tuple(one for one in listed if behind.shared or one.amount != 0)
    everybody = sum(told.values()) if behind.shared else counted + (unknown if behind.least == SO else 0)
    parts = (counted, known - counted) if behind.shared else ()
    return Found(everybody, value, unknown, groups, shown, parts, behind.least)


def _as_counted(behind: Behind) -> Callable[[Counted], Counted]:
    """Return what turns a judged person into what they add: one, nothing, or that nobody knows."""

    def counted(one: Counted) -> Counted:
        is_known = one.verdict != UNKNOWN or behind.least == UNKNOWN
        amount = int((one.verdict or 0) >= (behind.least or 0)) if is_known else None
        return replace(one, amount=amount, out_of=int(is_known) if behind.shared else None)

    return counted


def _told(uow: Reading, listed: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return records without the titles of what belongs to protected people: an employer's name tells where one can be met."""
    if shield.sees_protected(uow) or not any(one.person for one in listed):
        return listed
    hidden = set(uow.session.scalars(select(Person.id).where(Person.protection != Protection.NONE)))
    return tuple(replace(one, title="") if one.person in hidden else one for one in listed)


def _total(groups: tuple[Group, ...]) -> int:
    return sum(group.count for group in groups)


def _value(entry: Measure, records: tuple[Counted, ...]) -> Number | None:
    """Return the sum of what the records add, a share in per cent, or None when there was nothing to read off."""
    if entry.unit is Unit.SHARE:
        answers = sum(record.out_of or 0 for record in records)
        return round(100 * sum(record.amount or 0 for record in records) / answers, 1) if answers else None
    known = [record.amount for record in records if record.amount is not None]
    if entry.unit is Unit.HOURS:  # their records tell minutes
        return sum(known) // 60
    return None if entry.stated and not known else sum(known)


def _answers(entry: Measure, records: tuple[Counted, ...]) -> tuple[int, ...]:
    """Return how many persons answered so, and how many not, where a share is of persons."""
    if not entry.shielded or entry.unit is not Unit.SHARE:
        return ()
    so, every = sum(record.amount or 0 for record in records), sum(record.out_of or 0 for record in records)
    return so, every - so
