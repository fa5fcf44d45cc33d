"""The languages that papers speak: one row for each, and a catalogue `resources/locale/CODE/paper.po` beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Direction = Literal["ltr", "rtl"]
SWEDISH = "sv"
SOURCE = "en"  # what the sentences in the code are written in
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PaperLanguage:
    """A language that papers speak.

    `name` is what it calls itself, `swedish` what the coach calls it; `locale` gives day names, number signs and plurals.
    Until somebody who grew up with it has read it, it is not `is_reviewed`, and whoever prints is told. `also` is what else
    a person's language may have been typed as.
    """

    code: str
    name: str
    swedish: str
    locale: str
    direction: Direction = "ltr"
    is_reviewed: bool = False
    also: str = ""

    def names(self) -> set[str]:
        """Return every word that it is known by, in small letters."""
        from babel import Locale

        # By the code: Kurmanji is the only "Kurdish" of the locales, but not the only one that people speak.
        known = {str(Locale.parse(name).languages.get(self.code, "")).casefold() for name in (SWEDISH, SOURCE)}
        return known.union([self.code], _WORD.findall(f"{self.name} {self.swedish} {self.also}".casefold()))


PAPER_LANGUAGES: Mapping[str, PaperLanguage] = MappingProxyType(
    {
        row.code: row
        for row in (
            PaperLanguage("sv", "Svenska", "Svenska", "sv", is_reviewed=True),
            PaperLanguage("en", "English", "Engelska", "en_GB", is_reviewed=True),
            PaperLanguage("ar", "العربية", "Arabiska", "ar", "rtl"),
            PaperLanguage("fa", "فارسی / دری", "Persiska (farsi, dari)", "fa", "rtl"),
            PaperLanguage("ti", "ትግርኛ", "Tigrinska (tigrinja)", "ti"),
            PaperLanguage("ckb", "کوردیی سۆرانی", "Sorani", "ckb", "rtl"),
            PaperLanguage("kmr", "Kurdî (kurmancî)", "Kurmanji", "ku"),
            # One wording in Latin letters, which all three read.
            PaperLanguage(
                "bs",
                "Bosanski / hrvatski / srpski",
                "Bosniska/kroatiska/serbiska",
                "bs",
                also="Croatian, Serbian, serbokroatiska, BKS, BCS, hr, sr",
            ),
            PaperLanguage("so", "Soomaali", "Somaliska", "so"),
            PaperLanguage("tr", "Türkçe", "Turkiska", "tr"),
            PaperLanguage("fi", "Suomi", "Finska", "fi"),
            PaperLanguage("pl", "Polski", "Polska", "pl"),
            PaperLanguage("uk", "Українська", "Ukrainska", "uk"),
            PaperLanguage("th", "ไทย", "Thailändska", "th"),
        )
    }
)


def named(typed: str) -> str:
    """Return the code of the first language of paper that a text names, such as "Arabiska och svenska"; else nothing."""
    for word in _WORD.findall(typed.casefold()):
        for row in PAPER_LANGUAGES.values():
            if word in row.names():
                return row.code
    return ""
