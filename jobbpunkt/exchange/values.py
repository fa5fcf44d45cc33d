"""Values as they stand in an export: for JSON as they are, for CSV in words."""

import json
from datetime import date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.cases import livelihood
from jobbpunkt.documents.workbook import neutral

Plain = str | int | float | bool | None | list[Any] | dict[str, Any]


def plain(value: Any, words: Words) -> Plain:
    """Return a value for JSON: choices as words, days and instants as ISO 8601, texts that hold JSON as what they hold."""
    if isinstance(value, Enum):
        return words(str(getattr(value, "label", value.value)))
    if isinstance(value, dict) and livelihood.is_kept(value):
        return [words(one.label) for one in livelihood.read(value)]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        return held(value)
    if value is None or isinstance(value, int | float | list | dict):
        return value
    raise TypeError(type(value))


def held(text: str) -> Plain:
    """Return what a text holds, if that is JSON of several values; any other as it is."""
    if text[:1] not in {"{", "["}:
        return text
    try:
        found: Plain = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return found


def for_csv(value: Any, words: Words) -> str:
    """Return a value for CSV: nothing that a spreadsheet takes for a formula, instants as home time."""
    if isinstance(value, bool):
        return words("Yes") if value else words("No")
    if isinstance(value, datetime):
        return words.moment(value)
    if isinstance(value, dict) and livelihood.is_kept(value):
        return livelihood.in_words(livelihood.read(value), words)
    shown = plain(value, words)
    if shown is None:
        return ""
    if isinstance(shown, dict | list):
        return neutral(json.dumps(shown, ensure_ascii=False))
    if isinstance(shown, float):
        return str(shown).replace(".", ",") if words.language == "sv" else str(shown)
    return str(shown) if isinstance(shown, int) else neutral(shown)
