"""The note of a meeting reaches the register once a sitting: on leaving, ending or locking. Until then the draft keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from jobbpunkt import coaching
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.coaching import NoteSaved, SessionDetails
from ui import asking
from ui.context import Context
from ui.drafts.form_draft import Difference, FormDraft
from ui.widgets.forms import LongTextField

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


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
    saving = Signal()
    """It is on its way to the register."""
    unsaved = Signal()
    """It did not arrive; the draft has it."""
    refused = Signal(object)
    """A UserError that neither field could show."""
    clashed = Signal(object)
    """Differences: what was typed here and meanwhile changed by somebody else."""

    def __init__(
        self,
        context: Context,
        session_id: UUID,
        fields: tuple[LongTextField, LongTextField],
        draft: FormDraft,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.context, self.words, self.session_id, self.draft = context, context.words, session_id, draft
        self.note, self.summary = fields
        self._upon = _Upon()
        self._kept = self._sent = Texts("", "")
        self._flying = 0
        self._then: list[Callable[[], None]] = []
        self._open = False
        for field in fields:
            field.changed.connect(self._touch)
        context.locking.connect(self.flush)
        # After an error nobody foresaw the words are still here, and can be saved again.
        context.operations.crashed.connect(self._give_back)

    @property
    def typed(self) -> Texts:
        """Return what stands in the fields."""
        return Texts(self.note.value(), self.summary.value())

    @property
    def version(self) -> int:
        """Return the version of the meeting that was last read or saved here; 0 before the first."""
        return self._upon.version

    @property
    def flying(self) -> bool:
        """Whether something is on its way to the register."""
        return self._flying > 0

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the register."""
        return self.typed != self._kept

    def show(self, found: SessionDetails) -> None:
        """Take what the register holds; what was typed here stays, and is asked about if somebody else changed it too."""
        if self._flying or self.version == found.row.version:
            return
        first, before, theirs = self.version == 0, self._kept, Texts(found.note, found.summary)
        self._upon.version, self._kept, self._sent = found.row.version, theirs, theirs
        differences = [
            difference
            for name, field in (("note", self.note), ("summary", self.summary))
            if (difference := self._take(name, field, getattr(before, name), getattr(theirs, name), first=first)) is not None
        ]
        if differences:
            self.clashed.emit(differences)

    def held(self, texts: Texts) -> None:
        """Take note that the meeting was ended with these texts."""
        self._kept = self._sent = texts
        self._tell_kept()

    def flush(self) -> None:
        """Send what has been typed to the register, if anything; it arrives even if this screen is gone by then."""
        texts = self.typed
        if not self.version or self.context.locked or texts == self._sent:
            self._tell_kept()
            return
        self.draft.flush()
        upon, session_id = self._upon, self.session_id

        def work(uow: Writing) -> NoteSaved:
            answer = coaching.save_note(uow, session_id, upon.version, note=texts.note, summary=texts.summary)
            upon.version = answer.version
            return answer

        self._sent = texts
        self._flying += 1
        self.saving.emit()
        asking.look(self, self.context, work, lambda _answer: self._arrived(texts), self._failed)

    def settle(self, then: Callable[[], None]) -> None:
        """Save what has been typed, and go on with `then` once it is in the register; a refusal ends there."""
        self._then.append(then)
        self.flush()
        if not self._flying:
            self._go_on()

    def reload(self) -> None:
        """Read the meeting again: somebody else has saved it."""
        session_id = self.session_id
        asking.read(self, self.context, lambda uow: coaching.details(uow, session_id), self.show)

    def _take(self, name: str, field: LongTextField, old: str, theirs: str, *, first: bool) -> Difference | None:
        mine = field.value()
        if mine == theirs:
            self.draft.rebase(name)
        elif first or mine == old:
            field.set_value(theirs)
            self.draft.rebase(name)
        elif theirs != old:
            self.draft.follow(name, theirs, theirs)
            return Difference(name, field.label.text(), mine, theirs, mine, theirs)
        return None

    def _touch(self) -> None:
        self._open = True
        self.waiting.emit()

    def _tell_kept(self) -> None:
        """Say that the register holds the words, when they were typed back to what it holds or chosen so."""
        if self._open and not self._flying and not self.dirty:
            self._open = False
            self.draft.saved("note", "summary")
            self.saved.emit()

    def _arrived(self, texts: Texts) -> None:
        self._flying = max(0, self._flying - 1)
        self._kept = texts
        if self._flying or self.dirty:
            return
        self._tell_kept()
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _give_back(self, _error: BaseException) -> None:
        if self._flying:
            self.unsaved.emit()
        self._flying, self._sent = 0, self._kept
        self._then.clear()

    def _failed(self, error: UserError) -> None:
        self._flying = max(0, self._flying - 1)
        self._sent = self._kept
        self._then.clear()
        self.unsaved.emit()
        fields = {"note": self.note, "summary": self.summary}
        if isinstance(error, InvalidInput) and error.field in fields:
            fields[error.field].set_error(error.text(self.words))
        elif isinstance(error, Stale):
            if not self._flying:
                self.reload()
        else:
            self.refused.emit(error)
