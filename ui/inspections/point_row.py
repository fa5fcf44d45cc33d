"""One point of an inspection: what is done, what was found of it, and below a remark with its photos."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from jobbpunkt.inspections import PointView
from jobbpunkt.work.how_often import how_often
from models.vocabulary import PointVerdict
from ui.inspections.photos import ask_for_photo
from ui.inspections.remark import RemarkPanel
from ui.inspections.store import InspectionStore
from ui.inspections.verdict import VerdictButtons
from ui.widgets.beside import Beside
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import boxed, column

PASS, REMARK, SKIP, PHOTO = Qt.Key.Key_G, Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_F
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
BUTTONS, WORDS = 244, 180


class PointRow(QFrame):
    """Judges its point by one key while it has the keyboard; `stepped` asks for the row so many below."""

    stepped = Signal(int)

    def __init__(self, store: InspectionStore, point: PointView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.store, self.point = store.context.words, store, point
        self.setProperty("role", "point")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons = VerdictButtons(self.words, point.task.moment)
        self.buttons.chosen.connect(self._press)
        often = f"{point.task.object} · {how_often(self.words, point.task)}"
        told = boxed(column(PlainLabel(point.task.moment), small(often), spacing=1))
        self._body = column(Beside(told, self.buttons, BUTTONS, least=WORDS, spacing=8), spacing=8)
        self._body.setContentsMargins(10, 5, 8, 5)
        self.setLayout(self._body)
        self.remark: RemarkPanel | None = None

    def show_point(self, point: PointView, *, may_write: bool) -> None:
        """Show what was found of the point."""
        self.point = point
        self.buttons.show_verdict(point.verdict, may_write=may_write)
        told = self.words(point.verdict.label) if point.verdict is not None else self.words("not judged yet")
        self.setAccessibleName(f"{point.task.moment}, {point.task.object}: {told}")
        has_panel = point.is_remarked or bool(point.photos)
        if has_panel and self.remark is None:
            self.remark = RemarkPanel(self.store, point)
            self.remark.left.connect(self.setFocus)
            self.remark.done.connect(lambda: self.stepped.emit(1))
            self._body.addWidget(self.remark)
        if self.remark is not None:
            self.remark.show_point(point, may_write=may_write)
            self.remark.setVisible(has_panel)

    def flush(self) -> None:
        """Save now what was typed of a remark."""
        if self.remark is not None:
            self.remark.form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by one letter, and go up and down."""
        is_plain = event.modifiers() in PLAIN
        if not is_plain or not self._take(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the row the keyboard."""
        self.setFocus()
        super().mousePressEvent(event)

    def _take(self, key: Qt.Key) -> bool:
        """Do what a key asks for; False for one that is none of the row's."""
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in ENTER and self.remark is not None and self.remark.isVisible():
            self.remark.begin()
        elif not self.store.may_write:
            return False
        elif key == REMARK:
            self._press(PointVerdict.REMARKED)
        elif key == PHOTO:
            self._take_photo()
        elif key in (PASS, SKIP):
            self.store.judge(self.point.id, PointVerdict.PASSED if key == PASS else PointVerdict.NOT_RELEVANT)
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Backspace:
            self.store.judge(self.point.id, None)
        else:
            return False
        return True

    def _press(self, verdict: PointVerdict | None) -> None:
        if not self.point.is_remarked or verdict is not PointVerdict.REMARKED:
            self.store.judge(self.point.id, verdict)
        if verdict is PointVerdict.REMARKED and self.remark is not None:
            self.remark.begin()
        else:
            self.setFocus()

    def _take_photo(self) -> None:
        ask_for_photo(self, self.store, self.point.id)
