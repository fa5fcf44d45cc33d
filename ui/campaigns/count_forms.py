"""The forms for counting: several at once, and correcting a count."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Campaign, Entry
from models.vocabulary import Qualifier, Source
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, NumberField, SegmentField

EXACT = "exact"


def _exactness(words: Words) -> SegmentField[str]:
    choices = [(EXACT, words("Exactly")), *((one.value, words(one.label)) for one in Qualifier)]
    field: SegmentField[str] = SegmentField(words("How exact"), choices, hint=words("About and just over are for estimates."))
    field.set_value(EXACT)
    return field


def _qualifier(field: SegmentField[str]) -> Qualifier | None:
    chosen = field.value()
    return None if chosen is None or chosen == EXACT else Qualifier.of(chosen)


def _amount(field: NumberField) -> int:
    number = field.whole()
    if number is None:
        raise InvalidInput("Write a number, for example 12.", field="amount")
    return number


def several_dialog(
    parent: QWidget, context: Context, campaign: Campaign, *, measure_id: UUID | None = None, week_id: UUID | None = None
) -> FormDialog:
    """Return the dialog that counts several at once, on a day or, without a day, in the chosen week."""
    words = context.words
    form = Form(words)
    measures = [(measure.id, words(measure.label)) for measure in campaign.measures]
    what = form.add("measure_id", ChoiceField(words("What is counted"), measures))
    amount = form.add("amount", NumberField(words("How many")))
    exactness = form.add("qualifier", _exactness(words), beside=True)
    ways = [(way, words(way.label)) for way in (Source.TALLIED, Source.STATED)]
    told = words("A total that somebody told is shown as stated, never as counted.")
    source = form.add("source", SegmentField(words("How it was got"), ways, hint=told))
    source.set_value(Source.TALLIED)
    hint = words("Empty: the week that is chosen on the page.")
    day = form.add("week_id", DateField(words, words("Day"), today=context.clock.today(), hint=hint))
    note = form.add("note", LineField(words("Note")))
    form.set_values(measure_id=measure_id)

    def prepare() -> Work:
        measure, number, on, got = what.value(), _amount(amount), day.value(), source.value() or Source.TALLIED
        qualifier, text, week = _qualifier(exactness), note.value(), week_id if on is None else None
        if measure is None:
            raise InvalidInput("Choose what was counted.", field="measure_id")
        return lambda uow: campaigns.count(
            uow, measure, amount=number, day=on, week_id=week, qualifier=qualifier, source=got, note=text
        )

    draft = DraftName("campaign.count", campaign.id, page="campaigns", place=campaign.id)
    title, given = words("Count several"), ("measure_id",)
    dialog = FormDialog(parent, context, title, form, prepare, draft=draft, given=given, save=words("Count"), width=520)
    amount.setFocus()
    return dialog


def correct_dialog(parent: QWidget, context: Context, campaign: UUID, entry: Entry) -> FormDialog:
    """Return the dialog that puts the right number in place of a wrong one."""
    words = context.words
    form = Form(words)
    amount = form.add("amount", NumberField(words("The right number")))
    exactness = form.add("qualifier", _exactness(words), beside=True)
    note = form.add("note", LineField(words("Note")))
    form.set_values(
        amount=entry.amount, qualifier=entry.qualifier.value if entry.qualifier is not None else EXACT, note=entry.note
    )

    def prepare() -> Work:
        number, qualifier, text = _amount(amount), _qualifier(exactness), note.value()
        return lambda uow: campaigns.correct(uow, entry.id, amount=number, qualifier=qualifier, note=text)

    explanation = words("{what}: the wrong count stays in the list as corrected.", what=words(entry.label))
    draft = DraftName("campaign.count.correct", entry.id, page="campaigns", place=campaign)
    title = words("Correct a count")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation, width=520)
