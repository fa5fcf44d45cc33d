"""What a milestone and a step have in common on the screen: a box to tick, a line of words, and a day."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.plans import MilestoneView, StepView
from jobbpunkt.register.unit_of_work import Writing
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.icons import icon
from ui.plans.live_form import LiveForm
from ui.plans.store import PlanStore
from ui.suggestions.suggesting import Suggesting
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField

V = TypeVar("V", MilestoneView, StepView)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What is written about a kind of part, always by its identity: its words, its tick, its place, and one more of them."""

    add: Callable[[Writing, UUID, str], Change]
    change: Callable[[Writing, UUID, int, dict[str, Any]], Change]
    tick: Callable[[Writing, UUID, bool], Change]
    move: Callable[[Writing, UUID, bool], Change]
    remove: Callable[[Writing, UUID], Change]


class PartRow(QWidget, Generic[V]):
    """One milestone or step; ticked with Space, moved with Alt and the arrows, its words saved as they are typed."""

    deeds: ClassVar[Deeds]

    def __init__(self, store: PlanStore, part: V, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.words, self.store = store.context.words, store
        self.part: V = part
        self.tick = QCheckBox()
        self.line = LineField()
        self.day = DateField(self.words, today=store.context.clock.today())
        self.day.setFixedWidth(day_width(self))
        self.more = icon_button("ellipsis", self.words("More"))
        fields = {"text": self.line, **self.extra_fields(), "due_on": self.day}
        self.lay_out()
        self.form = LiveForm(store.context, fields, self._save, self)
        self.form.keep_under(store.place(DraftName("plan.part", part.id)), store.bar)
        self.tick.clicked.connect(self._tick)
        menu = QMenu(self)
        self.fill_menu(menu)
        self.more.setMenu(menu)
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
    def done_of(self, part: V) -> bool:
        """Tell whether a part is done."""

    def struck(self, part: V) -> bool:
        """Tell whether a part is struck through: there is nothing more to do about it."""
        return self.done_of(part)

    def show_part(self, part: V) -> None:
        """Show the part as the register holds it."""
        self.part = part
        values = asdict(part.words)
        self.form.show_values(values, part.version)
        done = self.done_of(part)
        self.tick.setChecked(done)
        self.tick.setAccessibleName(self.words("Done: {text}", text=values["text"]))
        self.line.line.setAccessibleName(values["text"])
        self.day.line.setAccessibleName(self.words("By when: {text}", text=values["text"]))
        self.line.line.setProperty("done", self.struck(part))
        font = self.line.line.font()
        font.setStrikeOut(self.struck(part))
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
        self._move(up=up)

    def fill_menu(self, menu: QMenu) -> None:
        """Put into the menu what can be done with the row."""
        for text, name, keys, run in (
            (self.words("Move up"), "arrow-up", "Alt+Up", partial(self._move, up=True)),
            (self.words("Move down"), "arrow-down", "Alt+Down", partial(self._move, up=False)),
            (self.words("Remove"), "trash-2", "", self._remove),
        ):
            action = QAction(icon(name), text, menu)
            # Shown in the menu only: the row itself listens, so that the keys move the row that has the keyboard.
            action.setShortcutVisibleInContextMenu(True)
            if keys:
                action.setText(f"{text}\t{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
            action.triggered.connect(_calling(run))
            menu.addAction(action)

    def _save(self, values: dict[str, Any], version: int) -> None:
        change, part = self.deeds.change, self.part.id
        self.store.do(lambda uow: change(uow, part, version, values), self.form)

    def _tick(self, checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.form.flush()
        tick, part = self.deeds.tick, self.part.id
        self.store.do(lambda uow: tick(uow, part, checked))

    def _move(self, *, up: bool) -> None:
        move, part = self.deeds.move, self.part.id
        self.store.do(lambda uow: move(uow, part, up))

    def _remove(self) -> None:
        """Take the part away; the undo bar brings it back."""
        remove, part = self.deeds.remove, self.part.id
        self.store.do(lambda uow: remove(uow, part))


def _calling(run: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: run()


def day_width(widget: QWidget) -> int:
    """Return the width of a field for a day, with its calendar, at the text size of the moment."""
    return widget.fontMetrics().horizontalAdvance("åååå-mm-dd") + scaled(38) + 50


R = TypeVar("R", bound="PartRow[Any]")


class PartList(QWidget, Generic[R]):
    """Rows in their order, and a line below in which Enter adds one more."""

    def __init__(self, rows: type[R], store: PlanStore, goal_id: UUID, placeholder: str, draft: str) -> None:
        super().__init__()
        self._make, self._store, self._goal_id = rows, store, goal_id
        self.setProperty("ground", "none")
        self.rows: dict[UUID, R] = {}
        self.entry = LineField(placeholder=placeholder)
        self.new = self.entry.line
        self.new.setAccessibleName(placeholder)
        self.new.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.suggesting = Suggesting(self.new)
        self.new.returnPressed.connect(self._entered)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.entry)
        name = store.place(DraftName(draft, goal_id))
        self.draft = FormDraft(store.context, name, {"text": self.entry}, store.bar, name.title, self)
        self.draft.begin()

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show these parts: known ones keep their row, and with it the keyboard and what is being typed."""
        kept = {part.id for part in parts}
        for gone in [part_id for part_id in self.rows if part_id not in kept]:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, part in enumerate(parts):
            row = self.rows.get(part.id) or self._make(self._store, part)
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

    def _entered(self) -> None:
        if not self.suggesting.is_taking:
            self._add()

    def _put_back(self, text: str) -> None:
        """Show words that were refused where they were typed, unless something else has been typed since."""
        if not self.new.text():
            self.new.setText(text)

    def _add(self) -> None:
        text = self.new.text().strip()
        if text:
            self.new.clear()
            add, goal_id = self._make.deeds.add, self._goal_id
            self._store.do(
                lambda uow: add(uow, goal_id, text),
                give_back=lambda: self._put_back(text),
                arrived=self.draft.flush,
            )
