"""Support and work: how many were coached, what it led to, what was done, and what was sent live."""

from collections.abc import Iterator

from jobbpunkt import events
from jobbpunkt.base.words import N_
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.events import EventRow
from jobbpunkt.reports.year import safety_work
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import joined, together
from models.vocabulary import EventKind

KEYS = (
    *(
        "jobseekers_supported",
        "tenants_supported",
        "jobseekers_in_work",
        "jobseekers_in_work_month",
        "studies_started",
        "kolada_u40455",
    ),
    *("jobseekers_called_to_interview", "sessions_held", "plans_adopted", "cvs_written", "letters_written"),
    *("applications_sent", "livestreams_held", "livestream_views", "church_cooperation_participants"),
)


def told(year: Year) -> YearPart:
    """Return the part; its figures stand there even where the year has none, as not recorded."""
    paragraphs = tuple(together(said) for said in (_support(year), _streams(year), _church(year)))
    shown = tuple(said for said in paragraphs if said)
    return YearPart(year.words("Jobbpunkt Mimer"), shown, figures=year.figures(KEYS))


def _support(year: Year) -> Iterator[Said]:
    words, supported, working = year.words, year.value("jobseekers_supported"), year.value("jobseekers_in_work")
    if supported is None:
        return
    yield words.plural(
        "In {year} Jobbpunkt Mimer offered support and coaching to {n} person who looked for work.",
        "In {year} Jobbpunkt Mimer offered support and coaching to {n} persons who looked for work.",
        int(supported),
        year=year.number,
    )
    if working is not None and supported:
        share = words.number(100 * working / supported, 1)
        yield words("Of them {n} began work ({share} %).", n=words.number(working), share=share)
    lasted, month = year.value("jobseekers_in_work_month"), year.result("jobseekers_in_work_month")
    if working is not None and lasted is not None and month is not None:
        known = N_("{n} of them are known to have worked for at least a month.")
        sentence = N_("{n} of them are known to have worked for at least a month; of {missing} it is not known.")
        yield words(sentence if month.missing else known, n=words.number(lasted), missing=words.number(month.missing))
    studies = year.value("studies_started")
    if studies:
        yield words.plural("{n} person began studies.", "{n} persons began studies.", int(studies))
    tenants = year.value("tenants_supported")
    if tenants is not None:
        yield words("Of all who were supported, {n} are tenants of the housing company.", n=words.number(tenants))


def _streams(year: Year) -> Iterator[Said]:
    found = events.rows(year.uow, first=year.period.first, last=year.period.last, kinds=(EventKind.LIVESTREAM,))
    yield from _sent(year, [row for row in found if row.took_place])
    yield from safety_work.called_off(year, found)


def _sent(year: Year, shown: list[EventRow]) -> Iterator[Said]:
    words, held, views = year.words, year.value("livestreams_held"), year.value("livestream_views")
    if not held:
        return
    channel = joined(dict.fromkeys(row.place for row in shown if row.place), words)
    yield words.plural("{n} livestream was held.", "{n} livestreams were held.", int(held))
    if str(channel):
        yield words("They were sent on: {channel}.", channel=channel)
    if views is not None:
        yield words("Views in all: {views}.", views=words.number(views))
    themes = joined(dict.fromkeys(row.theme for row in shown if row.theme), words)
    if str(themes):
        yield words("Their themes were {themes}.", themes=themes)
    yield from dict.fromkeys(row.result.strip() for row in shown if row.result.strip())


def _church(year: Year) -> Iterator[Said]:
    words, persons = year.words, year.value("church_cooperation_participants")
    if persons:
        yield words.plural(
            "Jobbpunkt Mimer worked with the Church of Sweden around {n} person.",
            "Jobbpunkt Mimer worked with the Church of Sweden around {n} persons.",
            int(persons),
        )
