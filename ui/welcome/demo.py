"""The demo register of this computer's user: made on the first wish, opened on every later one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from ui import threads
from ui.threads import Operations, Progress
from ui.welcome.frame import WelcomeFrame
from ui.widgets.buttons import link
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register

STEPS = 100


class Preparing(WelcomeFrame):
    """Shows how far the making has come; emits the register when it is open."""

    opened = Signal(object)
    back_wanted = Signal()

    def __init__(self, words: Words, operations: Operations) -> None:
        explanation = words("A year with invented people is being made: sessions, plans, a campaign and much more.")
        super().__init__(words, words("One moment ..."), explanation)
        self._operations = operations
        self._progress: Progress | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("One moment ..."))
        self.body.addWidget(self.bar)
        self.body.addLayout(row(link(words("Cancel"), self.stop), None))

    def begin(self) -> None:
        """Make the register, or find it made, and open it."""
        self._progress = threads.run_long(
            self._operations, self, open_or_make, self.opened.emit, progress=self._show, failed=self._refused
        )

    def stop(self) -> None:
        """Give it up; what was made so far is removed the next time."""
        if self._progress is not None:
            self._progress.cancel()
        self.back_wanted.emit()

    def _show(self, share: float) -> None:
        self.bar.setValue(round(share * STEPS))

    def _refused(self, error: UserError) -> None:
        self.show_notice(error.text(self.words), "bad")


def password() -> str:
    """Return the password that every user of the demo register has."""
    from jobbpunkt import demo

    return demo.PASSWORD


def open_or_make(progress: Progress) -> Register:
    """Open the demo register for the coach; a half-made one never gets its name."""
    from jobbpunkt import demo
    from jobbpunkt.demo.stage import COACH
    from jobbpunkt.register import places
    from jobbpunkt.register.opening import Credentials, Register

    ready = places.of_demo()
    if not ready.exists():
        days = (demo.TODAY - demo.FIRST_DAY).days

        def tell(day: date) -> None:
            progress.tell((day - demo.FIRST_DAY).days / days)

        demo.make_whole(str(ready), tell)
    return Register.open(str(ready), Credentials(COACH, demo.PASSWORD), sole=True)
