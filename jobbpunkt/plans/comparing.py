"""Two states of a plan side by side: two adopted versions, or one and the plan as it stands now."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError
from jobbpunkt.plans import access, body, frozen
from jobbpunkt.plans.adopting import whole
from jobbpunkt.plans.frozen import Content
from jobbpunkt.plans.reading import view_of
from jobbpunkt.register.unit_of_work import Writing
from models.plan import Plan, PlanVersion

_PARTS = ("milestones", "steps", "ratings")


class Sign(Enum):
    """What became of a part or a field, from the first to the second."""

    ADDED = "+"
    GONE = "−"
    CHANGED = "≠"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a part before and after, as JSON holds it: text, a number, a day as 2020-06-15, or None."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that differs: the situation, a goal, what belongs to one (`goal` is its title), a follow-up, how it went."""

    kind: str
    sign: Sign
    goal: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a version with the day when it was adopted; without a number the plan as it stands now."""

    number: int | None
    day: date


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a plan, and all that differs between them, goal by goal."""

    before: Side
    after: Side
    changes: tuple[PartChange, ...]


def compare(uow: Writing, plan_id: UUID, before: UUID, after: UUID | None = None) -> Comparison:
    """Compare a version with a later one, or with the plan as it stands now; of a health plan the reading is noted first."""
    plan = access.opened(uow, plan_id)
    first, said = _version(uow, plan, before)
    if after is None:
        second, now = Side(None, uow.clock.today()), frozen.content(view_of(uow, plan))
    else:
        second, now = _version(uow, plan, after)
    return Comparison(first, second, tuple(changes(said, now)))


def changes(before: Content, after: Content) -> Iterator[PartChange]:
    """Yield what differs between two states, in the order of the plan; what was taken away stands where it belonged."""
    yield from _changed("situation", "", before["situation"], after["situation"])
    yield from _goals(before["goals"], after["goals"])
    yield from _parts("reviews", "", before["reviews"], after["reviews"])
    yield from _changed("completion", "", _flat(before.get("completion")), _flat(after.get("completion")))


def _version(uow: Writing, plan: Plan, version_id: UUID) -> tuple[Side, Content]:
    row, found = access.found_part(uow, PlanVersion, version_id)
    if found.id != plan.id:
        raise ValueError("versions are compared with those of their own plan")
    whole(row)
    if not row.body:
        raise UserError(
            "This version was adopted before versions were kept so that they can be compared. Open its paper and read it.",
        )
    said: Content = json.loads(body.text(uow, row))
    return Side(row.number, day_of(row.adopted_at)), said


def _goals(before: Sequence[Content], after: Sequence[Content]) -> Iterator[PartChange]:
    for old, new in _paired(before, after):
        title = (new or old or {})["title"]
        yield from _changed("goals", title, _own(old), _own(new))
        for kind in _PARTS:
            yield from _parts(kind, title, (old or {}).get(kind, ()), (new or {}).get(kind, ()))


def _parts(kind: str, goal: str, before: Sequence[Content], after: Sequence[Content]) -> Iterator[PartChange]:
    for old, new in _paired(before, after):
        yield from _changed(kind, goal, old, new)


def _paired(before: Sequence[Content], after: Sequence[Content]) -> Iterator[tuple[Content | None, Content | None]]:
    """Yield each part that is in either with the same part in the other, the later one's order first."""
    old = {part["id"]: part for part in before}
    for part in after:
        yield old.pop(part["id"], None), part
    for part in old.values():
        yield part, None


def _changed(kind: str, goal: str, before: Content | None, after: Content | None) -> Iterator[PartChange]:
    was, now = before or {}, after or {}
    # A rating of 0 says something; a step that was carried on 0 times says nothing.
    fields = tuple(
        FieldChange(name, old, new)
        for name in {**was, **now}
        if name != "id" and (old := was.get(name)) != (new := now.get(name)) and (old or new or name == "value")
    )
    if fields:
        sign = Sign.ADDED if before is None else Sign.GONE if after is None else Sign.CHANGED
        yield PartChange(kind, sign, goal, fields)


def _own(goal: Content | None) -> Content | None:
    return None if goal is None else {name: value for name, value in goal.items() if name not in _PARTS}


def _flat(completion: Content | None) -> Content | None:
    """Return what is said of a completion, each goal's and each step's words as one text."""
    if completion is None:
        return None
    return {name: "\n".join(filter(None, one.values())) if isinstance(one, Mapping) else one for name, one in completion.items()}
