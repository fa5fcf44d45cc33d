"""The dialogs around programmes and who takes part in them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from jobbpunkt import programmes
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.new_district import copy_to_district
from jobbpunkt.programmes import Extension, Participation, ProgrammeData, ProgrammeView
from jobbpunkt.programmes.fields import FIELDS
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.people.person_field import PersonField, everybody
from ui.programmes.form_parts import day_field, named, show, whole
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LongTextField, NumberField

ProgrammeDialog = Callable[[QWidget, Context, ProgrammeView], FormDialog]


def programme_dialog(parent: QWidget, context: Context, programme: ProgrammeView | None = None) -> FormDialog:
    """Return the dialog that adds a programme, or puts one right."""
    words = context.words
    form = declared.form_of(context, FIELDS)

    def prepare() -> Work:
        data = ProgrammeData(**declared.read(form, FIELDS))
        if programme is None:
            return lambda uow: programmes.create(uow, data)
        return lambda uow: programmes.change(uow, programme.id, programme.version, data)

    if programme is None:
        return FormDialog(parent, context, words("New programme"), form, prepare, draft=named("new"), width=600)
    show(form, programme.data)
    draft = named("change", programme.id)
    return FormDialog(parent, context, words("Change the programme"), form, prepare, draft=draft, width=600)


def copy_dialog(parent: QWidget, context: Context, programme: ProgrammeView) -> FormDialog:
    """Return the dialog that makes a programme elsewhere which works as this one does."""
    words = context.words
    form = declared.form_of(context, FIELDS)
    form.set_values(purpose=programme.data.purpose)

    def prepare() -> Work:
        data = ProgrammeData(**declared.read(form, FIELDS))
        return lambda uow: copy_to_district(uow, programme.id, data)

    title = words("Copy {programme} to a new district", programme=programme.data.name)
    return FormDialog(parent, context, title, form, prepare, draft=named("copy", programme.id), width=600)


def extend_dialog(parent: QWidget, context: Context, programme: ProgrammeView, known: Extension | None = None) -> FormDialog:
    """Return the dialog that moves a programme's end, or puts such a decision right."""
    words = context.words
    form = Form(words)
    end = form.add("new_end", day_field(context, words("New last day")))
    decided = form.add("decided_on", day_field(context, words("Decided on")), beside=True)
    reason = form.add("reason", LongTextField(words("Reason"), lines=3))
    form.set_values(decided_on=context.clock.today())

    def prepare() -> Work:
        new_end = end.value()
        if new_end is None:
            raise InvalidInput("This must be filled in.", field="new_end")
        why, day = reason.value(), decided.value()
        if known is None:
            return lambda uow: programmes.extend(
                uow, programme.id, programme.version, new_end=new_end, reason=why, decided_on=day
            )
        return lambda uow: programmes.change_extension(uow, known.id, known.version, new_end=new_end, reason=why, decided_on=day)

    if known is None:
        return FormDialog(parent, context, words("Extend"), form, prepare, draft=named("extend", programme.id), width=480)
    show(form, known)
    title, draft = words("Change the extension"), named("extension", known.id)
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=480)


def state_dialog(parent: QWidget, context: Context, programme: ProgrammeView) -> FormDialog:
    """Return the dialog for the number of participants that the leaders state."""
    words = context.words
    form = Form(words)
    number = form.add(
        "stated_participants", NumberField(words("Number of participants"), hint=words("Leave it empty if nobody has stated it."))
    )
    form.set_values(stated_participants=None if programme.stated is None else Decimal(programme.stated))

    def prepare() -> Work:
        stated = whole(number)
        return lambda uow: programmes.state_participants(uow, programme.id, programme.version, stated)

    return FormDialog(parent, context, words("State the number"), form, prepare, draft=named("state", programme.id), width=420)


def enrol_dialog(parent: QWidget, context: Context, programme: ProgrammeView) -> FormDialog:
    """Return the dialog that lets a person take part; the people to choose from come as soon as they are loaded."""
    words = context.words
    form = Form(words)
    person = form.add("person_id", PersonField(words, words("Person")))
    first = form.add("starts_on", day_field(context, words("From")))
    form.set_values(starts_on=context.clock.today())

    def prepare() -> Work:
        chosen, day = person.value(), first.value() or context.clock.today()
        if chosen is None:
            raise InvalidInput("Choose a person.", field="person_id")
        return lambda uow: programmes.enrol(uow, programme.id, chosen, starts_on=day)

    dialog = FormDialog(parent, context, words("Add participant"), form, prepare, draft=named("enrol", programme.id), width=460)
    asking.read(dialog, context, everybody, person.offer_people)
    return dialog


def leave_dialog(parent: QWidget, context: Context, participation: Participation) -> FormDialog:
    """Return the dialog for the days of a participant's time in a programme."""
    words = context.words
    form = Form(words)
    first = form.add("starts_on", day_field(context, words("From")))
    last = form.add("ends_on", day_field(context, words("Last day")), beside=True)
    form.set_values(starts_on=participation.starts_on, ends_on=participation.ends_on or context.clock.today())

    def prepare() -> Work:
        begun, day = first.value() or participation.starts_on, last.value()
        return lambda uow: programmes.change_participation(
            uow, participation.id, participation.version, starts_on=begun, ends_on=day
        )

    draft = DraftName(
        "programme.leave", participation.id, person=participation.person_id, page="programmes", title=words("Last day")
    )
    return FormDialog(parent, context, participation.name.shown(words), form, prepare, draft=draft, width=400)
