"""The first page of a year: what happened in sentences whose figures follow the data, key figures, and what is not known."""

from collections.abc import Iterator
from datetime import date

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.disclosure import releases
from jobbpunkt.disclosure.hiding import standing
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import KeyFigure, Unknown
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import counted, joined
from models.vocabulary import Unit

# Those that are known come first, four of them.
_KEYS = (
    ("jobseekers_supported", N_("persons had support")),
    ("jobseekers_in_work", N_("of them began work")),
    ("safety_index", N_("feel safe at home")),
    ("livestreams_held", N_("livestreams")),
    ("sessions_held", N_("meetings with coaches")),
    ("plans_adopted", N_("plans adopted")),
)
# What an earlier report told, where the whole year is hidden.
_IN_PART = (
    (
        "jobseekers_supported",
        N_("How many had support in the whole year is hidden, so that nobody can be recognised. {period} they were {n}."),
    ),
    (
        "jobseekers_in_work",
        N_("How many began work in the whole year is hidden, so that nobody can be recognised. {period} they were {n}."),
    ),
)
_SHOWN = 4
_MOST_UNKNOWN = 6


def key_figures(year: Year) -> tuple[KeyFigure, ...]:
    """Return the four figures that are set large: those that are known, and if there are too few, those that are not."""
    made = [KeyFigure(figure, year.words(label)) for key, label in _KEYS if (figure := year.figure(key)) is not None]
    known = [one for one in made if one.figure.value is not None]
    shown = [*known, *(one for one in made if one not in known)][:_SHOWN]
    return tuple(one for one in made if one in shown)


def sentences(year: Year) -> tuple[Said, ...]:
    """Return what happened: work, the campaigns, safety; nothing is said of what nobody recorded."""
    told = (*of_work(year), *_campaigns(year), *_safety(year))
    return told or (year.words("Nothing that this page tells of is recorded for {year}.", year=year.number),)


def of_work(year: Year) -> Iterator[Said]:
    """Yield how many of those who had support began work, and how many did the year before."""
    words, supported, working = year.words, year.value("jobseekers_supported"), year.value("jobseekers_in_work")
    if supported is None or working is None:
        yield from _work_in_part(year, supported, working)
        return
    yield words.plural(
        "{working} of {n} person who had support and coaching began work.",
        "{working} of the {n} persons who had support and coaching began work.",
        int(supported),
        working=words.number(working),
    )
    before = year.result_before("jobseekers_in_work")
    if before is not None and before.value is not None and year.report.begun is None and year.is_over:
        sentence = N_("In {year} it was {n}.")
        yield words(sentence, year=year.number - 1, n=words.number(before.value))


def _work_in_part(year: Year, supported: float | None, working: float | None) -> Iterator[Said]:
    """Yield what can be told where one of the two cannot: of a hidden one what an earlier report told of a part of the year."""
    words = year.words
    if supported is not None:
        yield words.plural("{n} person had support and coaching.", "{n} persons had support and coaching.", int(supported))
    if working is not None:
        yield words.plural("{n} person began work.", "{n} persons began work.", int(working))
    for key, sentence in _IN_PART:
        found = year.result(key)
        told = already_told(year, key) if found is not None and found.suppressed else None
        if told is not None:
            days, number = told
            yield words(sentence, period=words.period(*days), n=words.number(number))


def already_told(year: Year, key: str) -> tuple[tuple[date, date], int] | None:
    """Return what has left before of a part of the year, the longest of those, whatever the reason why the year is hidden."""
    first, last = year.period.first, year.period.last
    found = {
        (one.first, one.last): value
        for one, value in standing(releases.around(year.uow, first, last)).items()
        if one.measure == key and not one.kind and value and first <= one.first and one.last <= last
    }
    parts = [days for days in found if days != (first, last)]
    days = max(parts, key=lambda one: (one[1] - one[0], one[1]), default=None)
    return None if days is None else (days, found[days])


