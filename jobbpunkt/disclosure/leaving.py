"""The one door by which figures leave: what is in a report or a paper is found, held against what has left, and remembered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError
from jobbpunkt.disclosure import periods, releases
from jobbpunkt.disclosure.audit import leaks, leaks_beside
from jobbpunkt.disclosure.data import Key, Released, Told
from jobbpunkt.disclosure.hiding import standing
from jobbpunkt.disclosure.relations import Natures
from jobbpunkt.disclosure.rules import is_small
from jobbpunkt.register.unit_of_work import Writing


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something that leaves: of which report, in what form, of which days, and everything that is in it."""

    report: str
    form: str
    first: date
    last: date
    content: object
    campaign: UUID | None = None


def leave(uow: Writing, leaving: Leaving, natures: Natures) -> UUID | None:
    """Let figures out, or refuse in one sentence; who has let them out holds a report that was read after all that left before.

    Figures about persons leave for calendar periods alone. What a campaign counted is anonymous, and leaves for its own weeks.
    """
    told = told_in(leaving.content)
    if told and leaving.campaign is None and not periods.is_calendar(leaving.first, leaving.last):
        raise periods.refused_period(leaving.first, leaving.last)
    before = releases.around(uow, leaving.first, leaving.last)
    _refuse_what_follows(told, before, natures)
    return releases.remember(uow, leaving.report, leaving.form, (leaving.first, leaving.last), told, leaving.campaign)


def told_in(content: object) -> dict[Key, int | None]:
    """Return every number about persons that is anywhere in a report or a paper: each figure carries its own."""
    found: dict[Key, int | None] = {}
    for told in _told(content):
        found |= dict(told)
    return found


def _refuse_what_follows(told: Told, before: tuple[Released, ...], natures: Natures) -> None:
    """Refuse what has become telling since it was read: something else has left meanwhile, or it holds two of nested days."""
    stood = standing(before)
    known = {leak.of for leak in leaks(stood, natures)} if stood else set()
    rows = {key.row for key in told}
    others = {key: value for key, value in stood.items() if key.row not in rows}
    for leak in leaks_beside(told, others, natures, seen={}):
        if leak.of not in known:
            raise _refusal(leak.of, before)
    for one in reversed(before):
        if any(key in told and _differs_little(value, told[key]) for key, value in one.told.items()):
            raise _refusal(tuple(one.told), (one,))


def _differs_little(before: int | None, now: int | None) -> bool:
    """Tell whether a number of the same days was hidden before and is told now, or was told with fewer than five more or less."""
    return now is not None and (before is None or is_small(abs(now - before)))


def _refusal(of: tuple[Key, ...], before: tuple[Released, ...]) -> UserError:
    cause = next((one for one in reversed(before) if any(key in one.told for key in of)), None)
    if cause is None:
        return UserError("Some of these figures together would tell of fewer than five persons. Take the report of one period.")
    return UserError(
        "Together with what left in the report of {first} to {last} on {day}, this would tell of fewer than five persons. "
        "Open the report anew: then what would tell of them is hidden.",
        first=cause.first.isoformat(),
        last=cause.last.isoformat(),
        day=day_of(cause.at).isoformat(),
    )


def _told(content: object) -> Iterator[tuple[tuple[Key, int | None], ...]]:
    if is_dataclass(content) and not isinstance(content, type):
        if told := getattr(content, "told", ()):
            yield told
        for field in fields(content):
            yield from _told(getattr(content, field.name))
    elif isinstance(content, Mapping):
        yield from (part for value in content.values() for part in _told(value))
    elif isinstance(content, (tuple, list)):
        yield from (part for value in content for part in _told(value))
