"""The figures of a report as a list: Enter opens the records behind one."""

from __future__ import annotations

from jobbpunkt.base.words import N_, Words
from jobbpunkt.measures import MeasureResult, Number, in_words
from jobbpunkt.measures.in_words import qualified
from models.vocabulary import Source, Unit
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column, RowTable


def figure_table(words: Words) -> RowTable[MeasureResult]:
    """Return the list, empty."""
    columns: tuple[Column[MeasureResult], ...] = (
        Column(N_("Figure"), lambda result: named(result, words), stretch=True, tip=lambda result: explained(result, words)),
        Column(N_("Result"), lambda result: figure(result, words), lambda result: result.value, align="right", strong=True),
    )
    empty = EmptyState("chart-column", words("No figures"))
    return RowTable(words, columns, lambda result: result.key, empty=empty, name=words("Figures"))


def named(result: MeasureResult, words: Words) -> str:
    """Return what a figure is called; one that somebody told says so in its name, and so does what is not known of some."""
    label = words(result.label)
    if result.source is Source.STATED:
        label = words("{figure}, as stated", figure=label)
    return words("{first}, {more}", first=label, more=in_words.missing(result.missing, words)) if result.missing else label


def is_known(result: MeasureResult) -> bool:
    """Tell whether there is a number for whoever looks at the screen."""
    return result.value is not None or result.actual is not None


def figure(result: MeasureResult, words: Words) -> str:
    """Return a figure as it is read: "drygt 100", "uppgift saknas", or that it is hidden; true for who may see the persons."""
    if result.suppressed and result.actual is None:
        return words("hidden")
    if result.suppressed and result.actual is not None:
        return words("{number} (hidden on paper)", number=_number(result.actual, result, words))
    if result.value is None:
        return words("not recorded")
    number = _number(result.value, result, words)
    return qualified(number, result.qualifier, words)


def with_unit(result: MeasureResult, words: Words) -> str:
    """Return a figure with its unit: "drygt 100 besökare"."""
    bare = result.value is None or result.unit is Unit.SHARE
    number = figure(result, words)
    return number if bare else in_words.with_unit(number, result.unit, words)


def _number(value: Number, result: MeasureResult, words: Words) -> str:
    number = words.number(value, 1 if isinstance(value, float) else 0)
    return f"{number}\N{NO-BREAK SPACE}%" if result.unit is Unit.SHARE else number


def explained(result: MeasureResult, words: Words) -> str:
    """Return what a figure means and how it was got, in plain words."""
    sentences = [words(result.definition), *([words(result.caution)] if result.caution else []), words(result.source.label) + "."]
    if result.target is not None:
        sentences.append(target(result, words) + ".")
    if result.why is not None:
        sentences.append(words("On paper and in files the number is hidden.") if result.actual is not None else "")
        sentences.append(in_words.why_hidden(result.why, words) if result.actual is not None else in_words.hidden(words) + ".")
    return " ".join(filter(None, sentences))


def target(result: MeasureResult, words: Words) -> str:
    """Return what a figure aims at; it has a target."""
    return words("Target {target}", target=_number(result.target or 0, result, words))
