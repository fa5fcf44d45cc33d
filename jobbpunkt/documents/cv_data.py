"""What a printed CV holds, and how it is read from a JSON Resume document, however oddly filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from jobbpunkt.documents.left_out import left_out

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
    "publications",
    "references",
    "interests",
)


@dataclass(frozen=True, slots=True)
class CvProfile:
    """Where else one finds the person: a network, their name there, its address."""

    network: str = ""
    username: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CvContact:
    """How the person is reached; `address` from street to region, `country` a code of ISO 3166 or what was typed."""

    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    country: str = ""
    url: str = ""
    profiles: tuple[CvProfile, ...] = ()


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
    score: str = ""
    keywords: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class CvDocument:
    """All that a printed CV shows; `sections` are (key, posts), and those that the person has `chosen` to come first do."""

    name: str
    label: str = ""
    contact: CvContact = CvContact()
    summary: str = ""
    sections: tuple[tuple[str, tuple[CvEntry, ...]], ...] = field(default=())
    chosen: tuple[str, ...] = ()
    left_out: tuple[tuple[str, ...], ...] = ()  # the fields of the file that it does not show


@dataclass(frozen=True, slots=True)
class _Fields:
    """Where the parts of a post stand: the first title that says something wins, the others are places."""

    titles: tuple[str, ...]
    places: tuple[str, ...] = ()
    may_go_on: bool = False  # an empty end means "still"


_FIELDS: Mapping[str, _Fields] = MappingProxyType(
    {
        "work": _Fields(("position", "name", "company"), ("name", "company", "location"), may_go_on=True),
        "education": _Fields(("area", "institution", "studyType"), ("institution", "studyType", "location"), may_go_on=True),
        "certificates": _Fields(("name",), ("issuer",)),
        "projects": _Fields(("name", "entity"), ("roles", "entity", "type")),
        "volunteer": _Fields(("position", "organization"), ("organization", "location"), may_go_on=True),
        "awards": _Fields(("title",), ("awarder",)),
        "publications": _Fields(("name",), ("publisher",)),
        "skills": _Fields(("name",), ("level",)),
        "languages": _Fields(("language", "name"), ("fluency", "level")),
        "references": _Fields(("name",)),
        "interests": _Fields(("name",)),
    }
)
_BARE = frozenset({"skills", "interests", "languages"})  # old files have lists of plain words


def cv_document(resume: Mapping[str, Any]) -> CvDocument:
    """Return what a JSON Resume document holds for print; oddly typed parts are left out, never refused.

    `meta.sectionOrder` (a list of section keys) says what comes first; other sections follow in the order of the look.
    """
    basics = _mapping(resume.get("basics"))
    chosen = [key for key in _texts(_mapping(resume.get("meta")).get("sectionOrder")) if key in SECTIONS]
    order = list(dict.fromkeys([*chosen, *SECTIONS]))
    sections = [(key, tuple(_entries(key, resume.get(key)))) for key in order]
    shown = CvDocument(
        name=_text(basics.get("name")),
        label=_text(basics.get("label")),
        contact=_contact(basics),
        summary=_text(basics.get("summary")),
        sections=tuple((key, entries) for key, entries in sections if entries),
        chosen=tuple(dict.fromkeys(chosen)),
    )
    return replace(shown, left_out=left_out(resume, "\n".join(_said(shown))))


def _said(value: object) -> Iterator[str]:
    """Yield every text of what is printed, as it stands in the file too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _said(inner)
    elif isinstance(value, CvDocument | CvContact | CvProfile | CvEntry):
        for one in fields(value):
            yield from _said(getattr(value, one.name))
        if isinstance(value, CvEntry) and value.ongoing:
            yield from ONGOING


def _contact(basics: Mapping[str, Any]) -> CvContact:
    place = _mapping(basics.get("location"))
    post = _joined(" ", place.get("postalCode"), place.get("city"))
    street = ", ".join(filter(None, map(str.strip, _text(place.get("address")).split("\n"))))
    profiles = [
        CvProfile(_text(one.get("network")), _text(one.get("username")), _text(one.get("url")))
        for one in _mappings(basics.get("profiles"))
    ]
    return CvContact(
        phone=_text(basics.get("phone")),
        email=_text(basics.get("email")),
        address=tuple(filter(None, [street, post, _text(place.get("region"))])),
        country=_text(place.get("countryCode")),
        url=_text(basics.get("url") or basics.get("website")),
        profiles=tuple(one for one in dict.fromkeys(profiles) if one != CvProfile()),
    )


def _entries(key: str, value: Any) -> list[CvEntry]:
    if key in _BARE and isinstance(value, list):
        value = [{"name": item} if isinstance(item, str) else item for item in value]
    entries = [_entry(key, item) for item in _mappings(value)]
    return [entry for entry in entries if entry != CvEntry("")]


def _entry(key: str, item: Mapping[str, Any]) -> CvEntry:
    where = _FIELDS[key]
    title = next(filter(None, (_text(item.get(name)) for name in where.titles)), "")
    places = [text for name in where.places for text in _texts(item.get(name)) if text != title]
    if key == "education" and title == _text(item.get("area")):
        study = _text(item.get("studyType"))
        places = [text for text in places if text != study]
        title = _joined(", ", title, study)
    start = _text(item.get("startDate") or item.get("date") or item.get("releaseDate"))
    end = _text(item.get("endDate"))
    return CvEntry(
        title=title,
        place=", ".join(dict.fromkeys(places)),
        start=start,
        end="" if end.lower() in ONGOING else end,
        ongoing=bool(start) and (end.lower() in ONGOING or (where.may_go_on and not end)),
        text="\n\n".join(
            dict.fromkeys(filter(None, (_text(item.get(name)) for name in ("description", "summary", "reference"))))
        ),
        points=(*_texts(item.get("highlights")), *_texts(item.get("courses"))),
        score=_text(item.get("score") or item.get("gpa")),
        keywords=tuple(_texts(item.get("keywords"))),
        url=_text(item.get("url") or item.get("website")),
    )


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
