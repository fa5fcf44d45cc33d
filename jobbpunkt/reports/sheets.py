"""Sheets of one page: the key figures of a year, its results as Kolada and SKR ask for them, and a month for the board."""

from collections.abc import Iterator
from dataclasses import replace

from jobbpunkt.base.words import N_
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.sheet import SheetDocument
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import DividedGroup, DividedKind, KeyFigure, Unknown
from jobbpunkt.measures import Breakdown, MeasureResult, on_paper
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports.reading import Kind, Report, right_to
from jobbpunkt.reports.year import dividing, message
from jobbpunkt.reports.year.material import Year

SHARE = "kolada_u40455"
_MOST_UNKNOWN = 6
# What SKR asks for, by figure and kind of group; where people live it does not ask.
_ASKED = (
    ("jobseekers_supported", ("sex", "age", "education", "without_work")),
    ("cases_new", ("referrer",)),
    ("cases_closed", ("reason",)),
)
_LARGE = {
    Kind.KEY_FIGURES: (
        ("jobseekers_supported", N_("persons had support")),
        ("jobseekers_in_work", N_("of them began work")),
        ("studies_started", N_("of them began studies")),
        (SHARE, N_("of those closed, to work or studies")),
    ),
    Kind.KOLADA: (
        (SHARE, N_("of those closed, to work or studies")),
        ("cases_closed", N_("persons were closed")),
        ("cases_new", N_("persons were enrolled")),
        ("jobseekers_supported", N_("persons had support")),
    ),
}


def document(uow: Reading, report: Report, words: PaperWords) -> SheetDocument:
    """Return a sheet as its paper shows it."""
    uow.require(right_to(report.choice.kind))
    year = Year(uow, report, words)
    kind = report.choice.kind
    made = SheetDocument(
        words(kind.label),
        report.period.first,
        report.period.last,
        _heads(report, words),
        headline=tuple(KeyFigure(figure, words(label)) for key, label in _LARGE.get(kind, ()) if (figure := year.figure(key))),
        figures=tuple(_beside_its_year(year, one) for one in report.measures),
        unknown=_unknown(year),
        printed_on=uow.clock.today(),
        through=report.through,
        begun=report.begun,
    )
    if all(one.value is None and not one.suppressed for one in report.measures):
        sentence = N_("Nothing that this page tells of is recorded for {year}.")
        return replace(made, sentences=(words(sentence, year=made.heads[0]),))
    if kind is Kind.BOARD:
        return replace(made, sentences=tuple(_of_month(year)))
    if kind is Kind.KOLADA:
        return _as_asked(replace(made, sentences=(*_came_and_went(year), *_share(year))), year)
    divided = dividing.divided(year)
    made = replace(made, sentences=(*message.of_work(year), *_share(year)), notes=_cautions(year))
    return made if divided is None else replace(made, kinds=divided.kinds, too_few=divided.too_few, has_part=True)


def _heads(report: Report, words: PaperWords) -> tuple[Said, Said, Said]:
    """Return what stands over the figures: the year and the one before, or the month, the same then, and its year."""
    first = report.period.first
    if report.choice.kind is not Kind.BOARD:
        return str(first.year), str(first.year - 1), ""
    return (
        words.day(first, "month"),
        words.day(first.replace(year=first.year - 1), "month"),
        str(first.year) if report.is_whole else words("{year} so far", year=first.year),
    )


def _beside_its_year(year: Year, result: MeasureResult) -> Figure:
    """Return a figure with what stands beside it; what a year aims at is no target of a month, but of the year beside it."""
    figure = year.figure(result.key) or on_paper(result, year.words)
    so_far = next((on_paper(one, year.words) for one in year.report.so_far if one.key == result.key), None)
    return figure if so_far is None else replace(figure, so_far=so_far, target=so_far.target)


def _share(year: Year) -> Iterator[Said]:
    """Yield what the national share is, what it was, and how it stands to its target."""
    words, share = year.words, year.result(SHARE)
    if share is None or share.value is None:
        return
    yield words(
        "Of those whose enrolment was closed in {year}, {value} per cent went to work or studies, as Kolada counts it.",
        year=year.number,
        value=words.amount(share.value),
    )
    before = year.result_before(SHARE)
    if before is not None and before.value is not None and year.report.begun is None:
        yield words("In {year} it was {value} per cent.", year=year.number - 1, value=words.amount(before.value))
    if share.target is not None and year.is_over:
        gap = words.amount(round(abs(share.target - share.value), 1))
        missed = N_("The target was {target} per cent. Points short of it: {gap}.")
        reached = N_("The target of {target} per cent was reached.")
        yield words(reached if share.value >= share.target else missed, target=words.amount(share.target), gap=gap)


