"""The dialogs that ask a round of questions, and that change the questions."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import progress
from jobbpunkt.progress import ProgressView, QuestionView, QuestionWords, RoundView
from models.vocabulary import ProgressScale, Rater
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField, SegmentField

NAME = "question-{key}"


def answer_dialog(parent: QWidget, context: Context, person: UUID, view: ProgressView, asked: RoundView) -> FormDialog:
    """Return the dialog with a row of numbers for each question that one of the two is asked."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    form.add("answered_on", DateField(words, words("Answered on"), today=today))
    fields: dict[UUID, SegmentField[int]] = {}
    for question in view.questions:
        said = question.asked(asked.by)
        if said and (question.retired_on is None or question.id in asked.values):
            least, most = question.words.scale.ends
            label = words("{question} ({scale})", question=said, scale=words(question.words.scale.label))
            field: SegmentField[int] = SegmentField(label, [(value, str(value)) for value in range(least, most + 1)])
            fields[question.id] = form.add(NAME.format(key=question.id), field)
    values = {NAME.format(key=key): value for key, value in asked.values.items() if key in fields}
    form.set_values(answered_on=asked.answered_on or today, **values)

    def prepare() -> Work:
        given = {key: value for key, field in fields.items() if (value := field.value()) is not None}
        on = form["answered_on"].value() or today
        return lambda uow: progress.answer(uow, asked.id, asked.version, given, on=on)

    title = words("Ask the coach") if asked.by is Rater.COACH else words("Ask the participant")
    said = words("What the coach answers is never printed on the participant's paper.") if asked.by is Rater.COACH else ""
    draft = DraftName("progress.answer", asked.id, person=person, page="people", place=person)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=said, width=640)


def question_dialog(parent: QWidget, context: Context, question: QuestionView | None = None) -> FormDialog:
    """Return the dialog for a new question, or for putting one in other words."""
    words = context.words
    form = Form(words)
    form.add("area", LineField(words("What it is about")))
    form.add("asks_participant", LineField(words("How the participant is asked")))
    form.add("asks_coach", LineField(words("How the coach is asked")))
    form.add("scale", SegmentField(words("Scale"), [(one, words(one.label)) for one in ProgressScale]))
    said = question.words if question else QuestionWords("")
    form.set_values(area=said.area, asks_participant=said.asks_participant, asks_coach=said.asks_coach, scale=said.scale)

    def prepare() -> Work:
        values = {name: form[name].value() for name in ("area", "asks_participant", "asks_coach")}
        new = QuestionWords(**values, scale=form["scale"].value() or said.scale)
        if question is None:
            return lambda uow: progress.add_question(uow, new)
        return lambda uow: progress.change_question(uow, question.id, question.version, new)

    title = words("New question") if question is None else words("Change the question")
    form_of = "progress.question.new" if question is None else "progress.question"
    draft = DraftName(form_of, question.id if question else None, page="people")
    hint = words("What is about health belongs in the plan for better health.")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=hint, width=560)
