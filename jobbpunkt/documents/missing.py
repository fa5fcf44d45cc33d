"""Signs that no font of ours draws, told to who prints before they stand as � on paper."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from jobbpunkt.base.words import Words
from jobbpunkt.documents.scripts import fonts
from jobbpunkt.documents.text import UNKNOWN, clean

_NAMED = 8  # of one sentence; a text in a script of which we have nothing would fill the window


def missing_signs(said: object) -> tuple[str, ...]:
    """Return the signs of a text or of a whole paper that cannot be printed, each once, such as "🙂 U+1F642"."""
    found: dict[str, None] = {}
    for text in _texts(said):
        if not fonts.draws_simply(text, fonts.REGULAR):
            found.update(dict.fromkeys(sign for sign in text if sign not in found and _is_missing(sign)))
    return tuple(f"{sign if sign.isprintable() else UNKNOWN} U+{ord(sign):04X}" for sign in found)


def missing_sentence(said: object, words: Words) -> str:
    """Return the sentence that tells which signs cannot be printed; empty when all of them can."""
    found = missing_signs(said)
    if not found:
        return ""
    named = ", ".join(found[:_NAMED]) + (", …" if len(found) > _NAMED else "")
    return words("These signs cannot be printed: {signs}. They show as � on the paper.", signs=named)


def _is_missing(sign: str) -> bool:
    """Tell whether a sign is shown as unknown; one that is left out without a trace, as marks of direction are, is not."""
    shown = clean(sign)
    return sign != UNKNOWN and any(part == UNKNOWN or fonts.font_for(part, fonts.REGULAR) is None for part in shown)


def _texts(said: object) -> Iterator[str]:
    """Yield every text in a paper, whatever it is made of."""
    if isinstance(said, str):
        yield said
    elif is_dataclass(said):
        for field in fields(said):
            yield from _texts(getattr(said, field.name))
    elif isinstance(said, Mapping):
        for value in said.values():
            yield from _texts(value)
    elif isinstance(said, (tuple, list, frozenset, set)):
        for part in said:
            yield from _texts(part)
