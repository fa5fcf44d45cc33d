"""The dialogs of an application: add, change, and note a stage with its day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import applications
from jobbpunkt.applications import ApplicationData, ApplicationDetails, ApplicationRow, Choice, Choices, StepRow
from jobbpunkt.applications.fields import FIELDS
from jobbpunkt.base.words import Words
from models.vocabulary import ApplicationStage
from ui.applications.stages import STAGES
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LongTextField


def add_dialog(parent: QWidget, context: Context, person: UUID, offered: Choices) -> FormDialog:
    """Return the dialog that adds an application of a person."""
    words = context.words
    stage = ChoiceField(words("Stage"), [(one, words(one.label)) for one in STAGES])
    form = _form(context, offered, stage)
    running = [one.id for one in offered.campaigns if one.runs]
    form.set_values(stage=ApplicationStage.SENT, applied_on=context.clock.today())
    if len(running) == 1:
        form.set_values(campaign_id=running[0])

    def prepare() -> Work:
        chosen = stage.value() or ApplicationStage.SENT
        data = ApplicationData(**declared.read(form, FIELDS))
        return lambda uow: applications.create(uow, person, data, chosen)

    stage.set_hint(words("A planned application gets its day when it is sent."))
    draft = DraftName("application.new", person, person=person, page="people", place=person)
    return FormDialog(parent, context, words("New application"), form, prepare, draft=draft, width=620)


def change_dialog(parent: QWidget, context: Context, details: ApplicationDetails, offered: Choices) -> FormDialog:
    """Return the dialog that changes an application."""
    form = _form(context, offered)
    declared.show(form, FIELDS, details.data)

    def prepare() -> Work:
        data = ApplicationData(**declared.read(form, FIELDS))
        return lambda uow: applications.change(uow, details.id, details.version, data)

    title = context.words("Change the application")
    draft = DraftName("application", details.id, person=details.person_id, page="applications", place=details.id)
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=620)


def stage_dialog(parent: QWidget, context: Context, row: ApplicationRow, stage: ApplicationStage) -> FormDialog:
    """Return the dialog that notes a stage with a day and a comment."""
    words = context.words
    form = _stage_form(context, stage, context.clock.today())

    def prepare() -> Work:
        reached, on, said = form["stage"].value() or stage, form["reached_on"].value(), form["note"].value()
        return lambda uow: applications.reach(uow, row.id, row.version, reached, on, said)

    explanation = f"{row.position}, {row.employer}"
    draft = DraftName("application.stage", row.id, person=row.person_id, page="applications", place=row.id)
    title, given = words("Note a stage"), ("stage",)
    return FormDialog(parent, context, title, form, prepare, draft=draft, given=given, explanation=explanation, width=460)


def step_dialog(parent: QWidget, context: Context, row: ApplicationRow, step: StepRow) -> FormDialog:
    """Return the dialog that puts right which stage was reached, and when."""
    form = _stage_form(context, step.stage, step.reached_on, step.note)

    def prepare() -> Work:
        reached, on, said = form["stage"].value() or step.stage, form["reached_on"].value(), form["note"].value()
        return lambda uow: applications.change_step(uow, step.id, step.version, reached, on, said)

    explanation, title = f"{row.position}, {row.employer}", context.words("Change the stage")
    draft = DraftName("application.step", step.id, person=row.person_id, page="applications", place=row.id)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation, width=460)


def _stage_form(context: Context, stage: ApplicationStage, on: date, note: str = "") -> Form:
    words = context.words
    form = Form(words)
    form.add("stage", ChoiceField(words("Stage"), [(one, words(one.label)) for one in STAGES]))
    form.add("reached_on", DateField(words, words("Day"), today=context.clock.today()))
    form.add("note", LongTextField(words("Comment"), lines=3, snug=True))
    form.set_values(stage=stage, reached_on=on, note=note)
    return form


def _form(context: Context, offered: Choices, stage: ChoiceField[ApplicationStage] | None = None) -> Form:
    words = context.words
    offers = {
        "cv_version_id": _versions(words, offered.cvs),
        "letter_version_id": _versions(words, offered.letters),
        "campaign_id": [(one.id, one.title) for one in offered.campaigns],
    }
    form = Form(words)
    for field in FIELDS:
        declared.add(form, field, context, offers.get(field.name, ()))
        if field.name == "employer" and stage is not None:
            form.add("stage", stage)
    return form


def _versions(words: Words, choices: tuple[Choice, ...]) -> list[tuple[UUID, str]]:
    return [(one.id, words("{title}, version {number}", title=one.title, number=one.number)) for one in choices]
