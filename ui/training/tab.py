"""The tab of training: who can what, noted with one key a cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from jobbpunkt import training
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.training import Matrix
from jobbpunkt.work import WorkProgramme
from models.vocabulary import SkillLevel
from ui import asking, messages
from ui.certificates.dialogs import AcceptDialog
from ui.training.board import Board, Cell
from ui.training.cells import CellsView, Deed, Wish
from ui.training.forms import Looked, level_dialog
from ui.training.grid import MatrixGrid
from ui.training.legend import Legend
from ui.training.one_person import OnePerson
from ui.training.strip import Strip, key_words
from ui.training.units import UnitsPanel
from ui.widgets.buttons import hide_unless, icon_button, primary, secondary, toggle
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.layouts import boxed, column
from ui.work.tab import WorkTab

LOW = 420
FILTERS = (N_("All"), N_("Something not assessed: {n}"), N_("At least with support in all: {n}"))


class TrainingTab(WorkTab):
    """One programme's matrix, or one participant at a time where there is no room for it."""

    _wanted: UUID | None = None

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show the training of another programme, or the same anew."""
        if self.programme is None or self.programme.id != programme.id:
            self.board.pressed.clear()
            self.board.kept = None
            self.filters[0].setChecked(True)
        self.units.show_programme(programme.id)
        super().show_programme(programme)

    def show_record(self, record: UUID) -> None:
        """Show a participant."""
        self._wanted = record
        self.live.mark_stale()

    def refresh(self) -> None:
        """Load the matrix."""
        programme, day = self.programme, self._day()
        if programme is not None:
            self.live.read(lambda uow: training.matrix(uow, programme.id, day), self._show)

    def current(self) -> CellsView:
        """Return the view whose cells have the keyboard now: the matrix, or one participant's units."""
        return self.one.units if self.stack.currentWidget() is self.narrow else self.grid

    def _day(self) -> date:
        """Return today, or for a programme that has ended its last day: then the group of that day is shown."""
        today, programme = self.context.clock.today(), self.programme
        last = programme.ends_on if programme else None
        return min(today, last) if last else today

    def _build(self) -> None:
        words = self.words
        self.board = Board()
        self._may = self.context.user.may(Permission.RECORD_WORK)
        group = QButtonGroup(self)
        self.filters = [toggle("", checked=number == 0) for number in range(len(FILTERS))]
        for number, button in enumerate(self.filters):
            group.addButton(button)
            button.clicked.connect(lambda _checked, number=number: self._keep(number))
        self.manage = secondary(words("Training units"), self._manage, icon="list-checks")
        hide_unless(self.manage, allowed=self._may)
        self.certify = secondary(words("Certificate …"), self._certify, icon="file-text")
        hide_unless(self.certify, allowed=self._may)
        self.legend = Legend(words)
        self.grid = MatrixGrid(self.board, words)
        manage = icon_button("list-checks", words("Training units"), self._manage)
        hide_unless(manage, allowed=self._may)
        certify = icon_button("file-text", words("Certificate …"), self._certify)
        hide_unless(certify, allowed=self._may)
        self.one = OnePerson(self.board, words, manage, certify)
        self.strip = Strip(words, may=self._may)
        self.keys = boxed(key_words(words))
        self.keys.setVisible(self._may)
        self.units = UnitsPanel(self.context)
        self.wide = boxed(column(flow(*self.filters, self.manage, self.certify), self.legend, self.grid, self.strip, spacing=10))
        self.narrow = boxed(column(self.one, self.keys, spacing=10))
        begin = primary(words("Begin with a list"), self._begin, icon="list-checks")
        hide_unless(begin, allowed=self._may)
        hint = words("The list can be changed afterwards. Or write the training units yourself.")
        self.none = EmptyState("list-checks", words("Nothing is trained yet"), hint, begin)
        self.nobody = EmptyState("users", words("Nobody takes part today"), words("Those who take part stand here."))
        self.stack = QStackedWidget()
        for view in (self.wide, self.narrow, self.units, self.none, self.nobody):
            self.stack.addWidget(view)
        self.setLayout(column(self.stack))

    def _connect(self) -> None:
        for view in (self.grid, self.one.units):
            view.may = self._may
            view.wished.connect(self._grant)
            view.moved.connect(self._tell)
        self.units.left.connect(self._back)

    def _show(self, matrix: Matrix) -> None:
        self.board.matrix = matrix
        words = self.words
        counts = (0, len(self.board.unassessed()), len(self.board.supported()))
        for button, sentence, count in zip(self.filters, FILTERS, counts, strict=True):
            said = words(sentence, n=count)
            button.setText(said.replace("&", "&&"))
            button.setAccessibleName(said)
        self._redraw()
        if self._wanted is not None and self.board.units:
            cell = (self._wanted, self.board.units[0].id)
            self._wanted = None
            self.grid.go_to(cell)
            self.one.go_to(cell)

    def _redraw(self) -> None:
        self.grid.show_board()
        self.one.show_board()
        self._choose_view()
        self._tell()

    def _choose_view(self) -> None:
        if self.stack.currentWidget() is self.units:
            return
        board = self.board
        had = self.current().hasFocus()
        cell = self.current().cell()
        fits = self.width() >= self.grid.least_width() and self.height() >= LOW
        if not board.units:
            self.stack.setCurrentWidget(self.none)
        elif not board.matrix.trainees:
            self.stack.setCurrentWidget(self.nobody)
        else:
            wanted = self.wide if fits else self.narrow
            changed = wanted is not self.stack.currentWidget()
            self.stack.setCurrentWidget(wanted)
            if changed and cell is not None:
                self.grid.go_to(cell)
                if not fits:
                    self.one.go_to(cell)
            if changed and had:
                self.current().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the matrix where it fits, else one participant at a time."""
        super().resizeEvent(event)
        self._choose_view()

    def _tell(self) -> None:
        self.strip.show_cell(self.board, self.grid.cell())

    def _keep(self, number: int) -> None:
        """Show those whom a filter finds now; they stay while one works, though what they were found by changes."""
        found: tuple[Callable[[], frozenset[UUID] | None], ...] = (lambda: None, self.board.unassessed, self.board.supported)
        self.board.kept = found[number]()
        self._redraw()

    def _grant(self, wish: Wish) -> None:
        match wish.deed:
            case Deed.LEVEL:
                try:
                    self._note(wish.cell, training.level_of(wish.number))
                except UserError as error:
                    messages.refuse(self, error, self.words)
            case Deed.NOT_RELEVANT:
                self._note(wish.cell, SkillLevel.NOT_RELEVANT)
            case Deed.CLEAR:
                person, unit = wish.cell
                asking.write(self, self.context, lambda uow: training.clear(uow, unit, person))
            case Deed.DAY:
                self._ask_day(wish.cell)

    def _note(self, cell: Cell, level: SkillLevel) -> None:
        """Let a level stand at once and write it in turn; should it be refused, the cell says again what the register says."""
        person, unit = cell
        day = self._day()
        number = self.board.press(cell, level, day, self.context.user.name)

        def settled(_change: Change) -> None:
            self.board.settle(cell, number)

        def refused(error: UserError) -> None:
            self.board.settle(cell, number)
            self._redraw()
            messages.refuse(self, error, self.words)

        said = None if day == self.context.clock.today() else day
        asking.write(self, self.context, lambda uow: training.note(uow, unit, person, level, day=said), settled, refused)
        self.grid.show_board()
        self.one.show_board()

    def _ask_day(self, cell: Cell) -> None:
        person = next(one for one in self.board.people if one.id == cell[0])
        unit = next(one for one in self.board.units if one.id == cell[1])
        if self.programme is not None:
            name = person.name.shown(self.words)
            looked = Looked(self.programme.id, person.id, name, unit, self.board.standing(cell))
            level_dialog(self, self.context, looked).open()

    def _begin(self) -> None:
        programme, words = self.programme, self.words
        if programme is not None:
            asking.write(self, self.context, lambda uow: training.begin(uow, programme.id, words))

    def _certify(self) -> None:
        """Go through with the participant of the cell what goes into a certificate."""
        cell = self.current().cell()
        if cell is not None and self.programme is not None:
            AcceptDialog(self, self.context, cell[0], self.programme.id).open()

    def _manage(self) -> None:
        self.stack.setCurrentWidget(self.units)
        self.units.table.setFocus()

    def go_back(self) -> bool:
        """Go from the list of units back to the matrix."""
        if self.stack.currentWidget() is not self.units:
            return False
        self._back()
        return True

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.wide)
        self._choose_view()
        self.current().setFocus()
