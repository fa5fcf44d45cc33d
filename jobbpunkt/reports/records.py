"""The records behind a figure, each with a title and the page that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.base.words import N_, Words
from jobbpunkt.measures import Counted, MeasureResult
from jobbpunkt.measures.lasting import SO, UNKNOWN
from jobbpunkt.people import names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports.grouped import Divided, RecordGroup
from jobbpunkt.reports.reading import Kind, ReportChoice, read_figure
from models.vocabulary import Answer, Unit

# Where a record is shown; what a person has is shown on the person's page.
_PAGES = (
    ("coaching_session", "coaching"),
    ("event", "events"),
    ("inspection", "work"),
    ("shift", "work"),
    ("organisation", "organisations"),
    ("person", "people"),
    ("programme", "programmes"),
)

# What a record is called that nobody gave a name.
_NAMELESS = (("tally_entry", N_("Counted on site")), ("shift", N_("Shift")), ("inspection", N_("Inspection")))

# On which part of the page it stands.
_PARTS = (("inspection", "inspections"), ("shift", "shift"), ("programme", "participants"))


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record behind a figure: its words, what it adds, and the page, record and part to open, if a page shows it."""

    key: UUID
    title: str
    detail: str
    day: date | None
    amount: int | None
    page: str
    record: UUID | None
    part: str = ""


@dataclass(frozen=True, slots=True)
class RecordPage:
    """The first records behind a figure, by day, how many there are in all, and the groups that the persons belong to."""

    rows: tuple[RecordRow, ...]
    total: int
    groups: tuple[RecordGroup, ...] = ()


def records(
    uow: Reading,
    choice: ReportChoice,
    key: str,
    words: Words,
    limit: int | None = None,
    *,
    group: tuple[str, str] | None = None,
) -> RecordPage:
    """Return the records behind one figure of a report, or of one `group` (its kind and key), the first `limit` of them.

    Names need the permission to see people; what is behind a hidden figure would tell it, and is for those who see the group.
    """
    found = read_figure(uow, choice, key)
    if any(counted.person is not None for counted in found.records):
        uow.require(Permission.SEE_PEOPLE)
    elif found.suppressed:
        uow.require(Permission.SEE_WORK)
    divided = Divided(uow, key, found.records, choice.period.last.year if choice.period is not None else 0)
    wanted = found.records if group is None else divided.within(*group)
    rows = rows_of(uow, choice, found, in_order(wanted)[:limit], words)
    return RecordPage(rows, len(wanted), divided.groups())


def rows_of(
    uow: Reading, choice: ReportChoice, figure: MeasureResult, page: Sequence[Counted], words: Words
) -> tuple[RecordRow, ...]:
    """Return records of a figure as they are read, for a service that has asked whether the user may see who is among them."""
    persons = [counted.person for counted in page if counted.person is not None]
    gate.follow(uow, figure.key, persons)
    called = {person: name.shown(words) for person, name in names(uow, persons).items()}
    return tuple(_row(counted, called, choice, figure.unit, words) for counted in page)


def in_order(found: Sequence[Counted]) -> list[Counted]:
    """Return records by day, then by their words."""
    return sorted(found, key=lambda counted: (counted.day or date.min, counted.title, str(counted.record)))


def _row(counted: Counted, called: dict[UUID, str], choice: ReportChoice, unit: Unit, words: Words) -> RecordRow:
    own = words(counted.title)
    name = called.get(counted.person, "") if counted.person is not None else ""
    page, record = _shown_at(counted, choice)
    detail = ""
    if counted.verdict is not None:
        detail = _known(counted.verdict, unit, words)
    elif counted.noun == "shift":
        detail = _time(counted, unit, words)
    elif unit is Unit.SHARE and counted.noun == "inspection":
        detail = words("{n} of {all}", n=counted.amount, all=counted.out_of)
    elif counted.noun == "indicator_share":
        detail = words("{number} %", number=words.number((counted.amount or 0) / 10, decimals=1))
    elif unit is Unit.SHARE:
        detail = words.plural("{good} of {n} answer", "{good} of {n} answers", counted.out_of or 0, good=counted.amount)
    return RecordRow(
        counted.record,
        name or own or _nameless(counted, words),
        detail or (own if name else ""),
        counted.day,
        None if unit in (Unit.SHARE, Unit.HOURS) else counted.amount,
        page,
        record,
        dict(_PARTS).get(counted.noun, ""),
    )


def _known(verdict: int, unit: Unit, words: Words) -> str:
    """Return what is known of a person whom a figure judges; of a number, only where nothing is."""
    if verdict == UNKNOWN:
        return words(Answer.NOT_STATED.label)
    return words((Answer.YES if verdict == SO else Answer.NO).label) if unit is Unit.SHARE else ""


def _time(counted: Counted, unit: Unit, words: Words) -> str:
    """Return how long people were there, in hours, and of how long it was planned where that is what the figure is of."""
    there = words.number((counted.amount or 0) / 60, decimals=1)
    if unit is Unit.HOURS:
        return words("Hours: {number}", number=there)
    return words("{n} of {all}", n=there, all=words.number((counted.out_of or 0) / 60, decimals=1)) if unit is Unit.SHARE else ""


def _nameless(counted: Counted, words: Words) -> str:
    if counted.noun == "campaign_week" and counted.day is not None:
        return words("Week from {day}", day=counted.day.isoformat())
    named = dict(_NAMELESS).get(counted.noun, "")
    return words(named) if named else ""


def _shown_at(counted: Counted, choice: ReportChoice) -> tuple[str, UUID | None]:
    if counted.person is not None:
        return "people", counted.person
    if choice.kind is Kind.CAMPAIGN and counted.noun != "organisation":
        return "campaigns", choice.campaign_id
    page = dict(_PAGES).get(counted.noun, "")
    return page, counted.record if page else None
