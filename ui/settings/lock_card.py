"""When the program locks itself."""

from jobbpunkt import settings
from jobbpunkt.i18n import N_
from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.forms import ChoiceField
from ui.widgets.labels import muted

MINUTES = (1, 2, 5, 10, 15, 30)
SAID = N_("When nobody has touched the computer for a while, the program closes the register and asks for the password.")


class LockCard(Card):
    """How long the program waits for a key or a click."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words("Lock"))
        self._context = context
        chosen = context.settings.get(settings.LOCK_MINUTES)
        # A time from the file that is not offered here stands among the choices, or the field would tell another.
        offered = sorted({*MINUTES, chosen})
        choices = [(count, words.plural("{n} minute", "{n} minutes", count)) for count in offered]
        self.after = ChoiceField(words("Lock after"), choices)
        self.after.setMaximumWidth(280)
        self.after.set_value(chosen)
        self.add(muted(words(SAID)))
        self.add(self.after)
        self.after.changed.connect(self._choose)

    def _choose(self) -> None:
        self._context.settings.set(settings.LOCK_MINUTES, self.after.value() or settings.LOCK_MINUTES.default)
        self._context.restyled.emit()
