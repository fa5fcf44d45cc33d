"""Persons by group, as small charts on one scale: how many of each, and where that is asked how many of them a part is."""

from collections.abc import Sequence
from dataclasses import dataclass

from jobbpunkt.documents import figures, tree
from jobbpunkt.documents.tree import Block, Role, Said, Series, Text
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import DividedKind


@dataclass(frozen=True, slots=True)
class Bars:
    """What the bars are, and the short words that head their numbers; without `part` there is one bar for each group."""

    whole: Said
    whole_short: Said
    part: Said = ""
    part_short: Said = ""


def supported_and_working(words: PaperWords) -> Bars:
    """Return the bars of who had support and who of them began work."""
    return Bars(words("had support, number of persons"), words("support"), words("of them began work"), words("work"))


def panels(kinds: Sequence[DividedKind], too_few: Sequence[Said], bars: Bars, words: PaperWords) -> tuple[Block, ...]:
    """Return a small chart for each kind of group, and what is withheld or could not be divided."""
    few = ", ".join(str(one) for one in too_few)
    told = [words("Too few to divide: {what}.", what=few).text] if few else []
    if any(None in _values(one.whole, one.part, bars) for kind in kinds for one in kind.groups):
        told.append(
            words.text(
                "Numbers are withheld so that nobody can count out one under five. Shares are never told of fewer than ten."
            )
        )
    note = "\n\n".join(told)
    if not kinds:
        return (Text(note, Role.NOTE),) if note else ()
    made = tuple(_panel(kind, bars, words) for kind in kinds)
    heads = (bars.whole, bars.part, bars.whole_short, bars.part_short)
    return (tree.Panels(made, *heads, words("withheld"), words("All bars have the same scale."), note),)


def _values(whole: int | None, part: int | None, bars: Bars) -> tuple[int | None, ...]:
    return (whole, part) if bars.part else (whole,)


def _panel(kind: DividedKind, bars: Bars, words: PaperWords) -> tree.Panel:
    slices = tuple(tree.Slice(one.label, one.whole, one.part) for one in kind.groups)
    labels = tuple(one.label for one in kind.groups)
    whole = Series(bars.whole, tuple(one.whole for one in kind.groups))
    part = (Series(bars.part, tuple(one.part for one in kind.groups)),) if bars.part else ()
    return tree.Panel(kind.label, slices, figures.alternative(str(kind.label), labels, (whole, *part), words))
