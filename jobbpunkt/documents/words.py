"""The words of a paper, which are not the words of the window: any of the paper languages, perhaps with Swedish beside."""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

import resources
from jobbpunkt.base.clock import at_home, day_of
from jobbpunkt.base.words import DOMAIN, N_
from jobbpunkt.documents import days
from jobbpunkt.documents.days import DayStyle
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SOURCE, SWEDISH, PaperLanguage
from jobbpunkt.documents.tree import Phrase, Said

PAPER_DOMAIN = "paper"
_EASY = "easy"  # the context of a plain wording in a catalogue
_MOMENT = N_("{day} at {time}")


class Value(str):
    """A day, a span or a number in the paper's language, which says itself in another where it stands in a sentence."""

    __slots__ = ("say",)
    say: Callable[[str], str]

    def __new__(cls, locale: str, say: Callable[[str], str]) -> "Value":
        """Keep how it is said in any locale."""
        made = super().__new__(cls, say(locale))
        made.say = say
        return made


class PaperWords:
    """One language of paper: call it with an English source sentence and its fields to get a `Phrase`.

    `beside` is the language that stands beside the first, if any. What the language lacks is said in Swedish and is kept
    in `missing`, for who prints to be told. With `is_easy` it takes the plain wording of a sentence that is hard, where its
    catalogue has one (in the context `easy`).
    """

    def __init__(
        self, language: str = SWEDISH, beside: str = "", missing: set[str] | None = None, *, is_easy: bool = False
    ) -> None:
        self.is_easy = is_easy
        self._voice = _voice(language)
        self._beside = _voice(beside) if beside not in {"", language} else None
        self.missing: set[str] = set() if missing is None else missing

    @property
    def language(self) -> str:
        """The code of the paper's language."""
        return self._voice.language.code

    @property
    def beside(self) -> str:
        """The code of the language beside it, if any."""
        return self._beside.language.code if self._beside else ""

    def __call__(self, sentence: str, /, **fields: object) -> Phrase:
        """Say `sentence` with its `{name}` fields."""
        return self._said(sentence, lambda voice: voice.find(sentence, is_easy=self.is_easy), fields)

    def text(self, sentence: str, /, **fields: object) -> str:
        """Say `sentence` in the paper's language alone, as a part of something longer."""
        return self(sentence, **fields).text

    def plural(self, one: str, many: str, count: int, /, **fields: object) -> Phrase:
        """Say a sentence by number; the field `n` is the count."""
        return self._said(many, lambda voice: voice.find_by_number(one, many, count), {"n": self.number(count), **fields})

    def pages(self) -> str:
        """Return how a page is numbered, as `tree.Paper` wants it: Sida {page} av {pages}."""
        return self.text("Page {number} of {count}", number="{page}", count="{pages}")

    def label(self, text: str) -> Said:
        """Say a label of ours; what people named themselves is in no catalogue and stands as they typed it."""
        return self(text) if _voice(SWEDISH).find(text) else text

    def number(self, value: float | Decimal, decimals: int = 0) -> Value:
        """Write a number: 3 500 and 78,4 in Swedish."""
        return self._value(lambda locale: days.number(value, decimals, locale))

    def amount(self, value: float | None) -> Value:
        """Write a figure, with a decimal where it has one; a dash where nobody knows it, or nobody may."""
        return self._value(lambda locale: days.amount(value, locale))

    def day(self, value: date, style: DayStyle = "long") -> Value:
        """Write a day, its month in words.

        `weekday_name` tisdag, `long` 28 januari 2025, `day` 28 januari, `short` 28 jan., `weekday` tisdag 28 januari,
        `weekday_year` tisdag 28 januari 2025, `month` januari 2025, `short_month` jan. 2025.
        """
        return self._value(lambda locale: days.written(value, style, locale))

    def month(self, value: date) -> Value:
        """Write a month: januari 2025."""
        return self.day(value, "month")

    def short_month(self, value: date) -> Value:
        """Write a month in short, on one line: jan. 2025."""
        return self._value(lambda locale: days.written(value, "short_month", locale).replace(" ", "\xa0"))

    def weekday(self, number: int) -> Value:
        """Return what a day of the week is called, 0 being Monday: Måndag."""
        return self._value(lambda locale: days.weekday(number, locale))

    def period(self, first: date, last: date) -> Value:
        """Write a span of days, what both ends share said once: 25 maj–18 juni 2020."""
        return self._value(lambda locale: days.span(first, last, locale))

    def time(self, value: datetime) -> str:
        """Write an instant's time of day at home: 09:00."""
        return at_home(value).strftime("%H:%M")

    def moment(self, value: datetime, style: DayStyle = "weekday") -> Phrase:
        """Write an instant at home: tisdag 28 januari klockan 09:00."""
        return self(_MOMENT, day=self.day(day_of(value), style), time=self.time(value))

    def _value(self, say: Callable[[str], str]) -> Value:
        return Value(self._voice.language.locale, say)

    def _said(self, sentence: str, find: "Callable[[_Voice], str]", fields: Mapping[str, object]) -> Phrase:
        voice = self._voice
        found = find(voice)
        if not found and sentence:
            self.missing.add(sentence)
            voice = _voice(SWEDISH)
            found = find(voice) or sentence
        beside = self._beside if self._beside is not voice else None
        other = find(beside) if beside else ""
        if beside is None or not other:
            return Phrase(voice.fill(found, fields), voice.language.code)
        text, same = voice.fill(found, fields), beside.fill(other, fields)
        if text == same:
            return Phrase(text, voice.language.code)
        return Phrase(text, voice.language.code, same, beside.language.code)


class _English(gettext.NullTranslations):
    """The sentences of the source, which say themselves, and have no other wording."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - as its parent
        """Return no words."""
        return ""


class _Nothing(gettext.NullTranslations):
    """The end of a chain of catalogues: it says nothing rather than the source."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - as its parent
        """Return no words."""
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - as its parent
        """Return no words."""
        return ""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - as its parent
        """Return no words."""
        return ""


@dataclass(frozen=True, slots=True)
class _Voice:
    """A language with its catalogue."""

    language: PaperLanguage
    catalogue: gettext.NullTranslations

    def find(self, sentence: str, *, is_easy: bool = False) -> str:
        plainly = self.catalogue.pgettext(_EASY, sentence) if is_easy and sentence else ""
        return plainly or (self.catalogue.gettext(sentence) if sentence else "")

    def find_by_number(self, one: str, many: str, count: int) -> str:
        return self.catalogue.ngettext(one, many, count)

    def fill(self, found: str, fields: Mapping[str, object]) -> str:
        return found.format(**{name: self._in_this(value) for name, value in fields.items()}) if fields else found

    def _in_this(self, value: object) -> object:
        if isinstance(value, Value):
            return value.say(self.language.locale)
        if isinstance(value, Phrase) and value.beside_language == self.language.code:
            return value.beside
        return value


@cache
def _voice(code: str) -> _Voice:
    """Return a language's voice; Swedish says on paper what it says in the window, unless its paper catalogue knows better."""
    language = PAPER_LANGUAGES[code]
    if code == SOURCE:
        return _Voice(language, _English())
    folder = resources.path("locale")
    catalogue = gettext.translation(PAPER_DOMAIN, folder, [code])
    if code == SWEDISH:
        catalogue.add_fallback(gettext.translation(DOMAIN, folder, [code]))
    catalogue.add_fallback(_Nothing())
    return _Voice(language, catalogue)
