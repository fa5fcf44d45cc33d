"""Signing in: user name and password, or the recovery key when the password is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from ui import threads
from ui.threads import Operations
from ui.welcome.frame import WelcomeFrame
from ui.welcome.password import NewPasswordField, password_field
from ui.widgets.buttons import link, primary
from ui.widgets.forms import Form, LongTextField, TextField
from ui.widgets.labels import place_of_file

if TYPE_CHECKING:
    from jobbpunkt.base.clock import Clock
    from jobbpunkt.register.opening import Created, Register
    from jobbpunkt.register.quick import QuickUnlock


class SignIn(WelcomeFrame):
    """Opens one register; emits it when it is open, or asks for another."""

    opened = Signal(object)
    other_wanted = Signal()
    recovery_wanted = Signal()

    def __init__(
        self,
        words: Words,
        operations: Operations,
        where: str,
        user: str = "",
        *,
        locked: bool = False,
        clock: Clock | None = None,
        quick: QuickUnlock | None = None,
    ) -> None:
        super().__init__(words, words("Locked") if locked else words("Sign in"))
        self._operations, self._where, self._clock = operations, where, clock
        self._quick, self._known = quick, user
        self.form = Form(words)
        self.code = self.form.add("code", password_field(words, words("Short code"))) if self._takes_code() else None
        self.user = self.form.add("login", TextField(words("User name")))
        self.password = self.form.add("password", password_field(words, words("Password")))
        self.button = primary(words("Unlock") if locked else words("Sign in"), self.sign_in)
        self.user.set_value(user)
        self._build()
        for line in (self.user.line, self.password.line, *([self.code.line] if self.code else [])):
            line.returnPressed.connect(self.sign_in)
        # Half of the time to the first page is reading our own code; it can be read while the person types.
        threads.run(operations, self, _read_ahead, lambda _none: None)

    def _build(self) -> None:
        place = place_of_file(self._where)
        place.setAccessibleName(self.words("Register: {place}", place=self._where))
        self.body.addWidget(place)
        self.body.addWidget(self.form)
        self.body.addWidget(self.button)
        links = QHBoxLayout()
        links.addWidget(link(self.words("Use the recovery key"), self.recovery_wanted.emit))
        links.addStretch(1)
        links.addWidget(link(self.words("Choose another register"), self.other_wanted.emit))
        self.body.addLayout(links)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where the typing begins."""
        super().showEvent(event)
        (self.code or (self.password if self.user.value() else self.user)).setFocus()

    def sign_in(self) -> None:
        """Open the register in the background; the form waits."""
        login, password = self.user.value(), self.password.value()
        code = self.code.value() if self.code and self._takes_code() and login == self._known and not password else ""
        if code:
            self._unlock(code)
            return
        if not self.button.isEnabled() or not login or not password:
            (self.password if login else self.user).setFocus()
            return
        self._open(lambda: password, self._refused)

    def _unlock(self, code: str) -> None:
        """Open the register with the password that the code opens."""
        quick, clock = self._quick, self._clock
        if quick is None or clock is None:
            raise RuntimeError("no code")
        self._open(lambda: quick.password(code, clock.today()), self._refused_code)

    def _open(self, secret: Callable[[], str], refused: Callable[[UserError], None]) -> None:
        login = self.user.value()
        self.notice.hide()
        self.form.clear_errors()
        self._wait(self.words("Opening the register ..."))

        def work() -> Register:
            from jobbpunkt.register.opening import Credentials, Register

            return Register.open(self._where, Credentials(login, secret()), self._clock, sole=True)

        threads.run(self._operations, self, work, self._opened, refused)

    def _takes_code(self) -> bool:
        return self._quick is not None and self._clock is not None and self._quick.is_ready(self._clock.today())

    def _refused_code(self, error: UserError) -> None:
        from jobbpunkt.register.keys import WrongSecret

        if isinstance(error, WrongSecret) and self._quick is not None:
            self._quick.forget()  # the password has been changed since
        self._refused(error)
        if self.code is not None:
            self.code.set_value("")
            self.code.setVisible(self._takes_code())
            (self.code if self._takes_code() else self.password).setFocus()

    def _opened(self, register: Register) -> None:
        self.password.set_value("")
        self.opened.emit(register)

    def _refused(self, error: UserError) -> None:
        self._wait("")
        self.show_notice(error.text(self.words), "bad")
        self.password.setFocus()
        self.password.line.selectAll()

    def _wait(self, sentence: str) -> None:
        self.setEnabled(not sentence)
        if sentence:
            self.show_notice(sentence)


class Recover(WelcomeFrame):
    """Opens a register with its recovery key and gives the user a new password; emits it with the next recovery key."""

    recovered = Signal(object)
    back_wanted = Signal()

    def __init__(self, words: Words, operations: Operations, where: str, user: str = "", *, clock: Clock | None = None) -> None:
        explanation = words(
            "Type the key from the printed sheet and choose a new password. The key works only once: you get a new one to print."
            " It is written in the history that the key was used."
        )
        super().__init__(words, words("Use the recovery key"), explanation, width=520)
        self._operations, self._where, self._clock = operations, where, clock
        self.form = Form(words)
        self.user = self.form.add("login", TextField(words("User name")))
        self.key = self.form.add("key", LongTextField(words("Recovery key"), lines=3, snug=True))
        self.password = self.form.add("password", NewPasswordField(words, words("New password")))
        self.user.set_value(user)
        self.body.addWidget(self.form)
        self.body.addWidget(primary(words("Open the register"), self.recover))
        self.body.addWidget(link(words("Back"), self.back_wanted.emit))

    def recover(self) -> None:
        """Open the register in the background; the form waits."""
        login, key, password = self.user.value(), self.key.value(), self.password.value()
        self.setEnabled(False)

        def work() -> Created:
            from jobbpunkt.register.opening import Register

            return Register.recover(self._where, key, login, password, self._clock, sole=True)

        threads.run(self._operations, self, work, self.recovered.emit, self._refused)

    def _refused(self, error: UserError) -> None:
        self.setEnabled(True)
        self.show_notice(error.text(self.words), "bad")


def _read_ahead() -> None:
    """Import what opening a register and showing its first page takes."""
    import ui.workspace
    from jobbpunkt.register.opening import Register

    _ = (ui.workspace, Register)
