"""The groups that figures about persons are broken down by; what is hidden of them `jobbpunkt/disclosure/` says."""

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
from models.vocabulary import Choice, ClosureReason, EducationLevel, Protection, Referrer, Sex, WithoutWork

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


def counted(groups: Collection[Group], year: int) -> dict[str, Counter[str]]:
    """Return how many persons are in each group of each of `KINDS`, their age being that reached in `year`."""
    found = {kind.key: Counter[str]() for kind in KINDS}
    for group in groups:
        for kind in KINDS:
            found[kind.key][kind.of(group, year)] += group.count
    return found


def broken_down(told: Mapping[str, Mapping[str, int | None]], own: "Divider | None" = None) -> tuple[Breakdown, ...]:
    """Return what is told of each of `KINDS`, and of a figure's `own`; one of which nothing is told is hidden."""
    return tuple(_part(kind, told.get(kind.key)) for kind in (*KINDS, *((own,) if own is not None else ())))


@dataclass(frozen=True, slots=True)
class Divider:
    """One way to divide persons: its key, its label, and the groups' labels in their order, if fixed."""

    key: str
    label: str
    labels: Mapping[str, str]

    def in_order(self, groups: Collection[str]) -> list[str]:
        """Return groups in the order in which they are shown: those that are fixed, others by name, who did not say last."""
        others = sorted(group for group in groups if group not in self.labels and group != NOT_STATED)
        return [group for group in (*self.labels, *others, NOT_STATED) if group in groups]

    def label_of(self, group: str) -> str:
        """Return what a group is called."""
        return N_("Not stated") if group == NOT_STATED else self.labels.get(group, group)


@dataclass(frozen=True, slots=True)
class Kind(Divider):
    """One way to divide persons by what is known of them: which group one is in, at the age reached in a year."""

    of: Callable[[Group, int], str]


def _labels(kind: type[Choice]) -> dict[str, str]:
    return {member.value: member.label for member in kind if member.value != NOT_STATED}


KINDS = (
    Kind("sex", N_("By sex"), _labels(Sex), lambda one, _: one.sex.value),
    Kind("age", N_("By age"), {key: label for _, key, label in _AGES}, lambda one, year: _age_group(one.birth_year, year)),
    Kind("district", N_("By district"), {}, lambda one, _: _district(one.district)),
    Kind("education", N_("By education"), _labels(EducationLevel), lambda one, _: one.education.value),
    Kind("without_work", N_("By time without work"), _labels(WithoutWork), lambda one, _: one.without_work.value),
)

REFERRERS = Divider("referrer", N_("Enrolled: led here by"), _labels(Referrer))
_TOLD_REASONS = (
    ClosureReason.WORK,
    ClosureReason.STUDIES,
    ClosureReason.OTHER_INTERVENTION,
    ClosureReason.BACK_TO_REFERRER,
    ClosureReason.MOVED,
)
REASONS = Divider("reason", N_("Closed: why"), {one.value: one.label for one in _TOLD_REASONS} | {"other": N_("Another reason")})


def reason_group(reason: ClosureReason | None) -> str:
    """Return in which group a reason is told: no figure says of how many it was illness, care, pension or death."""
    if reason is None:
        return NOT_STATED
    return reason.value if reason in _TOLD_REASONS else "other"


def _part(kind: Divider, told: Mapping[str, int | None] | None) -> Breakdown:
    if told is None:
        return Breakdown(kind.key, kind.label, (), hidden=True)
    cells = (Cell(group, kind.label_of(group), told[group]) for group in kind.in_order(told))
    return Breakdown(kind.key, kind.label, tuple(cells))


def _age_group(birth_year: int | None, year: int) -> str:
    if birth_year is None:
        return NOT_STATED
    return next((key for oldest, key, _ in _AGES if year - birth_year <= oldest), NOT_STATED)


def _district(name: str) -> str:
    return " ".join(name.split()) or NOT_STATED
