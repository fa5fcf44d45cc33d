"""One line of what is to be done: ticked with Space, put off with S, and with Enter the way to the person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import coaching
from jobbpunkt.base.errors import UserError
from jobbpunkt.coaching import StepView
from ui import asking
from ui.coaching.step_row import StepRow
from ui.context import Context
from ui.widgets.buttons import icon_button
from ui.widgets.labels import PlainLabel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ToDoRow(StepRow):
    """An agreed step with the way to its person and a button that puts it off; its menu holds all that one can do."""

    def __init__(self, context: Context, step: StepView, home: QWidget, parent: QWidget | None = None) -> None:
        self._moving = False
        super().__init__(context, step, home, narrow=True, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the person on Enter, put the step off on S."""
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and event.key() in ENTER:
            self.open_person()
        elif bare and event.key() == Qt.Key.Key_S:
            self.put_off()
        else:
            super().keyPressEvent(event)

    def _fill(self, menu: QMenu) -> None:
        words, session = self.words, self.step.session_id
        menu.addAction(words("Open the person")).triggered.connect(self.open_person)
        if session is not None:
            menu.addAction(words("Open the meeting")).triggered.connect(lambda: self.context.go("coaching", session))
        menu.addSeparator()
        menu.addAction(words("Later")).triggered.connect(self.put_off)
        super()._fill(menu)

    def open_person(self) -> None:
        """Go to the person whom the step is agreed with."""
        self.context.go("people", self.step.person_id)

    def put_off(self) -> None:
        """Move the step to the next day on which people work; a key that is pressed twice at once moves it once."""
        if self._moving:
            return
        self._moving, step = True, self.step
        asking.write(self, self.context, lambda uow: coaching.postpone_step(uow, step.id, step.version), failed=self._not_moved)

    def _not_moved(self, error: UserError) -> None:
        self._moving = False
        self.context.operations.refused.emit(self, error)

    def _whose(self, who: str) -> QWidget:
        return _Link(who, self)

    def _beside(self) -> list[QWidget]:
        later = icon_button("clock", self.words("Later (S)"), self.put_off)
        # By keyboard S does the same; one stop for each step is enough.
        later.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return [later, *super()._beside()]

    def _day(self) -> QWidget | None:
        # The part says it already.
        return None if self.step.words.due_on == self.context.clock.today() else super()._day()


class _Link(PlainLabel):
    """The person's name, which wraps as a button's text does not; a click leads to the person."""

    def __init__(self, who: str, line: ToDoRow) -> None:
        super().__init__(who, "link")
        self._line = line
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the person, and do not tick the step."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._line.open_person()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()
