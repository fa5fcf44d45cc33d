"""Values as lists spell them: sex, education and days in the ways that people write them."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.register.index import fold
from models.vocabulary import Choice, EducationLevel, Sex

_SEXES = (
    (Sex.NOT_STATED, ("", "uppgift saknas")),
    (Sex.WOMAN, ("kvinna", "k", "f", "woman", "female", "flicka")),
    (Sex.MAN, ("man", "m", "male", "pojke")),
    (Sex.OTHER, ("annat", "other", "x")),
)
_LEVELS = (
    (EducationLevel.NOT_STATED, ("", "uppgift saknas", "okand", "eftergymnasial", "eftergymnasial minst 2 ar")),
    (EducationLevel.NONE, ("saknar", "ingen", "saknar utbildning")),
    (EducationLevel.SHORT_COMPULSORY, ("forgymnasial under 9 ar",)),
    (EducationLevel.COMPULSORY, ("grundskola", "forgymnasial", "forgymnasial 9 ar", "pagaende gymnasium")),
    (EducationLevel.UPPER_SECONDARY, ("gymnasial", "gymnasium")),
    (EducationLevel.POST_SECONDARY_SHORT, ("eftergymnasial under 3 ar",)),
    (EducationLevel.POST_SECONDARY, ("hogskola", "universitet", "forskarutbildning", "eftergymnasial minst 3 ar")),
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[-. ](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<day>\d{1,2}) (?P<name>[a-z]{3})[a-z]*\.? (?P<year>\d{4})"),
)


def sex(typed: str) -> Sex:
    """Return the sex that was written; refuses what is none."""
    found = next((meant for meant, spelled in _SEXES if fold(typed).strip() in spelled), None)
    if found is None:
        raise InvalidInput("{typed} is not understood. Write Kvinna, Man or Annat, or nothing.", field="sex", typed=typed[:30])
    return found


def education(typed: str) -> EducationLevel:
    """Return the level of education that was written; what could be several levels is not guessed."""
    spelled = fold(typed).replace("<", " under ").replace(">", " minst ")
    plain = " ".join(re.findall(r"[^\W_]+", spelled))
    found = next((level for level, spellings in _LEVELS if plain in spellings), None)
    if found is None:
        raise InvalidInput(
            "{typed} is not a level of education. Write Grundskola, Gymnasium or Högskola.",
            field="education",
            typed=typed[:30],
        )
    return found


def day(typed: str, *, field: str) -> date | None:
    """Return the day that was written, or None for nothing; two figures of a year are of this century."""
    plain = fold(typed).strip()
    if not plain:
        return None
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            parts = found.groupdict()
            try:
                return date(_year(parts["year"]), _month(parts), int(parts["day"]))
            except ValueError:
                break
    raise InvalidInput("{typed} is not a day. Write it as 2020-06-15.", field=field, typed=typed[:30])


def _year(typed: str) -> int:
    return int(typed) + (2000 if len(typed) == 2 else 0)


def _month(parts: dict[str, str]) -> int:
    return _MONTHS.index(parts["name"]) + 1 if parts.get("name") else int(parts["month"])


# How lists write the choices that a person's fields have, by field.
CHOICES: Mapping[str, Callable[[str], Choice]] = MappingProxyType({"sex": sex, "education": education})
