"""The card of a shift: when and where, how far one has come, the list, and who is not in it yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QFrame, QProgressBar, QPushButton

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import Marked, ShiftView
from ui.shifts import said
from ui.shifts.roll_view import RollView
from ui.theme import scaled
from ui.widgets.buttons import hide_unless, link, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import boxed, column, row


class RollCard(QFrame):
    """Shows one shift; `more` stands at its head."""

    def __init__(self, words: Words, more: QPushButton, *, may: bool) -> None:
        super().__init__()
        self._words, self._may = words, may
        self._told, self._short, self._ahead = "", False, False
        self.setProperty("role", "card")
        self.title = PlainLabel("", "heading")
        self.done = PlainLabel("", "muted", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("How many are marked"))
        self.bar.setProperty("tone", "good")
        self.saved = PlainLabel("", "small", wrap=False)
        self.rest = hide_unless(secondary(words("The rest present"), icon="list-checks"), allowed=may)
        self.rest.setToolTip("R")
        self.list = RollView(words)
        self.list.may_mark = may
        self.nobody = EmptyState("users", words("Nobody is enrolled this day"), words("Add participants among the projects."))
        self.finished = PlainLabel("", "good", wrap=False)
        self.next = link(words("Enter: the next day"))
        self.finish = boxed(row(IconLabel("circle-check", "good", 18), self.finished, self.next, None, spacing=8))
        self.under = small("")
        progress = row(self.bar, self.saved, spacing=12)
        progress.setStretch(0, 1)
        self._aside = boxed(progress)
        self._line = row(self.done, self._aside, spacing=12)
        self._line.setStretch(1, 1)
        self._head = row(column(self.title, self._line, spacing=4), self.rest, more, spacing=10)
        self._head.setStretch(0, 1)
        self._more = more
        whole = column(self._head, self.list, self.nobody, self.finish, self.under, spacing=8)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        whole.setContentsMargins(scaled(20), scaled(12), scaled(20), scaled(12))
        self.setLayout(whole)
        self.list.setMinimumHeight(scaled(120))

    def show_shift(self, view: ShiftView, people: list[Marked], *, today: date, anew: bool) -> None:
        """Show a shift with its people as they now stand."""
        words, shift = self._words, view.row
        self.title.setText(f"{shift.clock}  {said.title(words, shift)}")
        self.list.may_mark = self._may and not shift.cancelled
        self.list.setVisible(bool(people))
        self.nobody.setVisible(not people)
        self._told = self._under(view, today)
        self._say_under()
        if anew:
            self.saved.setText("")
        self._ahead = shift.data.day > today
        self.list.show_people(people, shift.data.minutes, anew=anew)

    def count(self) -> None:
        """Say how many are marked now; with nobody left the day is done."""
        words, people = self._words, self.list.people.people
        marked = sum(person.mark is not None for person in people)
        self.done.setText(words("Marked: {marked} of {all}", marked=marked, all=len(people)))
        self.bar.setMaximum(max(1, len(people)))
        self.bar.setValue(marked)
        done = bool(people) and marked == len(people)
        self.finished.setText(words("The day is done: everybody is marked."))
        self.finish.setVisible(done)
        self.rest.setEnabled(not done and self.list.may_mark and not self._ahead)

    def say_saved(self, at: str) -> None:
        """Say when the latest mark was kept."""
        self.saved.setText(self._words("saved {time}", time=at))

    def lend(self, line: QBoxLayout | None, *, rest: bool = True) -> None:
        """Let what stands at the head stand in another line instead, where there is little room; None takes it back."""
        short = line is not None
        if line is not None:
            for widget in (self.done, self.rest, self._more):
                line.addWidget(widget)
        else:
            self._line.insertWidget(0, self.done)
            self._head.addWidget(self.rest)
            self._head.addWidget(self._more)
        self.title.setVisible(not short)
        self._aside.setVisible(not short)
        self.rest.setVisible(self._may and rest)
        self._short = short
        self._say_under()

    def _say_under(self) -> None:
        said_under = "\n".join(filter(None, (self.title.text() if self._short else "", self._told)))
        self.under.setText(said_under)
        self.under.setVisible(bool(said_under))

    def _under(self, view: ShiftView, today: date) -> str:
        """Return what stands under the list: that the shift is cancelled, who comes later, a note."""
        words, shift = self._words, view.row
        told = []
        if shift.cancelled:
            told.append(words("The shift is cancelled: {reason}.", reason=shift.because.rstrip(".")))
        elif shift.data.day > today:
            told.append(words("The shift lies ahead: until then you can only mark who will be away."))
        told += [
            words(
                "{name} is not in the list yet: begins {day}.",
                name=one.name.shown(words),
                day=words.day(one.starts_on, "short"),
            )
            for one in view.later
        ]
        lines = [" ".join(told), shift.data.note]
        return "\n".join(line for line in lines if line)
