"""The dialogs around programmes, assignments and indicators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid5

from PySide6.QtWidgets import QWidget

from jobbpunkt import indicators, programmes
from jobbpunkt.errors import InvalidInput
from jobbpunkt.indicators import IndicatorView, Reading
from jobbpunkt.people import caseload
from jobbpunkt.programmes import AssignmentRow, Extension, NewAssignment, Participation, ProgrammeData, ProgrammeView
from models.vocabulary import AssignmentRole
from ui import operation
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField

ProgrammeDialog = Callable[[QWidget, Context, ProgrammeView], FormDialog]
IndicatorDialog = Callable[[QWidget, Context, IndicatorView], FormDialog]


def _day(context: Context, label: str) -> DateField:
    return DateField(context.words, label, today=context.clock.today())


def _whole(field: NumberField) -> int | None:
    value = field.value()
    return int(value) if isinstance(value, Decimal) else None


def _draft(kind: str, record: UUID | None = None) -> DraftName:
    return DraftName(f"programme.{kind}", record, page="programmes")


def _show(form: Form, known: ProgrammeData | NewAssignment | Extension) -> None:
    """Show what is known under the names that the form has for it."""
    form.set_values(**{name: getattr(known, name) for name in form.values()})


def programme_dialog(parent: QWidget, context: Context, programme: ProgrammeView | None = None) -> FormDialog:
    """Return the dialog that adds a programme, or puts one right."""
    words = context.words
    form = Form(words)
    name = form.add("name", LineField(words("Name")))
    site = form.add("site", LineField(words("Place")))
    purpose = form.add("purpose", LongTextField(words("Purpose"), lines=3))
    first = form.add("starts_on", _day(context, words("From")))
    last = form.add("ends_on", _day(context, words("Last day")), beside=True)

    def prepare() -> Work:
        data = ProgrammeData(name.value(), site.value(), purpose.value(), first.value(), last.value())
        if programme is None:
            return lambda uow: programmes.create(uow, data)
        return lambda uow: programmes.change(uow, programme.id, programme.version, data)

    if programme is None:
        return FormDialog(parent, context, words("New programme"), form, prepare, draft=_draft("new"), width=480)
    _show(form, programme.data)
    draft = _draft("change", programme.id)
    return FormDialog(parent, context, words("Change the programme"), form, prepare, draft=draft, width=480)


def extend_dialog(parent: QWidget, context: Context, programme: ProgrammeView, known: Extension | None = None) -> FormDialog:
    """Return the dialog that moves a programme's end, or puts such a decision right."""
    words = context.words
    form = Form(words)
    end = form.add("new_end", _day(context, words("New last day")))
    decided = form.add("decided_on", _day(context, words("Decided on")), beside=True)
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
        return FormDialog(parent, context, words("Extend"), form, prepare, draft=_draft("extend", programme.id), width=480)
    _show(form, known)
    title, draft = words("Change the extension"), _draft("extension", known.id)
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
        stated = _whole(number)
        return lambda uow: programmes.state_participants(uow, programme.id, programme.version, stated)

    return FormDialog(parent, context, words("State the number"), form, prepare, draft=_draft("state", programme.id), width=420)


def enrol_dialog(parent: QWidget, context: Context, programme: ProgrammeView) -> FormDialog:
    """Return the dialog that lets a person take part; the people to choose from come as soon as they are loaded."""
    words = context.words
    form = Form(words)
    person: ChoiceField[UUID] = form.add("person_id", ChoiceField(words("Person")))
    first = form.add("starts_on", _day(context, words("From")))
    form.set_values(starts_on=context.clock.today())

    def prepare() -> Work:
        chosen, day = person.value(), first.value() or context.clock.today()
        if chosen is None:
            raise InvalidInput("Choose a person.", field="person_id")
        return lambda uow: programmes.enrol(uow, programme.id, chosen, starts_on=day)

    dialog = FormDialog(parent, context, words("Add participant"), form, prepare, draft=_draft("enrol", programme.id), width=460)
    operation.read(
        dialog,
        context,
        lambda uow: caseload.caseload(uow, limit=10_000),
        lambda rows: person.set_choices([(row.id, row.name.shown(words)) for row in rows]),
    )
    return dialog


