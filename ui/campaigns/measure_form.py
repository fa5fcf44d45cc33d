"""The dialog that adds something to count, or puts it right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, organisations
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Campaign, CountedMeasure
from models.vocabulary import MeasureLink, Unit
from ui import asking
from ui.campaigns.form_parts import named, removable
from ui.context import Context
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField, NumberField

LINKS = ("linked", "employer_id", "difference")
Employers = tuple[tuple[UUID, str], ...]


def open_measure_form(parent: QWidget, context: Context, campaign: Campaign, measure: CountedMeasure | None = None) -> None:
    """Load the employers, then open the form for a new measure or the one given."""

    def show(found: Employers) -> None:
        measure_dialog(parent, context, campaign, found, measure).open()

    asking.read(parent, context, organisations.choices, show)


def measure_dialog(
    parent: QWidget, context: Context, campaign: Campaign, employers: Employers, measure: CountedMeasure | None = None
) -> FormDialog:
    """Return the dialog that adds something to count, or changes its words, target and the records it is counted from too."""
    words = context.words
    form = _form(words, employers)
    if measure is not None:
        form.set_values(**{name: getattr(measure, name) for name in ("unit", "target", *LINKS)}, label=words(measure.label))

    def prepare() -> Work:
        values = form.values()
        own, aim = values.pop("label"), values.pop("target")
        values |= {"unit": values["unit"] or Unit.PERSONS, "target": None if aim is None else int(aim)}
        if measure is None:
            return lambda uow: campaigns.add_measure(uow, campaign.id, label=own, **values)
        # Words that were not touched stay the template's, so that they follow the language.
        kept = measure.label if own == words(measure.label) else own
        return lambda uow: campaigns.change_measure(uow, measure.id, measure.version, label=kept, **values)

    title = words("New measure") if measure is None else words("Change the measure")
    dialog = FormDialog(parent, context, title, form, prepare, draft=named("measure", campaign.id, measure), width=560)
    return dialog if measure is None else removable(dialog, lambda uow: campaigns.remove_measure(uow, measure.id))


def _form(words: Words, employers: Employers) -> Form:
    form = Form(words)
    form.add("label", LineField(words("What is counted")))
    form.add("unit", ChoiceField(words("Unit"), [(one, words(one.label)) for one in Unit if one is not Unit.SHARE]))
    form.add("target", NumberField(words("Target (optional)")), beside=True)
    links = [(one, words(one.label)) for one in MeasureLink]
    form.add("linked", ChoiceField(words("Also counted in the register"), links, none=words("No, only on site")))
    form.add("employer_id", ChoiceField(words("At which employer"), employers, none=words("All employers")))
    hint = words("Stands beside the two numbers, on the page and in the report.")
    form.add("difference", LineField(words("Why the two differ"), hint=hint))
    return form
