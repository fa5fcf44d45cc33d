"""The records behind a figure: each can be opened on its own page."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.measures import MeasureResult
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import RecordGroup, RecordPage, RecordRow, ReportChoice
from ui import asking, threads
from ui.context import Context
from ui.reports.figures import explained, named, with_unit
from ui.theme import scaled
from ui.widgets.buttons import back
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.labels import PlainLabel, heading, muted
from ui.widgets.layouts import column, row
from ui.widgets.more import More
from ui.widgets.row_table import Column, RowTable

LEAST_TABLE = 160
Ask = Callable[[Reading, int | None, tuple[str, str] | None], RecordPage]


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed: its name, number and meaning, what tells it from others, how it is asked for, and what stands for none."""

    name: str
    number: str
    meaning: str
    key: Hashable
    ask: Ask
    none: tuple[str, str]


class Behind(QWidget):
    """Lists what was counted; `left` is emitted when one wants back to where the figure stands."""

    left = Signal()

    def __init__(self, context: Context, whence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        words = self.words
        self._asked = threads.Latest()
        self._shown: Listed | None = None
        self.back = back(whence, self.left.emit)
        self.name = heading("")
        self.number = PlainLabel("", "figure")
        self.meaning = muted("")
        self.group: ChoiceField[tuple[str, str]] = ChoiceField(words("Which group"), none=words("All who are counted"))
        self.group.changed.connect(lambda: self._ask(again=False))
        self.group.hide()
        self.empty = EmptyState("search", "")
        self.table: RowTable[RecordRow] = RowTable(
            words, self._columns(), lambda record: record.key, empty=self.empty, name=words("Records")
        )
        self.table.setMinimumHeight(scaled(LEAST_TABLE))
        self.table.opened.connect(self._open)
        self.more = More(words, self._ask)
        outer = column(row(self.back, None), self.name, self.number, self.meaning, self.group, self.table, self.more, spacing=8)
        outer.setStretch(5, 1)
        self.setLayout(outer)

    def show_figure(self, choice: ReportChoice, result: MeasureResult) -> None:
        """Show a figure and load the records behind it."""
        words = self.words

        def ask(uow: Reading, limit: int | None, group: tuple[str, str] | None) -> RecordPage:
            return reports.records(uow, choice, result.key, words, limit, group=group)

        none = (words("No records"), words("Nothing in the register counts towards this figure."))
        told = (named(result, words), with_unit(result, words), explained(result, words))
        self.show_listed(Listed(*told, (choice, result.key), ask, none))

    def show_listed(self, listed: Listed) -> None:
        """Show what something is called and how many they are, and load them."""
        self.name.setText(listed.name)
        self.number.setText(listed.number)
        self.number.setVisible(bool(listed.number))
        self.meaning.setText(listed.meaning)
        again = self._shown is not None and listed.key == self._shown.key
        self._shown = listed
        if not again:
            self.table.set_rows(())
            self.group.set_choices(())
            self.group.hide()
            self.more.begin()
        self._ask(again=again)

    def _columns(self) -> tuple[Column[RecordRow], ...]:
        return (
            Column(N_("What"), lambda record: record.title, stretch=True, strong=True),
            Column(N_("About"), lambda record: record.detail),
            Column(N_("Day"), lambda record: record.day),
            Column(N_("Number"), lambda record: record.amount, align="right"),
        )

    def _ask(self, *, again: bool = True) -> None:
        shown = self._shown
        if shown is None:
            return
        limit, group = self.more.limit, self.group.value()
        done = partial(self._show, again=again)
        asked = asking.read(self, self.context, lambda uow: shown.ask(uow, limit, group), done, self._refused)
        self._asked.keep(asked)

    def _refused(self, error: UserError) -> None:
        """Say why there is no list, where it would be: that nothing counts would not be true."""
        self.empty.say(error.text(self.words))

    def _show(self, page: RecordPage, *, again: bool) -> None:
        found = page.rows
        self._offer(page.groups)
        if self._shown is not None:
            self.empty.say(*self._shown.none)
        self.table.setColumnHidden(1, not any(record.detail for record in found))
        self.table.setColumnHidden(3, all(record.amount in (1, None) for record in found))
        self.table.set_rows(found)
        self.more.say(self.words.plural("{n} record", "{n} records", page.total), len(found), page.total)
        if found and not again:
            self.table.selectRow(0)
            self.table.setFocus()

    def _offer(self, groups: tuple[RecordGroup, ...]) -> None:
        """Offer the groups with how many there are in each; what was chosen stays."""
        chosen = self.group.value()
        self.group.set_choices([((one.kind, one.key), self._named(one)) for one in groups])
        self.group.set_value(chosen)
        self.group.setVisible(bool(groups))

    def _named(self, one: RecordGroup) -> str:
        words = self.words
        return words("{kind}: {group} ({n})", kind=words(one.kind_label), group=words(one.label), n=words.number(one.count))

    def _open(self, record: RecordRow) -> None:
        if record.page:
            self.context.go(record.page, record.record, record.part)
