"""Handing cases over to another coach."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from ui import asking
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form


class HandOverDialog(FormDialog):
    """Chooses the coach who takes over."""

    @classmethod
    def ask(cls, parent: QWidget, context: Context, case_ids: list[UUID]) -> None:
        """Load the coaches, then open the dialog for these cases."""
        asking.read(parent, context, cases.coaches, lambda coaches: cls(parent, context, case_ids, coaches).open())

    def __init__(self, parent: QWidget, context: Context, case_ids: list[UUID], coaches: tuple[tuple[UUID, str], ...]) -> None:
        words = context.words
        form = Form(words)
        coach = form.add("coach_id", ChoiceField(words("New coach"), coaches))
        explanation = words.plural("{n} person is handed over.", "{n} people are handed over.", len(case_ids))

        def prepare() -> Work:
            chosen = coach.value()
            return lambda uow: cases.assign(uow, case_ids, chosen)

        title, draft = words("Hand over"), NotKept("one choice about the people chosen in the list, and nothing is typed")
        super().__init__(parent, context, title, form, prepare, draft=draft, explanation=explanation, save=title, width=420)
