"""Indicators month by month: how many answered, how many of them well, and the year's target."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators
from jobbpunkt.base.words import N_
from jobbpunkt.indicators import IndicatorView, MonthResult
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.indicators import forms
from ui.programmes.changeable_line import changeable_line
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.row_list import RowList
from ui.widgets.row_table import Column, RowTable

SAFETY_INDEX_NAME = "Trygghetsindex"


class IndicatorsTab(QWidget):
    """The readings of the safety index, newest first; the first reading makes the indicator."""

    title = N_("Safety index")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self._indicator: IndicatorView | None = None
        words, may = self.words, context.user.may(Permission.EDIT_EVENTS)
        self.add = primary(words("Note a month"), lambda: self._open(forms.reading_dialog), icon="plus")
        self.aim = secondary(words("Set the year's target"), lambda: self._open(forms.target_dialog), icon="target")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        self.begin = primary(words("Begin the safety index"), self._begin)
        for button in (self.add, self.aim, self.remove):
            hide_unless(button, allowed=may)
        self.begin.setVisible(False)
        self.facts = muted("")
        empty = EmptyState(
            "shield-check", words("No month noted yet"), words("Each month: how many answered, and how many well or very well.")
        )
        self.table: RowTable[MonthResult] = RowTable(
            words, self._columns(), lambda row: row.month, empty=empty, name=words(self.title)
        )
        if may:
            self.table.opened.connect(self._put_right)
        buttons = flow(self.begin, self.remove, self.aim, self.add)
        self.targets = RowList()
        outer = column(buttons, self.facts, self.targets, self.table, spacing=12)
        outer.setStretch(3, 1)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def refresh(self) -> None:
        """Load the safety index."""
        self.live.read(indicators.indicators, self._show)

    def _columns(self) -> tuple[Column[MonthResult], ...]:
        words = self.words
        return (
            Column(N_("Month"), lambda row: words.month(row.month), sort_key=lambda row: row.month, stretch=True, strong=True),
            Column(N_("Answers"), lambda row: row.answers, align="right"),
            Column(N_("Well or very well"), lambda row: row.positive, align="right"),
            Column(N_("Share, per cent"), lambda row: None if row.share is None else float(row.share), align="right"),
        )

    def _show(self, found: tuple[IndicatorView, ...]) -> None:
        self._indicator = next((one for one in found if one.key == indicators.SAFETY_INDEX), None)
        may = self.context.user.may(Permission.EDIT_EVENTS)
        self.begin.setVisible(may and self._indicator is None)
        for button in (self.add, self.aim, self.remove):
            button.setVisible(may and self._indicator is not None)
        if self._indicator is None:
            self.table.set_rows(())
            self.targets.show_rows(())
            return
        self.table.set_rows(tuple(reversed(self._indicator.readings)))
        self.facts.setText(self._indicator.question)
        self.facts.setVisible(bool(self._indicator.question))
        rows = [(year, partial(self._target, self._indicator, year, may=may)) for year in self._indicator.targets]
        self.targets.show_rows(rows)

    def _target(self, found: IndicatorView, year: int, *, may: bool) -> QWidget:
        words, share = self.words, found.targets[year]
        said = words("Target {year}: {share} %", year=year, share=words.number(share, 0 if share == int(share) else 1))

        def change() -> None:
            forms.target_dialog(self, self.context, found, year).open()

        def remove() -> None:
            asking.write(self, self.context, lambda uow: indicators.remove_target(uow, found.id, year))

        return changeable_line(words, said, change, remove, may=may)

    def _open(self, dialog: forms.IndicatorDialog) -> None:
        if self._indicator is not None:
            dialog(self, self.context, self._indicator).open()

    def _put_right(self, noted: MonthResult) -> None:
        if self._indicator is not None:
            forms.reading_dialog(self, self.context, self._indicator, noted).open()

    def _remove(self) -> None:
        found, chosen = self._indicator, self.table.current()
        if found is not None and chosen is not None:
            key, month = found.id, chosen.month
            asking.write(self, self.context, lambda uow: indicators.remove_reading(uow, key, month))

    def _begin(self) -> None:
        key = indicators.SAFETY_INDEX
        asking.write(self, self.context, lambda uow: indicators.create(uow, key=key, name=SAFETY_INDEX_NAME))
