"""The card beside the table of events: the chosen one, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.events import EventRow
from jobbpunkt.register.permissions import Permission
from models.vocabulary import ActivityStatus, Choice, EventKind
from ui.context import Context
from ui.tones import tone_of
from ui.widgets.buttons import link, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import heading, muted, small, text
from ui.widgets.layouts import clear, column, row

WIDTH = 280
_MARKS = (
    (ActivityStatus.HELD, N_("Was carried out"), "check"),
    (ActivityStatus.CHANGED, N_("Was changed"), "refresh-cw"),
    (ActivityStatus.CANCELLED, N_("Was cancelled"), "x"),
)


def took_place(row: EventRow) -> bool:
    """Tell whether one may ask how many came."""
    return row.took_place


def number_of(row: EventRow, words: Words) -> str:
    """Return the number that matters for an event: the views of a livestream, else how many came."""
    if not took_place(row):
        return ""
    if row.kind is EventKind.LIVESTREAM:
        seen = row.views
        return words("not recorded") if seen is None else words.plural("{n} view as stated", "{n} views as stated", seen)
    if row.attendance is not None and row.attendance_said:
        return row.attendance_said
    return words("not recorded") if row.attendance is None else words.plural("{n} visitor", "{n} visitors", row.attendance)


def _roles(row: EventRow) -> tuple[tuple[str, Choice], ...]:
    return (
        (N_("Led by"), row.led_by),
        (N_("Asked for by"), row.asked_by),
        (N_("For whom"), row.target_group),
        (N_("Part of the work"), row.field_of_work),
    )


class EventCard(Card):
    """Shows one event; emits what one wants to do with it."""

    edit_wanted = Signal(object)
    numbers_wanted = Signal(object)
    marked = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self.hide()

    def show_row(self, chosen: EventRow | None) -> None:
        """Show another event; none hides the card."""
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        clear(self.body)
        words = self.words
        self.add(heading(chosen.title))
        self.add(muted(f"{words.day(chosen.day, 'weekday')} {words.moment(chosen.starts_at, 'time')}"))
        self.add(row(chip(words(chosen.status.label), tone_of(chosen.status)), None))
        self.add(muted(words(chosen.kind.label)))
        for label, value in self._facts(chosen):
            self.add(column(small(label), text(value), spacing=1))
        if chosen.campaign_id is not None:
            opener = link(chosen.campaign, lambda: self.context.go("campaigns", chosen.campaign_id))
            self.add(column(small(words("Part of campaign")), row(opener, None), spacing=1))
        if self.context.user.may(Permission.EDIT_EVENTS):
            self._add_actions(chosen)
        self.body.addStretch(1)

    def _facts(self, chosen: EventRow) -> list[tuple[str, str]]:
        words = self.words
        facts = [
            (words("Why"), chosen.reason),
            (words("Theme"), chosen.theme),
            (words("Place or channel"), chosen.place),
            (words("Partner organisations"), ", ".join(name for _, name in chosen.partners)),
            (words("Occasion of a series"), chosen.series),
            *((words(label), words(value.label)) for label, value in _roles(chosen) if value.value != "not_stated"),
            (words("Numbers"), number_of(chosen, words)),
            (words("What came of it"), chosen.result),
            (words("Note"), chosen.note),
        ]
        return [(label, value) for label, value in facts if value]

    def _add_actions(self, chosen: EventRow) -> None:
        words = self.words
        for status, label, icon in _MARKS:
            if chosen.status is not status:
                self.add(secondary(words(label), partial(self.marked.emit, chosen, status), icon=icon))
        if took_place(chosen):
            self.add(secondary(words("Write down numbers"), lambda: self.numbers_wanted.emit(chosen), icon="chart-column"))
        self.add(secondary(words("Edit"), lambda: self.edit_wanted.emit(chosen), icon="pencil"))
