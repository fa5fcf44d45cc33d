"""What any JSON becomes before it is looked at: composed letters, no control characters, no endless depth or length."""

import unicodedata
from typing import Any

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.resume.places import Step, refusal

DEEPEST = 20
LONGEST = 20_000
LONGEST_LINE = 500
MOST_ENTRIES = 200
# Fields that hold one line on paper; all other known text may be as long as a note.
LINES = frozenset(
    {"name", "label", "email", "phone", "position", "organization", "institution", "area", "studyType", "title", "awarder"}
    | {
        "issuer",
        "publisher",
        "language",
        "fluency",
        "level",
        "city",
        "postalCode",
        "region",
        "countryCode",
        "network",
        "username",
    }
)
_TOO_LONG = N_("In the CV, {place} is {length} characters long; shorten it to at most {longest}.")
_TOO_MANY = N_("In the CV, {place} has {length} posts; keep at most {longest}.")


def clean(value: Any, path: tuple[Step, ...] = ()) -> Any:
    """Return the same JSON with tidy text; refuses what is nested too deep, too long or too many."""
    if len(path) > DEEPEST:
        raise UserError("The CV file is nested too deep to be a CV. Choose another file.")
    if isinstance(value, str):
        return _text(value, path)
    if isinstance(value, list):
        if len(value) > MOST_ENTRIES:
            raise refusal(_TOO_MANY, path, length=len(value), longest=MOST_ENTRIES)
        return [clean(item, (*path, index)) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {tidy(str(key)): clean(item, (*path, tidy(str(key)))) for key, item in value.items()}
    return value


def tidy(text: str) -> str:
    """Return text in composed form, without control characters save line breaks and tabs."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in composed if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


def _text(value: str, path: tuple[Step, ...]) -> str:
    text = tidy(value)
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    if name != "image":  # a picture written as text; the size of the whole file bounds it
        longest = LONGEST_LINE if name in LINES else LONGEST
        if len(text) > longest:
            raise refusal(_TOO_LONG, path, length=len(text), longest=longest)
    return text
