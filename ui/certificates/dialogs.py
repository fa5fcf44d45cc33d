"""The certificate of work training: what goes in is gone through with the participant, and what they accepted is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import certificates
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.certificates import NewCertificate, Proposed
from jobbpunkt.documents.certificate_data import CertificateDocument
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import WrittenRow
from ui import asking
from ui.certificates.lines import Lines
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.buttons import primary
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form
from ui.widgets.note_print import Note
from ui.widgets.page import scrolling
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class AcceptDialog(PaperDialog):
    """A switch for each line beside the paper that it would give, and the button that says that the participant accepts it."""

    def __init__(self, parent: QWidget, context: Context, person: UUID, programme: UUID) -> None:
        words = context.words
        self.person, self.programme, self._over = person, programme, parent
        self.lines = Lines(words)
        self.agree = primary(words("The participant accepts this"), self._agree)
        explanation = words("Go through the lines together. Only what the participant accepts goes in, and only facts.")
        super().__init__(
            parent,
            context,
            words("Certificate of work training"),
            explanation=explanation,
            deed=self.agree,
            side=scrolling(self.lines),
        )
        # What nobody has accepted is not printed.
        for button in (self.pdf.print_button, self.pdf.save_button):
            button.hide()
        self.shown.connect(self.pdf.word_button.hide)
        self.lines.changed.connect(self.load)
        asking.read(self, context, lambda uow: certificates.proposed(uow, person, programme), self._propose, self._refuse)

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for the paper that the chosen lines would give."""
        new = self._new()

        def show(data: CertificateDocument) -> None:
            from jobbpunkt.documents.certificate import render_certificate

            ready(Drawing(data, render_certificate, self.setting(Setting())))

        asking.look(self, self.context, lambda uow: certificates.preview(uow, new, words), show, self._refuse)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("certificate-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what would note a print; there is none before it was accepted."""
        return lambda _uow: None

    def _new(self) -> NewCertificate:
        return NewCertificate(self.person, self.programme, self.lines.chosen(), accepted_on=self.context.clock.today())

    def _propose(self, found: Proposed) -> None:
        self.lines.show_proposed(found)
        self.load()

    def _agree(self) -> None:
        new = self._new()
        asking.write(self, self.context, lambda uow: certificates.accept(uow, new), self._accepted, self._refuse)

    def _accepted(self, change: Change) -> None:
        self.accept()
        CertificatePaper(self._over, self.context, change.record).open()

    def _refuse(self, error: UserError) -> None:
        self.show_notice(error.text(self.words), "bad")


class CertificatePaper(PaperDialog):
    """What a participant accepted, to be printed and signed."""

    def __init__(self, parent: QWidget, context: Context, certificate: UUID) -> None:
        self.certificate = certificate
        explanation = context.words("Print it and sign it. The participant keeps the original.")
        super().__init__(parent, context, context.words("Certificate of work training"), explanation=explanation)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what was accepted."""
        certificate = self.certificate

        def show(data: CertificateDocument) -> None:
            from jobbpunkt.documents.certificate import render_certificate

            ready(Drawing(data, render_certificate, self.setting(Setting())))

        asking.look(self, self.context, lambda uow: certificates.document(uow, certificate, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("certificate-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the certificate was printed."""
        certificate = self.certificate

        def note(uow: Writing) -> None:
            certificates.note_printed(uow, certificate)

        return note


def into_cv_dialog(parent: QWidget, context: Context, certificate: UUID, held: tuple[WrittenRow, ...]) -> FormDialog:
    """Return the dialog that puts accepted work into one of the person's CVs, as a new version."""
    words = context.words
    form = Form(words)
    hint = words("It becomes the first post of a new version, in the language of the CV. Earlier versions stay.")
    chosen = form.add("cv", ChoiceField[UUID](words("CV"), [(row.id, row.title) for row in held], hint=hint))
    form.set_values(cv=held[0].id)

    def prepare() -> Work:
        cv = chosen.value() or held[0].id
        return lambda uow: certificates.into_cv(uow, certificate, cv, words)

    draft = NotKept("one choice, and nothing is typed")
    return FormDialog(parent, context, words("Put it into a CV"), form, prepare, draft=draft, save=words("Put in"), width=440)


def open_into_cv(parent: QWidget, context: Context, person: UUID, certificate: UUID) -> None:
    """Read which CVs the person has, and ask into which one."""

    def show(held: tuple[WrittenRow, ...]) -> None:
        if held:
            into_cv_dialog(parent, context, certificate, held).open()
        else:
            asking.write(parent, context, lambda uow: certificates.begin_cv(uow, certificate, context.words))

    asking.read(parent, context, lambda uow: cvs.of_person(uow, person), show)
