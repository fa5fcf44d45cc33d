"""Language, light or dark, and the size of the text; each takes effect at once."""

from jobbpunkt import settings
from jobbpunkt.i18n import LANGUAGE_NAMES, N_
from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.forms import SegmentField

THEMES = (("system", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))
TEXT_SIZES = (100, 115, 130, 150, 175, 200)


class LookCard(Card):
    """How the window looks and speaks on this computer."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words("Look and language"))
        self._context = context
        self.language = SegmentField(words("Language"), LANGUAGE_NAMES)
        self.theme = SegmentField(words("Light or dark"), [(value, words(name)) for value, name in THEMES])
        self.text_size = SegmentField(words("Text size"), [(size, words("{n} %", n=size)) for size in TEXT_SIZES])
        chosen = context.settings
        self.language.set_value(chosen.get(settings.LANGUAGE))
        self.theme.set_value(chosen.get(settings.THEME))
        self.text_size.set_value(chosen.get(settings.TEXT_SIZE))
        for field in (self.language, self.theme, self.text_size):
            self.add(field)
            field.changed.connect(self._choose)

    def _choose(self) -> None:
        chosen = self._context.settings
        chosen.set(settings.LANGUAGE, self.language.value() or settings.LANGUAGE.default)
        chosen.set(settings.THEME, self.theme.value() or settings.THEME.default)
        chosen.set(settings.TEXT_SIZE, self.text_size.value() or settings.TEXT_SIZE.default)
        self._context.restyled.emit()
