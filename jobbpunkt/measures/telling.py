"""What may be told of figures about persons, held against all that hangs together with them and all that has left before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jobbpunkt.disclosure import Course, Decision, Key, Reason, Released, Why, decide, is_calendar, is_of_few, is_small, releases
from jobbpunkt.measures.catalogue import NATURES
from jobbpunkt.measures.finding import Found
from jobbpunkt.measures.groups import KINDS, Divider, counted
from jobbpunkt.measures.lasting import UNKNOWN
from jobbpunkt.measures.result import HiddenNumber, Measure, MeasureResult, Period, missing_of
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import Unit

_KINDS: dict[str, Divider] = {kind.key: kind for kind in KINDS}
CLOSED, VERDICT = "cases_closed", "verdict"
_VERDICTS = ("so", "not_so", "unknown")

Pair = tuple[Measure, Found]


@dataclass(frozen=True, slots=True)
class Telling:
    """Figures of the same days, and what is decided about them."""

    days: tuple[date, date]
    figures: Mapping[Key, int]
    decision: Decision

    def key(self, measure: str, kind: str = "", group: str = "") -> Key:
        """Return how a number is remembered."""
        return Key(measure, kind, group, *days_of(measure, self.days))

    def why(self, entry: Measure, found: Found) -> Why | None:
        """Return why a figure is hidden; None where it is told, or is not of persons."""
        if not entry.shielded or found.value is None:
            return None
        if entry.unit is not Unit.SHARE:
            return self.decision.why(self.key(entry.key))
        if _is_of_few(found):
            return Why(Reason.FEW)
        parts = (self.key(CLOSED, VERDICT, part) for part in _VERDICTS) if found.least is not None else ()
        return next((why for part in parts if (why := self.decision.why(part)) is not None), None)

    def missing(self, entry: Measure, found: Found) -> int:
        """Return of how many it is told that nobody knows."""
        key = self.key(missing_of(entry.key))
        return 0 if key in self.figures and self.decision.why(key) is not None else found.missing

    def groups(self, entry: Measure) -> dict[str, dict[str, int | None]]:
        """Return what is told of a figure by each kind of group; of one that is withheld, nothing."""
        told = self.decision.told({key: value for key, value in self.figures.items() if key.measure == entry.key and key.kind})
        found: dict[str, dict[str, int | None]] = {}
        for key, value in told.items():
            found.setdefault(key.kind, {})[key.group] = value
        return found

    def told(self, entry: Measure, why: Why | None) -> tuple[tuple[Key, int | None], ...]:
        """Return all numbers that a figure tells, for whoever remembers what has left."""
        if not entry.shielded:
            return ()
        of_share = entry.unit is Unit.SHARE
        names = (CLOSED,) if of_share else (entry.key, missing_of(entry.key))
        kinds = (VERDICT,) if of_share else None
        told = self.decision.told({key: value for key, value in self.figures.items() if key.measure in names})
        mine = ((key, value) for key, value in told.items() if not key.kind or (key.kind == VERDICT) == (kinds is not None))
        return () if of_share and why is not None else tuple(mine)

    def hides(self, entry: Measure, found: Found) -> tuple[HiddenNumber, ...]:
        """Return all of a figure that is not told, as it is."""
        if (why := self.why(entry, found)) is not None:
            return (HiddenNumber(entry.label, "", found.value or 0, why),)
        kinds = _KINDS if entry.own is None else {**_KINDS, entry.own.key: entry.own}
        mine = [key for key in self.figures if key.measure == entry.key and key.kind in kinds and entry.grouped]
        pairs = ((key, self.decision.why(key)) for key in mine)
        return tuple(
            HiddenNumber(entry.label, kinds[key.kind].label_of(key.group), self.figures[key], why)
            for key, why in pairs
            if why is not None and self.figures[key]
        )


def days_of(measure: str, days: tuple[date, date]) -> tuple[date, date]:
    """Return of which days a figure tells: of who is there on the last day, that day alone."""
    return (days[1], days[1]) if measure in NATURES and NATURES[measure].course is Course.POINT else days


def telling(uow: Reading, pairs: Iterable[Pair], period: Period, beside: Iterable[MeasureResult] = ()) -> Telling:
    """Return what is decided about figures; days that are no calendar period never leave, and are held against nothing."""
    days = (period.first, min(period.last, uow.clock.today()))
    figures: dict[Key, int] = {}
    founds = {entry.key: found for entry, found in pairs}
    for entry, found in pairs:
        if entry.shielded and found.value is not None:
            figures |= _figures(entry, found, founds, period, days_of(entry.key, days))
    before: tuple[Released, ...] = ()
    if figures and is_calendar(period.first, period.last):
        told = dict(pair for result in beside for pair in result.told)
        before = (*releases.around(uow, *days), *((releases.about_to(uow, days, told),) if told else ()))
    return Telling(days, figures, decide(figures, NATURES, before))


def _figures(
    entry: Measure, found: Found, founds: Mapping[str, Found], period: Period, days: tuple[date, date]
) -> dict[Key, int]:
    if entry.unit is Unit.SHARE:
        return {} if found.least is None or _is_of_few(found) else _verdicts(found, days)
    figures = {Key(entry.key, "", "", *days): int(found.value or 0)}
    if found.least is not None:
        outer = founds[entry.within].value if entry.within is not None else found.value
        rest = int(outer or 0) - (0 if found.least == UNKNOWN else int(found.value or 0)) - found.missing
        figures[Key(missing_of(entry.key), "", "", *days)] = 0 if is_small(rest) else found.missing
    outer_groups = counted(founds[entry.within].groups, period.last.year) if entry.within is not None else {}
    for kind, groups in counted(found.groups, period.last.year).items():
        named = dict.fromkeys((*groups, *outer_groups.get(kind, ())))  # of a part it is told of groups of whom nobody is in it
        figures |= {Key(entry.key, kind, group, *days): groups[group] for group in named}
    if entry.own is not None:
        figures |= {Key(entry.key, entry.own.key, group, *days): number for group, number in found.own}
    return figures


def _verdicts(found: Found, days: tuple[date, date]) -> dict[Key, int]:
    parts = dict(zip(_VERDICTS, (*found.parts, found.missing), strict=True))
    cells = {Key(CLOSED, VERDICT, part, *days): value for part, value in parts.items() if value}
    return {Key(CLOSED, "", "", *days): sum(parts.values()), **cells}


def _is_of_few(found: Found) -> bool:
    """Tell whether a share is of too few, or tells that all are so, or none, or of a few that they are or are not."""
    so, not_so = found.parts
    unknown = found.missing if found.least is not None else 0
    return is_of_few(so, so + not_so) or is_small(unknown)
