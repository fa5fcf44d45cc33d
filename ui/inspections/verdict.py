"""The three buttons of a point, for the mouse: passed, remark, not relevant now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from jobbpunkt.base.words import Words
from models.vocabulary import PointVerdict
from ui.widgets.buttons import make
from ui.widgets.labels import plain_tip
from ui.widgets.layouts import row

TONES = {PointVerdict.PASSED: "good", PointVerdict.REMARKED: "bad", PointVerdict.NOT_RELEVANT: "neutral"}
SHORT = {PointVerdict.NOT_RELEVANT: "–"}


class VerdictButtons(QWidget):
    """Shows a verdict; `chosen` is emitted with another one, or with None when the one that stands is pressed again.

    By keyboard the keys of the row do the same: one stop for each point is enough.
    """

    chosen = Signal(object)

    def __init__(self, words: Words, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._verdict: PointVerdict | None = None
        self._may_write = True
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        buttons = [self._button(verdict, words, about) for verdict in PointVerdict]
        buttons[0].setProperty("edge", "first")
        buttons[-1].setProperty("edge", "last")
        self.setLayout(row(*buttons, None, spacing=0))

    def show_verdict(self, verdict: PointVerdict | None, *, may_write: bool) -> None:
        """Show what was found; where nothing more may be said of it, that alone."""
        self._verdict, self._may_write = verdict, may_write
        for number, own in enumerate(PointVerdict):
            button = self._group.button(number)
            button.setChecked(own is verdict)
            button.setVisible(may_write or own is verdict)

    def _button(self, verdict: PointVerdict, words: Words, about: str) -> QPushButton:
        button = make("segment", SHORT.get(verdict, words(verdict.label)), None, "")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("tone", TONES[verdict])
        told = words(verdict.label)
        button.setAccessibleName(f"{about}: {told}")
        button.setToolTip(plain_tip(told))
        button.clicked.connect(lambda: self._press(verdict))
        self._group.addButton(button, list(PointVerdict).index(verdict))
        return button

    def _press(self, verdict: PointVerdict) -> None:
        self.show_verdict(self._verdict, may_write=self._may_write)
        if self._may_write:
            self.chosen.emit(None if verdict is self._verdict else verdict)
