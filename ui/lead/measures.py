"""What a campaign counts beside what it aims at: each its own bar, since different units have no scale in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import ResultRow
from jobbpunkt.measures.in_words import with_unit
from ui.campaigns.read import figure_read
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import boxed, column, row


def measure_box(shown: ResultRow, place: int | None, words: Words) -> QWidget:
    """Return a measure's figures as the tab of results has them, with a bar where there is a target."""
    label, told = words(shown.measure.label), _told(shown, words)
    number = PlainLabel(told, "strong", wrap=False)
    beside = " · ".join(_beside(shown, place, words))
    name = column(PlainLabel(label), *([small(beside)] if beside else []), spacing=0)
    line = row(name, number, spacing=10)
    line.setStretch(0, 1)
    line.setAlignment(number, Qt.AlignmentFlag.AlignTop)
    bars = [_bar(shown, shown.measure.target, f"{label}, {told}")] if shown.measure.target else []
    return boxed(column(line, *bars, None, spacing=5))


def _told(shown: ResultRow, words: Words) -> str:
    number, target = figure_read(shown.total, words), shown.measure.target
    if target:
        return words("{n} of {target}", n=number, target=words.number(target))
    return number if shown.total.value is None else with_unit(number, shown.measure.unit, words)


def _beside(shown: ResultRow, place: int | None, words: Words) -> list[str]:
    """Return what came this week, and what the register has, which is never added to what was counted on site."""
    said = []
    week = None if place is None else shown.weeks[place]
    if week is not None and week.value is not None:
        said.append(words("this week +{n}", n=figure_read(week, words)))
    if shown.registered is not None:
        said.append(words("{n} in the register", n=figure_read(shown.registered, words)))
    return said


def _bar(shown: ResultRow, target: int, name: str) -> QProgressBar:
    bar, value = QProgressBar(), shown.total.value or 0
    bar.setTextVisible(False)
    bar.setRange(0, target)
    bar.setValue(min(value, target))
    bar.setAccessibleName(name)
    if value >= target:
        bar.setProperty("tone", "good")
    return bar
