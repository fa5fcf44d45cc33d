"""The programmes of the year, such as Kvinna för Bäckby: their period, what was done, and how the work was judged."""

from collections.abc import Iterator

from jobbpunkt.documents.summary import ProgrammeFacts
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.reports import programme
from jobbpunkt.reports.reading import Kind
from jobbpunkt.reports.year import project_part
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import inside, joined

KEYS = tuple(key for _, keys in programme.SECTIONS for key in keys)


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where no programme ran in the year."""
    running = programme.running(year.uow, year.period)
    if not running:
        return None
    paragraphs = tuple(said for one in running for said in _programme(year, one))
    months = programme.compared_months(year.others)
    return YearPart(year.words(Kind.PROGRAMME.label), (*paragraphs, *_done(year)), figures=year.figures(KEYS), months=months)


def _programme(year: Year, one: ProgrammeFacts) -> Iterator[Said]:
    words = year.words
    missing = words("not recorded")
    first, last = (words.day(day) if day is not None else missing for day in (one.first, one.last))
    yield words("{name}, {site}. First day: {first}. Last day: {last}.", name=one.name, site=one.site, first=first, last=last)
    if one.purpose.strip():
        yield one.purpose
    yield from project_part.of_work(year, one.name)
    for decided, end in one.extensions:
        if decided is None:
            yield words("It was extended until {end}.", end=words.day(end))
        else:
            yield words("On {day} it was decided to go on until {end}.", day=words.day(decided), end=words.day(end))
    if one.kinds:
        yield words("The work is done in: {kinds}.", kinds=joined((inside(words(kind)) for kind in one.kinds), words))


def _done(year: Year) -> Iterator[Said]:
    words, group, suppliers = year.words, year.value("inspection_score_group"), year.value("inspection_score_suppliers")
    if group is not None and suppliers is not None:
        yield words(
            "In the inspections {group} % of the group's points passed, and {suppliers} % of the suppliers'.",
            group=words.amount(group),
            suppliers=words.amount(suppliers),
        )
    plans = year.value("programme_plans_adopted")
    if plans:
        yield words.plural("{n} plan was adopted in the programme.", "{n} plans were adopted in the programme.", int(plans))
