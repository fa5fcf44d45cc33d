"""When the program locks itself."""

from jobbpunkt.base import settings
from jobbpunkt.base.words import N_
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.widgets.forms import ChoiceField

MINUTES = (1, 2, 5, 10, 15, 30)
SAID = N_("When nobody has touched the computer for a while, the program closes the register and asks for the password.")


class LockCard(SettingsCard):
    """How long the program waits for a key or a click."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("Lock"), explanation=words(SAID))
        chosen = context.settings.get(settings.LOCK_MINUTES)
        # A time from the file that is not offered here stands among the choices, or the field would tell another.
        offered = sorted({*MINUTES, chosen})
        choices = [(count, words.plural("{n} minute", "{n} minutes", count)) for count in offered]
        self.after = ChoiceField(words("Lock after"), choices)
        self.after.setMaximumWidth(280)
        self.keep(settings.LOCK_MINUTES, self.after)
