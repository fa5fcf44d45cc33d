"""The dialog that notes a resident's employment, or puts it right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import assignments
from jobbpunkt.assignments import AssignmentRow, NewAssignment
from jobbpunkt.assignments.fields import FIELDS
from ui.context import Context
from ui.programmes.form_parts import named, show
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work


def assignment_dialog(parent: QWidget, context: Context, assignment: AssignmentRow | None = None) -> FormDialog:
    """Return the dialog that notes that a resident was employed, or puts that right."""
    words = context.words
    form = declared.form_of(context, FIELDS)
    form.set_values(starts_on=context.clock.today())

    def prepare() -> Work:
        values = declared.read(form, FIELDS)
        values["starts_on"] = values["starts_on"] or context.clock.today()
        new = NewAssignment(**values)
        if assignment is None:
            return lambda uow: assignments.employ(uow, new)
        return lambda uow: assignments.change(uow, assignment.id, assignment.version, new)

    if assignment is None:
        return FormDialog(parent, context, words("New assignment"), form, prepare, draft=named("assignment"), width=480)
    show(form, assignment.data)
    draft = named("assignment", assignment.id)
    return FormDialog(parent, context, words("Change the assignment"), form, prepare, draft=draft, width=480)
