"""The program with its window: first start or sign-in, then the workspace, locked when nobody is there."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jobbpunkt.base import settings, traces
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.register import location
from jobbpunkt.register.arriving import is_field
from ui import messages, system_lock
from ui.ahead import Ahead
from ui.backups import at_closing
from ui.clipboard import ClipboardCare
from ui.collector import Collector
from ui.crash import CrashReporter
from ui.idle import IdleWatch
from ui.leaving import LeavingWatch
from ui.lock_key import LockKey
from ui.main_window import MainWindow
from ui.one_window import OneWindow
from ui.qt_words import QtWords
from ui.theme import Theme
from ui.threads import Operations
from ui.welcome.flow import Welcome

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register
    from jobbpunkt.register.unit_of_work import SignedIn
    from ui.context import Context
    from ui.widgets.over import LaidOver
    from ui.workspace import Workspace


class Program(QObject):
    """Holds what lives as long as the window: settings, words, theme, and the stay in a register."""

    def __init__(self, app: QApplication, chosen: Settings) -> None:
        super().__init__(app)
        self.settings = chosen
        self.words = Words(chosen.get(settings.LANGUAGE))
        self.qt_words = QtWords(app, self.words.language, self)
        self.theme = Theme(app, chosen.get(settings.THEME), chosen.get(settings.TEXT_SIZE))
        self._size = chosen.get(settings.TEXT_SIZE)
        self.crash = CrashReporter(self.words, self)
        self.operations = Operations(self)
        self.operations.crashed.connect(self.crash.report)
        self.window = MainWindow(self.words, chosen)
        self.window.closing.connect(self._close)
        self.only = OneWindow(parent=self)
        self.only.wanted.connect(self._come_forward)
        self.idle = IdleWatch(chosen.get(settings.LOCK_MINUTES), self)
        self.idle.idle.connect(self.lock)
        self.lock_key = LockKey(self)
        self.lock_key.pressed.connect(self.lock)
        self.clipboard = ClipboardCare(self)
        self._system: QObject | None = None
        self.collector = Collector(self.idle.quiet, self)
        self.collector.start()
        self.leaving = LeavingWatch(self._open_register, self)
        self.leaving.asked.connect(self._make_way)
        self.context: Context | None = None
        self.workspace: Workspace | None = None
        self.ahead: Ahead | None = None
        self._filling: LaidOver | None = None
        self._hidden: list[QWidget] = []
        self.welcome = self._make_welcome()

    def start(self, where: str = "", user: str = "", opened: Register | None = None) -> None:
        """Show the window: with a register that is open already, at its sign-in, or at the first start."""
        where = where or self.settings.get(settings.LAST_REGISTER)
        if opened is not None:
            self.enter(opened)
        elif where:
            self.welcome.sign_in(where, user or self.settings.get(settings.LAST_USER))
        else:
            self.welcome.first_start()
        self.window.show()

    def claim(self, where: str = "") -> bool:
        """Take the register that the window will begin with for itself; False when another window has it."""
        where = where or self.settings.get(settings.LAST_REGISTER)
        try:
            return not where or self.only.claim(location.parse(where).text)
        except UserError:
            return True  # it cannot be opened; the sign-in says why

    def enter(self, register: Register) -> None:
        """Go on where one was, if the same user has unlocked the same register; else begin anew."""
        context, user, place = self.context, register.user, register.location.text
        if not self.only.claim(place):
            register.close()
            self._say_it_is_open(place, user.login)
            return
        if context is not None and _is_as_before(context.user, user) and self.settings.get(settings.LAST_REGISTER) == place:
            context.unlock(register)
            self.welcome.leave()
            self._show_hidden()
            if self.workspace is not None:
                self.workspace.refresh()
        else:
            self._begin(register)
        self._restyle()  # what was chosen just before the lock
        self.settings.set(settings.LAST_REGISTER, place)
        self.settings.set(settings.LAST_USER, user.login)
        self.idle.start()
        if self._system is None:
            self._system = system_lock.follow(self.window, self.lock)
        if register.told:
            messages.tell(self.window, "\n\n".join(one.text(self.words) for one in register.told), self.words)

    def _say_it_is_open(self, place: str, login: str) -> None:
        self.welcome.sign_in(place, login)
        if self.welcome.view is not None:
            told = self.words("This register is open in another window, which has been brought forward.")
            self.welcome.view.show_notice(told, "warn")

    def _come_forward(self) -> None:
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()
        QApplication.alert(self.window)

    def lock(self) -> None:
        """Close the register, drop its keys, and ask for the password over the window as it is."""
        context = self.context
        if context is None or context.locked:
            return
        self.idle.stop()
        self.clipboard.clear()
        # The views of dialogs would stand before the lock; they come back with all that was typed.
        self._hidden = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not self.window]
        for widget in self._hidden:
            widget.hide()
        where = context.register.location.text
        context.lock()
        self.welcome.sign_in(where, context.user.login, locked=True, clock=context.clock, quick=context.quick)

    def _open_register(self) -> Register | None:
        context = self.context
        return None if context is None or context.locked else context.register

    def _make_way(self, by: str) -> None:
        """Lock for who exchanges the file or its keys; what is typed stays, here and as drafts."""
        self.lock()
        if self.welcome.view is not None:
            told = self.words(
                "{login} is restoring the register or giving it new keys. What you typed is kept; sign in again in a moment.",
                login=by,
            )
            self.welcome.view.show_notice(told, "warn")

    def _sign_out(self, error: UserError) -> None:
        """Lock because whoever is signed in may no longer write, and say why where the password is asked for."""
        self.lock()
        if self.welcome.view is not None:
            self.welcome.view.show_notice(error.text(self.words), "warn")

    def _make_welcome(self) -> Welcome:
        welcome = Welcome(self.words, self.operations, self.settings, self.window)
        welcome.opened.connect(self.enter)
        return welcome

    def _begin(self, register: Register) -> None:
        from ui.context import Context

        self._end_stay()
        context = Context(register, self.words, self.settings, self)
        context.operations.crashed.connect(self.crash.report)
        context.lock_wanted.connect(self.lock)
        # After what was asked has been answered: the lock waits for that.
        context.operations.signed_out.connect(self._sign_out, Qt.ConnectionType.QueuedConnection)
        context.restyled.connect(self._restyle)
        context.filling.connect(self._fill)
        self.context = context
        self.welcome.leave()
        self._show_workspace(context)
        if self.ahead is None:
            self.ahead = Ahead(self.idle.quiet, self._has_rest, self)

    def _has_rest(self) -> bool:
        return self.context is not None and self.context.operations.idle

    def _fill(self, view: LaidOver) -> None:
        """Show a view over the whole window until it is left."""
        self._filling = view
        view.left.connect(self._take_off_filling)
        self.window.put_on_top(view)
        view.setFocus()

    def _take_off_filling(self) -> None:
        if self._filling is not None:
            self.window.take_off(self._filling)
            self._filling = None

    def _show_workspace(self, context: Context) -> None:
        if is_field(context.register.facts):
            from ui.campaigns.counting_page import CountingPage

            self._fill(CountingPage(context))
            return
        from ui.workspace import Workspace

        self.workspace = Workspace(context)
        self.window.put_on_top(self.workspace)

    def _restyle(self) -> None:
        chosen = self.settings
        self.idle.set_minutes(chosen.get(settings.LOCK_MINUTES))
        self.theme.choose(chosen.get(settings.THEME), chosen.get(settings.TEXT_SIZE))
        words, size = chosen.get(settings.LANGUAGE), chosen.get(settings.TEXT_SIZE)
        if (words, size) == (self.words.language, self._size) or self.context is None or self.context.locked:
            return  # a new workspace would lie over the lock
        # Words and sizes are built into the widgets; colours follow by themselves.
        self.words = self.context.words = Words(words)
        self.qt_words.choose(words)
        self._size = size
        self._rebuild(self.context)

    def _rebuild(self, context: Context) -> None:
        self.welcome.deleteLater()
        self.welcome = self._make_welcome()
        old = self.workspace
        self._show_workspace(context)
        if old is not None:
            self.window.take_off(old)

    def _show_hidden(self) -> None:
        for widget in self._hidden:
            if isValid(widget):
                widget.show()
        self._hidden = []

    def _end_stay(self) -> None:
        self._hidden = []
        self._take_off_filling()
        if self.workspace is not None:
            self.window.take_off(self.workspace)
            self.workspace = None
        if self.context is not None:
            self.context.close()
            self.context = None

    def _close(self) -> None:
        self.clipboard.clear()
        self.only.let_go()
        self.idle.stop()
        self.collector.stop()
        if self.ahead is not None:
            self.ahead.stop()
        if self.context is not None:
            self.window.hide()  # a backup at closing takes a moment
            at_closing(self.context)
            self.context.close()
        self.operations.close()


def _is_as_before(before: SignedIn, now: SignedIn) -> bool:
    """Tell whether the pages that stand there are those of who signs in now."""
    return (before.id, before.roles) == (now.id, now.roles)


def run(where: str = "", user: str = "", opened: Register | None = None) -> int:
    """Open the window and return the program's exit code when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(type(app))
    app.setApplicationName("Jobbpunkt Mimer")
    app.setDesktopFileName("jobbpunkt")
    # What was imported so far stays as long as the program: never looked through again.
    gc.freeze()
    program = Program(app, Settings(settings.default_file()))
    if not program.claim(where):
        if opened is not None:
            opened.close()
        return 0
    program.crash.install()
    program.crash.happened.connect(traces.note)
    program.start(where, user, opened)
    return app.exec()
