"""The form of one mark: what it says, for how long, and a note."""

from __future__ import annotations

from uuid import UUID, uuid5

from PySide6.QtWidgets import QWidget

from jobbpunkt import shifts
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.shifts import LETTERS, Marked, ShiftRow, lengths
from jobbpunkt.shifts.data import TIMED
from models.vocabulary import AttendanceMark
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.shifts import said
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField


def mark_dialog(parent: QWidget, context: Context, shift: ShiftRow, person: Marked, *, at_note: bool = False) -> FormDialog:
    """Return the dialog that puts a person's mark right, or writes a note to it."""
    words = context.words
    form = Form(words)
    choices = [(mark, "  ".join((letter, words(mark.label)))) for mark, letter in LETTERS.items()]
    chosen: ChoiceField[AttendanceMark] = form.add("mark", ChoiceField(words("Mark"), choices, none=words("Not marked")))
    most = said.hours(words, shift.data.minutes)
    hint = words("Of {most}; only where somebody was there for a part.", most=most)
    hours = form.add("minutes", LineField(words("Hours"), hint=hint))
    note = form.add("note", LineField(words("Note"), hint=words("Write facts, no diagnoses. The person can read it.")))
    typed = lengths.typed(person.minutes) if person.mark in TIMED else ""
    form.set_values(mark=person.mark, minutes=typed, note=person.note)

    def prepare() -> Work:
        mark, text = chosen.value(), note.value()
        if mark is None and text:
            raise InvalidInput("Choose a mark; a note stands beside one.", field="mark")
        minutes = _minutes(hours.value()) if mark in TIMED else None
        seen, noted = person.mark, person.note
        return lambda uow: shifts.correct(
            uow, shift.id, person.person_id, mark, seen=seen, minutes=minutes, note=text, noted=noted
        )

    draft = DraftName(
        "attendance",
        draft_key(shift.id, person.person_id),
        person=person.person_id,
        page="work",
        place=shift.id,
        title=words("Mark"),
    )
    about = f"{said.long_day(words, shift.data.day)}, {shift.clock}"
    dialog = FormDialog(parent, context, person.name.shown(words), form, prepare, draft=draft, explanation=about, width=460)
    if at_note:
        note.setFocus()
    return dialog


def draft_key(shift_id: UUID, person_id: UUID) -> UUID:
    """Return what the draft of a person's mark at a shift is found by: before it is set it has no record of its own."""
    return uuid5(shift_id, person_id.hex)


def _minutes(typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        return lengths.read(typed)
    except ValueError:
        raise InvalidInput("Write for how long, such as 2,5 or 2:30.", field="minutes") from None
