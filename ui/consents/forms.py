"""The dialogs around a consent: recording it, putting it right, withdrawing it, and the office's text."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import consents
from jobbpunkt.base.words import Words
from jobbpunkt.consents import ConsentView, GivenConsent, TextView, Withdrawal
from models.vocabulary import ConsentForm, ConsentPurpose
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField, LongTextField, SegmentField
from ui.widgets.growing import growing

HEALTH = ConsentPurpose.HEALTH_PLAN


def consent_dialog(parent: QWidget, context: Context, person: UUID, consent: ConsentView | None = None) -> FormDialog:
    """Return the dialog that records a consent, or puts one right that stands."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    given_on = form.add("given_on", DateField(words, words("Given on"), today=today))
    how, witness = _way(form, words)
    said = consent.given if consent is not None else GivenConsent(today)
    form.set_values(given_on=said.given_on, how=said.how, witness=said.witness)

    def prepare() -> Work:
        given = GivenConsent(given_on.value() or today, how.value() or ConsentForm.PAPER, witness.value())
        if consent is None:
            return lambda uow: consents.give(uow, person, HEALTH, given, words)
        return lambda uow: consents.correct(uow, consent.id, consent.version, given)

    if consent is None:
        explanation = words("Read the text together first. It can be printed, in the participant's language.")
        draft = DraftName("consent.new", person, person=person, page="people", place=person)
        return FormDialog(
            parent, context, words("Record the consent"), form, prepare, draft=draft, explanation=explanation, width=520
        )
    draft = DraftName("consent.correct", consent.id, person=person, page="people", place=person)
    return FormDialog(parent, context, words("Put the consent right"), form, prepare, draft=draft, width=520)


def withdrawal_dialog(parent: QWidget, context: Context, person: UUID, consent: ConsentView) -> FormDialog:
    """Return the dialog that withdraws a consent, and says first what follows."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    withdrawn_on = form.add("withdrawn_on", DateField(words, words("Taken back on"), today=today))
    how, witness = _way(form, words)
    form.set_values(withdrawn_on=today, how=ConsentForm.PAPER)

    def prepare() -> Work:
        taken = Withdrawal(withdrawn_on.value() or today, how.value() or ConsentForm.PAPER, witness.value())
        return lambda uow: consents.withdraw(uow, consent.id, consent.version, taken)

    explanation = words("The plan for better health is completed and shut until there is a new consent.")
    draft = DraftName("consent.withdraw", consent.id, person=person, page="people", place=person)
    return FormDialog(
        parent,
        context,
        words("Withdraw the consent"),
        form,
        prepare,
        draft=draft,
        explanation=explanation,
        save=words("Withdraw"),
        width=640,
    )


def text_dialog(parent: QWidget, context: Context, person: UUID, text: TextView) -> FormDialog:
    """Return the dialog in which the office writes its own text, a thought a line; what is saved is a new version."""
    words = context.words
    form = Form(words)
    hint = words("One thought a line. The last line is what one signs.")
    field = form.add("text", growing(LongTextField(words("Text"), lines=9, hint=hint)))
    form.set_values(text="\n".join(text.paragraphs))

    def prepare() -> Work:
        typed = field.value()
        return lambda uow: consents.change_text(uow, HEALTH, number=text.number, text=typed, words=words)

    title = words("Text of the consent, version {number}", number=text.number)
    explanation = words("Consents that are given already keep the text that they were given upon.")
    draft = DraftName("consent.text", person, person=person, page="people", place=person)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation, width=640)


def _way(form: Form, words: Words) -> tuple[SegmentField[ConsentForm], LineField]:
    """Add how it was said, and the witness whom only what is said aloud has."""
    how = form.add("how", SegmentField(words("How?"), [(one, words(one.label)) for one in ConsentForm]))
    witness = form.add("witness", LineField(words("Witness")))
    how.changed.connect(lambda: witness.set_enabled(enabled=how.value() is ConsentForm.ORAL))
    witness.set_enabled(enabled=False)
    return how, witness
