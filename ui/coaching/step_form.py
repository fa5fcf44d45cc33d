"""The dialog that puts an agreed step right: its words, who does it, by when, and when it was done."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.base.changes import Change
from jobbpunkt.coaching import StepView, StepWords
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import Responsible
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName, again
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField, SegmentField


def step_dialog(parent: QWidget, context: Context, step: StepView) -> FormDialog:
    """Return the dialog that puts an agreed step right."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    text = form.add("text", LineField(words("Step")))
    who: SegmentField[Responsible] = form.add(
        "responsible", SegmentField(words("Who"), [(one, words(one.label)) for one in Responsible])
    )
    due = form.add("due_on", DateField(words, words("By when"), today=today))
    done = form.add("done_on", DateField(words, words("Done on"), today=today, hint=words("Empty: still to do.")), beside=True)
    form.set_values(text=step.words.text, responsible=step.words.responsible, due_on=step.words.due_on, done_on=step.done_on)

    def prepare() -> Work:
        new, done_on = StepWords(text.value(), who.value() or step.words.responsible, due.value()), done.value()
        return lambda uow: coaching.change_step(uow, step.id, step.version, new, done_on=done_on)

    draft = DraftName("step.change", step.id, person=step.person_id, page="people", place=step.person_id)
    return FormDialog(parent, context, words("Change the step"), form, prepare, draft=draft, width=520)


def change_step(parent: QWidget, context: Context, person: UUID, record: UUID) -> None:
    """Load a step as it now stands and open it to be put right."""

    def show(step: StepView) -> None:
        step_dialog(parent, context, step).open()

    asking.read(parent, context, lambda uow: again(coaching.steps_of_person(uow, person), record), show)


def drop_step(parent: QWidget, context: Context, person: UUID, record: UUID) -> None:
    """Take a step away; it can be undone."""

    def work(uow: Writing) -> Change:
        step = again(coaching.steps_of_person(uow, person), record)
        return coaching.drop_step(uow, step.id, step.version)

    asking.write(parent, context, work)
