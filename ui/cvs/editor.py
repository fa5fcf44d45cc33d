"""The CV editor: sections to the left, the posts of the chosen one in the middle, the paper itself to the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMenu, QStackedWidget, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.documents.cv import CvDocument, cv_document, render_cv
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.resume import ReadResume, editing
from jobbpunkt.resume.editing import Sheet
from jobbpunkt.resume.faults import faults, tidied
from jobbpunkt.written import cvs
from jobbpunkt.written.cvs import CvView
from ui import asking
from ui.cvs import files
from ui.cvs.basics_form import BasicsForm
from ui.cvs.behind import Behind
from ui.cvs.printing import OFFER
from ui.cvs.rename import RenamedWritten, rename_dialog
from ui.cvs.section_editor import SectionEditor
from ui.cvs.shapes import SECTIONS
from ui.cvs.written_editor import Work, WrittenEditor
from ui.drafts.naming import DraftName
from ui.theme import scaled
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, row
from ui.widgets.note_print import Note
from ui.widgets.setting_bar import Offer

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

RAIL = 172


class CvEditor(WrittenEditor[CvView]):
    """Edits a CV whole; what the editor does not show of the document is kept."""

    def fetch(self, uow: Writing) -> CvView:
        """Return the version to be edited."""
        return cvs.get(uow, self.written_id, self.number)

    def fill(self, view: CvView) -> None:
        """Show a version in the fields."""
        self._show(view.content)

    def writing(self, view: CvView, based_on: int) -> Work | None:
        """Return the work that saves the sheet, or go to the first field that must be corrected."""
        sheet = self.sheet()
        for fault in faults(sheet):
            number = [section.name for section in SECTIONS].index(fault.section)
            self.rail.setCurrentRow(number + 1)
            self.sections[number].show_error(fault.number, fault.error)
            return None
        document = editing.closed(tidied(sheet))
        return lambda uow: cvs.save(uow, view.id, based_on, document)

    def noting(self) -> Note:
        """Return what notes a printout."""
        written = self.written_id

        def note(uow: Writing) -> None:
            cvs.note_printed(uow, written)

        return note

    def drawing(self) -> tuple[Drawing[CvDocument], str]:
        """Return the work that draws the CV as it is typed now."""
        document = editing.closed(tidied(self.sheet()))
        return Drawing(cv_document(document), render_cv, self.setting()), "cv.pdf"

    def offer(self) -> Offer:
        """Return the looks of a CV."""
        return OFFER

    def fields(self) -> QWidget:
        """Return the sections and the form of the chosen one."""
        self.behind = Behind(self.words, self)
        self.behind.changed.connect(self.typed)
        self.rail = QListWidget()
        self.rail.setFixedWidth(scaled(RAIL))
        self.rail.setProperty("role", "plain")
        self.rail.setWordWrap(True)
        self.rail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rail.setAccessibleName(self.words("Sections"))
        self.stack = QStackedWidget()
        self.basics = BasicsForm(self.words)
        self.basics.changed.connect(self.typed)
        self.stack.addWidget(self.basics)
        self.sections = [SectionEditor(self.words, section) for section in SECTIONS]
        for editor in self.sections:
            editor.changed.connect(self._section_typed)
            self.stack.addWidget(editor)
        self.rail.addItems([self.words("About me"), *(self.words(section.title) for section in SECTIONS)])
        self.rail.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.rail.setCurrentRow(0)
        return boxed(row(self.rail, self.stack, spacing=16))

    def drafted(self) -> Mapping[str, Field[Any]]:
        """Return who it is about, each section, and what the file holds besides."""
        person, address = (form.form.fields.items() for form in (self.basics.person, self.basics.address))
        sections = {editor.section.name: editor for editor in self.sections}
        return {**{f"basics.{name}": field for name, field in (*person, *address)}, **sections, "behind": self.behind}

    def draft_name(self, view: CvView) -> DraftName:
        """Return where the draft of this CV is found again."""
        person = view.person_id
        return DraftName("cv", self.draft_record(view), person, page="people", place=person, title=self.words("CV"))

    def menu_of(self, menu: QMenu) -> None:
        """Offer another title, and the document in and out."""
        menu.addAction(self.words("Title and language …"), self._rename)
        menu.addAction(self.words("Import JSON Resume …"), self._import)
        menu.addAction(self.words("Export JSON Resume …"), self._export)

    def sheet(self) -> Sheet:
        """Return what is typed now."""
        sections = {editor.section.name: editor.entries for editor in self.sections}
        behind = self.behind.value()
        basics, address = self.basics.read_into(behind)
        return replace(behind, basics=basics, address=address, sections=sections)

    def _show(self, document: dict[str, Any]) -> None:
        sheet = editing.opened(document)
        self.behind.set_value(sheet)
        self.basics.show_sheet(sheet)
        for editor in self.sections:
            editor.show_entries(sheet.sections[editor.section.name])
        self._count()

    def _section_typed(self) -> None:
        self._count()
        self.typed()

    def _count(self) -> None:
        for number, editor in enumerate(self.sections, 1):
            count = len(editor.entries)
            title = self.words(editor.section.title)
            self.rail.item(number).setText(f"{title}  {count}" if count else title)

    def _rename(self) -> None:
        if self.view is not None:
            view = self.view
            renamed = RenamedWritten(view.id, view.row_version, view.title, view.language, view.person_id)
            dialog = rename_dialog(self, self.context, cvs.rename, renamed)
            dialog.saved.connect(lambda _change: self.reload())
            dialog.open()

    def _import(self) -> None:
        files.ask_for_resume(self, self.words, self.take)

    def take(self, raw: bytes) -> None:
        """Show a JSON Resume file in the fields, to be looked over and saved; the version before it is kept."""

        def refused(error: UserError) -> None:
            self.show_notice(error.text(self.words), "bad")

        asking.compute(self, self.context, lambda: cvs.opened(raw), self._taken, refused)

    def _taken(self, reading: ReadResume) -> None:
        self._show(reading.resume)
        for field in self.drafted().values():
            field.changed.emit()
        said = [self.words("The file is shown here. Look it over and save it as a new version.")]
        said += [note.text(self.words) for note in reading.notes]
        self.show_notice(" ".join(said), "accent")

    def _export(self) -> None:
        exported: list[bytes] = []

        def work(uow: Writing) -> Change:
            exported.append(cvs.export(uow, self.written_id))
            return uow.change_of(self.written_id, self.words("The export has been noted."), undoable=False)

        asking.write(self, self.context, work, lambda _change: files.ask_and_export(self, self.words, exported[0], "cv.json"))
