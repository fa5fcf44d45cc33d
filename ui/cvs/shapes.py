"""What the editor shows of each section of a CV: declared, so that a new field is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from jobbpunkt.base.words import N_
from jobbpunkt.resume import entries
from jobbpunkt.resume.entries import Entry
from jobbpunkt.resume.places import TITLES

Manner = Literal["line", "long", "lines", "date", "end"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One field: the attribute of the entry, its label, and how it is typed (`lines`: one item per line)."""

    name: str
    label: str
    manner: Manner = "line"
    beside: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name in the document, the kind of its posts, and how one post is called in the list."""

    name: str
    kind: type[Entry]
    add: str
    shapes: tuple[Shape, ...]
    headline: Callable[[Any], str]
    byline: Callable[[Any], str]

    @property
    def title(self) -> str:
        """What the section is called, here as where a document is found wrong."""
        return TITLES[self.name]


ONE_PER_LINE = N_("One per line")
_START = Shape("start_date", N_("From"), "date", hint=N_("2020, 2020-06 or 2020-06-15"))
_END = Shape("end_date", N_("Until"), "end", beside=True)
_HIGHLIGHTS = Shape("highlights", N_("In points"), "lines", hint=ONE_PER_LINE)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def period(entry: Any) -> str:
    """Return a post's dates as they stand in the list; nothing after the dash for what goes on."""
    if not entry.start_date:
        return str(entry.end_date)
    return f"{entry.start_date} – {entry.end_date}".strip()


BASICS = (
    Shape("name", N_("Name")),
    Shape("label", N_("What I am or seek"), hint=N_("One line under the name, such as “Cleaner with a feeling for detail”.")),
    Shape("phone", N_("Telephone")),
    Shape("email", N_("E-mail"), beside=True),
    Shape("summary", N_("Profile"), "long", hint=N_("Three or four sentences about who I am and what I want.")),
    Shape("url", N_("Web address")),
)
ADDRESS = (
    Shape("address", N_("Street address")),
    Shape("postal_code", N_("Postal code")),
    Shape("city", N_("Town"), beside=True),
)

SECTIONS: tuple[Section, ...] = (
    Section(
        "work",
        entries.Work,
        N_("Add a job"),
        (
            Shape("position", N_("Occupation")),
            Shape("name", N_("Employer")),
            Shape("location", N_("Place")),
            _START,
            _END,
            Shape("summary", N_("What I did"), "long"),
            _HIGHLIGHTS,
        ),
        lambda entry: _joined(entry.position, entry.name),
        period,
    ),
    Section(
        "education",
        entries.Education,
        N_("Add an education"),
        (
            Shape("study_type", N_("Education or course")),
            Shape("area", N_("Subject"), beside=True),
            Shape("institution", N_("School")),
            _START,
            _END,
            Shape("courses", N_("Courses"), "lines", hint=ONE_PER_LINE),
        ),
        lambda entry: _joined(entry.study_type, entry.area, entry.institution),
        period,
    ),
    Section(
        "skills",
        entries.Skill,
        N_("Add a skill"),
        (
            Shape("name", N_("Skill")),
            Shape("level", N_("Level"), beside=True),
            Shape("keywords", N_("More precisely"), "lines", hint=ONE_PER_LINE),
        ),
        lambda entry: _joined(entry.name, entry.level),
        lambda entry: ", ".join(entry.keywords),
    ),
    Section(
        "languages",
        entries.Language,
        N_("Add a language"),
        (Shape("language", N_("Language")), Shape("fluency", N_("How well"), beside=True)),
        lambda entry: str(entry.language),
        lambda entry: str(entry.fluency),
    ),
    Section(
        "certificates",
        entries.Certificate,
        N_("Add a licence or certificate"),
        (
            Shape("name", N_("Licence or certificate")),
            Shape("issuer", N_("Issued by")),
            Shape("date", N_("Date"), "date", beside=True),
        ),
        lambda entry: str(entry.name),
        lambda entry: _joined(entry.issuer, entry.date),
    ),
    Section(
        "projects",
        entries.Project,
        N_("Add a project"),
        (Shape("name", N_("Project")), _START, _END, Shape("description", N_("What it was about"), "long"), _HIGHLIGHTS),
        lambda entry: str(entry.name),
        period,
    ),
    Section(
        "volunteer",
        entries.Volunteer,
        N_("Add voluntary work"),
        (
            Shape("position", N_("Task")),
            Shape("organization", N_("Association")),
            _START,
            _END,
            Shape("summary", N_("What I did"), "long"),
            _HIGHLIGHTS,
        ),
        lambda entry: _joined(entry.position, entry.organization),
        period,
    ),
    Section(
        "references",
        entries.Reference,
        N_("Add a reference"),
        (Shape("name", N_("Name")), Shape("reference", N_("What they say, or how they are reached"), "long")),
        lambda entry: str(entry.name),
        lambda entry: str(entry.reference),
    ),
    Section(
        "interests",
        entries.Interest,
        N_("Add an interest"),
        (Shape("name", N_("Interest")), Shape("keywords", N_("More precisely"), "lines", hint=ONE_PER_LINE)),
        lambda entry: str(entry.name),
        lambda entry: ", ".join(entry.keywords),
    ),
)
