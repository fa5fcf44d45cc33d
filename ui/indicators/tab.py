"""Indicators: which there are, what was measured, how the years came out, and what moved them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators
from jobbpunkt.base.words import N_
from jobbpunkt.indicators import IndicatorData, IndicatorView, MonthResult
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.indicators import forms
from ui.indicators.beside import WIDTH, IndicatorCard
from ui.theme import scaled
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.live import Live
from ui.widgets.page import part, scrolling
from ui.widgets.row_table import Column, RowTable

SAFETY_INDEX_NAME = "Trygghetsindex"


class IndicatorsTab(QWidget):
    """One indicator at a time: its measurings, the newest first, and beside them its years and sub-questions."""

    title = N_("Indicators")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self._found: tuple[IndicatorView, ...] = ()
        self._may = context.user.may(Permission.EDIT_EVENTS)
        self._build()

    def refresh(self) -> None:
        """Load the indicators."""
        self.live.read(indicators.indicators, self._show)

    def _build(self) -> None:
        words = self.words
        self.chosen: ChoiceField[object] = ChoiceField("")
        self.chosen.box.setAccessibleName(words("Indicator"))
        self.chosen.setFixedWidth(scaled(260))
        self.chosen.changed.connect(self._show_chosen)
        self.change = secondary(words("Change"), lambda: self._open(forms.indicator_dialog), icon="pencil")
        self.drop = secondary(words("Remove the indicator"), self._drop, icon="trash-2")
        self.begin = secondary(words("Begin the safety index"), self._begin)
        self.new = secondary(words("New indicator"), lambda: forms.indicator_dialog(self, self.context).open(), icon="plus")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        self.aim = secondary(words("Set the year's target"), lambda: self._open(forms.target_dialog), icon="target")
        self.ask = secondary(words("Add a sub-question"), lambda: self._open(forms.factor_dialog), icon="plus")
        self.add = primary(words("Note a measurement"), lambda: self._open(forms.reading_dialog), icon="plus")
        hide_unless(self.new, allowed=self._may)
        self.facts = muted("")
        self.card = IndicatorCard(self.context)
        self.table = self._table()
        of_indicator = flow(self.chosen, self.change, self.drop, self.new, self.begin)
        of_measuring = flow(self.remove, self.aim, self.ask, self.add)
        listed = Beside(self.table, part(self.card), WIDTH, tall=180, scrolls=True)
        outer = column(of_indicator, self.facts, of_measuring, listed, spacing=12)
        outer.setStretch(3, 1)
        inner = boxed(outer)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(column(scrolling(inner)))
        self._show_chosen()

    def _table(self) -> RowTable[MonthResult]:
        words = self.words
        empty = EmptyState(
            "shield-check", words("Nothing measured yet"), words("Each time: how many answered, and how many well or very well.")
        )
        table: RowTable[MonthResult] = RowTable(
            words, self._columns(), lambda row: row.month, empty=empty, name=words("Measurements")
        )
        if self._may:
            table.opened.connect(self._put_right)
        return table

    def _columns(self) -> tuple[Column[MonthResult], ...]:
        return (
            Column(N_("Period"), self._period, sort_key=lambda row: row.month, stretch=True, strong=True),
            Column(N_("Answers"), lambda row: row.answers, align="right"),
            Column(N_("Well or very well"), lambda row: row.positive, align="right"),
            Column(N_("Share, per cent"), lambda row: None if row.share is None else float(row.share), align="right"),
        )

    def _period(self, row: MonthResult) -> str:
        found = self._current()
        return "" if found is None else forms.period(row.month, found.data.frequency, self.words)

    def _current(self) -> IndicatorView | None:
        return next((one for one in self._found if one.id == self.chosen.value()), None)

    def _show(self, found: tuple[IndicatorView, ...]) -> None:
        kept, self._found = self.chosen.value(), found
        self.chosen.set_choices([(one.id, one.data.name) for one in found])
        known = [one.id for one in found]
        index = next((one.id for one in found if one.key == indicators.SAFETY_INDEX), next(iter(known), None))
        self.chosen.set_value(kept if kept in known else index)
        self._show_chosen()

    def _show_chosen(self) -> None:
        words, current = self.words, self._current()
        self.begin.setVisible(self._may and all(one.key != indicators.SAFETY_INDEX for one in self._found))
        for button in (self.change, self.drop, self.remove, self.aim, self.ask, self.add):
            button.setVisible(self._may and current is not None)
        self.chosen.setVisible(bool(self._found))
        self.card.show_indicator(current)
        self.table.set_rows(() if current is None else tuple(reversed(current.readings)))
        data = IndicatorData("") if current is None else current.data
        told = (data.question, words(data.frequency.label), data.base)
        self.facts.setText(words("No indicator yet.") if current is None else "   ·   ".join(one for one in told if one))

    def _open(self, dialog: forms.IndicatorDialog) -> None:
        current = self._current()
        if current is not None:
            dialog(self, self.context, current).open()

    def _put_right(self, noted: MonthResult) -> None:
        current = self._current()
        if current is not None:
            forms.reading_dialog(self, self.context, current, noted).open()

    def _remove(self) -> None:
        found, chosen = self._current(), self.table.current()
        if found is not None and chosen is not None:
            key, month = found.id, chosen.month
            asking.write(self, self.context, lambda uow: indicators.remove_reading(uow, key, month))

    def _drop(self) -> None:
        found = self._current()
        if found is not None:
            key, version = found.id, found.version
            asking.write(self, self.context, lambda uow: indicators.remove(uow, key, version))

    def _begin(self) -> None:
        data = IndicatorData(SAFETY_INDEX_NAME)
        asking.write(self, self.context, lambda uow: indicators.create(uow, data, key=indicators.SAFETY_INDEX))
