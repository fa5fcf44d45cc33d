"""Older and looser JSON Resume files made into the present format; nothing is lost, fields only get their new names."""

from typing import Any

from jobbpunkt.base.words import N_
from jobbpunkt.resume import dates
from jobbpunkt.resume.places import Step, refusal

# Section, old name, new name: what changed between version 0 and version 1 of the format.
_RENAMED = (
    ("basics", "website", "url"),
    ("basics", "picture", "image"),
    ("work", "company", "name"),
    ("work", "website", "url"),
    ("volunteer", "website", "url"),
    ("publications", "website", "url"),
    ("education", "gpa", "score"),
    ("languages", "level", "fluency"),
)
_DATED = ("work", "volunteer", "education", "awards", "certificates", "publications", "projects")
_DATES = ("startDate", "endDate", "date", "releaseDate")

OLD_FORMAT = N_("The file was in an older format; its fields got their present names.")
DATES_REWRITTEN = N_("Dates were rewritten as year, year-month or year-month-day.")
NO_SUCH_DATE = N_("In the CV, {place} is {typed}, which is not a date. Write 2020, 2020-06 or 2020-06-15.")


def upgrade(document: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the document in the present format, and notes that say what was done to it."""
    renamed = _with_present_names(document)
    dated = {key: _dated(key, value) for key, value in renamed.items()}
    notes = ((OLD_FORMAT, renamed != document), (DATES_REWRITTEN, dated != renamed))
    return dated, tuple(note for note, done in notes if done)


def _with_present_names(document: dict[str, Any]) -> dict[str, Any]:
    result = dict(document)
    for section, old, new in _RENAMED:
        value = result.get(section)
        if isinstance(value, list):
            result[section] = [_renamed(entry, old, new) for entry in value]
        elif section in result:
            result[section] = _renamed(value, old, new)
    return result


def _renamed(entry: Any, old: str, new: str) -> Any:
    if not isinstance(entry, dict) or old not in entry or new in entry:
        return entry
    return {new if key == old else key: value for key, value in entry.items()}


def _dated(section: str, value: Any) -> Any:
    if section not in _DATED or not isinstance(value, list):
        return value
    return [_entry_dated(entry, (section, number)) if isinstance(entry, dict) else entry for number, entry in enumerate(value)]


def _entry_dated(entry: dict[str, Any], path: tuple[Step, ...]) -> dict[str, Any]:
    result = dict(entry)
    for name in _DATES:
        written = entry.get(name)
        if not isinstance(written, str):
            continue
        if not written.strip() or (name == "endDate" and dates.is_ongoing(written)):
            del result[name]  # no end is how the format says that it goes on
            continue
        try:
            result[name] = dates.tidy(written)
        except ValueError:
            raise refusal(NO_SUCH_DATE, (*path, name), typed=written.strip()[:30]) from None
    return result
