"""Changing one's own password."""

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.register.opening import Register
from ui import asking, messages
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.welcome.password import NewPasswordField, password_field
from ui.widgets.buttons import secondary
from ui.widgets.forms import Form
from ui.widgets.layouts import row


class PasswordCard(SettingsCard):
    """The old password and the new one; both fields are emptied when it is done."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("Password"))
        self.form = Form(words)
        self.old = self.form.add("old", password_field(words, words("The password you have now")))
        self.new = self.form.add("new", NewPasswordField(words, words("New password")))
        self.button = secondary(words("Change the password"), self.change, icon="key-round")
        self.add(self.form)
        self.add(row(self.button, None))

    def change(self) -> None:
        """Change the password in the background."""
        old, new = self.old.value(), self.new.value()
        self.form.clear_errors()
        self.button.setEnabled(False)

        def work(register: Register) -> None:
            from jobbpunkt.register.passwords import change_own

            change_own(register, old, new)

        asking.on_register(self, self.context, work, lambda _none: self._changed(), self._refused)

    def _changed(self) -> None:
        self.button.setEnabled(True)
        self.form.set_values(old="", new="")
        self.context.forget_code()
        messages.tell(self, self.words("Your password has been changed. Use the new one from now on."), self.words, "good")
        self.context.access_changed.emit()

    def _refused(self, error: UserError) -> None:
        self.button.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            messages.refuse(self, error, self.words)
