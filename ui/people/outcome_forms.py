"""The dialogs around what an enrolment led to: note it, put it right, ask whether it holds."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from jobbpunkt.cases import CaseView, FollowUpView, NewOutcome, OutcomeView
from models.vocabulary import WORK_KINDS, Answer, EmploymentForm, OutcomeKind
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.people.case_forms import draft_of
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField


def outcome_dialog(parent: QWidget, context: Context, case: CaseView, outcome: OutcomeView | None = None) -> FormDialog:
    """Return the dialog that notes what a case led to, or puts right what was noted."""
    words, today = context.words, context.clock.today()
    form = _outcome_form(context)
    form.set_values(starts_on=today)
    if outcome is not None:
        form.set_values(**{name: getattr(outcome, name) for name in OUTCOME_FIELDS})
    _ask_what_fits(form)

    def prepare() -> Work:
        typed = form.values()
        percent = typed.pop("extent_percent")
        new = NewOutcome(
            case.id,
            typed.pop("kind") or OutcomeKind.WORK,
            starts_on=typed.pop("starts_on") or today,
            form=typed.pop("form") or EmploymentForm.NOT_STATED,
            extent_percent=None if percent is None else int(percent),
            lasted_month=typed.pop("lasted_month") or Answer.NOT_STATED,
            student_finance=typed.pop("student_finance") or Answer.NOT_STATED,
            **typed,
        )
        if outcome is None:
            return lambda uow: cases.add_outcome(uow, new)
        return lambda uow: cases.change_outcome(uow, outcome.id, outcome.version, new)

    if outcome is None:
        title, draft = words("Note an outcome"), draft_of("outcome", case)
        return FormDialog(parent, context, title, form, prepare, draft=draft, width=560)

    title = words("Change the outcome")
    draft = DraftName("case.outcome.change", outcome.id, person=case.person_id, page="people", place=case.person_id)
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=560)


OUTCOME_FIELDS = (
    *("kind", "place", "form", "extent_percent", "starts_on", "ends_on"),
    *("lasted_month", "student_finance", "note"),
)


def _outcome_form(context: Context) -> Form:
    words, today = context.words, context.clock.today()
    form = Form(words)
    form.add("kind", ChoiceField(words("Kind"), choices_of(OutcomeKind, words)))
    form.add("place", LineField(words("Employer or school")))
    form.add("form", ChoiceField(words("Form of employment"), choices_of(EmploymentForm, words)))
    form.add("extent_percent", NumberField(words("Extent, per cent"), highest=100), beside=True)
    form.add("starts_on", DateField(words, words("From"), today=today))
    form.add("ends_on", DateField(words, words("Until, if known"), today=today), beside=True)
    answers = choices_of(Answer, words)
    hint = words("Without an answer, the last day or a follow-up tells it.")
    form.add("lasted_month", ChoiceField(words("Did it last at least a month without a break?"), answers, hint=hint))
    form.add("student_finance", ChoiceField(words("Do the studies entitle to student finance?"), answers))
    form.add("note", LongTextField(words("Comment"), lines=3))
    form.changed.connect(lambda: _ask_what_fits(form))
    return form


def _ask_what_fits(form: Form) -> None:
    """Ask of work whether it lasted, and of studies what they entitle to; of neither what it is not."""
    kind = form["kind"].value()
    form["lasted_month"].setVisible(kind in WORK_KINDS)
    form["student_finance"].setVisible(kind is OutcomeKind.STUDIES)


def follow_up_dialog(parent: QWidget, context: Context, follow_up: FollowUpView, person: UUID) -> FormDialog:
    """Return the dialog that answers whether an outcome still holds, or puts its day or the answer right."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    due = form.add("due_on", DateField(words, words("Ask on"), today=today))
    answers = [(True, words("Yes")), (False, words("No")), (None, words("Not asked yet"))]
    holds = form.add("holds", ChoiceField(words("Does it still hold?"), answers))
    on = form.add("asked_on", DateField(words, words("Asked on"), today=today), beside=True)
    asked = follow_up.holds is not None or follow_up.due_on > today
    form.set_values(due_on=follow_up.due_on, holds=follow_up.holds if asked else True, asked_on=follow_up.asked_on or today)

    def prepare() -> Work:
        due_on, answer, day = due.value() or follow_up.due_on, holds.value(), on.value()
        return lambda uow: cases.correct_follow_up(
            uow, follow_up.id, follow_up.version, due_on=due_on, holds=answer, asked_on=day
        )

    draft = DraftName("case.follow_up", follow_up.id, person=person, page="people", place=person)
    return FormDialog(parent, context, words(follow_up.kind.label), form, prepare, draft=draft, width=460)