def _campaigns(year: Year) -> Iterator[Said]:
    """Yield a sentence for each campaign: what most came of it."""
    for row in within(year)[:2]:
        found = {result.key: result for result in campaigns.measures(year.uow, row.id) if result.value is not None}
        most = max(
            (one for one in found.values() if one.unit is Unit.APPLICATIONS), key=lambda one: one.value or 0, default=None
        )  # fmt: skip
        called = found.get("called_to_interview")
        told = [str(counted(one, year.words)) for one in (most, called) if one is not None]
        if told:
            yield year.words("{campaign} led to {figures}.", campaign=row.name, figures=joined(told, year.words))


def within(year: Year) -> list[CampaignRow]:
    """Return the campaigns that ran in the year, the first to begin first."""
    found = campaigns.overview(year.uow)
    rows = [row for row in found if row.starts_on <= year.period.last and row.ends_on >= year.period.first]
    return sorted(rows, key=lambda row: row.starts_on)


def _safety(year: Year) -> Iterator[Said]:
    words, index = year.words, year.result("safety_index")
    if index is None or index.value is None:
        return
    value = words.amount(index.value)
    if index.target is None or not year.is_over:
        yield words("{value} per cent feel safe at home.", value=value)
    elif index.value >= index.target:
        yield words(
            "{value} per cent feel safe at home. The target of {target} was reached.",
            value=value,
            target=words.amount(index.target),
        )
    else:
        sentence = N_("{value} per cent feel safe at home. The target of {target} was not reached.")
        yield words(sentence, value=value, target=words.amount(index.target))


def unknown(year: Year) -> tuple[Unknown, ...]:
    """Return what the register does not know, and why; what matters most first."""
    return tuple([*unknown_of_work(year), *_of_figures(year), *unknown_of_before(year)][:_MOST_UNKNOWN])


def unknown_of_work(year: Year) -> Iterator[Unknown]:
    """Yield of how many it is not known whether they worked for a month, or what they did when they were closed."""
    words = year.words
    month = year.result("jobseekers_in_work_month")
    if month is not None and month.missing:
        why = words.plural(
            "Of {n} person nobody has written down whether it did.",
            "Of {n} persons nobody has written down whether it did.",
            month.missing,
        )
        yield Unknown(words("Whether the work lasted for at least a month"), why)
    kolada = year.result("kolada_u40455")
    if kolada is not None and kolada.missing:
        why = words.plural("It is not known of {n} person.", "It is not known of {n} persons.", kolada.missing)
        yield Unknown(words("What everybody did whose enrolment was closed"), why)


def _of_figures(year: Year) -> Iterator[Unknown]:
    words = year.words
    stated = year.result("programme_participants")
    if stated is not None and stated.value is None and not stated.suppressed:
        yield Unknown(words("How many take part in Kvinna för Bäckby"), words("Not recorded."))
    for key, what in (
        ("safety_index", N_("How safe people feel")),
        ("livestreams_held", N_("How many livestreams there were")),
        ("jobseekers_supported", N_("How many had support")),
    ):
        found = year.result(key)
        if found is not None and found.value is None and not found.suppressed:
            yield Unknown(words(what), words("Not recorded."))
    views = year.result("livestream_views")
    if views is not None and views.missing:
        yield Unknown(words("How many saw every livestream"), words("Not recorded for {n}.", n=words.number(views.missing)))
    months = _months_without(year)
    if months:
        yield Unknown(words("How safe people felt each month"), words("Not recorded: {what}.", what=months))


def _months_without(year: Year) -> str:
    index = year.result("safety_index")
    if index is None or index.value is None:
        return ""
    known = {record.day.month for record in index.records if record.day is not None}
    last = year.report.through.month - 1 if year.report.through is not None else 12
    first = year.period.first
    return ", ".join(
        str(year.words.day(first.replace(month=month), "month")) for month in range(1, last + 1) if month not in known
    )


def unknown_of_before(year: Year) -> Iterator[Unknown]:
    """Yield that the year before is known in part, where that is so."""
    words, begun = year.words, year.report.begun
    if begun is not None:
        yield Unknown(
            words("How all of {year} was", year=year.number - 1),
            words("The register has been kept since {day}.", day=words.day(begun)),
        )
