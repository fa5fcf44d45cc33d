"""The letter editor: what the letter says to the left, the paper itself to the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.letter import LetterDocument, render_letter
from jobbpunkt.written import letters
from jobbpunkt.written.letters import LetterContent, LetterView, letter_document
from ui.cvs.rename import RenamedWritten, rename_dialog
from ui.cvs.written_editor import Work, WrittenEditor
from ui.drafts.naming import DraftName
from ui.widgets.field import Field
from ui.widgets.forms import Form, LineField, LongTextField
from ui.widgets.note_print import Note
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class LetterEditor(WrittenEditor[LetterView]):
    """Edits a personal letter; an empty line begins a new paragraph."""

    def fetch(self, uow: Writing) -> LetterView:
        """Return the version to be edited."""
        return letters.get(uow, self.written_id, self.number)

    def fill(self, view: LetterView) -> None:
        """Show a version in the fields."""
        content = view.content
        lines = {name: getattr(content, name) for name in ("subject", "greeting", "ending", "name", "contact", "place")}
        self.form.set_values(recipient=content.recipient, body="\n\n".join(content.body), **lines)

    def writing(self, view: LetterView, based_on: int) -> Work | None:
        """Return the work that saves the letter."""
        self.form.clear_errors()
        content = self.content()
        return lambda uow: letters.save(uow, view.id, based_on, content)

    def noting(self) -> Note:
        """Return what notes a printout."""
        written = self.written_id

        def note(uow: Writing) -> None:
            letters.note_printed(uow, written)

        return note

    def drawing(self) -> tuple[Drawing[LetterDocument], str]:
        """Return the work that draws the letter as it is typed now, dated today."""
        document = letter_document(self.content(), self.context.clock.today())
        return Drawing(document, render_letter, self.setting()), "brev.pdf"

    def fields(self) -> QWidget:
        """Return the form, in the order of the paper."""
        words = self.words
        self.form = Form(words)
        self.form.add("name", LineField(words("Name")))
        self.form.add("contact", LineField(words("How I am reached"), hint=words("Telephone, e-mail; a comma between.")))
        self.form.add("recipient", LongTextField(words("Recipient"), lines=3, snug=True))
        self.form.add("place", LineField(words("Place")), beside=True)
        self.form.add("subject", LineField(words("Subject")))
        self.form.add("greeting", LineField(words("Greeting"), placeholder=words("Hello!")))
        self.form.add(
            "body", LongTextField(words("The letter"), lines=12, snug=True, hint=words("An empty line begins a new paragraph."))
        )
        self.form.add("ending", LineField(words("Ending"), placeholder=words("Yours sincerely")))
        self.form.changed.connect(self.typed)
        self.form.setContentsMargins(2, 2, 8, 8)
        return scrolling(self.form)

    def drafted(self) -> Mapping[str, Field[Any]]:
        """Return the fields of the letter."""
        return self.form.fields

    def draft_name(self, view: LetterView) -> DraftName:
        """Return where the draft of this letter is found again."""
        person = view.person_id
        title = self.words("Personal letter")
        return DraftName("letter", self.draft_record(view), person, page="people", place=person, title=title)

    def menu_of(self, menu: QMenu) -> None:
        """Offer another title."""
        menu.addAction(self.words("Title and language …"), self._rename)

    def content(self) -> LetterContent:
        """Return what is typed now."""
        typed = self.form.values()
        body = tuple(part.strip() for part in typed.pop("body").split("\n\n") if part.strip())
        return LetterContent(body=body, **typed)

    def show_refusal(self, error: UserError) -> bool:
        """Show a refusal at its field."""
        return isinstance(error, InvalidInput) and self.form.show_error(error)

    def _rename(self) -> None:
        if self.view is not None:
            view = self.view
            renamed = RenamedWritten(view.id, view.row_version, view.title, view.language, view.person_id)
            dialog = rename_dialog(self, self.context, letters.rename, renamed)
            dialog.saved.connect(lambda _change: self.reload())
            dialog.open()
