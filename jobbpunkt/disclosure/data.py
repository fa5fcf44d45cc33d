"""What is known of a figure that may leave: which cell of which figure it is, what was told of it, and why it was not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple
from uuid import UUID

from jobbpunkt.base.words import N_
from models.vocabulary import Choice


class Key(NamedTuple):
    """One number: of a figure, in a kind of group (none for the total), from the first day to the last that it is counted of."""

    measure: str
    kind: str
    group: str
    first: date
    last: date

    @property
    def total(self) -> "Key":
        """Return the total that this number is part of."""
        return self._replace(kind="", group="")

    @property
    def row(self) -> "Key":
        """Return what all groups of one kind share."""
        return self._replace(group="")

    def holds(self, other: "Key") -> bool:
        """Tell whether the other is the same number of a shorter time within this one's."""
        same = self[:3] == other[:3]
        return same and self != other and self.first <= other.first and other.last <= self.last


_OF_CAMPAIGN = "@"


def of_campaign(measure: str, campaign: UUID) -> str:
    """Return under which name it is remembered what a campaign counted: two campaigns may count under one key."""
    return f"{measure}{_OF_CAMPAIGN}{campaign}"


Told = Mapping[Key, int | None]
"""Numbers as they were told; None where it was told that one is hidden."""


class Course(Enum):
    """How a figure goes over time, as who wants to reckon it out may take it to."""

    FLOW = auto()  # what happened: a year is the sum of its months
    STOCK = auto()  # who was there at some time: a year holds each of its months
    POINT = auto()  # who is there on the last day
    APART = auto()  # nothing follows of one time for another


@dataclass(frozen=True, slots=True)
class Nature:
    """What is known of a figure by everybody: how it goes over time, and among whose persons these are.

    `also` are others among whose persons these are too, which divide nobody into groups.
    """

    course: Course = Course.STOCK
    within: str | None = None
    also: tuple[str, ...] = ()


class Reason(Choice):
    """Why a number is hidden."""

    FEW = "few", N_("Fewer than five, or of fewer than ten.")
    WHOLE = "whole", N_("It would tell that all of a group, or none, or all but a few, are counted.")
    FOLLOWS = "follows", N_("A hidden number would follow from it.")
    EARLIER = "earlier", N_("Together with what has left before it would tell of few.")


@dataclass(frozen=True, slots=True)
class Released:
    """An export that has left: which report, of which days, as the register stood when, by whom, and all that it told."""

    id: UUID
    report: str
    form: str
    first: date
    last: date
    at: datetime
    by: str
    told: Told = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a number is hidden, and the earlier export that is the cause, where one is."""

    reason: Reason
    earlier: Released | None = None


def nature_of(measure: str, natures: Mapping[str, Nature]) -> Nature:
    """Return what is known of a figure: what a campaign counts happens, and of others that nobody knows nothing follows."""
    return natures.get(measure) or Nature(Course.FLOW if _OF_CAMPAIGN in measure else Course.APART)
