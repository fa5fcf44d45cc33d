"""The table of applications: open to change, a number key notes a stage, a menu for the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import applications
from jobbpunkt.applications import ApplicationDetails, ApplicationRow, Choices
from jobbpunkt.base.words import N_
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ApplicationStage
from ui import asking
from ui.applications.dialogs import change_dialog, stage_dialog
from ui.applications.stages import STAGES
from ui.context import Context
from ui.tones import tone_of
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column, RowTable


class ApplicationTable(RowTable[ApplicationRow]):
    """Shows applications; `visiting` is emitted with the person whose page is wanted."""

    visiting = Signal(object)

    def __init__(self, context: Context, *, people: bool, empty: EmptyState, parent: QWidget | None = None) -> None:
        self.context, self.words = context, context.words
        columns = [_JOB, self._stage_column(), _REACHED]
        if people:
            columns.insert(1, Column(N_("Person"), lambda row: row.person.shown(self.words), lambda row: row.person.key))
        else:
            columns.append(_ANSWER)
        name = self.words("Applications")
        super().__init__(self.words, columns, lambda row: row.id, empty=empty, name=name, parent=parent)
        self._people = people
        self.opened.connect(self.change_current)
        self.set_menu(self._fill_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note a stage with the keys 1 to 7."""
        row, typed = self.current(), event.text()
        if row is not None and typed.isdigit() and 1 <= int(typed) <= len(STAGES):
            self.note_stage(row, STAGES[int(typed) - 1])
            return
        super().keyPressEvent(event)

    def note_stage(self, row: ApplicationRow, stage: ApplicationStage) -> None:
        """Ask for the day and a comment, then note the stage."""
        stage_dialog(self, self.context, row, stage).open()

    def change_current(self) -> None:
        """Open the form of the chosen application."""
        row = self.current()
        if row is None:
            return

        def read(uow: Reading) -> tuple[ApplicationDetails, Choices]:
            return applications.get(uow, row.id), applications.choices(uow, row.person_id)

        asking.read(self, self.context, read, lambda found: change_dialog(self, self.context, *found).open())

    def _fill_menu(self, menu: QMenu, row: ApplicationRow) -> None:
        words = self.words
        menu.addAction(words("Change …"), self.change_current)
        stages = menu.addMenu(words("Note a stage"))
        for number, stage in enumerate(STAGES, 1):
            stages.addAction("\t".join((words(stage.label), str(number))), partial(self.note_stage, row, stage))
        if self._people:
            menu.addAction(words("Go to the person"), lambda: self.visiting.emit(row.person_id))
        menu.addSeparator()
        menu.addAction(words("Remove"), lambda: self._remove(row))

    def _remove(self, row: ApplicationRow) -> None:
        asking.write(self, self.context, lambda uow: applications.remove(uow, row.id, row.version))

    def _stage_column(self) -> Column[ApplicationRow]:
        return Column(
            N_("Stage"),
            lambda row: self.words(row.stage.label),
            lambda row: STAGES.index(row.stage),
            tone=lambda row: tone_of(row.stage),
        )


_JOB: Column[ApplicationRow] = Column(
    N_("Job"), lambda row: f"{row.position}, {row.employer}", strong=True, stretch=True, tip=lambda row: row.campaign
)
_REACHED: Column[ApplicationRow] = Column(N_("Since"), lambda row: row.reached_on)
_ANSWER: Column[ApplicationRow] = Column(N_("Answer by"), lambda row: row.answer_by)
