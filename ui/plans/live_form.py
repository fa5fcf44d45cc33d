"""Fields that save themselves when one leaves them, and until then keep what is typed as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from ui.context import Context
from ui.drafts.choosing import choose
from ui.drafts.form_draft import Difference, FormDraft
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.widgets.field import Field

PAUSE_MS = 1200
"""A choice is made with one key and saved soon."""
SITTING_MS = 10 * 60 * 1000
"""Words are saved when one goes on; so long they may wait where nobody does. Each saving is a row in the history."""

Save = Callable[[dict[str, Any], int], None]


class LiveForm(QObject):
    """Watches named fields that stand anywhere on the page and hands their values to `save`, with the version last seen.

    The owner answers with `saved` or `refused`, and shows what the register holds with `show_values`.
    """

    def __init__(self, context: Context, fields: dict[str, Field[Any]], save: Save, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._words, self._owner = context, context.words, parent
        self._fields, self._save = fields, save
        self.draft: FormDraft | None = None
        self._shown: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._sent_draft: dict[str, tuple[Any, str]] = {}
        self._touched: set[str] = set()
        self._waiting = self._stale = False
        self._version = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        for name, field in fields.items():
            field.name = name
            field.changed.connect(lambda name=name: self._touch(name))
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return bool(self._touched) or self._waiting

    def keep_under(self, name: DraftName, bar: RestoredBar) -> None:
        """Keep what is typed under that name; `show_values` then brings back what was typed there before."""
        if self.draft is None:
            self.draft = FormDraft(self._context, name, self._fields, bar, name.title, self)
            self.draft.clashed.connect(self._ask_both)
            self.draft.thrown_away.connect(self._let_go)
        elif self.draft.name != name:
            self.draft.rename(name)
            self.draft.begun = False

    def flush(self) -> None:
        """Save now what has been typed, if anything."""
        self._timer.stop()
        if not self._touched or self._waiting:
            return
        if self.draft is not None:
            self.draft.flush()
            self._sent_draft = self.draft.sending()
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
        if self.draft is not None:
            self.draft.arrived(self._sent_draft)

    def refused(self, error: UserError) -> bool:
        """Keep what was sent as typed; True when nobody else needs to show the refusal."""
        self.give_back()
        if isinstance(error, Stale):
            self._stale = True
            return True  # the owner loads the plan anew, and `show_values` sees whether it is the same words that were changed
        return isinstance(error, InvalidInput) and self._tell(error)

    def give_back(self) -> None:
        """Take note that what was sent did not arrive."""
        self._touched |= set(self._sent)
        self._sent, self._waiting = {}, False

    def forget(self) -> None:
        """Let go of everything: the fields are about to show another record."""
        self._let_go()
        self._shown, self._sent, self._waiting = {}, {}, False

    def show_values(self, values: dict[str, Any], version: int) -> None:
        """Show what the register holds; what was typed since stays, and where somebody else wrote too one chooses."""
        if self._waiting:
            return  # the answer to one's own saving comes next, and holds these values too
        both = [self._merge(name, field, values[name]) for name, field in self._fields.items()]
        again, self._stale = self._stale, False
        self._shown, self._version, self._sent = values, version, {}
        if differences := [one for one in both if one is not None]:
            self._ask_both(differences)
        elif self._touched and again:
            QTimer.singleShot(0, self, self.flush)
        if self.draft is not None and not self.draft.begun:
            self.draft.begin()

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close all fields."""
        for field in self._fields.values():
            field.set_enabled(enabled=enabled)

    def _merge(self, name: str, field: Field[Any], theirs: Any) -> Difference | None:
        """Show one value; what was changed both here and by somebody else is returned."""
        if name in self._touched:
            same = not self._shown or theirs in (self._shown[name], self._sent.get(name))
            return None if same else self._difference(name, field, theirs)
        # Setting the text would move the cursor of whoever types in it.
        if not (name in self._sent and field.editor().hasFocus()):
            field.set_value(theirs)
        if self.draft is not None:
            self.draft.rebase(name)
        return None

    def _difference(self, name: str, field: Field[Any], theirs: Any) -> Difference | None:
        mine, text = field.keep(), field.as_text()
        field.set_value(theirs)
        kept, their_text = field.keep(), field.as_text()
        field.bring_back(mine)
        if self.draft is not None:
            self.draft.follow(name, kept, their_text)
        if kept == mine:
            self._touched.discard(name)
            return None
        return Difference(name, field.label.text() or field.editor().accessibleName(), mine, kept, text, their_text)

    def _ask_both(self, differences: list[Difference]) -> None:
        if self.draft is not None:
            choose(self._owner, self._context, self.draft, differences, self.flush)

    def _let_go(self) -> None:
        self._timer.stop()
        self._touched.clear()

    def _touch(self, name: str) -> None:
        self._touched.add(name)
        words = isinstance(self._fields[name].editor(), (QLineEdit, QPlainTextEdit))
        if words or (self.draft is not None and self.draft.showing):
            if not self._timer.isActive():
                self._timer.start(SITTING_MS)
        else:
            self._timer.start(PAUSE_MS)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Save once one goes on to something else on the page; a menu, a dialog or another program is no going on."""
        if not self._touched or new is None or new.window() is not self._owner.window():
            return
        if not any(field is new or field.isAncestorOf(new) for field in self._fields.values()):
            self.flush()

    def _tell(self, error: InvalidInput) -> bool:
        field = self._fields.get(error.field)
        if field is None:
            return False
        field.set_error(error.text(self._words))
        return True
