"""The drafts of one stay: read when one signs in, written on a thread of their own while one types."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import drafts
from jobbpunkt.register.drafts import Draft, DraftOf, DraftStore, Found

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register


class DraftKeeper(QObject):
    """Knows every draft of the signed-in user. The thread is its own: a long report must not let typing wait."""

    ready = Signal()
    """The drafts have been read."""
    changed = Signal()
    """There are other drafts than before, or a form that holds one was opened or closed."""
    told = Signal(object)
    """A UserError about drafts that cannot be read or kept."""
    _answered = Signal(object, object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or drafts.default_folder()
        self._thread = ThreadPoolExecutor(1, "drafts")
        self._store: DraftStore | None = None
        self._found: dict[DraftOf, Draft] = {}
        self._open: list[DraftOf] = []
        self._gone: set[DraftOf] = set()
        self._complained = self._ended = False
        self.is_ready = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def open(self, register: Register) -> None:
        """Read the drafts of the user who has signed in."""
        self._submit(lambda: self._read(register), self._show)

    def when_ready(self, then: Callable[[], None]) -> None:
        """Run `then` now, or as soon as the drafts have been read."""
        if self.is_ready:
            then()
        else:
            self.ready.connect(then, Qt.ConnectionType.SingleShotConnection)

    def find(self, of: DraftOf) -> Draft | None:
        """Return the draft of that form and record, if there is one."""
        return self._found.get(of)

    def waiting(self) -> tuple[Draft, ...]:
        """Return the drafts whose form is not open, the latest first."""
        left = [draft for draft in self._found.values() if draft.of not in self._open]
        return tuple(sorted(left, key=lambda draft: draft.at, reverse=True))

    def put(self, draft: Draft) -> None:
        """Keep a draft in place of the one before."""
        new = draft.of not in self._found
        self._found[draft.of] = draft
        self._with_store(lambda store: store.put(draft))
        if new:
            self.changed.emit()

    def drop(self, of: DraftOf) -> None:
        """Let go of a draft."""
        if not self.is_ready:
            self._gone.add(of)
        if self._found.pop(of, None) is not None:
            self._with_store(lambda store: store.drop(of))
            self.changed.emit()

    def hold(self, of: DraftOf) -> None:
        """Take note that the form is open: its draft is where it belongs."""
        self._open.append(of)
        self.changed.emit()

    def release(self, of: DraftOf) -> None:
        """Take note that the form is closed."""
        if of in self._open:
            self._open.remove(of)
            # Later, since whoever shows the number may be going away together with the form.
            QTimer.singleShot(0, self, self.changed.emit)

    def flush(self) -> None:
        """Wait until everything that was given to be kept is on the disk."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Keep what is under way, close the file and forget what it held: the keys are about to go."""
        self._thread.submit(self._shut).result()
        self._found, self.is_ready = {}, False

    def end(self) -> None:
        """Close, and end the thread; a window may be closed twice."""
        if self._ended:
            return
        self._ended = True
        self.close()
        self._answered.disconnect()
        self._thread.shutdown(wait=True)

    def _read(self, register: Register) -> Found:
        self._store, told = drafts.open_store(register, self._folder)
        found = self._store.read()
        return Found(found.drafts, (*told, *found.told))

    def _shut(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _with_store(self, work: Callable[[DraftStore], None]) -> None:
        def run() -> None:
            if self._store is not None:
                work(self._store)

        self._submit(run, lambda _nothing: None)

    def _submit(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._thread.submit(work).add_done_callback(lambda future: self._answered.emit(done, future))

    def _deliver(self, done: Callable[[Any], None], future: Future[Any]) -> None:
        error = future.exception()
        if error is None:
            done(future.result())
            return
        if not isinstance(error, UserError):
            raise error
        # Without drafts one can work; it is said once, not at every key.
        if not self._complained:
            self._complained = True
            self.told.emit(error)
        if not self.is_ready:
            self._show(Found(()))

    def _show(self, found: Found) -> None:
        typed_meanwhile = self._found
        self._found = {draft.of: draft for draft in found.drafts} | typed_meanwhile
        self.is_ready = True
        while self._gone:
            self.drop(self._gone.pop())
        self.ready.emit()
        self.changed.emit()
        for error in found.told:
            self.told.emit(error)
