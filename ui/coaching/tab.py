"""The tab of a person's meetings, with the steps that were agreed beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import coaching
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import SessionRow, StepView, StepWords
from jobbpunkt.register.unit_of_work import Reading
from ui import asking
from ui.coaching.booking import booking_dialog
from ui.coaching.session_menu import fill
from ui.coaching.step_lines import StepEntry
from ui.coaching.step_row import StepRow
from ui.context import Context
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.tones import tone_of
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live
from ui.widgets.page import part, scrolling
from ui.widgets.row_list import RowList
from ui.widgets.row_table import Column, RowTable

SIDE = 310
DONE_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Shown:
    sessions: tuple[SessionRow, ...]
    steps: tuple[StepView, ...]


class CoachingTab(QWidget):
    """Lists a person's meetings, the latest first; Enter opens one. Steps are ticked and added beside them."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the meetings and the steps anew."""
        self.live.read(self._read, self._show)

    def book(self) -> None:
        """Open the form for a new meeting with this person."""
        booking_dialog(self, self.context, person=self.person).open()

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("Book a meeting"), self.book, icon="plus")
        empty = EmptyState("message-square", words("No meetings yet"), words("Book the first one, and it stands here."))
        self.table: RowTable[SessionRow] = RowTable(
            words, self._columns(), lambda session: session.id, empty=empty, name=words("Meetings")
        )
        self.table.set_menu(lambda menu, session: self._fill(menu, session))
        self.list = RowList()
        self.entry, bar = StepEntry(self.context), RestoredBar(words)
        draft = DraftName("step.new", self.person, person=self.person, page="people", place=self.person)
        self.draft = FormDraft(self.context, draft, self.entry.fields, bar, words("New step"), self)
        self.draft.begin()
        steps = Card(words("Agreed steps"))
        steps.add(bar)
        steps.add(self.entry)
        steps.add(scrolling(boxed(column(self.list, None))), 1)
        left = column(row(self.new, None), self.table, spacing=12)
        self.setLayout(column(scrolling(Beside(left, part(steps), SIDE, tall=150))))

    def _columns(self) -> tuple[Column[SessionRow], ...]:
        words = self.words
        return (
            Column(N_("When"), lambda session: session.starts_at, strong=True, tip=lambda session: session.coach),
            Column(N_("Kind"), lambda session: words(session.facts.kind.label)),
            Column(N_("Place"), lambda session: session.facts.place, stretch=True),
            Column(N_("Status"), lambda session: words(session.status.label), tone=lambda session: tone_of(session.status)),
        )

    def _connect(self) -> None:
        self.table.opened.connect(lambda session: self.context.go("coaching", session.id))
        self.entry.agreed.connect(self._add)
        QShortcut(QKeySequence("Ctrl+N"), self, self.book)

    def _read(self, uow: Reading) -> _Shown:
        return _Shown(coaching.of_person(uow, self.person), coaching.steps_of_person(uow, self.person))

    def _show(self, shown: _Shown) -> None:
        self.table.set_rows(shown.sessions)
        waiting = [step for step in shown.steps if step.done_on is None]
        done = sorted((step for step in shown.steps if step.done_on is not None), key=lambda step: str(step.done_on))
        latest = done[: -DONE_SHOWN - 1 : -1]
        rows = [(step.id, partial(self._step, step)) for step in (*waiting, *latest)]
        self.list.show_rows(rows, [] if rows else [muted(self.words("Nothing has been agreed yet."))])

    def _fill(self, menu: QMenu, session: SessionRow) -> None:
        fill(menu, self, self.context, session)

    def _step(self, step: StepView) -> StepRow:
        return StepRow(self.context, step, self, named=False, narrow=True)

    def _add(self, step: StepWords) -> None:
        person = self.person
        failed = partial(self.entry.take_back, step)
        asking.write(self, self.context, lambda uow: coaching.add_step(uow, person, step), failed=failed)
