"""Breaking figures about persons down by group without giving anyone away.

A number under five is hidden, and so are as many others as it takes that nothing follows by subtraction from the total. Groups
that nobody belongs to are left out of the whole, and hidden in a part of it. Who knows the rule and the total can then say of a
hidden number no more than that it lies between one (or none, in a part) and at least five.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from jobbpunkt.base.words import N_
from jobbpunkt.register import shield
from jobbpunkt.register.asking import asked_once
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from models.vocabulary import Choice, EducationLevel, Protection, Sex, WithoutWork

SMALLEST_SHOWN = 5
LEAST_BASE = 10  # persons that a share may be of
NOT_STATED = "not_stated"
_AT_ONCE = 500  # persons that one question names
_AGES = (
    (15, "0-15", N_("Under 16")),
    (19, "16-19", N_("16–19 years")),
    (24, "20-24", N_("20–24 years")),
    (64, "25-64", N_("25–64 years")),
    (200, "65+", N_("65 years or older")),
)


@dataclass(frozen=True, slots=True)
class Group:
    """How many persons have the same sex, year of birth, district, education and time without work."""

    sex: Sex
    birth_year: int | None
    district: str
    education: EducationLevel
    without_work: WithoutWork
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One group: its key, its label and how many; None when the number is hidden."""

    key: str
    label: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure by one kind of group; wholly `hidden` when no part of it can be shown safely."""

    key: str
    label: str
    cells: tuple[Cell, ...]
    hidden: bool = False


def is_small(value: int) -> bool:
    """Tell whether a number of participants is too small to show."""
    return 0 < value < SMALLEST_SHOWN


def protect(counts: Mapping[str, int], outer: Mapping[str, int | None] | None = None) -> dict[str, int | None] | None:
    """Return the counts with None for what must be hidden, or None when no number can be shown.

    `outer` is what is shown of those whom these are among: a group hidden there is hidden here, and a group of whom nobody is
    here is told as hidden, since "nobody" says something about each of them.
    """
    present = {key: value for key, value in counts.items() if value > 0}
    least = 1
    if outer is not None:
        present = {key: counts.get(key, 0) for key in {*outer, *present}}
        least = 0
    hidden = {key for key, value in present.items() if value < SMALLEST_SHOWN or (outer is not None and outer.get(key) is None)}
    shown = sorted((key for key in present if key not in hidden), key=lambda key: (present[key], key))
    while hidden and not _is_safe([present[key] for key in hidden], least):
        if not shown:
            return None
        hidden.add(shown.pop(0))
    if hidden and not shown:
        return None
    return {key: None if key in hidden else value for key, value in present.items()}


def _is_safe(hidden: Collection[int], least: int) -> bool:
    """Tell whether hidden numbers, each `least` or more, could each be as large as the smallest shown, given their sum.

    One small number alone never is: its sum is itself.
    """
    return sum(hidden) - least * (len(hidden) - 1) >= SMALLEST_SHOWN


def grouped(uow: Reading, persons: Select[*tuple[Any, ...]], values: Mapping[str, Any]) -> tuple[Group, ...]:
    """Return how many of the persons who stand first in a query's rows belong to each group, counted where they lie."""
    return tuple(Group(*row) for row in _grouping(persons).rows(uow, **values))


def members(uow: Reading, persons: Iterable[UUID]) -> dict[UUID, Group]:
    """Return to which groups each of these persons belongs; where a protected person lives is told to who sees them alone."""
    sees = shield.sees_protected(uow)
    columns = (
        Person.id,
        Person.protection,
        Person.sex,
        Person.birth_year,
        Person.district,
        Person.education,
        Person.without_work,
    )
    found: dict[UUID, Group] = {}
    for some in _some(persons):
        for key, protection, sex, born, district, school, without in uow.session.execute(
            select(*columns).where(Person.id.in_(some))
        ):
            lives = district if sees or protection is Protection.NONE else ""
            found[key] = Group(sex, born, lives, school, without, 1)
    return found


def _some(persons: Iterable[UUID]) -> Iterator[list[UUID]]:
    rest = iter(persons)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


@asked_once
def _grouping(persons: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    who = persons.order_by(None).subquery().c[0]
    groups = (Person.sex, Person.birth_year, Person.district, Person.education, Person.without_work)
    return select(*groups, func.count()).where(Person.id.in_(select(who))).group_by(*groups)


def break_down(groups: Collection[Group], year: int, outer: tuple[Breakdown, ...] | None = None) -> tuple[Breakdown, ...]:
    """Return persons by each of `KINDS`, their age being that reached in `year`; `outer` is that of those they are among."""
    masks = {part.key: part for part in outer or ()}
    return tuple(_part(kind, _counted(groups, kind, year), masks) for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to divide persons: its key, its label, which group one is in, and the groups' labels in their order, if fixed."""

    key: str
    label: str
    of: Callable[[Group, int], str]
    labels: Mapping[str, str]

    def in_order(self, groups: Collection[str]) -> list[str]:
        """Return groups in the order in which they are shown: those that are fixed, others by name, who did not say last."""
        others = sorted(group for group in groups if group not in self.labels and group != NOT_STATED)
        return [group for group in (*self.labels, *others, NOT_STATED) if group in groups]

    def label_of(self, group: str) -> str:
        """Return what a group is called."""
        return N_("Not stated") if group == NOT_STATED else self.labels.get(group, group)


def _labels(kind: type[Choice]) -> dict[str, str]:
    return {member.value: member.label for member in kind if member.value != NOT_STATED}


KINDS = (
    Kind("sex", N_("By sex"), lambda one, _: one.sex.value, _labels(Sex)),
    Kind("age", N_("By age"), lambda one, year: _age_group(one.birth_year, year), {key: label for _, key, label in _AGES}),
    Kind("district", N_("By district"), lambda one, _: _district(one.district), {}),
    Kind("education", N_("By education"), lambda one, _: one.education.value, _labels(EducationLevel)),
    Kind("without_work", N_("By time without work"), lambda one, _: one.without_work.value, _labels(WithoutWork)),
)


def _counted(groups: Collection[Group], kind: Kind, year: int) -> Counter[str]:
    counts = Counter[str]()
    for group in groups:
        counts[kind.of(group, year)] += group.count
    return counts


def _part(kind: Kind, counts: Counter[str], masks: Mapping[str, Breakdown]) -> Breakdown:
    mask = masks.get(kind.key)
    outer = None if mask is None else {cell.key: cell.value for cell in mask.cells}
    safe = None if mask is not None and mask.hidden else protect(counts, outer)
    if safe is None:
        return Breakdown(kind.key, kind.label, (), hidden=True)
    cells = (Cell(group, kind.label_of(group), safe[group]) for group in kind.in_order(safe))
    return Breakdown(kind.key, kind.label, tuple(cells))


def _age_group(birth_year: int | None, year: int) -> str:
    if birth_year is None:
        return NOT_STATED
    return next((key for oldest, key, _ in _AGES if year - birth_year <= oldest), NOT_STATED)


def _district(name: str) -> str:
    return " ".join(name.split()) or NOT_STATED
