"""The note saves itself while one writes: a moment after the last key, at least every few seconds, and on leaving the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from jobbpunkt import coaching
from jobbpunkt.coaching import NoteSaved, SessionDetails
from jobbpunkt.errors import InvalidInput, Stale, UserError
from ui import operation
from ui.context import Context
from ui.widgets.forms import LongTextField

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

PAUSE_MS, LONGEST_MS = 1500, 8000


@dataclass(slots=True)
class _Upon:
    """The version that the next saving is made upon; each saving leaves it for the one behind it in the register's queue."""

    version: int = 0


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts of a meeting."""

    note: str
    summary: str


class NoteSaver(QObject):
    """Keeps the two texts of one meeting in the register, and knows the version that the next saving is made upon."""

    saved = Signal()
    """What is in the fields is in the register."""
    waiting = Signal()
    """Something was typed that is not saved yet."""
    refused = Signal(object)
    """A UserError that neither field could show."""

    def __init__(self, context: Context, session_id: UUID, note: LongTextField, summary: LongTextField, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.words, self.session_id = context, context.words, session_id
        self.note, self.summary = note, summary
        self._upon = _Upon()
        self._kept = self._sent = Texts("", "")
        self._flying = 0
        self._then: list[Callable[[], None]] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.flush)
        for field in (note, summary):
            field.changed.connect(self._touch)
            field.text.installEventFilter(self)
        context.locking.connect(self.flush)
        # After an error nobody foresaw the words are still here, and can be saved again.
        context.operations.crashed.connect(lambda _error: self._give_back())

    @property
    def typed(self) -> Texts:
        """Return what stands in the fields."""
        return Texts(self.note.value(), self.summary.value())

    @property
    def version(self) -> int:
        """Return the version of the meeting that was last read or saved here; 0 before the first."""
        return self._upon.version

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the register."""
        return self.typed != self._kept

    def show(self, found: SessionDetails) -> None:
        """Take what the register holds; what is being typed here stays, with somebody else's words for it below."""
        if self._flying or self.version == found.row.version:
            return
        first, typed, before, theirs = self.version == 0, self.typed, self._kept, Texts(found.note, found.summary)
        self._upon.version, self._kept, self._sent = found.row.version, theirs, theirs
        for field, mine, old, new in (
            (self.note, typed.note, before.note, theirs.note),
            (self.summary, typed.summary, before.summary, theirs.summary),
        ):
            if mine == new:
                continue
            if first or mine == old:
                field.set_value(new)
            elif new != old:
                field.set_error(self.words("Somebody else has written: {text}. What you write now replaces it.", text=new or "–"))

    def flush(self) -> None:
        """Send what has been typed to the register, if anything; it arrives even if this screen is gone by then."""
        self._pause.stop()
        self._longest.stop()
        texts = self.typed
        if not self.version or self.context.locked or texts == self._sent:
            return
        upon, session_id = self._upon, self.session_id

        def work(uow: UnitOfWork) -> NoteSaved:
            answer = coaching.save_note(uow, session_id, upon.version, note=texts.note, summary=texts.summary)
            upon.version = answer.version
            return answer

        self._sent = texts
        self._flying += 1
        operation.look(self, self.context, work, lambda _answer: self._arrived(texts), self._failed)

    def settle(self, then: Callable[[], None]) -> None:
        """Save what has been typed, and go on with `then` once it is in the register; a refusal ends there."""
        self._then.append(then)
        self.flush()
        if not self._flying:
            self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the keyboard leaves a field."""
        if event.type() is QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _touch(self) -> None:
        self.waiting.emit()
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _arrived(self, texts: Texts) -> None:
        self._flying = max(0, self._flying - 1)
        self._kept = texts
        if self._flying or self.dirty:
            return
        self.saved.emit()
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _give_back(self) -> None:
        self._flying, self._sent = 0, self._kept
        self._then.clear()

    def _failed(self, error: UserError) -> None:
        self._flying = max(0, self._flying - 1)
        self._sent = self._kept
        self._then.clear()
        fields = {"note": self.note, "summary": self.summary}
        if isinstance(error, InvalidInput) and error.field in fields:
            fields[error.field].set_error(error.text(self.words))
            return
        self.refused.emit(error)
        if isinstance(error, Stale) and not self._flying:
            session_id = self.session_id
            operation.read(self, self.context, lambda uow: coaching.details(uow, session_id), self.show)
