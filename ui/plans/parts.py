"""What a milestone and a step have in common on the screen: a box to tick, a line of words, and a day."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from jobbpunkt.i18n import Words
from jobbpunkt.plans import MilestoneView, StepView
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.icons import icon
from ui.plans.live_form import LiveForm
from ui.plans.store import PlanStore
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField

V = TypeVar("V", MilestoneView, StepView)


class PartRow(QWidget, Generic[V]):
    """One milestone or step; ticked with Space, moved with Alt and the arrows, its words saved as they are typed."""

    def __init__(self, words: Words, today: date, store: PlanStore, part: V, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.words, self.store = words, store
        self.part: V = part
        self.tick = QCheckBox()
        self.line = LineField()
        self.day = DateField(words, today=today)
        self.day.setFixedWidth(day_width(self))
        self.more = icon_button("ellipsis", words("More"))
        fields = {"text": self.line, **self.extra_fields(), "due_on": self.day}
        self.lay_out()
        self.form = LiveForm(store.context, fields, self._save, self)
        self.form.keep_under(store.place(DraftName("plan.part", part.id)), store.bar)
        self.tick.clicked.connect(self._tick)
        self._fill_menu()
        self.show_part(part)

    def extra_fields(self) -> dict[str, Field[Any]]:
        """Make and return the fields between the words and the day; called once."""
        return {}

    def lay_out(self) -> None:
        """Put box, words, day and menu beside each other."""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (self.tick, self.line, self.day, self.more):
            line.addWidget(widget, 1 if widget is self.line else 0)

    @abstractmethod
    def values_of(self, part: V) -> dict[str, Any]:
        """Return the values of a part by field."""

    @abstractmethod
    def done_of(self, part: V) -> bool:
        """Tell whether a part is done."""

    @abstractmethod
    def change(self, values: dict[str, Any], version: int) -> None:
        """Write the words."""

    @abstractmethod
    def set_done(self, *, done: bool) -> None:
        """Write the tick."""

    @abstractmethod
    def shift(self, *, up: bool) -> None:
        """Write another order."""

    @abstractmethod
    def remove(self) -> None:
        """Take the part away."""

    def show_part(self, part: V) -> None:
        """Show the part as the register holds it."""
        self.part = part
        values = self.values_of(part)
        self.form.show_values(values, part.version)
        done = self.done_of(part)
        self.tick.setChecked(done)
        self.tick.setAccessibleName(self.words("Done: {text}", text=values["text"]))
        self.line.line.setAccessibleName(values["text"])
        self.day.line.setAccessibleName(self.words("By when: {text}", text=values["text"]))
        self.line.line.setProperty("done", done)
        font = self.line.line.font()
        font.setStrikeOut(done)
        self.line.line.setFont(font)

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close the row."""
        self.tick.setEnabled(enabled)
        self.form.set_enabled(enabled=enabled)
        self.more.setVisible(enabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt and the arrows."""
        keys = {Qt.Key.Key_Up: True, Qt.Key.Key_Down: False}
        up = keys.get(Qt.Key(event.key()))
        if up is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.form.flush()
        self.shift(up=up)

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        for text, name, keys, run in (
            (self.words("Move up"), "arrow-up", "Alt+Up", partial(self.shift, up=True)),
            (self.words("Move down"), "arrow-down", "Alt+Down", partial(self.shift, up=False)),
            (self.words("Remove"), "trash-2", "", self.remove),
        ):
            action = QAction(icon(name), text, menu)
            # Shown in the menu only: the row itself listens, so that the keys move the row that has the keyboard.
            action.setShortcutVisibleInContextMenu(True)
            if keys:
                action.setText(f"{text}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
            action.triggered.connect(_calling(run))
            menu.addAction(action)
        self.more.setMenu(menu)

    def _save(self, values: dict[str, Any], version: int) -> None:
        self.change(values, version)

    def _tick(self, checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.form.flush()
        self.set_done(done=checked)


def _calling(run: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: run()


def day_width(widget: QWidget) -> int:
    """Return the width of a field for a day, with its calendar, at the text size of the moment."""
    return widget.fontMetrics().horizontalAdvance("åååå-mm-dd") + scaled(38) + 34


R = TypeVar("R", bound="PartRow[Any]")


class PartList(QWidget, Generic[R]):
    """Rows in their order, and a line below in which Enter adds one more."""

    added = Signal(str)
    """Words typed into the line below; whoever adds them puts them back with `put_back` if they are refused."""

    def __init__(self, placeholder: str, store: PlanStore, name: DraftName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.rows: dict[UUID, R] = {}
        self.entry = LineField(placeholder=placeholder)
        self.new = self.entry.line
        self.new.setAccessibleName(placeholder)
        self.new.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.new.returnPressed.connect(self._add)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.entry)
        name = store.place(name)
        self.draft = FormDraft(store.context, name, {"text": self.entry}, store.bar, name.title, self)
        self.draft.begin()

    @abstractmethod
    def make(self, part: Any) -> R:
        """Return a row for a part."""

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show these parts: known ones keep their row, and with it the keyboard and what is being typed."""
        kept = {part.id for part in parts}
        for gone in [part_id for part_id in self.rows if part_id not in kept]:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, part in enumerate(parts):
            row = self.rows.get(part.id) or self.make(part)
            if part.id in self.rows:
                row.show_part(part)
            self.rows[part.id] = row
            if self.column.indexOf(row) != place:
                self.column.insertWidget(place, row)

    def flush(self) -> None:
        """Save now what has been typed in any row, and in the line below them."""
        for row in self.rows.values():
            row.form.flush()
        self._add()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return bool(self.new.text().strip()) or any(row.form.dirty for row in self.rows.values())

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close all rows; without the line below there is nothing to add."""
        for row in self.rows.values():
            row.set_enabled(enabled=enabled)
        self.entry.setVisible(enabled)

    def put_back(self, text: str) -> None:
        """Show words that were refused where they were typed, unless something else has been typed since."""
        if not self.new.text():
            self.new.setText(text)

    def _add(self) -> None:
        text = self.new.text().strip()
        if text:
            self.new.clear()
            self.added.emit(text)
