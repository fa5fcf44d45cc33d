"""Fields for choosing instead of typing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from jobbpunkt.base.errors import InvalidInput
from ui.widgets.buttons import make
from ui.widgets.completing import completer
from ui.widgets.field import Field, token

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

V = TypeVar("V")
SEARCHABLE_FROM = 12


class _CalmComboBox(QComboBox):
    """A list that the mouse wheel does not change while one scrolls the page past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceField(Field[V | None], Generic[V]):
    """One of several, as (value, words) pairs; with `none`, an empty first choice of those words means None.

    A long list can be searched by typing any part of a choice.
    """

    def __init__(
        self,
        label: str = "",
        choices: Sequence[tuple[V, str]] = (),
        *,
        none: str | None = None,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._none = none
        self._values: list[V | None] = []
        self._awaited: Kept = None
        self.box = _CalmComboBox()
        self.box.setMinimumContentsLength(12)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_choices(choices)
        self.box.activated.connect(lambda _number: self.changed.emit())
        self.finish(self.box)

    def editor(self) -> QWidget:
        """Return the list."""
        return self.box

    def editors(self) -> Iterable[QWidget]:
        """Return the list, and the line in which one searches it."""
        line = self.box.lineEdit()
        return (self.box,) if line is None else (self.box, line)

    def check(self) -> None:
        """Refuse words that are none of the choices: taken for "nothing", they would be lost without a word."""
        if self._searched:
            raise InvalidInput("Choose one of those in the list.", field=self.name)

    def set_choices(self, choices: Sequence[tuple[V, str]]) -> None:
        """Offer other choices; what was chosen stays chosen if it is still there."""
        before, searched = self.value() if self._values else None, self._searched
        self._values = ([None] if self._none is not None else []) + [value for value, _ in choices]
        self.box.clear()
        self.box.addItems(([self._none] if self._none is not None else []) + [text for _, text in choices])
        if len(choices) >= SEARCHABLE_FROM:
            self._make_searchable()
        self.set_value(before)
        if searched:
            self.box.setEditText(searched)
        if self._awaited is not None:
            self.bring_back(self._awaited)

    def offer(self, choices: Sequence[tuple[V, str]], running: Collection[V]) -> None:
        """Offer what there is: the only one that runs now is chosen beforehand, and where there is nothing nothing is asked."""
        self.set_choices(choices)
        self.set_value(next(iter(running)) if len(running) == 1 else None)
        self.setVisible(bool(choices))

    def keep(self) -> Kept:
        """Return the chosen value, or what one searches for and has not found yet."""
        return {"searched": self._searched} if self._searched else token(self.value())

    def bring_back(self, kept: Kept) -> None:
        """Choose what a draft kept, at the latest when it is offered."""
        if isinstance(kept, dict):
            self._awaited = None if self.box.isEditable() else kept
            self.box.setEditText(kept["searched"])
            return
        offered = next((value for value in self._values if token(value) == kept), None)
        self._awaited = kept if offered is None else None
        if offered is not None or None in self._values:
            self.set_value(offered)

    def as_text(self) -> str:
        """Return the words of the choice."""
        return self.box.currentText()

    def value(self) -> V | None:
        """Return the chosen value."""
        number = self._number()
        return self._values[number] if 0 <= number < len(self._values) else None

    def set_value(self, value: V | None) -> None:
        """Choose a value; one that is not offered chooses the first."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else (0 if self._values else -1))

    @property
    def _searched(self) -> str:
        """What stands in the line, if it is none of the choices."""
        text = self.box.currentText() if self.box.isEditable() else ""
        return "" if not text.strip() or self._number() >= 0 else text

    def _number(self) -> int:
        if self.box.isEditable():
            return self.box.findText(self.box.currentText(), Qt.MatchFlag.MatchFixedString)
        return self.box.currentIndex()

    def _make_searchable(self) -> None:
        if not self.box.isEditable():
            self.box.setEditable(True)
            if (line := self.box.lineEdit()) is not None:
                line.textEdited.connect(lambda _text: self.changed.emit())
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setCompleter(completer(self.box.model(), self.box))


class TickField(Field[bool]):
    """Yes or no."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", hint=hint, parent=parent)
        self.box = QCheckBox(label.replace("&", "&&"))
        self.box.clicked.connect(lambda _checked: self.changed.emit())
        self.finish(self.box)
        # A list of boxes to tick stays together however much room there is.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.box.setAccessibleName(label)

    def editor(self) -> QWidget:
        """Return the box."""
        return self.box

    def keep(self) -> Kept:
        """Return whether it is ticked."""
        return self.value()

    def bring_back(self, kept: Kept) -> None:
        """Tick or untick as a draft kept it."""
        self.set_value(bool(kept))

    def as_text(self) -> str:
        """Return a tick or nothing."""
        return f"{'☑' if self.value() else '☐'} {self.box.text()}"

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the value of this field
        """Tick or untick."""
        self.box.setChecked(value)


class SegmentField(Field[V | None], Generic[V]):
    """One of a few, all in sight side by side; the arrow keys move between them."""

    def __init__(
        self, label: str = "", choices: Sequence[tuple[V, str]] = (), *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        line = QHBoxLayout()
        line.setSpacing(0)
        for number, (_, text) in enumerate(choices):
            line.addWidget(self._button(text, number, len(choices) - 1))
        line.addStretch(1)
        self._group.idClicked.connect(lambda _number: self.changed.emit())
        self._row = QWidget()
        self._row.setProperty("ground", "none")
        line.setContentsMargins(0, 0, 0, 0)
        self._row.setLayout(line)
        self.finish(self._row)
        for button in self._group.buttons():
            button.setAccessibleName(f"{label}: {button.text()}" if label else button.text())
        if choices:
            # The row only groups; the keyboard belongs to its buttons.
            self.setFocusProxy(self._group.button(0))
            self._row.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def editor(self) -> QWidget:
        """Return the row of buttons."""
        return self._row

    def keep(self) -> Kept:
        """Return the chosen value."""
        return token(self.value())

    def bring_back(self, kept: Kept) -> None:
        """Choose what a draft kept."""
        self.set_value(next((value for value in self._values if token(value) == kept), None))

    def as_text(self) -> str:
        """Return the words of the choice."""
        button = self._group.checkedButton()
        return button.text() if button is not None else ""

    def describe(self, about: str) -> None:
        """Tell a screen reader what the choice is about, where no label stands above it."""
        for button in self._group.buttons():
            button.setAccessibleName(f"{about}: {button.text()}")

    def value(self) -> V | None:
        """Return the chosen value, or None while nothing is chosen."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: V | None) -> None:
        """Choose a value; None chooses nothing."""
        self._group.setExclusive(False)
        for number, own in enumerate(self._values):
            self._group.button(number).setChecked(own == value)
        self._group.setExclusive(True)

    def _button(self, text: str, number: int, last: int) -> QPushButton:
        button = make("segment", text, None, "")
        button.setProperty("edge", {0: "first", last: "last"}.get(number, ""))
        button.setCheckable(True)
        self._group.addButton(button, number)
        return button
