"""The forms for the parts of a campaign: partner, weekly activity, measure, evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, organisations
from jobbpunkt.campaigns import Activity, ActivityDraft, Campaign, CountedMeasure, EvaluationRow, Partner
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput
from models.vocabulary import Evaluator, Unit
from ui import operation
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.buttons import danger
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField, SegmentField, TimeField
from ui.widgets.layouts import boxed, row

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


def open_partner_form(parent: QWidget, context: Context, campaign: Campaign, partner: Partner | None = None) -> None:
    """Load the organisations, then open the form for a new partner or the one given."""
    if partner is not None:
        change_partner_dialog(parent, context, campaign.id, partner).open()
        return
    operation.read(
        parent, context, organisations.choices, lambda found: new_partner_dialog(parent, context, campaign, found).open()
    )


def new_partner_dialog(parent: QWidget, context: Context, campaign: Campaign, found: tuple[tuple[UUID, str], ...]) -> FormDialog:
    """Return the dialog that lets an organisation take part."""
    words = context.words
    taking_part = {partner.organisation_id for partner in campaign.partners}
    form = Form(words)
    offered = [choice for choice in found if choice[0] not in taking_part]
    known = form.add("organisation_id", ChoiceField(words("Organisation"), offered, none=words("Choose an organisation")))
    new = form.add("name", LineField(words("or a new organisation")))
    task = form.add("responsibility", LineField(words("Answers for")))

    def prepare() -> Work:
        chosen, name, answers_for = known.value(), new.value(), task.value()
        if chosen is None and not name:
            raise InvalidInput("Choose an organisation, or write the name of a new one.", field="organisation_id")

        def work(uow: UnitOfWork) -> Change:
            key = chosen if chosen is not None else organisations.find_or_create(uow, name)
            return campaigns.add_partner(uow, campaign.id, organisation_id=key, responsibility=answers_for)

        return work

    draft = DraftName("campaign.partner.new", campaign.id, page="campaigns", place=campaign.id)
    return FormDialog(parent, context, words("New partner"), form, prepare, draft=draft)


def change_partner_dialog(parent: QWidget, context: Context, campaign: UUID, partner: Partner) -> FormDialog:
    """Return the dialog that changes what a partner answers for, or lets it go."""
    words = context.words
    form = Form(words)
    task = form.add("responsibility", LineField(words("Answers for")))
    form.set_values(responsibility=partner.responsibility)

    def prepare() -> Work:
        answers_for = task.value()
        return lambda uow: campaigns.change_partner(uow, partner.id, partner.version, responsibility=answers_for)

    draft = DraftName("campaign.partner", partner.id, page="campaigns", place=campaign)
    dialog = FormDialog(parent, context, partner.name, form, prepare, draft=draft)
    return _removable(dialog, lambda uow: campaigns.remove_partner(uow, partner.id))


def activity_dialog(
    parent: QWidget, context: Context, campaign: Campaign, activity: Activity | None = None, *, day: int = 0
) -> FormDialog:
    """Return the dialog that adds something to every week on a day, or changes what is there."""
    words = context.words
    form = Form(words)
    form.add("title", LineField(words("What happens")))
    form.add("weekday", ChoiceField(words("Day of the week"), [(number, words.weekday(number)) for number in range(7)]))
    form.add("place", LineField(words("Place")), beside=True)
    form.add("starts", TimeField(words("From")))
    form.add("ends", TimeField(words("To")), beside=True)
    partners = [(partner.id, partner.name) for partner in campaign.partners]
    form.add("partner_id", ChoiceField(words("Who answers for it"), partners, none=words("All together")))
    form.set_values(weekday=day)
    names = ("title", "weekday", "place", "starts", "ends", "partner_id")
    if activity is not None:
        form.set_values(**{name: getattr(activity, name) for name in names})

    def prepare() -> Work:
        draft = ActivityDraft(**form.values())
        if activity is None:
            return lambda uow: campaigns.add_activity(uow, campaign.id, draft)
        return lambda uow: campaigns.change_activity(uow, activity.id, activity.version, draft)

    title = words("New weekly activity") if activity is None else words("Weekly activity")
    dialog = FormDialog(
        parent, context, title, form, prepare, draft=_draft("activity", campaign.id, activity), given=("weekday",)
    )
    return dialog if activity is None else _removable(dialog, lambda uow: campaigns.remove_activity(uow, activity.id))


def measure_dialog(parent: QWidget, context: Context, campaign: Campaign, measure: CountedMeasure | None = None) -> FormDialog:
    """Return the dialog that adds something to count, or changes its words and target."""
    words = context.words
    form = Form(words)
    label = form.add("label", LineField(words("What is counted")))
    unit = form.add("unit", ChoiceField(words("Unit"), [(one, words(one.label)) for one in Unit if one is not Unit.SHARE]))
    target = form.add("target", NumberField(words("Target (optional)")), beside=True)
    if measure is not None:
        form.set_values(label=words(measure.label), unit=measure.unit, target=measure.target)

    def prepare() -> Work:
        own, chosen, aim = label.value(), unit.value() or Unit.PERSONS, target.whole()
        if measure is None:
            return lambda uow: campaigns.add_measure(uow, campaign.id, label=own, unit=chosen, target=aim)
        # Words that were not touched stay the template's, so that they follow the language.
        kept = measure.label if own == words(measure.label) else own
        return lambda uow: campaigns.change_measure(uow, measure.id, measure.version, label=kept, unit=chosen, target=aim)

    title = words("New measure") if measure is None else words("Change the measure")
    dialog = FormDialog(parent, context, title, form, prepare, draft=_draft("measure", campaign.id, measure))
    return dialog if measure is None else _removable(dialog, lambda uow: campaigns.remove_measure(uow, measure.id))


def evaluation_dialog(
    parent: QWidget,
    context: Context,
    campaign_id: UUID,
    known: EvaluationRow | None = None,
    *,
    by: Evaluator = Evaluator.PARTICIPANTS,
) -> FormDialog:
    """Return the dialog that writes down what participants or partners thought."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    who = form.add("evaluator", SegmentField(words("Whose opinion"), [(one, words(one.label)) for one in Evaluator]))
    day = form.add("evaluated_on", DateField(words, words("Day"), today=today))
    text = form.add("text", LongTextField(words("What they said"), lines=6, hint=words("Leave out names.")))
    form.set_values(evaluator=by, evaluated_on=today)
    if known is not None:
        form.set_values(evaluator=known.evaluator, evaluated_on=known.evaluated_on, text=known.text)

    def prepare() -> Work:
        chosen, on, told = who.value() or by, day.value() or today, text.value()
        if known is None:
            return lambda uow: campaigns.evaluate(uow, campaign_id, evaluator=chosen, text=told, evaluated_on=on)
        return lambda uow: campaigns.change_evaluation(uow, known.id, known.version, evaluator=chosen, text=told, evaluated_on=on)

    title = words("New evaluation") if known is None else words("Evaluation")
    dialog = FormDialog(
        parent, context, title, form, prepare, draft=_draft("evaluation", campaign_id, known), given=("evaluator",)
    )
    return dialog if known is None else _removable(dialog, lambda uow: campaigns.remove_evaluation(uow, known.id))


def _draft(part: str, campaign: UUID, known: Activity | CountedMeasure | EvaluationRow | None) -> DraftName:
    """Return under which name the draft of a part is kept: a new one belongs to its campaign."""
    if known is None:
        return DraftName(f"campaign.{part}.new", campaign, page="campaigns", place=campaign)
    return DraftName(f"campaign.{part}", known.id, page="campaigns", place=campaign)


def _removable(dialog: FormDialog, work: Work) -> FormDialog:
    """Add a button to the form that takes the part away; a refusal is shown in the dialog."""

    def gone(_change: Change) -> None:
        dialog.form.dirty = False
        if dialog.draft is not None:
            dialog.draft.drop()
        dialog.accept()

    def take_away() -> None:
        operation.write(dialog, dialog.context, work, gone)

    button = danger(dialog.words("Remove"), take_away, icon="trash-2")
    dialog.form.put(boxed(row(button, None)))
    return dialog
