"""The draft of one open form: kept while one types, brought back when the form opens, dropped when it is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from shiboken6 import isValid

from jobbpunkt.base.clock import day_of
from jobbpunkt.register.drafts import Draft, DraftField, put_aside
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.widgets.field import Field

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept
    from ui.context import Context

BEHIND_MS = 400
# The fields in which one chooses whom a form is about, by the names that the services have for them.
PERSON = ("person_id", "person_ids")


def told_when(context: Context, draft: Draft) -> str:
    """Return the sentence that says since when a draft waits."""
    words = context.words
    if day_of(draft.at) == context.clock.today():
        return words("Brought back: typed at {time}, not saved.", time=words.moment(draft.at, "time"))
    return words("Brought back: typed on {day}, not saved.", day=words.moment(draft.at))


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was typed in here and meanwhile changed by somebody else."""

    name: str
    label: str
    mine: Kept
    theirs: Kept
    mine_text: str
    theirs_text: str


class FormDraft(QObject):
    """Watches named fields, wherever they stand. `begin` once they show what the register holds."""

    brought_back = Signal()
    """Fields now hold what an earlier draft kept."""
    clashed = Signal(object)
    """Differences: fields of the draft that somebody else has changed since; they hold mine until one has chosen."""
    thrown_away = Signal()
    """The fields hold what the register holds, and nothing waits to be saved."""
    kept = Signal()
    """What is typed has been given to be kept."""

    def __init__(
        self, context: Context, name: DraftName, fields: Mapping[str, Field[Any]], bar: RestoredBar, title: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self.name, self._bar, self._title = context, name, bar, title
        self._words, self._keeper = context.words, context.drafts
        self._fields = {key: field for key, field in fields.items() if not field.secret}
        self._base: dict[str, Kept] = {}
        self._base_text: dict[str, str] = {}
        self._touched: set[str] = set()
        self._thrown: dict[str, Kept] = {}
        self._given: frozenset[str] = frozenset()
        self.begun = self._quiet = False
        self._timer = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._timer.timeout.connect(self.flush)
        for key, field in self._fields.items():
            field.changed.connect(lambda key=key: self._touch(key))
            for editor in field.editors():
                editor.installEventFilter(self)
        bar.pressed.connect(self._press)
        context.locking.connect(self.flush)
        held, keeper = [name.of], self._keeper
        self._held = held
        keeper.hold(name.of)
        self.destroyed.connect(lambda: keeper.release(held[0]) if isValid(keeper) else None)

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """Return the fields of which what is typed is kept, by name."""
        return self._fields

    @property
    def showing(self) -> bool:
        """Whether the fields change at this moment because a draft is shown, and not because somebody types."""
        return self._quiet

    @property
    def dirty(self) -> bool:
        """Whether something typed differs from what the register holds."""
        return any(self._fields[key].keep() != self._base.get(key) for key in self._touched)

    def give(self, names: Collection[str]) -> None:
        """Take note of fields that were filled by whoever opened the form: a draft of it keeps them along."""
        self._given = frozenset(names)

    def rename(self, name: DraftName) -> None:
        """Keep what is typed from now on under another name; nothing stays under the one before."""
        before, self.name = self.name.of, name
        if before != name.of:
            self._keeper.drop(before)
            self._bar.finish(before)
            self._keeper.hold(name.of)
            self._held[0] = name.of
            self._keeper.release(before)

    def begin(self) -> None:
        """Take what the fields show as what the register holds, and bring back what was typed before, if anything."""
        self.rebase()
        self.begun = True
        self._keeper.when_ready(self._offer)

    def rebase(self, *names: str) -> None:
        """Take what the fields show now as saved: all of them, or those named."""
        for key in names or self._fields:
            field = self._fields[key]
            self._base[key], self._base_text[key] = field.keep(), field.as_text()
            self._touched.discard(key)

    def follow(self, name: str, theirs: Kept, text: str) -> None:
        """Take note of what the register holds for a field that is being typed in."""
        self._base[name], self._base_text[name] = theirs, text

    def flush(self) -> None:
        """Give what is typed to be kept; with nothing left that differs, the draft goes."""
        self._timer.stop()
        if not self.begun or self._context.locked:
            return
        typed = {key for key in self._touched if self._differs(key)}
        if not typed:
            self._keeper.drop(self.name.of)
            return
        self._keeper.put(self._draft(tuple(self._field(key) for key in self._fields if key in typed | self._given)))
        self.kept.emit()

    def drop(self) -> None:
        """Let go of the draft: everything was saved."""
        self._timer.stop()
        self._touched.clear()
        self._clear_marks()
        self._bar.finish(self.name.of)
        self._keeper.drop(self.name.of)

    def saved(self, *names: str) -> None:
        """Take note that these fields are saved as they stand; the draft goes on with the others."""
        self.rebase(*names)
        for key in names:
            self._fields[key].mark_brought_back(marked=False)
        self.flush()
        if not self._touched:
            self._bar.finish(self.name.of)

    def sending(self) -> dict[str, tuple[Kept, str]]:
        """Return what stands in the fields while it is sent to be saved, to be handed to `arrived`."""
        return {key: (field.keep(), field.as_text()) for key, field in self._fields.items()}

    def arrived(self, sent: Mapping[str, tuple[Kept, str]]) -> None:
        """Take note that this is saved; what was typed since stays a draft, upon it."""
        for key, (kept, text) in sent.items():
            self.follow(key, kept, text)
        self.saved(*(key for key in sent if not self._differs(key)))

    def throw_away(self) -> None:
        """Show again what the register holds; the strip offers to undo that."""
        self._thrown = {key: self._fields[key].keep() for key in self._touched if self._differs(key)}
        self._show({key: self._base[key] for key in self._thrown}, marked=False)
        self._touched.clear()
        self._keeper.drop(self.name.of)
        self._bar.say(self._words("What you had typed has been thrown away."), self._words("Undo"), self.name.of)
        self.thrown_away.emit()

    def set_aside(self, differences: Mapping[str, Kept], texts: Mapping[str, str]) -> None:
        """Keep texts that were not chosen, so that they can still be read and copied."""
        fields = tuple(DraftField(key, self._label(key), "", value, texts[key]) for key, value in differences.items())
        if fields:
            self._keeper.put(put_aside(self._draft(fields), self._context.clock.now()))

    def set_field(self, key: str, value: Kept) -> None:
        """Show a chosen value in a field as if it had been typed."""
        self._show({key: value}, marked=True)
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the strip's key reach it, although in a text it would delete a word."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._bar.armed:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_Backspace:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _touch(self, key: str) -> None:
        self._touched.add(key)
        if self._quiet:
            return
        self._bar.disarm()
        if not self._timer.isActive():
            self._timer.start()

    def _offer(self) -> None:
        draft = self._keeper.find(self.name.of)
        if draft is None or self.dirty:
            return
        found = {field.name: field for field in draft.fields if field.name in self._fields}
        clashing = [self._difference(field) for field in found.values() if self._is_elsewhere(field)]
        self._show({key: field.typed for key, field in found.items()}, marked=True)
        if not self.dirty:
            self._keeper.drop(self.name.of)
            self.thrown_away.emit()
            return
        self._bar.say(told_when(self._context, draft), self._words("Throw away"), self.name.of)
        self.brought_back.emit()
        if clashing:
            self.clashed.emit(clashing)

    def _press(self) -> None:
        if not self._bar.speaks_for(self.name.of):
            return
        if not self._thrown:
            self.throw_away()
            return
        thrown, self._thrown = self._thrown, {}
        self._show(thrown, marked=True)
        self.flush()
        self._bar.say(self._words("What you had typed is back. It is not saved."), self._words("Throw away"), self.name.of)

    def _show(self, values: Mapping[str, Kept], *, marked: bool) -> None:
        """Put values into fields, and let everything that depends on them follow."""
        self._quiet = True
        try:
            for key, value in values.items():
                field = self._fields[key]
                field.bring_back(value)
                field.mark_brought_back(marked=marked)
                field.changed.emit()
        finally:
            self._quiet = False

    def _clear_marks(self) -> None:
        for field in self._fields.values():
            field.mark_brought_back(marked=False)

    def _differs(self, key: str) -> bool:
        return bool(self._fields[key].keep() != self._base.get(key))

    def _is_elsewhere(self, field: DraftField) -> bool:
        """Whether the register holds something else than when the draft was begun, and than what it says."""
        return field.name not in self._given and self._base.get(field.name) not in (field.base, field.typed)

    def _difference(self, field: DraftField) -> Difference:
        name, base = field.name, self._base[field.name]
        return Difference(name, field.label, field.typed, base, field.text, self._base_text[name])

    def _label(self, key: str) -> str:
        field = self._fields[key]
        return field.label.text() or field.editor().accessibleName()

    def _field(self, key: str) -> DraftField:
        field = self._fields[key]
        return DraftField(key, self._label(key), self._base.get(key), field.keep(), field.as_text())

    def _draft(self, fields: tuple[DraftField, ...]) -> Draft:
        name = self.name
        title = name.title or self._title
        return Draft(
            name.of, title, self._context.clock.now(), fields, name.page, name.place, name.person or self._chosen_person()
        )

    def _chosen_person(self) -> UUID | None:
        """Return whom one has chosen in the form itself: a draft about somebody goes when they do."""
        found = next((self._fields[key].keep() for key in PERSON if key in self._fields), None)
        first = found[0] if isinstance(found, list) and found else found
        return UUID(first) if isinstance(first, str) else None
