"""What a person lives on before and after an enrolment, as it is stored on the case."""

from collections.abc import Collection, Mapping
from typing import Any

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from models.vocabulary import Livelihood

KEY = "livelihood"


def stored(chosen: Collection[Livelihood], *, field: str) -> dict[str, Any]:
    """Return a choice as the case keeps it, each once and in the order of the list; nothing chosen is kept as nothing."""
    if Livelihood.NONE in chosen and len(set(chosen)) > 1:
        raise InvalidInput("Either no livelihood, or those that there are. Take one of them out.", field=field)
    return {KEY: [one.value for one in Livelihood if one in chosen]} if chosen else {}


def read(kept: Mapping[str, Any]) -> tuple[Livelihood, ...]:
    """Return what a case keeps."""
    return tuple(Livelihood.of(code) for code in kept.get(KEY, ()))


def is_kept(value: Mapping[str, Any]) -> bool:
    """Tell whether a value is what a case keeps, which may be nothing yet."""
    return value.keys() <= {KEY}


def in_words(chosen: Collection[Livelihood], words: Words) -> str:
    """Return a choice as a person reads it."""
    return ", ".join(words(one.label) for one in chosen)
