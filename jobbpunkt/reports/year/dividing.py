"""Who had support and who began work, by group: what is shown, and what it comes to; whatever is hidden stays so."""

from dataclasses import dataclass

from jobbpunkt.base.words import N_
from jobbpunkt.disclosure import LEAST_BASE
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import Divided, DividedGroup, DividedKind
from jobbpunkt.measures import Breakdown
from jobbpunkt.measures.groups import NOT_STATED
from jobbpunkt.reports.year.material import Year

WHOLE, PART = "jobseekers_supported", "jobseekers_in_work"
_ORDER = ("sex", "age", "without_work", "education", "district")  # those of few groups first
_APART = 0.1  # of everybody: shares that are nearer than this are called alike
# What it is to belong to a group, by kind.
_FINDINGS = {
    "sex": N_("{group}: they began work most often"),
    "age": N_("Those aged {group} began work most often"),
    "district": N_("Those living in {group} began work most often"),
    "education": N_("Those with {group} began work most often"),
    "without_work": N_("Those without work for {group} began work most often"),
}


@dataclass(frozen=True, slots=True)
class _Share:
    """How many of a group began work, where both numbers are shown and the group is no small one."""

    kind: str
    group: Said
    whole: int
    part: int

    @property
    def share(self) -> float:
        return self.part / self.whole


def divided(year: Year) -> Divided | None:
    """Return the breakdown of the year with its finding; nothing where nobody is divided."""
    words = year.words
    whole, part = year.result(WHOLE), year.result(PART)
    if whole is None or not whole.by:
        return None
    inner = {one.key: one for one in (part.by if part is not None and part.by else ())}
    shown = sorted((one for one in whole.by if not one.hidden and one.cells), key=lambda one: _ORDER.index(one.key))
    kinds = tuple(DividedKind(words.label(one.label), _groups(year, one, inner.get(one.key))) for one in shown)
    few = tuple(words.label(one.label) for one in whole.by if one.hidden)
    finding, lead = _finding(year, [(one, inner.get(one.key)) for one in shown])
    return Divided(finding, lead, kinds, few)


def _groups(year: Year, whole: Breakdown, part: Breakdown | None) -> tuple[DividedGroup, ...]:
    inner = {cell.key: cell.value for cell in part.cells} if part is not None else {}
    return tuple(DividedGroup(year.words.label(cell.label), cell.value, inner.get(cell.key)) for cell in whole.cells)


def _finding(year: Year, shown: list[tuple[Breakdown, Breakdown | None]]) -> tuple[Said, Said]:
    """Return what the breakdown comes to: the group of which most began work, beside the one of which fewest did."""
    words = year.words
    pairs = [
        (max(shares, key=_rate), min(shares, key=_rate)) for one, inner in shown if len(shares := _shares(year, one, inner)) > 1
    ]
    if not pairs:
        return words("Those who had support"), words("The groups are too small to compare how many of each began work.")
    best, least = max(pairs, key=lambda pair: pair[0].share - pair[1].share)
    fields = {
        "n": words.number(best.part),
        "all": words.number(best.whole),
        "group": best.group,
        "m": words.number(least.part),
        "others": words.number(least.whole),
        "other": least.group,
    }
    lead = words("{group}: {n} of {all} began work. {other}: {m} of {others}.", **fields)
    if best.share - least.share < _APART:
        return words("About as many began work in every group that can be compared"), lead
    group = str(best.group)
    inside = group if best.kind == "district" else group[:1].lower() + group[1:]
    return words(_FINDINGS[best.kind], group=group if best.kind == "sex" else inside), lead


def _rate(one: _Share) -> float:
    return one.share


def _shares(year: Year, whole: Breakdown, part: Breakdown | None) -> list[_Share]:
    inner = {cell.key: cell.value for cell in part.cells} if part is not None else {}
    return [
        _Share(whole.key, year.words.label(cell.label), cell.value, value)
        for cell in whole.cells
        if cell.value is not None and cell.value >= LEAST_BASE and cell.key != NOT_STATED
        and (value := inner.get(cell.key)) is not None
    ]  # fmt: skip
