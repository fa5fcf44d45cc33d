"""What a printed CV holds, and how it is read from a JSON Resume document, however oddly filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

ONGOING = frozenset({"nu", "now", "present", "pågående", "pågår", "current", "today"})
SECTIONS = (
    "work",
    "education",
    "certificates",
    "skills",
    "languages",
    "projects",
    "volunteer",
    "awards",
    "references",
    "interests",
)


@dataclass(frozen=True, slots=True)
class CvEntry:
    """One post of a CV; dates are partial ("2019", "2019-05", "2019-05-01") or words, and end empty while it goes on."""

    title: str
    place: str = ""
    start: str = ""
    end: str = ""
    ongoing: bool = False
    text: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CvDocument:
    """All that a printed CV shows; `sections` in the order they are printed, each (key, posts)."""

    name: str
    label: str = ""
    contact: tuple[str, ...] = ()
    summary: str = ""
    sections: tuple[tuple[str, tuple[CvEntry, ...]], ...] = field(default=())


_Fields = MappingProxyType(
    {
        # section: titles, places (the first field that says something wins), whether an empty end means "still"
        "work": (("position", "name", "company"), ("name", "company"), True),
        "education": (("area", "institution", "studyType"), ("institution", "studyType"), True),
        "certificates": (("name",), ("issuer",), False),
        "projects": (("name",), ("entity",), False),
        "volunteer": (("position", "organization"), ("organization",), True),
        "awards": (("title",), ("awarder",), False),
        "skills": (("name",), ("level",), False),
        "languages": (("language", "name"), ("fluency", "level"), False),
        "references": (("name",), (), False),
        "interests": (("name",), (), False),
    }
)


def cv_document(resume: Mapping[str, Any]) -> CvDocument:
    """Return what a JSON Resume document holds for print; missing and oddly typed parts are left out, never refused.

    `meta.sectionOrder` (a list of section keys) says what comes first; other sections follow in the usual order.
    """
    basics = _mapping(resume.get("basics"))
    meta = _mapping(resume.get("meta"))
    chosen = [key for key in _texts(meta.get("sectionOrder")) if key in SECTIONS]
    order = list(dict.fromkeys([*chosen, *SECTIONS]))
    sections = [(key, tuple(_entries(key, resume.get(key)))) for key in order]
    return CvDocument(
        name=_text(basics.get("name")),
        label=_text(basics.get("label")),
        contact=tuple(_contact(basics)),
        summary=_text(basics.get("summary")),
        sections=tuple((key, entries) for key, entries in sections if entries),
    )


def _contact(basics: Mapping[str, Any]) -> list[str]:
    place = _mapping(basics.get("location"))
    post = " ".join(filter(None, [_text(place.get("postalCode")), _text(place.get("city"))]))
    lines = [_text(basics.get("phone")), _text(basics.get("email")), _text(place.get("address")), post]
    lines.append(_address(basics.get("url") or basics.get("website")))
    for profile in _mappings(basics.get("profiles")):
        lines.append(_address(profile.get("url")) or _joined(": ", profile.get("network"), profile.get("username")))
    return [line for line in dict.fromkeys(lines) if line]


def _address(value: Any) -> str:
    """Return a web address as people write it."""
    return re.sub(r"^https?://(www\.)?|/$", "", _text(value))


def _entries(key: str, value: Any) -> list[CvEntry]:
    if key in {"skills", "interests", "languages"} and isinstance(value, list):
        value = [{"name": item} if isinstance(item, str) else item for item in value]
    entries = [_entry(key, item) for item in _mappings(value)]
    return [entry for entry in entries if entry != CvEntry("")]


def _entry(key: str, item: Mapping[str, Any]) -> CvEntry:
    titles, places, may_go_on = _Fields[key]
    title = _first(item, titles)
    place = _first(item, tuple(name for name in places if _text(item.get(name)) != title))
    start = _text(item.get("startDate") or item.get("date"))
    end = _text(item.get("endDate"))
    if key == "education" and title == _text(item.get("area")):
        title = _joined(", ", title, item.get("studyType"))
    return CvEntry(
        title=title,
        place=_joined(", ", place, item.get("location") if isinstance(item.get("location"), str) else ""),
        start=start,
        end="" if end.lower() in ONGOING else end,
        ongoing=bool(start) and (end.lower() in ONGOING or (may_go_on and not end)),
        text=_body(key, item),
        points=tuple(_points(key, item)),
    )


def _body(key: str, item: Mapping[str, Any]) -> str:
    if key in {"skills", "interests"}:
        return ", ".join(_texts(item.get("keywords")))
    texts = [_text(item.get(name)) for name in ("description", "summary", "reference")]
    return "\n\n".join(dict.fromkeys(filter(None, texts)))


def _points(key: str, item: Mapping[str, Any]) -> list[str]:
    points = [*_texts(item.get("highlights")), *_texts(item.get("courses"))]
    score = _text(item.get("score") or item.get("gpa"))
    return [*points, *([score] if score and key == "education" else [])]


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next(filter(None, (_text(item.get(name)) for name in names)), "")


def _joined(between: str, *values: Any) -> str:
    return between.join(filter(None, map(_text, values)))


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _texts(value: Any) -> list[str]:
    items = value if isinstance(value, list | tuple) else [value]
    return [text for text in map(_text, items) if text]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []
