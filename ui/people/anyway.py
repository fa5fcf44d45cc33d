"""Opening somebody whom one has no task with: whose participant it is, why one opens them anyway, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.people import opening
from jobbpunkt.register import gate
from ui import asking
from ui.drafts.naming import NotKept
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField

if TYPE_CHECKING:
    from jobbpunkt.people.opening import Standing
    from ui.context import Context


class AnywayDialog(FormDialog):
    """Asks why; once the reason stands in the history the person is open until one signs out."""

    def __init__(self, parent: QWidget, context: Context, person: UUID, standing: Standing) -> None:
        words = context.words
        self.person = person
        form = Form(words)
        hint = words("A few words. Your name, the time and the reason are seen by those who ask who has looked.")
        why = form.add("why", LineField(words("Why do you open this person?"), hint=hint))

        def prepare() -> Work:
            typed = why.value()
            return lambda uow: gate.open_anyway(uow, person, typed)

        coach = standing.coach
        whose = words("A participant of {coach}.", coach=coach) if coach else words("You have no task with this person.")
        draft = NotKept("a reason is a few words of the moment, and belongs to the history alone")
        title, save = standing.name.shown(words), words("Open anyway")
        super().__init__(parent, context, title, form, prepare, draft=draft, explanation=whose, save=save, width=480)
        self.saved.connect(lambda _change: context.let_in.emit(person))


def ask_why(parent: QWidget, context: Context, person: UUID, left: Callable[[], None] | None = None) -> None:
    """Ask why somebody is opened, once however many reads were refused; `left` is called when one would rather not."""

    def show(standing: Standing) -> None:
        if any(one.person == person for one in parent.window().findChildren(AnywayDialog)):
            return
        dialog = AnywayDialog(parent, context, person, standing)
        if left is not None:
            dialog.rejected.connect(left)
        dialog.open()

    asking.read(parent, context, lambda uow: opening.standing(uow, person), show)
