"""The report of a year: a message on its first page, then who it was about, what was done, and how it was counted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from jobbpunkt.base.words import N_
from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.compared import compared
from jobbpunkt.documents.divided import panels, supported_and_working
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.looks import YEAR
from jobbpunkt.documents.message import Beside, headline, unknown
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Chart, ChartKind, Heading, Item, Items, Role, Section, Series, Text
from jobbpunkt.documents.trend import drawn as trend_drawn
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import HistoryEnd, Quarters, Unknown, YearDocument, YearPart

Told = TypeVar("Told")
HOW = (
    N_("Every figure is the number of records in the register during the period, unless it says otherwise beside it."),
    N_("What is counted by hand was tallied on site. “About” and “just over” stand where nobody counted exactly."),
    N_("“As stated” stands where somebody told the number and it was written down here; it cannot be counted again."),
    N_("What nobody has recorded is said to be not recorded; it is not zero. Different units are never added together."),
    N_("Where nothing stands below the year before, it was not recorded then."),
)
_WITHHELD = N_("Numbers are withheld so that nobody can count out one under five. Shares are never told of fewer than ten.")
_BEFORE_SHADE, _NOW_SHADE = 1, 0


def render_year(data: YearDocument, setting: Setting) -> bytes:
    """Return the report as a file."""
    return drawn(year_paper(data, setting.words()), setting, YEAR)


def year_paper(data: YearDocument, words: PaperWords) -> tree.Paper:
    """Return the report as a tree of content."""
    title = words("Jobbpunkt Mimer {year}", year=data.year)
    beside = Beside(str(data.year), str(data.year - 1), data.begun, is_over=data.through is None)
    through = words("Up to and including {day}", day=words.day(data.through)) if data.through else ""
    blocks: tuple[Block, ...] = (
        tree.Opening(title, words("Our year"), through),
        *(Text(sentence, Role.MESSAGE) for sentence in data.sentences),
        *headline(data.headline, beside, words),
        *((tree.Quotation(f"”{data.voice.text}”", data.voice.told_by),) if data.voice else ()),
        Section(words("What we do not know"), _unknown(data.unknown, words)),
        *_who(data, words),
        *_parts(data, words),
        *_appendix(data, words),
    )
    return tree.Paper(
        title=str(title),
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        head=period.printed(data.printed_on, words),
        foot=words("How the figures were got stands last.") if data.history is None else history_end(data.history, words),
        pages=words.pages(),
    )


def history_end(end: HistoryEnd, words: Callable[..., Told]) -> Told:
    """Return where a history ended, as the command that checks a register reads it."""
    return words("History no. {head}", head=f"{end.number}:{end.digits}")


def _unknown(known: Sequence[Unknown], words: PaperWords) -> tuple[Block, ...]:
    if not known:
        return (Text(words("Every figure on this page was recorded for the whole year.")),)
    return unknown(known, words)


def _who(data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    divided = data.divided
    parts: list[Block] = []
    if divided is not None:
        bars = supported_and_working(words)
        parts += [Heading(divided.finding, 2), Text(divided.lead), *panels(divided.kinds, divided.too_few, bars, words)]
    quarters = [one for one in data.quarters if one.is_hidden or any(value is not None for value in one.now)]
    if quarters:
        parts.append(_by_quarter(quarters, data, words))
    return (tree.PageBreak(), *parts) if parts else ()


def _by_quarter(quarters: Sequence[Quarters], data: YearDocument, words: PaperWords) -> Block:
    """Return small charts beside each other, on one scale."""
    largest = max((value or 0 for one in quarters for value in (*one.now, *one.before)), default=0)
    columns = tuple((Heading(one.label, 3), *_in_quarters(one, largest, data.year, words)) for one in quarters)
    heading = Heading(words("Quarter by quarter"), 2)
    return tree.Together((heading, tree.Columns(columns, (1.0,) * len(columns))))


def _in_quarters(one: Quarters, largest: float, year: int, words: PaperWords) -> tuple[Block, ...]:
    if one.is_hidden:
        return (Text(words("Withheld: in one of the quarters there were fewer than five."), Role.NOTE),)
    return (_columns(one, largest, year, words),)


def _columns(one: Quarters, largest: float, year: int, words: PaperWords) -> Chart:
    labels = tuple(words("Q{number}", number=number) for number in range(1, 5))
    before = (Series(str(year - 1), one.before, _BEFORE_SHADE),) if any(value is not None for value in one.before) else ()
    series = (*before, Series(str(year), one.now, _NOW_SHADE))
    told = figures.alternative(str(one.label), labels, series, words)
    return Chart(ChartKind.COLUMNS, labels, series, told, least=0, most=largest)


def _parts(data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    made = [block for part in data.parts for block in _part(part, data, words)]
    return tuple(made)


def _part(part: YearPart, data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    table = (figures.year_table(part.figures, data.year, words),) if part.figures else ()
    blocks: tuple[Block, ...] = (
        *(Text(said) for said in part.paragraphs),
        *((Items(tuple(Item(said) for said in part.items)),) if part.items else ()),
        *(Text(said) for said in part.after),
        *table,
        *figures.cautions(part.figures),
        *((trend_drawn(part.trend, words, 3),) if part.trend is not None and part.trend.points else ()),
        *compared(part.months, words),
    )
    return (Section(part.title, blocks),)


def _appendix(data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return how the figures were got and what each means, in small letters at the end."""
    shown = [(one.figure, "") for one in data.headline]
    shown += [(figure, part.of_campaign) for part in data.parts for figure in part.figures]
    how = Section(
        words("How the figures were got"), (Items(tuple(Item(words(sentence)) for sentence in HOW)), *_since(data, words)), 2
    )
    span = period.told(data.first, data.last, words, through=data.through)
    return (how, Text(words("Period: {period}", period=span), Role.NOTE), figures.definitions(_named(shown, words), words))


def _named(figures_of: Sequence[tuple[Figure, str]], words: PaperWords) -> list[Figure]:
    """Return figures for the appendix; where two of one name mean different things, a campaign's says whose it is."""
    meant: dict[str, set[str]] = {}
    for figure, _ in figures_of:
        meant.setdefault(str(figure.label), set()).add(str(figure.definition))

    def told(figure: Figure, campaign: str) -> Figure:
        is_clear = not campaign or len(meant[str(figure.label)]) < 2
        return figure if is_clear else replace(figure, label=words("{first}, {more}", first=figure.label, more=campaign))

    return [told(figure, campaign) for figure, campaign in figures_of]


def _since(data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    if data.begun is None:
        return ()
    said = words(
        "The register has been kept since {day}: {year} is not a whole year.", day=words.day(data.begun), year=data.year - 1
    )
    return (Text(said, Role.NOTE),)
