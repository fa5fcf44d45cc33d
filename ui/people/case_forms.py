"""The dialogs around an enrolment: enrol, change status, close, note an outcome, answer a follow-up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases
from jobbpunkt.cases import CaseView, FollowUpView, NewCase, NewOutcome
from models.vocabulary import CaseStatus, ClosureReason, EmploymentForm, OutcomeKind, Referrer
from ui.context import Context
from ui.drafts.naming import DraftName, again
from ui.people.person_form import choices_of
from ui.widgets.dialog import Anew, FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField, SegmentField

CaseDialog = Callable[[QWidget, Context, CaseView], FormDialog]
OPEN = tuple(status for status in CaseStatus if status is not CaseStatus.CLOSED)


def enrol_dialog(parent: QWidget, context: Context, person: UUID, coaches: tuple[tuple[UUID, str], ...]) -> FormDialog:
    """Return the dialog that enrols a person."""
    words = context.words
    form = Form(words)
    status = form.add("status", SegmentField(words("Status"), [(choice, words(choice.label)) for choice in OPEN[:3]]))
    day = form.add("registered_on", DateField(words, words("Day"), today=context.clock.today()))
    referrer = form.add("referrer", ChoiceField(words("Led here by"), choices_of(Referrer, words)))
    coach = form.add("coach_id", ChoiceField(words("Coach"), coaches, none=words("No coach yet")))
    form.set_values(
        status=CaseStatus.ENROLLED, registered_on=context.clock.today(), referrer=Referrer.SELF, coach_id=context.user.id
    )

    def prepare() -> Work:
        new = NewCase(
            person,
            day.value() or context.clock.today(),
            referrer=referrer.value() or Referrer.SELF,
            status=status.value() or CaseStatus.ENROLLED,
            coach_id=coach.value(),
        )
        return lambda uow: cases.enrol(uow, new)

    draft = DraftName("case.enrol", person, person=person, page="people", place=person)
    return FormDialog(parent, context, words("Enrol"), form, prepare, draft=draft, save=words("Enrol"), width=520)


def status_dialog(parent: QWidget, context: Context, case: CaseView) -> FormDialog:
    """Return the dialog that moves a case to another open status."""
    words = context.words
    form = Form(words)
    status = form.add("status", ChoiceField(words("Status"), [(choice, words(choice.label)) for choice in OPEN]))
    hint = words("Only for a pause.")
    until = form.add("paused_until", DateField(words, words("Paused until"), today=context.clock.today(), hint=hint))
    form.set_values(status=case.status, paused_until=case.paused_until)

    def prepare() -> Work:
        chosen, day = status.value() or case.status, until.value()
        return lambda uow: cases.set_status(uow, case.id, case.version, chosen, paused_until=day)

    return FormDialog(
        parent,
        context,
        words("Change status"),
        form,
        prepare,
        draft=_draft("status", case),
        anew=_anew(status_dialog, parent, context, case),
        width=440,
    )


def close_dialog(parent: QWidget, context: Context, case: CaseView) -> FormDialog:
    """Return the dialog that closes a case with a reason."""
    words = context.words
    form = Form(words)
    on = form.add("closed_on", DateField(words, words("Day"), today=context.clock.today()))
    reason = form.add("closure_reason", ChoiceField(words("Reason"), choices_of(ClosureReason, words)))
    note = form.add("closure_note", LongTextField(words("Comment"), lines=3))
    form.set_values(closed_on=context.clock.today())

    def prepare() -> Work:
        day, why, typed = on.value() or context.clock.today(), reason.value() or ClosureReason.WORK, note.value()
        return lambda uow: cases.close(uow, case.id, case.version, on=day, reason=why, note=typed)

    title, anew = words("Close the enrolment"), _anew(close_dialog, parent, context, case)
    return FormDialog(parent, context, title, form, prepare, draft=_draft("close", case), anew=anew, save=title, width=480)


def outcome_dialog(parent: QWidget, context: Context, case: CaseView) -> FormDialog:
    """Return the dialog that notes what a case led to."""
    words = context.words
    form = Form(words)
    kind = form.add("kind", ChoiceField(words("Kind"), choices_of(OutcomeKind, words)))
    place = form.add("place", LineField(words("Employer or school")))
    work = form.add("form", ChoiceField(words("Form of employment"), choices_of(EmploymentForm, words)))
    extent = form.add("extent_percent", NumberField(words("Extent, per cent"), highest=100), beside=True)
    first = form.add("starts_on", DateField(words, words("From"), today=context.clock.today()))
    last = form.add("ends_on", DateField(words, words("Until, if known"), today=context.clock.today()), beside=True)
    note = form.add("note", LongTextField(words("Comment"), lines=3))
    form.set_values(starts_on=context.clock.today())

    def prepare() -> Work:
        percent = extent.value()
        new = NewOutcome(
            case.id,
            kind.value() or OutcomeKind.WORK,
            place.value(),
            first.value() or context.clock.today(),
            form=work.value() or EmploymentForm.NOT_STATED,
            extent_percent=int(percent) if isinstance(percent, Decimal) else None,
            ends_on=last.value(),
            note=note.value(),
        )
        return lambda uow: cases.add_outcome(uow, new)

    return FormDialog(parent, context, words("Note an outcome"), form, prepare, draft=_draft("outcome", case), width=560)


def follow_up_dialog(parent: QWidget, context: Context, follow_up: FollowUpView) -> FormDialog:
    """Return the dialog that answers whether an outcome still holds."""
    words = context.words
    form = Form(words)
    holds = form.add("holds", SegmentField(words("Does it still hold?"), [(True, words("Yes")), (False, words("No"))]))
    on = form.add("asked_on", DateField(words, words("Asked on"), today=context.clock.today()))
    form.set_values(holds=True, asked_on=context.clock.today())

    def prepare() -> Work:
        answer, day = bool(holds.value()), on.value() or context.clock.today()
        return lambda uow: cases.answer_follow_up(uow, follow_up.id, follow_up.version, holds=answer, on=day)

    draft = DraftName("case.follow_up", follow_up.id, page="people")
    return FormDialog(parent, context, words(follow_up.kind.label), form, prepare, draft=draft, width=420)


def _draft(kind: str, case: CaseView) -> DraftName:
    return DraftName(f"case.{kind}", case.id, person=case.person_id, page="people", place=case.person_id)


def _anew(make: CaseDialog, parent: QWidget, context: Context, case: CaseView) -> Anew:
    return lambda uow: partial(make, parent, context, again(cases.of_person(uow, case.person_id), case.id))
