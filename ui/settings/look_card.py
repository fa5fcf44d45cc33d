"""Language, light or dark, and the size of the text; each takes effect at once."""

from jobbpunkt.base import settings
from jobbpunkt.base.words import LANGUAGE_NAMES, N_
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.widgets.forms import SegmentField

THEMES = (("system", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))
TEXT_SIZES = (100, 115, 130, 150, 175, 200)


class LookCard(SettingsCard):
    """How the window looks and speaks on this computer."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("Look and language"))
        self.language = SegmentField(words("Language"), LANGUAGE_NAMES)
        self.theme = SegmentField(words("Light or dark"), [(value, words(name)) for value, name in THEMES])
        self.text_size = SegmentField(words("Text size"), [(size, words("{n} %", n=size)) for size in TEXT_SIZES])
        self.keep(settings.LANGUAGE, self.language)
        self.keep(settings.THEME, self.theme)
        self.keep(settings.TEXT_SIZE, self.text_size)
