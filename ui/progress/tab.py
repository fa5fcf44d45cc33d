"""The tab of a person's progress towards work: who is asked next, and what moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import progress
from jobbpunkt.base.words import N_
from jobbpunkt.progress import ProgressView, RoundView
from models.vocabulary import Rater
from ui import asking
from ui.context import Context
from ui.progress.dialogs import answer_dialog
from ui.progress.movement import Movement
from ui.progress.questions import QuestionsDialog
from ui.theme import scaled
from ui.widgets.buttons import primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.live import Live
from ui.widgets.page import scrolling
from ui.widgets.row_table import Column, RowTable

TABLE = 215


@dataclass(frozen=True, slots=True)
class _Line:
    """One answered round, with its answers in words."""

    round: RoundView
    told: str


class ProgressTab(QWidget):
    """Lists what was answered, the latest first; Enter puts a round right."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._view: ProgressView | None = None
        words = self.words
        self.start = primary(words("Begin to ask"), self.begin, icon="plus")
        self.ask = {
            Rater.PARTICIPANT: primary(words("Ask the participant"), lambda: self.ask_of(Rater.PARTICIPANT)),
            Rater.COACH: secondary(words("Ask the coach"), lambda: self.ask_of(Rater.COACH)),
        }
        self.right = secondary(words("Put right …"), self.put_right, icon="pencil")
        self.drop = secondary(words("Remove"), self.remove, icon="trash-2")
        self.paper = secondary(words("Print …"), self.print, icon="printer")
        self.change = secondary(words("The questions …"), lambda: QuestionsDialog(self, self.context).open())
        self.facts = muted("")
        self.moved = Movement(words)
        hint = words("Every 90 days the participant and the coach each answer a few questions, so that you see what moves.")
        empty = EmptyState("chart-column", words("Nothing is asked yet"), hint)
        self.table: RowTable[_Line] = RowTable(
            words, self._rounds(), lambda one: one.round.id, empty=empty, name=words("Answered")
        )
        self.table.opened.connect(self.open_round)
        self.table.chosen.connect(lambda _line: self._offer())
        self.table.setMinimumHeight(scaled(TABLE))
        buttons = flow(self.start, *self.ask.values(), self.right, self.drop, self.paper, self.change)
        inner = column(buttons, self.facts, self.moved, self.table, spacing=10)
        inner.setStretch(3, 1)
        self.setLayout(column(scrolling(boxed(inner))))
        self._offer()

    def refresh(self) -> None:
        """Load what was asked and answered."""
        self.live.read(lambda uow: progress.of_person(uow, self.person), self._show)

    def begin(self) -> None:
        """Make the first rounds."""
        person, words = self.person, self.words
        asking.write(self, self.context, lambda uow: progress.begin(uow, person, words))

    def ask_of(self, by: Rater) -> None:
        """Ask one of the two the round that is next."""
        waiting = self._view.waiting(by) if self._view else None
        if self._view is not None and waiting is not None:
            answer_dialog(self, self.context, self.person, self._view, waiting).open()

    def put_right(self) -> None:
        """Open the chosen round."""
        line = self.table.current()
        if line is not None:
            self.open_round(line)

    def open_round(self, line: _Line) -> None:
        """Open a round that was answered, to put it right."""
        if self._view is not None:
            answer_dialog(self, self.context, self.person, self._view, line.round).open()

    def remove(self) -> None:
        """Take the chosen round away; the bar brings it back."""
        line = self.table.current()
        if line is not None:
            found = line.round
            asking.write(self, self.context, lambda uow: progress.remove_round(uow, found.id, found.version))

    def print(self) -> None:
        """Show the paper of what the participant answered."""
        from ui.progress.paper import ProgressPaper

        ProgressPaper(self, self.context, self.person).open()

    def _rounds(self) -> tuple[Column[_Line], ...]:
        words = self.words
        return (
            Column(N_("Answered"), lambda one: one.round.answered_on, strong=True),
            Column(N_("Asked of"), lambda one: words(one.round.by.label)),
            Column(N_("Answers"), lambda one: one.told, stretch=True),
        )

    def _show(self, view: ProgressView) -> None:
        self._view = view
        answered = [one for one in view.rounds if one.answered_on is not None]
        answered.sort(key=lambda one: one.answered_on or date.min, reverse=True)
        self.moved.show_progress(view)
        self.table.set_rows([_Line(one, _told(one)) for one in answered])
        self.start.setVisible(not view.rounds)
        states = [self._state(by) for by in (Rater.PARTICIPANT, Rater.COACH)]
        self.facts.setText("   ·   ".join(filter(None, states)))
        for by, button in self.ask.items():
            button.setVisible(view.waiting(by) is not None)
        self.paper.setVisible(bool(view.answered(Rater.PARTICIPANT)))
        self._offer()

    def _state(self, by: Rater) -> str:
        words, waiting = self.words, self._view.waiting(by) if self._view else None
        if waiting is None:
            return ""
        day = words.day(waiting.due_on)
        late = waiting.due_on < self.context.clock.today()
        state = words("Late since {day}", day=day) if late else words("Due {day}", day=day)
        return words("Coach: {state}", state=state) if by is Rater.COACH else words("Participant: {state}", state=state)

    def _offer(self) -> None:
        chosen = self.table.current() is not None
        self.right.setEnabled(chosen)
        self.drop.setEnabled(chosen)


def _told(one: RoundView) -> str:
    return ", ".join(f"{one.areas[key]}: {value}" for key, value in one.values.items())
