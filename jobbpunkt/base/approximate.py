"""Numbers as people say them when nobody counted exactly: "cirka 20", "drygt 100", "ett sextiotal"."""

import re

from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput

_TENS = (
    *(("tio", 10), ("tjugo", 20), ("trettio", 30), ("fyrtio", 40), ("femtio", 50), ("sextio", 60), ("sjuttio", 70)),
    *(("åttio", 80), ("nittio", 90), ("hundra", 100), ("tusen", 1000)),
)
_WORDS = {f"{word}tal": number for word, number in _TENS} | {"dussin": 12, "tjog": 20}
_DIGITS = re.compile(r"\d[\d\s.]*")
LONGEST = 60


def number_in(said: str) -> int | None:
    """Return the one number that is said, in digits or as a word such as "sextiotal"; None where there is none, or several."""
    found = {int(re.sub(r"\D", "", digits)) for digits in _DIGITS.findall(said)}
    found |= {_WORDS[word] for word in re.findall(r"\w+", said.casefold()) if word in _WORDS}
    return found.pop() if len(found) == 1 else None


def agreed(number: int | None, said: str, *, field: str, words: str) -> tuple[int | None, str]:
    """Return a number and how it was said, checked against one another; `field` and `words` name what was typed where.

    Words that hold a number give it where nobody wrote it.
    """
    number, said = checks.whole(number, field=field), checks.line(said, field=words, longest=LONGEST)
    if not said:
        return number, said
    told = number_in(said)
    if number is None and told is None:
        raise InvalidInput("Write the number as well: it cannot be told from the words.", field=field)
    if number is not None and told is not None and number != told:
        raise InvalidInput(
            "The words say {told}, but the number is {number}. Change one of them.", field=words, told=told, number=number
        )
    return checks.whole(told if number is None else number, field=words), said
