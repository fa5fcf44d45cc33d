"""The dialog that adds something to count, or puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Campaign, CountedMeasure
from models.vocabulary import Unit
from ui.context import Context
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField, NumberField

if TYPE_CHECKING:
    pass
from ui.campaigns.form_parts import named, removable


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
    dialog = FormDialog(parent, context, title, form, prepare, draft=named("measure", campaign.id, measure))
    return dialog if measure is None else removable(dialog, lambda uow: campaigns.remove_measure(uow, measure.id))
