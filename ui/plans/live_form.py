"""Fields that save themselves a moment after the last key, and keep what is typed when the saving is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from jobbpunkt.errors import InvalidInput, Stale, UserError
from jobbpunkt.i18n import Words
from ui.widgets.field import Field

PAUSE_MS = 1200

Save = Callable[[dict[str, Any], int], None]


class LiveForm(QObject):
    """Watches named fields that stand anywhere on the page and hands their values to `save`, with the version last seen.

    The owner answers with `saved` or `refused`, and shows what the register holds with `show_values`.
    """

    def __init__(self, words: Words, fields: dict[str, Field[Any]], save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._fields, self._save = words, fields, save
        self._shown: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._waiting = False
        self._version = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        for name, field in fields.items():
            field.name = name
            field.changed.connect(lambda name=name: self._touch(name))

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return bool(self._touched) or self._waiting

    def flush(self) -> None:
        """Save now what has been typed, if anything."""
        self._timer.stop()
        if not self._touched or self._waiting:
            return
        try:
            values = {name: field.value() for name, field in self._fields.items()}
        except InvalidInput as error:
            self._tell(error)
            return
        self._sent = {name: values[name] for name in self._touched}
        self._touched, self._waiting = set(), True
        self._save(values, self._version)

    def saved(self) -> None:
        """Take note that what was sent is in the register; `show_values` follows."""
        self._waiting = False

    def refused(self, error: UserError) -> bool:
        """Keep what was sent as typed; True when nobody else needs to show the refusal."""
        self.give_back()
        if isinstance(error, Stale):
            return True  # the owner loads the plan anew, and `show_values` sees whether it is the same words that were changed
        return isinstance(error, InvalidInput) and self._tell(error)

    def give_back(self) -> None:
        """Take note that what was sent did not arrive."""
        self._touched |= set(self._sent)
        self._sent, self._waiting = {}, False

    def forget(self) -> None:
        """Let go of everything: the fields are about to show another record."""
        self._timer.stop()
        self._shown, self._sent, self._waiting = {}, {}, False
        self._touched.clear()

    def show_values(self, values: dict[str, Any], version: int) -> None:
        """Show what the register holds; what was typed since stays, with somebody else's words for it below."""
        if self._waiting:
            return  # the answer to one's own saving comes next, and holds these values too
        clash = [self._merge(name, field, values[name]) for name, field in self._fields.items()]
        self._shown, self._version, self._sent = values, version, {}
        if self._touched and not any(clash):
            self._timer.start()

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close all fields."""
        for field in self._fields.values():
            field.set_enabled(enabled=enabled)

    def _merge(self, name: str, field: Field[Any], theirs: Any) -> bool:
        """Show one value; True when it was changed both here and by somebody else."""
        if name in self._touched:
            if not self._shown or theirs in (self._shown[name], self._sent.get(name)):
                return False
            field.set_error(self._words("Somebody else has written: {text}. What you write now replaces it.", text=theirs or "–"))
            return True
        # Setting the text would move the cursor of whoever types in it.
        if not (name in self._sent and field.editor().hasFocus()):
            field.set_value(theirs)
        return False

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        self._timer.start()

    def _tell(self, error: InvalidInput) -> bool:
        field = self._fields.get(error.field)
        if field is None:
            return False
        field.set_error(error.text(self._words))
        return True
