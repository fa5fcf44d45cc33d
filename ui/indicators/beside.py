"""The card beside an indicator's measurings: how each year came out against its target, and what moved it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators
from jobbpunkt.base.words import N_, Words
from jobbpunkt.indicators import Factor, IndicatorView, YearResult
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.indicators import forms
from ui.programmes.changeable_line import changeable_line
from ui.widgets.card import Card
from ui.widgets.labels import heading, muted, text
from ui.widgets.layouts import boxed, column
from ui.widgets.row_list import RowList

WIDTH = 340
_BELOW = N_("{year}: {share}, target {target} %, below it by {points} percentage points")
_ABOVE = N_("{year}: {share}, target {target} %, above it by {points} percentage points")


def told(result: YearResult, words: Words) -> str:
    """Say how a year came out: its share, its target, and how many points lie between them."""
    share = words("not recorded") if result.share is None else words("{number} %", number=words.number(float(result.share), 1))
    if result.target is None:
        return words("{year}: {share}", year=result.year, share=share)
    target = words.number(float(result.target), 0 if result.target == int(result.target) else 1)
    if result.gap is None:
        return words("{year}: {share}, target {target} %", year=result.year, share=share, target=target)
    points = words.number(abs(float(result.gap)), 1)
    sentence = _BELOW if result.gap < 0 else _ABOVE
    return words(sentence, year=result.year, share=share, target=target, points=points)


class IndicatorCard(Card):
    """Shows the years and sub-questions of one indicator."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self.targets, self.factors = RowList(spacing=8), RowList(spacing=8)
        self.no_factor = muted(self.words("No sub-question yet."))
        years, asked = heading(self.words("The years")), heading(self.words("Sub-questions"))
        self.add(boxed(column(years, self.targets, asked, self.no_factor, self.factors, spacing=8)))
        self.body.addStretch(1)

    def show_indicator(self, found: IndicatorView | None) -> None:
        """Show another indicator; none hides the card."""
        self.setVisible(found is not None)
        self.no_factor.setVisible(found is not None and not found.factors)
        if found is None:
            self.targets.show_rows(())
            self.factors.show_rows(())
            return
        self.targets.show_rows([(year, partial(self._year, found, year)) for year in reversed(found.years())])
        self.factors.show_rows([(one.id, partial(self._factor, found, one)) for one in found.factors])

    @property
    def _may(self) -> bool:
        return self.context.user.may(Permission.EDIT_EVENTS)

    def _year(self, found: IndicatorView, year: int) -> QWidget:
        said = told(found.in_year(year), self.words)
        if year not in found.targets:
            return text(said)

        def change() -> None:
            forms.target_dialog(self, self.context, found, year).open()

        def remove() -> None:
            asking.write(self, self.context, lambda uow: indicators.remove_target(uow, found.id, year))

        return changeable_line(self.words, said, change, remove, may=self._may)

    def _factor(self, found: IndicatorView, one: Factor) -> QWidget:
        words = self.words
        share = "" if one.share is None else words("{number} %", number=words.number(float(one.share), 1))
        parts = (str(one.year), one.question, words(one.effect.label), share, one.action)

        def change() -> None:
            forms.factor_dialog(self, self.context, found, one).open()

        def remove() -> None:
            asking.write(self, self.context, lambda uow: indicators.remove_factor(uow, one.id, one.version))

        said = " · ".join(part for part in parts if part)
        return changeable_line(words, said, change, remove, may=self._may)
