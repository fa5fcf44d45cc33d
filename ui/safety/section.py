"""What the three lists of safety share: a table of one programme's rows, and the deeds with the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from jobbpunkt import work
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import Member
from ui import asking
from ui.context import Context
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.own_keys import own_key
from ui.widgets.row_table import Column, RowTable


class _Row(Protocol):
    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=_Row)


class Section(QWidget, Generic[R]):
    """A list of one kind; Enter changes, Ctrl+N adds, Delete removes. Those who may not record only read it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self.programme: UUID | None = None
        self.may = context.user.may(Permission.RECORD_WORK)
        self._wanted: UUID | None = None
        words = self.words
        self.new = primary(words(self.adds()), self.add, icon="plus")
        self.change = secondary(words("Change"), lambda: self.with_chosen(self.open_row), icon="pencil")
        self.remove = secondary(words("Remove"), lambda: self.with_chosen(self.remove_row), icon="trash-2")
        self.deeds = self.further()
        for button in (self.new, self.change, self.remove):
            hide_unless(button, allowed=self.may)
        self.table: RowTable[R] = RowTable(
            words, self.columns(), lambda row: row.id, empty=self.nothing(), name=words(self.title())
        )
        self.setLayout(column(flow(self.new, self.change, self.remove, *self.deeds), self.table, spacing=12))
        self._connect()

    def title(self) -> str:
        """Return what the list is called."""
        raise NotImplementedError

    def adds(self) -> str:
        """Return what the button says that adds a row."""
        raise NotImplementedError

    def nothing(self) -> EmptyState:
        """Return what stands where there is nothing yet."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column[R]]:
        """Return the columns."""
        raise NotImplementedError

    def further(self) -> tuple[QPushButton, ...]:
        """Return more deeds with the chosen row."""
        return ()

    def read(self, uow: Reading, programme: UUID) -> tuple[R, ...]:
        """Return the rows."""
        raise NotImplementedError

    def form(self, programme: UUID, row: R | None) -> None:
        """Open the form of a row, or for a new one."""
        raise NotImplementedError

    def remove_row(self, row: R) -> None:
        """Take a row away; the undo bar brings it back."""
        raise NotImplementedError

    def add(self) -> None:
        """Open the form for a new row."""
        if self.programme is not None:
            self.form(self.programme, None)

    def open_row(self, row: R) -> None:
        """Open the form of a row."""
        if self.programme is not None:
            self.form(self.programme, row)

    def with_group(self, programme: UUID, show: Callable[[tuple[Member, ...]], None]) -> None:
        """Read who takes part today, and show a form that offers them."""
        today = self.context.clock.today()
        asking.read(self, self.context, lambda uow: work.group(uow, programme, today), show)

    def enable(self, row: R | None) -> None:
        """Let the deeds be done that the chosen row allows."""
        for button in (self.change, self.remove, *self.deeds):
            button.setEnabled(row is not None)

    def show_programme(self, programme: UUID) -> None:
        """Show the rows of another programme, or of the same anew."""
        self.programme = programme
        self.live.mark_stale()

    def show_record(self, record: UUID) -> None:
        """Choose a row."""
        self._wanted = record
        self.live.mark_stale()

    def refresh(self) -> None:
        """Load the rows."""
        programme = self.programme
        if programme is not None:
            self.live.read(lambda uow: self.read(uow, programme), self._show)

    def with_chosen(self, deed: Callable[[R], None]) -> None:
        """Do something with the chosen row."""
        chosen = self.table.current()
        if chosen is not None and self.may:
            deed(chosen)

    def _connect(self) -> None:
        self.table.opened.connect(lambda _: self.with_chosen(self.open_row))
        self.table.chosen.connect(self.enable)
        self.enable(None)
        QShortcut(QKeySequence("Ctrl+N"), self, lambda: self.add() if self.may else None)
        own_key(self.table, QKeySequence.StandardKey.Delete, lambda: self.with_chosen(self.remove_row))

    def _show(self, rows: tuple[R, ...]) -> None:
        self.table.set_rows(rows)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
