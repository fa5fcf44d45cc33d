"""Typed text made ready for paper: plain, tidy, and without signs that steer a reader or a printer."""

import re
import unicodedata

LONGEST = 40_000  # characters of one text; the services allow half of it
UNKNOWN = "\ufffd"  # what stands for a sign that no font of ours draws

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PLAIN = re.compile(r"[\n -~\xa0-\xac\xae-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*")
_JOINERS = "\u200c\u200d"  # Persian and others write words with them
_MARKS_IN_A_ROW = 4


def clean(text: str) -> str:
    """Return text as it may stand on paper: NFC, lines kept, no control, direction or private signs, capped."""
    text = _BREAKS.sub("\n", text[:LONGEST]).replace("\t", " ")
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", "".join(map(_allowed, text)))
        text = _with_few_marks(text)
    return re.sub("\n{3,}", "\n\n", text.strip(" \n"))


def one_line(text: str) -> str:
    """Return text cleaned and on one line, for titles, footers and chart labels."""
    return " ".join(clean(text).split())


def printable(text: str) -> str:
    """Return text for a file of data: as it is, but for control signs and broken halves of signs."""
    tidy = _BREAKS.sub("\n", text)
    return "".join(sign for sign in tidy if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


def _allowed(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in {"Co", "Cn"}:
        return UNKNOWN
    if category in {"Cc", "Cs", "Cf"}:
        return sign if sign == "\n" or sign in _JOINERS else ""
    # Variation selectors only choose between pictures of a sign.
    return "" if "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef" else sign


def _with_few_marks(text: str) -> str:
    """Drop piled-up accents: no language writes more than four on one letter."""
    kept, marks = [], 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) == "Mn" else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(sign)
    return "".join(kept)
