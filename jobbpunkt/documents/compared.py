"""The group's work beside the suppliers' month by month, as a protocol and a programme's report show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import figures
from jobbpunkt.documents.tree import Chart, ChartKind, Role, Section, Series, Text, Together
from jobbpunkt.documents.words import PaperWords

_ENOUGH = 2  # months that make a line


@dataclass(frozen=True, slots=True)
class ComparedMonth:
    """A month of one checklist: the share of points passed (None where nothing was inspected) and how many were judged."""

    first: date
    group: float | None
    group_points: int
    suppliers: float | None
    suppliers_points: int


def compared(months: Sequence[ComparedMonth], words: PaperWords) -> tuple[Together, ...]:
    """Return both lines with the number of points behind each, from two months on; an axis that is cut says where it begins."""
    if len(months) < _ENOUGH:
        return ()
    # Where a month has little room, its year stands below it.
    labels = tuple(f"{words.short_month(one.first)}".replace("\xa0", " ") + f" {_points(one)}" for one in months)
    series = (
        Series(words("The group"), tuple(_rounded(one.group) for one in months)),
        Series(words("Suppliers"), tuple(_rounded(one.suppliers) for one in months)),
    )
    known = [value for one in series for value in one.values if value is not None]
    least = min(int(min(known, default=0) // 10 * 10), 90)
    heading = words("Share of points passed, same checklist")
    told = figures.alternative(str(heading), labels, series, words)
    cut = words("The axis begins at {least}, not at zero.", least=words.number(least)) if least else ""
    chart = Chart(ChartKind.LINE, labels, series, told, unit=words("per cent"), least=least, most=100, cut=cut)
    note = Text(words("Below each month: how many points were judged, of the group and of suppliers."), Role.NOTE)
    return (Together((Section(heading, (chart, note)),)),)


def _points(month: ComparedMonth) -> str:
    return f"{month.group_points or '–'}\xa0/\xa0{month.suppliers_points or '–'}"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share)
