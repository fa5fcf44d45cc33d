"""Words in the user's language: gettext catalogues, and dates and numbers as Swedes write them."""

import gettext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

import resources
from jobbpunkt.base.clock import at_home

# The marker stands on the lowest floor, whose labels need it; everybody else takes it from here.
from models.vocabulary import N_ as N_

LANGUAGES = ("sv", "en")
# Each named in itself, as the reader of that language looks for it.
LANGUAGE_NAMES = (("sv", "Svenska"), ("en", "English"))
DOMAIN = "jobbpunkt"
NUMBER_SIGNS = MappingProxyType({"sv": str.maketrans(",.", "\u00a0,"), "en": str.maketrans({})})


@dataclass(frozen=True, slots=True)
class DayNames:
    """What a language calls its months and weekdays."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]


DAY_NAMES = MappingProxyType(
    {
        "sv": DayNames(
            (
                "januari",
                "februari",
                "mars",
                "april",
                "maj",
                "juni",
                "juli",
                "augusti",
                "september",
                "oktober",
                "november",
                "december",
            ),
            ("jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."),
            ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
        ),
        "en": DayNames(
            (
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ),
            ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        ),
    }
)


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
        # As Babel writes them, which takes 40 ms to load and is wanted on the first page.
        names = DAY_NAMES[self.language]
        month, weekday = names.months[value.month - 1], names.weekdays[value.weekday()]
        short = names.short_months[value.month - 1]
        return {
            "long": f"{value.day} {month} {value.year}",
            "weekday": f"{weekday} {value.day} {month}",
            "short": f"{value.day} {short}",
        }[style]

    def month(self, value: date) -> str:
        """Write a month: juni 2020."""
        return f"{DAY_NAMES[self.language].months[value.month - 1]} {value.year}"

    def last_day(self, value: date) -> str:
        """Write the last day of something: the month where it is the month's own last, "maj 2021", else the day."""
        is_months = (value + timedelta(days=1)).day == 1
        return self.month(value) if is_months else self.day(value, "long")

    def weekday(self, number: int) -> str:
        """Return what a day of the week is called, 0 being Monday, with a capital: Måndag."""
        return DAY_NAMES[self.language].weekdays[number].capitalize()

    def moment(self, value: datetime, style: str = "iso") -> str:
        """Write an instant as home time: `iso` 2020-06-15 09:00, `time` 09:00."""
        local = at_home(value)
        return local.strftime("%H:%M" if style == "time" else "%Y-%m-%d %H:%M")
