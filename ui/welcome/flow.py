"""The way through the welcome views, from the first start to an open register."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from ui import threads
from ui.main_window import MainWindow
from ui.threads import Operations

if TYPE_CHECKING:
    from jobbpunkt.base.clock import Clock
    from jobbpunkt.register.opening import Created
    from jobbpunkt.register.quick import QuickUnlock
    from ui.welcome.frame import WelcomeFrame


class Welcome(QObject):
    """Shows one welcome view at a time over the window; emits the register when it is open."""

    opened = Signal(object)

    def __init__(self, words: Words, operations: Operations, chosen: Settings, window: MainWindow) -> None:
        super().__init__(window)
        self._words, self._operations, self._settings, self._window = words, operations, chosen, window
        self._view: WelcomeFrame | None = None
        # The sign-in that one came from, to go back to.
        self._again: Callable[[], None] | None = None

    @property
    def view(self) -> WelcomeFrame | None:
        """Return the view that is shown, if any."""
        return self._view

    def leave(self) -> None:
        """Take the welcome view away."""
        if self._view is not None:
            self._window.take_off(self._view)
            self._view = self._again = None

    def first_start(self) -> None:
        """Offer the three ways to begin."""
        from ui.welcome.first_start import FirstStart

        view = FirstStart(self._words, back=self._again is not None)
        view.back_wanted.connect(lambda: self._again() if self._again is not None else None)
        view.demo_wanted.connect(self._make_demo)
        view.create_wanted.connect(self._create)
        view.open_wanted.connect(self._choose)
        self._show(view)

    def sign_in(
        self,
        where: str,
        user: str = "",
        *,
        locked: bool = False,
        clock: Clock | None = None,
        quick: QuickUnlock | None = None,
    ) -> None:
        """Ask for user name and password of a register; over the lock the short code of the day does too."""
        from ui.welcome.sign_in import SignIn

        self._again = partial(self.sign_in, where, user, locked=locked, clock=clock, quick=quick)
        view = SignIn(self._words, self._operations, where, user, locked=locked, clock=clock, quick=quick)
        view.opened.connect(self.opened)
        view.other_wanted.connect(self.first_start)
        view.recovery_wanted.connect(lambda: self._recover(where, view.user.value(), clock, self._again))
        self._show(view)
        self._tell_demo_password(view, where)

    def _recover(self, where: str, user: str, clock: Clock | None, back: Callable[[], None] | None) -> None:
        from ui.welcome.sign_in import Recover

        view = Recover(self._words, self._operations, where, user, clock=clock)
        view.recovered.connect(self._show_key)
        view.back_wanted.connect(back or self.first_start)
        self._show(view)

    def _choose(self) -> None:
        from ui.welcome.open_register import OpenRegister

        view = OpenRegister(self._words)
        view.chosen.connect(self.sign_in)
        view.back_wanted.connect(self.first_start)
        self._show(view)

    def _create(self) -> None:
        from ui.welcome.create_register import CreateRegister

        view = CreateRegister(self._words, self._operations, _documents())
        view.created.connect(self._show_key)
        view.back_wanted.connect(self.first_start)
        self._show(view)

    def _show_key(self, made: Created) -> None:
        from jobbpunkt.documents.recovery import RecoveryDocument
        from ui.welcome.recovery_sheet import RecoverySheet

        register = made.register
        standing, day = register.keyring.standing, register.clock.today()
        ended = standing.members.seen.short() if standing is not None else ""
        data = RecoveryDocument(made.recovery_key, register.location.text, register.user.login, day, ended)
        view = RecoverySheet(self._words, self._operations, data)
        view.kept.connect(lambda: self.opened.emit(made.register))
        self._show(view)

    def _make_demo(self) -> None:
        from ui.welcome.demo import Preparing

        view = Preparing(self._words, self._operations)
        view.opened.connect(self.opened)
        view.back_wanted.connect(self.first_start)
        self._show(view)
        view.begin()

    def _tell_demo_password(self, view: WelcomeFrame, where: str) -> None:
        """Say the demo's password where it is asked for: nobody has chosen it, so nobody can know it."""
        from jobbpunkt.register import places
        from ui.welcome import demo

        def tell(password: str) -> None:
            view.show_notice(self._words("This is the demo register. Its password is: {password}", password=password))

        if where == str(places.of_demo()):
            threads.run(self._operations, view, demo.password, tell)

    def _show(self, view: WelcomeFrame) -> None:
        before, self._view = self._view, view
        self._window.put_on_top(view)
        if before is not None:
            self._window.take_off(before)


def _documents() -> Path:
    from platformdirs import user_data_path, user_documents_path

    from jobbpunkt.base.errors import UserError
    from jobbpunkt.register import places

    ours = user_documents_path() / "Jobbpunkt"
    try:
        places.refuse_shared(ours / "register.jobbpunkt")
    except UserError:  # documents are often carried to a cloud
        return user_data_path("Jobbpunkt", appauthor=False)
    return ours
