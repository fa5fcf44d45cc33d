"""A short code for the lock, for the rest of the day."""

from datetime import timedelta

from PySide6.QtCore import QTimer

from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.register.opening import Register
from jobbpunkt.register.quick import QuickUnlock
from ui import asking, messages
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.welcome.password import password_field
from ui.widgets.buttons import secondary
from ui.widgets.forms import Form
from ui.widgets.labels import small
from ui.widgets.layouts import row


class QuickCard(SettingsCard):
    """The password once, and the code that opens the lock until midnight; both fields are emptied when it is done."""

    def __init__(self, context: Context) -> None:
        words = context.words
        explanation = words(
            "A code that you choose yourself opens the locked program for the rest of the day, in place of the"
            " password. The program forgets it at midnight, when it is closed and after three wrong codes."
        )
        super().__init__(context, words("Short code"), explanation=explanation)
        self.form = Form(words)
        self.password = self.form.add("password", password_field(words, words("The password you have now")))
        self.code = self.form.add("code", password_field(words, words("Short code"), hint=words("4 to 8 letters or digits.")))
        self.button = secondary(words("Use this code today"), self.choose, icon="clock")
        self.forget = secondary(words("Forget the code"), self.put_away, icon="x")
        self.stands = small("")
        self.add(self.form)
        self.add(self.stands)
        self.add(row(self.button, self.forget, None))
        self._tell()

    def choose(self) -> None:
        """Try the password in the background, then keep the code."""
        password, code, today = self.password.value(), self.code.value(), self.context.clock.today()
        self.form.clear_errors()
        self.button.setEnabled(False)

        def work(register: Register) -> QuickUnlock:
            from jobbpunkt.register.passwords import demand_own

            demand_own(register, password)
            return QuickUnlock(code, password, today)

        asking.on_register(self, self.context, work, self._chosen, self._refused)

    def put_away(self) -> None:
        """Forget the code at once."""
        self.context.forget_code()
        self._tell()

    def _chosen(self, quick: QuickUnlock) -> None:
        self.button.setEnabled(True)
        self.form.set_values(password="", code="")
        self.context.forget_code()
        self.context.quick = quick
        tomorrow = instant(self.context.clock.today() + timedelta(days=1))
        left = tomorrow - self.context.clock.now()
        QTimer.singleShot(int(left.total_seconds() * 1000) + 1, self.context, self.context.forget_code)
        self._tell()

    def _tell(self) -> None:
        quick = self.context.quick
        ready = quick is not None and quick.is_ready(self.context.clock.today())
        self.stands.setText(self.words("A code opens the lock until midnight.") if ready else self.words("No code is chosen."))
        self.forget.setEnabled(ready)

    def _refused(self, error: UserError) -> None:
        self.button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            messages.refuse(self, error, self.words)
