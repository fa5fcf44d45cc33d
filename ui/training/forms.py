"""The dialogs for a unit of training, and for a level on another day."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import training
from jobbpunkt.base import checks
from jobbpunkt.training import Standing, Unit, UnitData
from jobbpunkt.training.fields import FIELDS
from models.vocabulary import SkillLevel
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form


@dataclass(frozen=True, slots=True)
class Looked:
    """One cell of the matrix that somebody looks at: whose, which unit, and what stands there."""

    programme: UUID
    person: UUID
    name: str
    unit: Unit
    stands: Standing | None


def unit_dialog(parent: QWidget, context: Context, programme: UUID, unit: Unit | None = None) -> FormDialog:
    """Return the dialog that adds a unit of training to a programme, or puts one right."""
    words = context.words
    form = declared.form_of(context, FIELDS)

    def prepare() -> Work:
        data = UnitData(**declared.read(form, FIELDS))
        if unit is None:
            return lambda uow: training.add(uow, programme, data)
        return lambda uow: training.change(uow, unit.id, unit.version, data)

    if unit is None:
        draft = DraftName("training.unit.new", programme, page="work", place=programme)
        return FormDialog(parent, context, words("New training unit"), form, prepare, draft=draft, width=460)
    declared.show(form, FIELDS, unit.data)
    draft = DraftName("training.unit", unit.id, page="work", place=programme)
    return FormDialog(parent, context, words("Change the training unit"), form, prepare, draft=draft, width=460)


def level_dialog(parent: QWidget, context: Context, looked: Looked) -> FormDialog:
    """Return the dialog that notes a level on another day than today."""
    words = context.words
    form = Form(words)
    level = form.add("level", ChoiceField(words("Level"), declared.choices_of(SkillLevel, words)))
    day = form.add("noted_on", DateField(words, words("Day"), today=context.clock.today()))
    stands = looked.stands
    form.set_values(level=stands.level if stands else SkillLevel.SEEN, noted_on=stands.since if stands else context.clock.today())

    def prepare() -> Work:
        chosen, on = level.value() or SkillLevel.SEEN, checks.chosen_day(day.value(), field="noted_on")
        return lambda uow: training.note(uow, looked.unit.id, looked.person, chosen, day=on)

    title = words("{name}: {unit}", name=looked.name, unit=looked.unit.data.name)
    draft = DraftName(
        "training.level", looked.unit.id, person=looked.person, page="work", place=looked.programme, title=words("Level")
    )
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=420)
