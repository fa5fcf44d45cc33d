"""Words in the user's language: gettext catalogues, and dates and numbers as Swedes write them."""

import gettext
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from zoneinfo import ZoneInfo

import resources

HOME_ZONE = ZoneInfo("Europe/Stockholm")
LANGUAGES = ("sv", "en")
# Each named in itself, as the reader of that language looks for it.
LANGUAGE_NAMES = (("sv", "Svenska"), ("en", "English"))
DOMAIN = "jobbpunkt"
NUMBER_SIGNS = MappingProxyType({"sv": str.maketrans(",.", "\u00a0,"), "en": str.maketrans({})})


def N_(sentence: str) -> str:  # noqa: N802 - the name gettext's extractors know
    """Mark a source sentence for translation later, by `Words`, and return it unchanged."""
    return sentence


class Words:
    """One language: call it with an English source sentence and its fields to get the translation.

    It is passed to whatever needs it (window, document, command line); there is no current language.
    """

    def __init__(self, language: str = "sv") -> None:
        self.language = language
        folder = resources.path("locale")
        self._catalogue = gettext.translation(DOMAIN, folder, [language], fallback=language == "en")

    def __call__(self, sentence: str, /, **fields: object) -> str:
        """Translate `sentence` and fill its `{name}` fields."""
        found = self._catalogue.gettext(sentence) if sentence else ""
        return found.format(**fields) if fields else found

    def plural(self, one: str, many: str, count: int, /, **fields: object) -> str:
        """Translate by number; the field `n` is the count."""
        return self._catalogue.ngettext(one, many, count).format(n=self.number(count), **fields)

    def number(self, value: float | Decimal, decimals: int = 0) -> str:
        """Write a number: 3 500 and 78,4 in Swedish."""
        # As Babel writes them, which takes 40 ms to load and is wanted on the first page.
        return f"{value:,.{decimals}f}".translate(NUMBER_SIGNS[self.language])

    def day(self, value: date, style: str = "iso") -> str:
        """Write a day: `iso` 2020-06-15, `long` 15 juni 2020, `weekday` måndag 15 juni, `short` 15 juni."""
        if style == "iso":
            return value.isoformat()
        from babel.dates import format_date

        pattern = {"long": "d MMMM y", "weekday": "EEEE d MMMM", "short": "d MMM"}[style]
        return format_date(value, pattern, locale=self.language)

    def month(self, value: date) -> str:
        """Write a month: juni 2020."""
        from babel.dates import format_date

        return format_date(value, "LLLL y", locale=self.language)

    def moment(self, value: datetime, style: str = "iso") -> str:
        """Write an instant as home time: `iso` 2020-06-15 09:00, `time` 09:00."""
        local = value.astimezone(HOME_ZONE)
        return local.strftime("%H:%M" if style == "time" else "%Y-%m-%d %H:%M")
