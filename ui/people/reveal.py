"""Opening a protected person's details: a reason first, written down before anything is shown."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonDetails
from jobbpunkt.register.unit_of_work import Writing
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField


class RevealDialog(FormDialog):
    """Asks why; `revealed` is emitted with the whole PersonDetails once the reason stands in the history."""

    revealed = Signal(object)

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        words = context.words
        form = Form(words)
        reason = form.add("reason", LineField(words("Why do you need the details?")))
        found: list[PersonDetails] = []

        def prepare() -> Work:
            why = reason.value()

            def work(uow: Writing) -> Change:
                found.append(details.reveal(uow, person, why))
                return uow.change_of(person, words("It has been noted that you opened the details."), undoable=False)

            return work

        explanation = words("Your name, the time and the reason are written in the history.")
        title = words("Show protected details")
        draft = DraftName("person.reveal", person, person=person, page="people", place=person)
        super().__init__(
            parent, context, title, form, prepare, draft=draft, explanation=explanation, save=words("Show"), width=460
        )
        self.saved.connect(lambda _change: self.revealed.emit(found[-1]))
