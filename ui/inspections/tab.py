"""The tab of inspections: all of a programme's, the one that is open, and beside them the months and what waits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from jobbpunkt import inspections
from jobbpunkt.base.words import N_, Words
from jobbpunkt.inspections import Again, InspectionRow, InspectionView, Month
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import WorkProgramme
from models.vocabulary import AreaKind
from ui.inspections import forms
from ui.inspections.beside import ENOUGH, AgainCard, MonthsCard
from ui.inspections.card import InspectionCard
from ui.tokens import Tone
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, primary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import boxed, column, row
from ui.widgets.page import part, scrolling
from ui.widgets.row_table import Column, RowTable
from ui.work.tab import WorkTab

SIDE, LEAST = 312, 500


@dataclass(frozen=True, slots=True)
class _Loaded:
    rows: tuple[InspectionRow, ...]
    again: tuple[Again, ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    kind: AreaKind
    checklist: int
    months: tuple[Month, ...]


class InspectionsTab(WorkTab):
    """Ctrl+N begins a new one; Enter opens the chosen one, and going back finds the list as it was."""

    _of: tuple[AreaKind, int] | None = None
    _usual: tuple[AreaKind, int] | None = None

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show the inspections of another programme, or the same anew."""
        if self.programme is not None and self.programme.id != programme.id:
            self._of = None
            self.card.store.close()
            self.stack.setCurrentWidget(self.list)
        super().show_programme(programme)

    def show_record(self, record: UUID) -> None:
        """Open an inspection; the programme itself shows the list."""
        if self.programme is None or record != self.programme.id:
            self._open(record)

    def refresh(self) -> None:
        """Load the list, what is to be looked at again, and the months of the checklist that is looked at."""
        programme = self.programme
        if programme is not None:
            self.live.read(lambda uow: _load(uow, programme.id), self._show)

    def begin(self) -> None:
        """Open the form for a new inspection."""
        if self.programme is not None and self._may:
            forms.open_new(self, self.context, self.programme.id, self._open)

    def go_back(self) -> bool:
        """Go from an open inspection back to the list."""
        if self.stack.currentWidget() is self.list:
            return False
        self.show_list()
        return True

    def show_list(self) -> None:
        """Go back to the list, where one was."""
        self.card.flush()
        self.card.store.close()
        self.stack.setCurrentWidget(self.list)
        self.table.setFocus()
        self.live.mark_stale()

    def _build(self) -> None:
        words = self.words
        self._may = self.context.user.may(Permission.RECORD_WORK)
        self.new = primary(words("New inspection"), self.begin, icon="plus")
        hide_unless(self.new, allowed=self._may)
        empty = EmptyState(
            "list-checks",
            words("No inspections yet"),
            words("Choose a place; its tasks become the points. A supplier is inspected by the same list."),
        )
        self.table: RowTable[InspectionRow] = RowTable(
            words, _columns(words), lambda row: row.id, empty=empty, name=words("Inspections")
        )
        self.list = boxed(column(row(self.new, None), self.table, spacing=12))
        self.card = InspectionCard(self.context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.card)
        self.months, self.again = MonthsCard(words), AgainCard(words, self.context.clock.today())
        side = boxed(column(self.months, self.again, spacing=14))
        whole = Beside(part(self.stack), part(side), SIDE, least=LEAST, tall=420, spacing=18, scrolls=True)
        self.setLayout(column(scrolling(whole)))

    def _connect(self) -> None:
        self.table.opened.connect(lambda chosen: self._open(chosen.id))
        self.table.chosen.connect(self._follow)
        self.card.left.connect(self.show_list)
        self.card.store.loaded.connect(self._look_at)
        self.again.chosen.connect(self._look_again)
        QShortcut(QKeySequence("Ctrl+N"), self, self.begin)

    def _open(self, record: UUID) -> None:
        self.stack.setCurrentWidget(self.card)
        self.card.open(record)

    def _look_again(self, waiting: Again) -> None:
        if self._may:
            forms.open_again(self, self.context, waiting.inspection_id, self._open)
        else:
            self._open(waiting.inspection_id)

    def _show(self, loaded: _Loaded) -> None:
        self.table.set_rows(loaded.rows)
        if self.table.current() is None and loaded.rows:
            self.table.select(loaded.rows[0].id)
        self.again.show_again(loaded.again)
        seen = Counter((one.area_kind, one.checklist) for one in loaded.rows)
        self._usual = seen.most_common(1)[0][0] if seen else None
        self._load_months()

    def _follow(self, chosen: InspectionRow | None) -> None:
        if chosen is not None and self.stack.currentWidget() is self.list:
            self._compare((chosen.area_kind, chosen.checklist))

    def _look_at(self, view: InspectionView) -> None:
        self._of = (view.area_kind, view.checklist)
        self._load_months()

    def _compare(self, of: tuple[AreaKind, int]) -> None:
        if of != self._of:
            self._of = of
            self._load_months()

    def _load_months(self) -> None:
        programme, of = self.programme, self._of
        if programme is not None and of is not None:
            # Beside the list a checklist that was gone through in one month only leaves the room to the one used most.
            usual = self._usual if self.stack.currentWidget() is self.list else None
            self.live.read(lambda uow: _compared(uow, programme.id, of, usual), self._show_months, part="months")

    def _show_months(self, shown: _Compared) -> None:
        self.months.show_months(shown.months, shown.kind, shown.checklist)


def _load(uow: Reading, programme_id: UUID) -> _Loaded:
    return _Loaded(inspections.rows(uow, programme_id), inspections.again(uow, programme_id))


def _compared(uow: Reading, programme_id: UUID, of: tuple[AreaKind, int], usual: tuple[AreaKind, int] | None) -> _Compared:
    months = inspections.months(uow, programme_id, *of)
    if len(months) < ENOUGH and usual is not None and usual != of:
        of = usual
        months = inspections.months(uow, programme_id, *of)
    return _Compared(*of, months)


def _columns(words: Words) -> tuple[Column[InspectionRow], ...]:
    return (
        Column(N_("Day"), lambda row: row.day),
        Column(N_("Place"), lambda row: _place(row, words), stretch=True, strong=True),
        Column(N_("Whose work"), lambda row: row.head.supplier or words("The group")),
        Column(N_("Passed"), lambda row: _passed(row, words), sort_key=lambda row: row.score.share, align="right"),
        Column(N_("Status"), lambda row: _state(row, words), tone=_tone),
    )


def _place(row: InspectionRow, words: Words) -> str:
    return words("{place}, second look", place=row.place) if row.follows_id is not None else row.place


def _passed(row: InspectionRow, words: Words) -> str:
    return words("{n} of {all}", n=row.score.passed, all=row.score.judged)


def _state(row: InspectionRow, words: Words) -> str:
    if row.closed_at is None:
        return words.plural("{n} point left", "{n} points left", row.left) if row.left else words("Not finished")
    if row.open:
        return words("Is looked at again")
    if row.settled:
        return words("Remedied")
    return words("With remarks") if row.score.remarked else words("Passed")


def _tone(row: InspectionRow) -> Tone:
    if row.closed_at is None:
        return "accent"
    return "warn" if row.open else "good" if row.settled or not row.score.remarked else "neutral"
