"""One's own telephone, as it stands on the papers that people take home."""

from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import OwnPhone
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.settings.user_forms import PHONE_SHOWN, phone_dialog
from ui.widgets.buttons import secondary
from ui.widgets.labels import strong
from ui.widgets.layouts import row
from ui.widgets.live import Live


class PhoneCard(SettingsCard):
    """Shows the telephone, or that there is none, and offers to change it."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("Your telephone"), explanation=words(PHONE_SHOWN))
        self._own = OwnPhone(0, "")
        self.shown = strong("")
        self.button = secondary(words("Change"), self.change, icon="pencil")
        self.add(self.shown)
        self.add(row(self.button, None))
        self.live = Live(self, context, self.refresh)

    def refresh(self) -> None:
        """Show the telephone as it is now."""
        self.live.read(accounts.own_phone, self._show)

    def change(self) -> None:
        """Ask for another telephone."""
        phone_dialog(self, self.context, self._own).open()

    def _show(self, own: OwnPhone) -> None:
        self._own = own
        self.shown.setText(own.phone or self.words("No telephone yet."))
