"""From bytes to a checked document and back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn

import resources
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.resume import dates
from jobbpunkt.resume.cleaning import clean
from jobbpunkt.resume.places import NOT_ALLOWED, NOT_OF_TYPE, Note, place, refusal
from jobbpunkt.resume.upgrading import upgrade

LARGEST = 2 * 1024 * 1024
ENDS_FIRST = N_("In the CV, {place} ends before it begins. Correct one of its days.")
SECTIONS = (
    "work",
    "education",
    "skills",
    "languages",
    "certificates",
    "projects",
    "volunteer",
    "references",
    "interests",
    "awards",
    "publications",
)


@dataclass(frozen=True, slots=True)
class ReadResume:
    """A document read from a file, with what was changed on the way in and what is to be looked at."""

    resume: dict[str, Any]
    notes: tuple[Note, ...] = ()


def opened(raw: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the CV in a JSON Resume file of any version in the present format, and what was done to it.

    UserError says in one sentence why it cannot be read. What somebody else made is read in a process of its own.
    """
    if len(raw) > LARGEST:
        raise UserError("The file is larger than {megabytes} MB, too large for a CV. Choose another file.", megabytes=2)
    return upgrade(_recognised(_object(_parsed(_decoded(raw)))))


def accepted(document: dict[str, Any], changed: tuple[str, ...] = ()) -> ReadResume:
    """Return a CV that was opened, checked against the format, with what is to be known of it."""
    checked = _checked(document)
    return ReadResume(checked, (*map(Note, changed), *_backwards(checked)))


def check(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document made by the program, cleaned and checked as strictly as one from a file."""
    return accepted(*opened(dump(document).encode())).resume


def dump(document: dict[str, Any]) -> str:
    """Return the document as it is stored and exported: UTF-8 text that people can read."""
    try:
        return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8", "replace").decode()
    except (ValueError, TypeError, RecursionError):
        raise _not_json() from None


def load(text: str) -> dict[str, Any]:
    """Return a document that `dump` wrote."""
    document: dict[str, Any] = json.loads(text)
    return document


def counts(document: dict[str, Any]) -> dict[str, int]:
    """Return how many posts each list of the document has, empty lists left out."""
    return {name: len(document[name]) for name in SECTIONS if document.get(name)}


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode(json.detect_encoding(raw))
    except UnicodeDecodeError:
        raise UserError("The file's letters cannot be read. Save it again as UTF-8 text, or choose another file.") from None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError):
        raise _not_json() from None


def _not_json() -> UserError:
    return UserError("The file is not a CV in JSON Resume format. Choose a .json file exported from a CV program.")


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(written: str) -> float:
    number = float(written)
    if number in (float("inf"), float("-inf")):
        raise ValueError(written)
    return number


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _not_json()
    cleaned: dict[str, Any] = clean(value)
    return cleaned


def _recognised(document: dict[str, Any]) -> dict[str, Any]:
    """Refuse JSON that is something else: it would become an empty CV without a word."""
    if document and not document.keys() & {"$schema", "meta", "basics", *SECTIONS}:
        raise _not_json()
    return document


def _backwards(document: dict[str, Any]) -> Iterator[Note]:
    """Yield a note for each post that ends before it begins: only its person knows which of the days is wrong."""
    for section in SECTIONS:
        for number, entry in enumerate(document.get(section, ())):
            start, end = entry.get("startDate"), entry.get("endDate")
            if isinstance(start, str) and isinstance(end, str) and dates.ends_before(start, end):
                yield Note(ENDS_FIRST, {"place": place((section, number))})


def _checked(document: dict[str, Any]) -> dict[str, Any]:
    error = next(iter(sorted(_validator().iter_errors(document), key=lambda found: list(map(str, found.absolute_path)))), None)
    if error is not None:
        sentence = NOT_OF_TYPE.get(str(error.validator_value), NOT_ALLOWED) if error.validator == "type" else NOT_ALLOWED
        raise refusal(sentence, list(error.absolute_path))
    return document


@cache
def _validator() -> Any:
    from jsonschema import Draft7Validator  # loaded when a CV is read: it takes a moment

    return Draft7Validator(json.loads(resources.path("schemas", "jsonresume-schema.json").read_text(encoding="utf-8")))
