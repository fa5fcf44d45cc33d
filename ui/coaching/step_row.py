"""One agreed step as a row: a box to tick with Space, what it is, whose, and by when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from jobbpunkt import coaching
from jobbpunkt.coaching import StepView
from ui import asking
from ui.coaching.when import due, urgency
from ui.context import Context
from ui.dress import dress
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.chips import chip
from ui.widgets.flow import flow
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import column, row

BOX_WIDTH = 26
ROOMY = 125


class StepRow(QWidget):
    """Ticks the step off when its box is ticked; F2 puts it right, Delete drops it. All can be undone in the bar.

    In a `narrow` column the day stands under the words, which need the whole width. Dialogs belong to `home`, which outlives
    the row: rows are made anew whenever something changes.
    """

    def __init__(
        self,
        context: Context,
        step: StepView,
        home: QWidget,
        *,
        named: bool = True,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self.words, self.step, self.home = context, context.words, step, home
        self.box = QCheckBox()
        self.box.setFixedWidth(scaled(BOX_WIDTH))
        self.box.setChecked(step.done_on is not None)
        self.box.clicked.connect(self._tick)
        self._build(named=named, narrow=narrow)
        self.setFocusProxy(self.box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop the step on Delete, open it on F2."""
        if event.key() == Qt.Key.Key_Delete:
            self.drop()
        elif event.key() == Qt.Key.Key_F2:
            self.change()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer all that can be done with the step, at the pointer or from the menu key."""
        # Not the row's own child: the rows are drawn anew when something changes, and the menu must outlive that.
        menu = QMenu(self.window())
        dress(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        menu.popup(event.globalPos())

    def change(self) -> None:
        """Open the step to be put right."""
        from ui.coaching.step_form import step_dialog  # the first page of the day has steps, and needs no form

        step_dialog(self.home, self.context, self.step).open()

    def drop(self) -> None:
        """Take the step away; the bar brings it back."""
        step = self.step
        asking.write(self, self.context, lambda uow: coaching.drop_step(uow, step.id, step.version))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the whole row be the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()

    def _fill(self, menu: QMenu) -> None:
        """Add what can be done with the step."""
        menu.addAction(self.words("Change …")).triggered.connect(self.change)
        menu.addAction(self.words("Drop")).triggered.connect(self.drop)

    def _build(self, *, named: bool, narrow: bool) -> None:
        words, step = self.words, self.step
        who = step.person.shown(words) if named else words(step.words.responsible.label)
        self.box.setAccessibleName(f"{step.words.text}, {who}")
        line = row(self.box, spacing=8)
        line.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        below = flow(self._whose(who))
        line.addLayout(column(PlainLabel(step.words.text), below, spacing=1), 1)
        day = self._day()
        # With large letters the words need the whole width everywhere.
        if day is not None and (narrow or scaled(100) > ROOMY):
            below.addWidget(day)
        elif day is not None:
            line.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        for more in self._beside():
            line.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(4, 4, 4, 4)
        self.setLayout(line)

    def _whose(self, who: str) -> QWidget:
        """Return what stands under the words: whose the step is."""
        return small(who)

    def _beside(self) -> list[QWidget]:
        """Return what stands at the end of the row."""
        change = icon_button("pencil", self.words("Change the step (F2)"), self.change)
        # By keyboard F2 does the same; one stop for each step is enough.
        change.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return [change]

    def _day(self) -> QWidget | None:
        """Return when it was done, or by when it should be."""
        words, step, today = self.words, self.step, self.context.clock.today()
        if step.done_on is not None:
            return chip(words("Done {day}", day=due(words, step.done_on, today)), "good")
        if step.words.due_on is not None:
            return chip(due(words, step.words.due_on, today), urgency(step.words.due_on, today))
        return None

    def _tick(self, done: bool) -> None:  # noqa: FBT001 - a signal's argument
        step = self.step
        asking.write(
            self,
            self.context,
            lambda uow: coaching.tick_step(uow, step.id, step.version, done=done),
            failed=self._refused,
        )

    def _refused(self, error: object) -> None:
        # A tick that stands for nothing in the register must not stay.
        self.box.setChecked(self.step.done_on is not None)
        self.context.operations.refused.emit(self, error)
