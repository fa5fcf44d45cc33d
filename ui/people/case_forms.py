"""The dialogs around an enrolment: enrol, put right, change status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases, organisations
from jobbpunkt.base.words import Words
from jobbpunkt.cases import CaseFacts, CaseView, NewCase
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import CaseStatus, ClosureReason, Livelihood, Referrer
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LongTextField, SegmentField
from ui.widgets.many_field import ManyField

OPEN = tuple(status for status in CaseStatus if status is not CaseStatus.CLOSED)
Choices = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Whom one may choose as coach, and with whom one may work together."""

    coaches: Choices
    partners: Choices


def with_offer(parent: QWidget, context: Context, then: Callable[[Offer], FormDialog]) -> None:
    """Load what the forms offer, then open the one that `then` makes."""
    asking.read(parent, context, offered, lambda offer: then(offer).open())


def offered(uow: Reading) -> Offer:
    """Return what the forms of an enrolment offer."""
    partners = organisations.choices(uow) if uow.user.may(Permission.SEE_CAMPAIGNS) else ()
    return Offer(cases.coaches(uow), partners)


def enrol_dialog(parent: QWidget, context: Context, person: UUID, offer: Offer) -> FormDialog:
    """Return the dialog that enrols a person."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    status = form.add("status", SegmentField(words("Status"), [(choice, words(choice.label)) for choice in OPEN[:3]]))
    day = form.add("registered_on", DateField(words, words("Day"), today=today))
    referrer, coach, partner = _who(form, context, offer)
    before = form.add("before", livelihood_field(words, words("Livelihood before")))
    form.set_values(status=CaseStatus.ENROLLED, registered_on=today, referrer=Referrer.SELF, coach_id=context.user.id)

    def prepare() -> Work:
        new = NewCase(
            person,
            day.value() or today,
            referrer=referrer.value() or Referrer.SELF,
            status=status.value() or CaseStatus.ENROLLED,
            coach_id=coach.value(),
            cooperation_id=partner.value(),
            before=before.value(),
        )
        return lambda uow: cases.enrol(uow, new)

    draft = DraftName("case.enrol", person, person=person, page="people", place=person)
    return FormDialog(parent, context, words("Enrol"), form, prepare, draft=draft, save=words("Enrol"), width=520)


def correct_dialog(parent: QWidget, context: Context, case: CaseView, offer: Offer) -> FormDialog:
    """Return the dialog that puts right what is written down about an enrolment."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    form.add("registered_on", DateField(words, words("Registered"), today=today))
    form.add("enrolled_on", DateField(words, words("Enrolled"), today=today), beside=True)
    _who(form, context, offer, case)
    form.add("before", livelihood_field(words, words("Livelihood before")))
    form.set_values(
        registered_on=case.registered_on,
        enrolled_on=case.enrolled_on,
        referrer=case.referrer,
        coach_id=case.coach_id,
        cooperation_id=case.cooperation_id,
        before=case.before,
    )
    if case.status is CaseStatus.PAUSED:
        form.add("paused_until", DateField(words, words("Paused until"), today=today)).set_value(case.paused_until)
    if case.status is CaseStatus.CLOSED:
        _add_end(form, context, case)

    def prepare() -> Work:
        typed = form.values()
        facts = CaseFacts(**{**typed, "registered_on": typed["registered_on"] or case.registered_on})
        return lambda uow: cases.correct(uow, case.id, case.version, facts)

    title, draft = words("Put the enrolment right"), draft_of("correct", case)
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=560)


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

    title, draft = words("Change status"), draft_of("status", case)
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=440)


def draft_of(kind: str, case: CaseView) -> DraftName:
    """Return the name under which what one types about an enrolment is kept."""
    return DraftName(f"case.{kind}", case.id, person=case.person_id, page="people", place=case.person_id)


def _who(
    form: Form, context: Context, offer: Offer, case: CaseView | None = None
) -> tuple[ChoiceField[Referrer], ChoiceField[UUID], ChoiceField[UUID]]:
    """Add who led here, who coaches and with whom one works together; what stands already is always offered."""
    words = context.words
    coaches, partners = offer.coaches, offer.partners
    if case is not None:
        coaches, partners = _with(coaches, case.coach_id, case.coach), _with(partners, case.cooperation_id, case.cooperation)
    referrer = form.add("referrer", ChoiceField(words("Led here by"), choices_of(Referrer, words)))
    coach = form.add("coach_id", ChoiceField(words("Coach"), coaches, none=words("No coach yet")))
    hint = words("An organisation that shares the work around this person, such as the Church of Sweden.")
    partner = ChoiceField(words("In co-operation with"), partners, none=words("Nobody"), hint=hint)
    return referrer, coach, form.add("cooperation_id", partner)


def livelihood_field(words: Words, label: str) -> ManyField[Livelihood]:
    """Return a field for what a person lives on, which may be several things."""
    return ManyField(words, label, choices_of(Livelihood, words), add=words("Add a livelihood"))


def _with(choices: Choices, key: UUID | None, name: str) -> Choices:
    return choices if key is None or any(key == other for other, _ in choices) else (*choices, (key, name))


def _add_end(form: Form, context: Context, case: CaseView) -> None:
    words = context.words
    closed = form.add("closed_on", DateField(words, words("Last day"), today=context.clock.today()))
    reason = form.add("closure_reason", ChoiceField(words("Reason"), choices_of(ClosureReason, words)), beside=True)
    note = form.add("closure_note", LongTextField(words("Comment"), lines=3))
    form.add("after", livelihood_field(words, words("Livelihood after"))).set_value(case.after)
    closed.set_value(case.closed_on)
    reason.set_value(case.closure_reason)
    note.set_value(case.closure_note)
