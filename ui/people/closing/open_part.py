"""What is booked and open when an enrolment ends, and what becomes of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.closing import Decided, Fate, Standing
from jobbpunkt.coaching import SessionRow, StepView
from ui.context import Context
from ui.people.closing.part import Part
from ui.widgets.forms import SegmentField
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import muted, rule, small, text
from ui.widgets.layouts import column, row

MEETING = ((Fate.KEEP, N_("Keep")), (Fate.CANCEL, N_("Cancel the meeting")))
STEP = ((Fate.KEEP, N_("Leave open")), (Fate.DONE, N_("Is done")), (Fate.DROP, N_("Drop")))


class OpenPart(Part):
    """One line for each meeting and step, none of them decided beforehand."""

    def __init__(self, context: Context, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(context, 3, context.words("What is booked and open"), parent)
        self.standing = standing
        self.meetings = [(meeting, self._choice(MEETING, self._when(meeting))) for meeting in standing.meetings]
        self.steps = [(step, self._choice(STEP, step.words.text)) for step in standing.steps]
        for meeting, choice in self.meetings:
            self._add_line("calendar-days", self._when(meeting), self._about(meeting), choice)
        for step, choice in self.steps:
            self._add_line("list-checks", step.words.text, self._due(step), choice)
        if not self.meetings and not self.steps:
            self.add(muted(self.words("Nothing is booked, and no step is open.")))
        self._count()

    def left(self) -> int:
        """Return how many are still to be decided."""
        return sum(choice.value() is None for _, choice in (*self.meetings, *self.steps))

    def decided_meetings(self) -> tuple[Decided, ...]:
        """Return what was decided about the meetings."""
        return tuple(Decided(row.id, row.version, fate) for row, choice in self.meetings if (fate := choice.value()))

    def decided_steps(self) -> tuple[Decided, ...]:
        """Return what was decided about the steps."""
        return tuple(Decided(step.id, step.version, fate) for step, choice in self.steps if (fate := choice.value()))

    def _choice(self, fates: tuple[tuple[Fate, str], ...], about: str) -> SegmentField[Fate]:
        field: SegmentField[Fate] = SegmentField("", [(fate, self.words(label)) for fate, label in fates])
        field.describe(about)
        field.changed.connect(self._count)
        field.changed.connect(self.changed)
        return field

    def _add_line(self, icon: str, what: str, more: str, choice: SegmentField[Fate]) -> None:
        if self.body.count() > 1:
            self.add(rule())
        line = row(IconLabel(icon, "muted", 18), column(text(what), small(more), spacing=1), choice, spacing=12)
        line.setStretch(1, 1)
        self.add(line)

    def _when(self, meeting: SessionRow) -> str:
        words = self.words
        return " ".join((words(meeting.facts.kind.label), words.moment(meeting.starts_at)))

    def _about(self, meeting: SessionRow) -> str:
        """Say where, with which coach, and whether others would lose the meeting too."""
        words, others = self.words, len(meeting.people) - 1
        with_others = words.plural("with {n} more participant", "with {n} more participants", others) if others else ""
        return " · ".join(part for part in (meeting.facts.place, meeting.coach, with_others) if part)

    def _due(self, step: StepView) -> str:
        words, due = self.words, step.words.due_on
        return words(step.words.responsible.label) + (f" · {words.day(due, 'weekday')}" if due is not None else "")

    def _count(self) -> None:
        left = self.left()
        self.remaining.setText(self.words.plural("{n} choice left", "{n} choices left", left) if left else "")