def _as_asked(made: SheetDocument, year: Year) -> SheetDocument:
    """Return the sheet with the persons divided as SKR asks, what its share may not be compared with, and what it lacks."""
    words = year.words
    shown: list[DividedKind] = []
    few: list[Said] = []
    for key, kinds in _ASKED:
        result = year.result(key)
        for part in result.by or () if result is not None else ():
            if part.key in kinds:
                title = words.label(part.label)
                few += [title] if part.hidden else []
                shown += [DividedKind(title, _groups(part, words))] if part.cells else []
    lacking = Unknown(
        words("Kinds of support, days in it, staff and net cost"), words("SKR asks for them too; they are not reckoned here.")
    )
    own = words(
        "Kolada tells of the municipality's labour-market units. This is how Jobbpunkt Mimer would stand by the same rule; it is"
        " no part of the municipality's figure."
    )
    return replace(made, kinds=tuple(shown), too_few=tuple(few), notes=(*_cautions(year), own), unknown=(*made.unknown, lacking))


def _groups(part: Breakdown, words: PaperWords) -> tuple[DividedGroup, ...]:
    return tuple(DividedGroup(words.label(cell.label), cell.value, None) for cell in part.cells)


def _cautions(year: Year) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(year.words.label(one.caution) for one in year.report.measures if one.caution))


def _of_month(year: Year) -> Iterator[Said]:
    """Yield what a month was: who came and went, who is there, who began work, and how the year stands to its target."""
    words, (now, then, _) = year.words, _heads(year.report, year.words)
    yield from _came_and_went(year)
    active, waiting = year.value("cases_active"), year.value("cases_waiting")
    if active is not None:
        yield words("{n} were active at the end.", n=_n(active, words))
    if waiting is not None:
        yield words("{n} were waiting for a place.", n=_n(waiting, words))
    working, before = year.value("jobseekers_in_work"), year.result_before("jobseekers_in_work")
    if working is not None:
        yield words("{n} of those who had support in {month} began work.", n=_n(working, words), month=now)
        if before is not None and before.value is not None and year.report.begun is None:
            yield words("In {year} it was {n}.", year=then, n=_n(before.value, words))
    yield from _towards_target(year)


def _came_and_went(year: Year) -> Iterator[Said]:
    """Yield how many were enrolled and how many were closed, as far as it is told."""
    words, new, closed = year.words, year.value("cases_new"), year.value("cases_closed")
    fields: dict[str, str | Said] = {"period": _heads(year.report, words)[0]}
    if new is not None and closed is not None:
        sentence = N_("During {period} {new} were enrolled and {closed} were closed.")
        yield words(sentence, new=_n(new, words), closed=_n(closed, words), **fields)
    elif new is not None:
        yield words("During {period} {n} were enrolled.", n=_n(new, words), **fields)
    elif closed is not None:
        yield words("During {period} {n} were closed.", n=_n(closed, words), **fields)


def _towards_target(year: Year) -> Iterator[Said]:
    words = year.words
    so_far = next((one for one in year.report.so_far if one.key == "jobseekers_in_work"), None)
    if so_far is None or so_far.value is None:
        return
    fields = {"n": _n(so_far.value, words), "year": year.number}
    is_whole = year.report.is_whole
    if so_far.target is None:
        sentence = N_("In {year} {n} began work.") if is_whole else N_("So far in {year} {n} have begun work.")
        yield words(sentence, **fields)
    else:
        over = N_("In {year} {n} began work; the year aimed at {target}.")
        under_way = N_("So far in {year} {n} have begun work; the year aims at {target}.")
        yield words(over if is_whole else under_way, **fields, target=_n(so_far.target, words))


def _n(value: float, words: PaperWords) -> str:
    return words.number(value)


def _unknown(year: Year) -> tuple[Unknown, ...]:
    """Return what the register does not know of the figures of a sheet; where it knows nothing at all, that."""
    words, shown = year.words, year.report.measures
    lacking = [one for one in shown if one.value is None and not one.suppressed]
    if len(lacking) == len(shown):
        return (Unknown(words("Everything on this page"), words("Not recorded.")),)
    missing = [Unknown(words.label(one.label), words("Not recorded.")) for one in lacking]
    return tuple([*message.unknown_of_work(year), *missing, *message.unknown_of_before(year)][:_MOST_UNKNOWN])
