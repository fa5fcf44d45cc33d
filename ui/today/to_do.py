"""What is to be done, in three parts: today, late as one folded row, and later, of which the next few are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import StepView
from jobbpunkt.today import ToDo
from ui import asking
from ui.context import Context
from ui.today.cards import ListCard
from ui.today.to_do_row import ToDoRow
from ui.widgets.buttons import link
from ui.widgets.chips import chip
from ui.widgets.flow import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, muted, small, strong
from ui.widgets.layouts import boxed, column, row
from ui.widgets.row_button import RowButton
from ui.widgets.row_list import Row

Made = Callable[[], QWidget]
NEXT = 3
KEYS = ((N_("S"), N_("later")), (N_("Enter"), N_("to the person")), (N_("Space"), N_("done")))


class ToDoCard(ListCard):
    """Shows the agreed steps; what is late is opened by its own row, all of what is later by a link."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.words("To do"), parent)
        self.context, self.words = context, context.words
        self._to_do = ToDo((), (), ())
        self._late_open = self._all_later = self._moving = False
        self._keys = boxed(_key_words(context))
        self.add(self._keys)

    def show_steps(self, to_do: ToDo) -> None:
        """Show these steps; what was unfolded stays so."""
        self._to_do, self._moving = to_do, False
        self._late_open = self._late_open and bool(to_do.late)
        self._keys.setVisible(bool(to_do.all))
        if not to_do.all:
            self.rows.show_rows([], [muted(self.words("Nothing waits to be done."))])
            return
        shown = to_do.later if self._all_later else to_do.later[:NEXT]
        others = [] if len(shown) == len(to_do.later) else [self._more()]
        self.rows.show_rows(self._parts(shown), others)

    def move_all(self) -> None:
        """Move everything that is late to today; one undo brings all of it back."""
        if self._moving:
            return
        self._moving, day = True, self.context.clock.today()
        late = {step.id: step.version for step in self._to_do.late}
        asking.write(self, self.context, lambda uow: coaching.move_steps(uow, late, to=day), failed=self._not_moved)

    def _not_moved(self, error: UserError) -> None:
        self._moving = False
        self.context.operations.refused.emit(self, error)

    def _parts(self, shown: Sequence[StepView]) -> list[Row]:
        """Return what is due today, under it what is late, and then what comes later."""
        words, to_do = self.words, self._to_do
        title = partial(_title, words("Today"), len(to_do.today))
        late: list[Row] = [("late", lambda: LateRow(self))] if to_do.late else []
        if self._late_open:
            late += self._lines("late", to_do.late)
        rest = late + _headed(self._lines("later", shown), partial(_title, words("Later"), len(to_do.later)))
        if to_do.today:
            return _headed(self._lines("today", to_do.today), title) + rest
        return _headed(rest, title, partial(muted, words("Nothing more today.")))

    def _lines(self, part: str, steps: Sequence[StepView]) -> list[Row]:
        # A step that has gone to another part is gone from where one was: the keyboard goes on to the next.
        return [((part, step.id), partial(ToDoRow, self.context, step, self)) for step in steps]

    @property
    def late(self) -> tuple[StepView, ...]:
        """Return what is late, the oldest first."""
        return self._to_do.late

    @property
    def late_open(self) -> bool:
        """Whether what is late is unfolded."""
        return self._late_open

    def fold_late(self) -> None:
        """Unfold what is late, or fold it again."""
        self._late_open = not self._late_open
        self.show_steps(self._to_do)

    def _more(self) -> QWidget:
        return link(self.words("Show all {n}", n=len(self._to_do.later)), self._show_all_later)

    def _show_all_later(self) -> None:
        self._all_later = True
        self.show_steps(self._to_do)
        self.rows.focus_row(("later", self._to_do.later[NEXT].id))


class LateRow(QWidget):
    """How much is late and since when, which unfolds it, and the button that moves all of it to today."""

    def __init__(self, card: ToDoCard) -> None:
        super().__init__()
        words, late = card.words, card.late
        oldest = late[0].words.due_on or card.context.clock.today()
        since = words("oldest from {day}", day=words.day(oldest, "weekday"))
        head = row(strong(words("Late")), chip(words.number(len(late)), "bad"), None)
        line = row(IconLabel("chevron-down" if card.late_open else "chevron-right", "muted", 16), spacing=10)
        line.addLayout(column(head, small(since), spacing=1), 1)
        said = words("Late: {number}, {since}", number=words.number(len(late)), since=since)
        self.fold = RowButton(said, line, card.fold_late)
        self.move_all = link(words("Move all"), card.move_all)
        self.move_all.setAccessibleDescription(words("Moves all that is late to today"))
        self.setLayout(row(self.fold, self.move_all, spacing=4))
        self.setFocusProxy(self.fold)


class _Headed(QWidget):
    """The first row of a part with its heading above; the keyboard goes to the row."""

    def __init__(self, above: Sequence[Made], make: Made) -> None:
        super().__init__()
        line = make()
        inner = column(*(one() for one in above), line, spacing=4)
        inner.setContentsMargins(0, 6, 0, 0)
        self.setLayout(inner)
        self.setFocusProxy(line)


def _headed(rows: list[Row], *above: Made) -> list[Row]:
    return [(rows[0][0], partial(_Headed, above, rows[0][1])), *rows[1:]] if rows else []


def _title(text: str, number: int) -> QWidget:
    return boxed(row(strong(text), muted(str(number)), None))


def _key_words(context: Context) -> FlowLayout:
    flow = FlowLayout(spacing=10)
    for key, does in KEYS:
        label = PlainLabel(context.words(does), "small", wrap=False)
        flow.addWidget(boxed(row(PlainLabel(context.words(key), "keycap", wrap=False), label, spacing=5)))
    return flow
