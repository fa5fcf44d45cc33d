"""What every page is given: the open register, the words, the settings, and the way to the other pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import Shut, UserError
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from ui import messages
from ui.drafts.keeper import DraftKeeper
from ui.threads import Operations

if TYPE_CHECKING:
    from jobbpunkt.base.clock import Clock
    from jobbpunkt.register.opening import Register
    from jobbpunkt.register.quick import QuickUnlock
    from jobbpunkt.register.unit_of_work import SignedIn


@runtime_checkable
class TakesShut(Protocol):
    """What says itself that the gate is shut."""

    def show_shut(self, error: Shut) -> None:
        """Say so, and ask why one wants in where that opens it."""
        ...


class Context(QObject):
    """One signed-in stay in a register. Locking takes the register away; signing in again gives it back."""

    changed = Signal(object)
    """A Change: something was saved; pages that show one of its nouns refresh."""
    navigated = Signal(str, object)
    """A page's key and a record's UUID or None: go there."""
    pointed = Signal(str, str)
    """A page's key and the name of a part of the record that it was just opened at."""
    named = Signal(str, str)
    """A page's key and what it is called now: the rail says it so."""
    returned = Signal(str)
    """A page's key: one is done with the record that it was opened at, and wants back to where one came from."""
    filling = Signal(object)
    """A LaidOver that wants the whole window, without the rail, until it is left."""
    access_changed = Signal()
    """Somebody's access was changed, which no Change tells: the register may need new keys."""
    let_in = Signal(object)
    """A person's UUID: a reason was given, and what could not be shown of them can be now."""
    locking = Signal()
    """The register is about to be closed: save now what saves itself."""
    lock_wanted = Signal()
    """Somebody asked for the lock."""
    restyled = Signal()
    """The language, the theme or the text size was changed in the settings."""

    def __init__(
        self,
        register: Register,
        words: Words,
        settings: Settings,
        parent: QObject | None = None,
        drafts_folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._register: Register | None = register
        self.words = words
        self.settings = settings
        self.user: SignedIn = register.user
        self.clock: Clock = register.clock
        self.quick: QuickUnlock | None = None
        self.operations = Operations(self)
        self.operations.refused.connect(self._tell)
        self.drafts = DraftKeeper(drafts_folder, self)
        self.drafts.told.connect(lambda error: self._tell(None, error))
        self.drafts.open(register)

    @property
    def register(self) -> Register:
        """Return the open register; asking while it is locked is a mistake of ours."""
        if self._register is None:
            raise RuntimeError("locked")
        return self._register

    @property
    def locked(self) -> bool:
        """Say whether the register is closed for now."""
        return self._register is None

    def go(self, page: str, record: UUID | None = None, part: str = "") -> None:
        """Open the page with key `page`, at a record if one is given, and at a part of it that the page knows by name."""
        self.navigated.emit(page, record)
        if part:
            self.pointed.emit(page, part)

    def back(self, page: str) -> None:
        """Go back to the page from which a record on the page with key `page` was opened, if it was another."""
        self.returned.emit(page)

    def announce(self, change: Change) -> None:
        """Tell every page what was saved."""
        self.changed.emit(change)

    def lock(self) -> None:
        """Let pages save what saves itself, wait for that, then close the register and drop its keys."""
        if self._register is None:
            return
        self._let_go()

    def unlock(self, register: Register) -> None:
        """Go on with the same user's register, opened anew."""
        self._register = register
        self.user = register.user
        self.drafts.open(register)
        self.operations.resume()

    def close(self) -> None:
        """Let pages save what saves itself, then end the threads and close the register."""
        if self._register is not None:
            self._let_go()
        self.forget_code()
        self.operations.close()
        self.drafts.end()

    def forget_code(self) -> None:
        """Forget the short code that opens the lock, if there is one."""
        if self.quick is not None:
            self.quick.forget()
        self.quick = None

    def _let_go(self) -> None:
        self.locking.emit()
        self.operations.pause()
        # What has just been saved is no draft any more: its answer is heard before the drafts are closed.
        QCoreApplication.sendPostedEvents(self.operations, QEvent.Type.MetaCall.value)
        self.drafts.close()
        if self._register is not None:
            self._register.close()
        self._register = None

    def _tell(self, parent: QObject | None, error: UserError) -> None:
        if isinstance(error, Shut) and isinstance(parent, QWidget):
            self._shut(parent, error)
        else:
            messages.refuse(parent, error, self.words)

    def _shut(self, parent: QWidget, error: Shut) -> None:
        """Let the innermost of what holds the asker say so that knows how: the page of the person, or the window."""
        place: QObject | None = parent
        while place is not None:
            if isinstance(place, TakesShut):
                place.show_shut(error)
                return
            place = place.parent()
        messages.refuse(parent, error, self.words)