def leave_dialog(parent: QWidget, context: Context, participation: Participation) -> FormDialog:
    """Return the dialog for the days of a participant's time in a programme."""
    words = context.words
    form = Form(words)
    first = form.add("starts_on", _day(context, words("From")))
    last = form.add("ends_on", _day(context, words("Last day")), beside=True)
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


def assignment_dialog(parent: QWidget, context: Context, assignment: AssignmentRow | None = None) -> FormDialog:
    """Return the dialog that notes that a resident was employed, or puts that right."""
    words = context.words
    form = Form(words)
    role = form.add("role", ChoiceField(words("Assignment"), [(role, words(role.label)) for role in AssignmentRole]))
    name = form.add("name", LineField(words("Name")))
    areas = form.add("areas", LineField(words("Areas")))
    first = form.add("starts_on", _day(context, words("From")))
    last = form.add("ends_on", _day(context, words("Last day")), beside=True)
    form.set_values(starts_on=context.clock.today())

    def prepare() -> Work:
        begun = first.value() or context.clock.today()
        new = NewAssignment(role.value() or AssignmentRole.SAFETY_AMBASSADOR, name.value(), areas.value(), begun, last.value())
        if assignment is None:
            return lambda uow: programmes.employ(uow, new)
        return lambda uow: programmes.change_assignment(uow, assignment.id, assignment.version, new)

    if assignment is None:
        return FormDialog(parent, context, words("New assignment"), form, prepare, draft=_draft("assignment"), width=480)
    _show(form, assignment.data)
    draft = _draft("assignment", assignment.id)
    return FormDialog(parent, context, words("Change the assignment"), form, prepare, draft=draft, width=480)


def reading_dialog(parent: QWidget, context: Context, indicator: IndicatorView, noted: Reading | None = None) -> FormDialog:
    """Return the dialog that notes one month's answers, or puts a month right that was noted."""
    words = context.words
    form = Form(words)
    month = _day(context, words("A day in the month"))
    if noted is None:
        form.add("month", month)
    answers = form.add("answers", NumberField(words("Answers")))
    positive = form.add("positive", NumberField(words("Well or very well")), beside=True)
    if noted is None:
        form.set_values(month=context.clock.today())
    else:
        form.set_values(answers=Decimal(noted.answers), positive=Decimal(noted.positive))

    def prepare() -> Work:
        day = noted.month if noted is not None else month.value() or context.clock.today()
        reading = Reading(day, _whole(answers) or 0, _whole(positive) or 0)
        return lambda uow: indicators.read(uow, indicator.id, reading)

    if noted is None:
        return FormDialog(parent, context, words("Note a month"), form, prepare, draft=_draft("month", indicator.id), width=440)
    # A month put right is not a new one, and neither is its draft.
    draft = _draft("month.change", month_of(indicator.id, noted.month))
    return FormDialog(parent, context, words.month(noted.month), form, prepare, draft=draft, width=440)


def month_of(indicator: UUID, month: date) -> UUID:
    """Return what tells apart one month that was noted."""
    return uuid5(indicator, month.isoformat())


def target_of(indicator: UUID, year: int) -> UUID:
    """Return what tells apart one year's target."""
    return uuid5(indicator, str(year))


def target_dialog(parent: QWidget, context: Context, indicator: IndicatorView, known: int | None = None) -> FormDialog:
    """Return the dialog that sets a year's target, or puts that of a `known` year right."""
    words = context.words
    form = Form(words)
    year = NumberField(words("Year"), lowest=2000, highest=2100)
    if known is None:
        form.add("year", year)
    share = form.add("share", NumberField(words("Target, per cent"), highest=100, decimals=1), beside=known is None)
    year.set_value(Decimal(known or context.clock.today().year))
    if known is not None:
        form.set_values(share=Decimal(str(indicator.targets[known])))

    def prepare() -> Work:
        aimed, wanted = _whole(year) or context.clock.today().year, share.value()
        if wanted is None:
            raise InvalidInput("This must be filled in.", field="share")
        return lambda uow: indicators.aim(uow, indicator.id, year=aimed, share=float(wanted))

    if known is None:
        draft = _draft("target", indicator.id)
        return FormDialog(parent, context, words("Set the year's target"), form, prepare, draft=draft, width=420)
    title, draft = words("Target of {year}", year=known), _draft("target.change", target_of(indicator.id, known))
    return FormDialog(parent, context, title, form, prepare, draft=draft, width=420)
