"""The dialogs of what people say of a year: what it aims at, and a voice from it."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.base.changes import Change
from jobbpunkt.reports import Aim, Voice, VoiceWords
from models.vocabulary import Unit
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.buttons import danger
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField, LongTextField, NumberField
from ui.widgets.layouts import boxed, row


def of_year(year: int) -> UUID:
    """Return the key under which the drafts of a year are kept; its number is the year."""
    return UUID(int=year)


def edit_targets(parent: QWidget, context: Context, year: int) -> None:
    """Open what a year aims at."""

    def show(aims: tuple[Aim, ...]) -> None:
        targets_dialog(parent, context, year, aims).open()

    asking.read(parent, context, lambda uow: reports.targets_of(uow, year), show)


def edit_voice(parent: QWidget, context: Context, year: int) -> None:
    """Open the voice from a year, or write one."""

    def show(known: Voice | None) -> None:
        voice_dialog(parent, context, year, known).open()

    asking.read(parent, context, lambda uow: reports.voice(uow, year), show)


def targets_dialog(parent: QWidget, context: Context, year: int, aims: tuple[Aim, ...]) -> FormDialog:
    """Return the dialog with a number for each figure that the year may aim at."""
    words = context.words
    form = Form(words)
    fields = {aim.key: form.add(aim.key, _number(context, aim), beside=place % 2 == 1) for place, aim in enumerate(aims)}
    form.set_values(**{aim.key: None if aim.aim is None else Decimal(aim.aim) for aim in aims})
    before = {aim.key: aim.aim for aim in aims}

    def prepare() -> Work:
        typed = {key: field.whole() for key, field in fields.items()}
        changed = {key: aim for key, aim in typed.items() if aim != before[key]}
        return lambda uow: reports.set_targets(uow, year, changed)

    draft = DraftName("report.targets", of_year(year), page="reports")
    told = words("An empty field is a figure without a target. The target of the safety index stands with the index.")
    title = words("Targets of {year}", year=year)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=told, width=720)


def _number(context: Context, aim: Aim) -> NumberField:
    words = context.words
    label = words("{figure}, {unit}", figure=words(aim.label), unit=words(aim.unit.label))
    return NumberField(label, highest=100 if aim.unit is Unit.SHARE else 1_000_000)


def voice_dialog(parent: QWidget, context: Context, year: int, known: Voice | None) -> FormDialog:
    """Return the dialog in which one writes a voice from the year, or puts it right."""
    words = context.words
    form = Form(words)
    text = form.add("text", LongTextField(words("What was said"), lines=4, hint=words("It stands on the report's first page.")))
    by = form.add(
        "told_by", LineField(words("Whose words"), hint=words("As it is to stand there, such as: participant, 19 years."))
    )
    hint = words("How the person agreed to it, and when; it is not printed.")
    consent = form.add("consent", LineField(words("How they agreed"), hint=hint))
    if known is not None:
        form.set_values(text=known.words.text, told_by=known.words.told_by, consent=known.words.consent)

    def prepare() -> Work:
        said = VoiceWords(text=text.value(), told_by=by.value(), consent=consent.value())
        return lambda uow: reports.write_voice(uow, year, 0 if known is None else known.version, said)

    draft = DraftName("report.voice", of_year(year), page="reports")
    dialog = FormDialog(parent, context, words("A voice from {year}", year=year), form, prepare, draft=draft)
    if known is not None:
        _make_removable(dialog, year)
    return dialog


def _make_removable(dialog: FormDialog, year: int) -> None:
    """Add a button that takes the voice away; it can be undone."""

    def gone(_change: Change) -> None:
        dialog.form.dirty = False
        if dialog.draft is not None:
            dialog.draft.drop()
        dialog.accept()

    def take_away() -> None:
        asking.write(dialog, dialog.context, lambda uow: reports.remove_voice(uow, year), gone)

    dialog.form.put(boxed(row(danger(dialog.words("Remove"), take_away, icon="trash-2"), None)))
