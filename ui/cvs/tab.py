"""The tab of a person's CVs and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.written import cvs
from jobbpunkt.written.cvs import Imported
from ui import asking, messages
from ui.context import Context
from ui.cvs import files
from ui.cvs.making import new_written_dialog, offered, open_written
from ui.cvs.versions import Versions
from ui.cvs.written import Written, written_of
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.live import Live
from ui.widgets.page import part
from ui.widgets.row_table import Column, RowTable

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

SIDE = 400


class CvsTab(QWidget):
    """Lists a person's CVs and letters with their versions, and opens them in their editors."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the list anew."""
        self.live.read(lambda uow: written_of(uow, self.person), self._show)

    def new_cv(self) -> None:
        """Ask for a title, the language and the campaign, and make a CV."""
        self._ask(letter=False)

    def new_letter(self) -> None:
        """Ask for a title, the language and the campaign, and make a letter."""
        self._ask(letter=True)

    def take(self, raw: bytes) -> None:
        """Add a CV from a JSON Resume file, and say what came of it."""
        imported: list[Imported] = []

        def work(uow: Writing) -> Change:
            imported.append(cvs.import_resume(uow, self.person, raw))
            return imported[0].change

        asking.write(self, self.context, work, lambda _change: self._told(imported[0]))

    def _build(self) -> None:
        words = self.words
        self.new_button = primary(words("New CV"), self.new_cv, icon="plus")
        letter = secondary(words("New letter"), self.new_letter, icon="plus")
        take = secondary(words("Import JSON Resume …"), lambda: files.ask_for_resume(self, words, self.take), icon="upload")
        columns: tuple[Column[Written], ...] = (
            Column(N_("Title"), lambda one: one.row.title, strong=True, stretch=True),
            Column(N_("Kind"), lambda one: words("Letter") if one.letter else words("CV")),
            Column(N_("Version"), lambda one: one.row.latest, align="right"),
            Column(N_("Saved"), lambda one: one.row.made_at),
        )
        hint = words("Write a CV together, or import one that was written elsewhere.")
        self.empty = EmptyState("file-text", words("No CV or letter yet"), hint)
        self.table: RowTable[Written] = RowTable(
            words, columns, lambda one: one.row.id, empty=self.empty, name=words("CV and letters")
        )
        self.versions = Versions(self.context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(flow(self.new_button, letter, take))
        column.addWidget(Beside(self.table, part(self.versions), SIDE, spacing=24, least=400, scrolls=True), 1)

    def _connect(self) -> None:
        self.table.opened.connect(lambda one: self._open(one.row.id, letter=one.letter))
        self.table.chosen.connect(self.versions.show_written)
        self.versions.opened.connect(lambda one, number: self._open(one.row.id, letter=one.letter, number=number))
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_cv)

    def _show(self, written: tuple[Written, ...]) -> None:
        self.table.set_rows(written)
        if self.table.current() is None and written:
            self.table.selectRow(0)

    def _ask(self, *, letter: bool) -> None:
        def show(campaigns: tuple[CampaignRow, ...]) -> None:
            new_written_dialog(self, self.context, self.person, campaigns, letter=letter).open()

        asking.read(self, self.context, offered, show)

    def _open(self, written: UUID, *, letter: bool, number: int | None = None) -> None:
        open_written(self, self.context, written, letter=letter, number=number)

    def _told(self, imported: Imported) -> None:
        from ui.cvs.shapes import SECTIONS

        titles = {section.name: self.words(section.title) for section in SECTIONS}
        counts = [f"{titles[name]} {count}" for name, count in imported.counts.items() if name in titles]
        said = [self.words("Imported: {counts}.", counts=", ".join(counts)) if counts else ""]
        said += [note.text(self.words) for note in imported.notes]
        messages.tell(self, " ".join(filter(None, said)) or self.words("The CV has been imported."), self.words, "good")
        self.table.select(imported.change.record)
