"""The stages that the chosen application went through, with their days."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import applications
from jobbpunkt.applications import ApplicationRow, StepRow
from jobbpunkt.base.words import Words
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.applications.dialogs import step_dialog
from ui.context import Context
from ui.tones import tone_of
from ui.widgets.buttons import icon_button
from ui.widgets.chips import chip
from ui.widgets.labels import PlainLabel, heading, muted, rule, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live

WIDTH = 280


def key_hint(words: Words) -> PlainLabel:
    """Return the line that tells how to note a stage with one key."""
    return PlainLabel(words("Keys 1 to 7 note a stage"), "muted", wrap=False)


class Steps(QWidget):
    """Shows one application's way so far; hidden while none is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words = context, context.words
        self.title, self.employer = heading(""), muted("")
        self.facts, self.list = column(spacing=8), column(spacing=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(column(self.title, self.employer, spacing=2))
        outer.addLayout(self.facts)
        outer.addWidget(rule())
        outer.addLayout(self.list)
        outer.addStretch(1)
        self._chosen: ApplicationRow | None = None
        self.live = Live(self, context, self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Load the stages anew."""
        chosen = self._chosen
        if chosen is not None:
            self.live.read(lambda uow: applications.steps(uow, chosen.id), self._show)

    def show_application(self, chosen: ApplicationRow | None) -> None:
        """Load the stages of an application."""
        self._chosen = chosen
        self.setVisible(chosen is not None)
        if chosen is not None:
            self.title.setText(chosen.position)
            self.employer.setText(chosen.employer)
            self._show_facts(chosen)
            self.live.mark_stale()

    def _show_facts(self, chosen: ApplicationRow) -> None:
        words = self.words
        written = [(chosen.cv, chosen.cv_number), (chosen.letter, chosen.letter_number)]
        sent = "\n".join(words("{title}, version {number}", title=title, number=number) for title, number in written if title)
        on, answer = (words.day(day) if day else "" for day in (chosen.applied_on, chosen.answer_by))
        clear(self.facts)
        facts = ((words("Sent on"), on), (words("Answer by"), answer), (words("Papers sent"), sent))
        for label, value in (*facts, (words("Campaign"), chosen.campaign)):
            if value:
                self.facts.addLayout(column(small(label), text(value), spacing=1))

    def _show(self, steps: tuple[StepRow, ...]) -> None:
        clear(self.list)
        for step in reversed(steps):
            stage, day = chip(self.words(step.stage.label), tone_of(step.stage)), muted(self.words.day(step.reached_on))
            line = row(stage, None, day, *self._deeds(step, only=len(steps) == 1), spacing=2)
            line.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.list.addLayout(column(line, *([text(step.note)] if step.note else []), spacing=3))

    def _deeds(self, step: StepRow, *, only: bool) -> list[QWidget]:
        """Return the buttons that put a stage right and take it away; an application keeps at least one."""
        if not self.context.user.may(Permission.EDIT_PEOPLE):
            return []
        named = {"stage": self.words(step.stage.label), "day": self.words.day(step.reached_on)}
        change = icon_button("pencil", self.words("Change {stage} of {day}", **named), lambda: self._change(step))
        remove = icon_button("trash-2", self.words("Remove {stage} of {day}", **named), lambda: self._remove(step))
        return [change] if only else [change, remove]

    def _change(self, step: StepRow) -> None:
        if self._chosen is not None:
            step_dialog(self, self.context, self._chosen, step).open()

    def _remove(self, step: StepRow) -> None:
        asking.write(self, self.context, lambda uow: applications.remove_step(uow, step.id, step.version))
