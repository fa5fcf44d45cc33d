"""The districts: which parts of the work there were, with which kinds of partners, and where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jobbpunkt import events, organisations, places, programmes, series
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.project_part import runs
from jobbpunkt.reports.year.saying import inside, joined
from models.vocabulary import Choice, WorkField


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where there is neither place nor partner nor part of the work."""
    items = tuple(said for said in (_fields(year), _partners(year), _places(year)) if str(said))
    return YearPart(year.words("Sustainable districts"), items=items) if items else None


def _fields(year: Year) -> Said:
    """Return how many events, series and projects there were of each part of the work; what has none is not named."""
    happened = [row.field_of_work for row in events.rows(year.uow, first=year.period.first, last=year.period.last)]
    came_back = [row.data.field_of_work for row in series.rows(year.uow)]
    projects = [data.field_of_work for _, data in programmes.described(year.uow) if runs(data, year)]
    found = {*happened, *came_back, *projects} - {WorkField.NOT_STATED}
    if not found:
        return ""
    names = (inside(year.words.label(field.label)) for field in WorkField if field in found)
    return year.words("The work was about {fields}.", fields=joined(names, year.words))


def _partners(year: Year) -> Said:
    """Return with whom one worked, by kind."""
    taking_part = {
        key for row in events.rows(year.uow, first=year.period.first, last=year.period.last) for key, _ in row.partners
    }
    taking_part |= {one.organisation_id for found in programmes.partners(year.uow).values() for one in found}
    named = [(row.kind, row.name) for row in organisations.rows(year.uow) if row.id in taking_part or row.campaigns]
    return year.words("Partners: {groups}.", groups="; ".join(_by_kind(named, year))) if named else ""


def _places(year: Year) -> Said:
    found = [(row.data.kind, row.data.name) for row in places.rows(year.uow)]
    return year.words("Places: {groups}.", groups="; ".join(_by_kind(found, year))) if found else ""


def _by_kind(named: Iterable[tuple[Choice, str]], year: Year) -> Iterator[str]:
    groups: dict[Choice, list[str]] = defaultdict(list)
    for kind, name in named:
        groups[kind].append(name)
    for kind, names in groups.items():
        yield f"{inside(year.words.label(kind.label))}: {', '.join(names)}"
