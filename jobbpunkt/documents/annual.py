"""The year on paper: the figures that matter, what each one means, how it was got, and what the campaigns gave."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from jobbpunkt.base.words import N_
from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.compared import ComparedMonth, compared
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import (
    Chart,
    ChartKind,
    Facts,
    Heading,
    Item,
    Items,
    Opening,
    Role,
    Said,
    Section,
    Series,
    Text,
    Together,
)
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Source, Unit

Told = TypeVar("Told")

HOW = (
    N_("Every figure is the number of records in the register during the period, unless it says otherwise beside it."),
    N_("What is counted by hand was tallied on site. “About” and “just over” stand where nobody counted exactly."),
    N_("“As stated” stands where somebody told the number and it was written down here; it cannot be counted again."),
    N_("What nobody has recorded is said to be not recorded; it is not zero. Different units are never added together."),
    N_("Small numbers of participants are hidden and shown as a dash (–), so that nobody can be recognised."),
)


@dataclass(frozen=True, slots=True)
class FigureSection:
    """Figures that belong together under a heading, with a few words about them."""

    title: Said
    figures: tuple[Figure, ...]
    text: Said = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A share that somebody told for each month, between two bounds, and its target; None where nothing was recorded."""

    title: Said
    points: tuple[tuple[date, float | None], ...]
    target: float | None = None
    lowest: float = 0
    highest: float = 100


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    """A campaign of the period with its figures."""

    name: str
    first: date
    last: date
    text: str = ""
    figures: tuple[Figure, ...] = ()
    through: date | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A programme with its period, as far as somebody recorded it, and each decision that moved its end: when, to which day."""

    name: str
    site: str
    first: date | None
    last: date | None
    extensions: tuple[tuple[date | None, date], ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEnd:
    """Where the register's history ended when a paper was made: a later check with it shows whether the history was cut."""

    number: int
    digits: str


@dataclass(frozen=True, slots=True)
class AnnualDocument:
    """All that the summary of a period shows; `headline` holds the few figures that are set large.

    `through` is the day that the figures reach while the period is not over.
    """

    title: Said
    first: date
    last: date
    kicker: Said = ""
    headline: tuple[Figure, ...] = ()
    text: Said = ""
    sections: tuple[FigureSection, ...] = ()
    programmes: tuple[ProgrammeFacts, ...] = ()
    trends: tuple[Trend, ...] = ()
    months: tuple[ComparedMonth, ...] = ()
    campaigns: tuple[CampaignSummary, ...] = ()
    printed_on: date | None = None
    through: date | None = None
    history: HistoryEnd | None = None


def render_annual(data: AnnualDocument, setting: Setting) -> bytes:
    """Return the summary as a file."""
    return drawn(annual_paper(data, setting.words()), setting, REPORT)


def annual_paper(data: AnnualDocument, words: PaperWords) -> tree.Paper:
    """Return the summary of a period: the figures that matter large, then all of them, then how they were got."""
    span = period.told(data.first, data.last, words, through=data.through)
    every = [figure for section in data.sections for figure in section.figures]
    campaigns = tuple(_campaign(campaign, words) for campaign in data.campaigns)
    told = [_named(figure, campaign, words) for campaign in data.campaigns for figure in campaign.figures]
    blocks = (
        Opening(data.title, data.kicker or words("Annual summary"), span),
        *(_programme(one, words) for one in data.programmes),
        *((Text(data.text, Role.LEAD),) if str(data.text).strip() else ()),
        figures.large(data.headline, words, is_over=data.through is None),
        *(_section(section, words) for section in data.sections),
        *(_trend(trend, words) for trend in data.trends if trend.points),
        *compared(data.months, words),
        Section(words("The participants"), _broken_down(data.sections, words)),
        Section(words("Campaigns"), campaigns),
        Section(words("How the figures were got"), (Items(tuple(Item(words(sentence)) for sentence in HOW)),)),
        figures.definitions([*data.headline, *every, *told], words),
    )
    return tree.Paper(
        title=str(data.title),
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        head=words("Printed {day}", day=words.day(data.printed_on)) if data.printed_on else "",
        foot=_foot(data, words),
        pages=words.pages(),
    )


def _foot(data: AnnualDocument, words: PaperWords) -> Said:
    """Return which report it is, and where the history ended: on paper it lies where nobody can change it unseen."""
    foot = words("{title}, {period}", title=data.title, period=words.period(data.first, data.last))
    if data.history is None:
        return foot
    return words("{paper}. {end}", paper=foot, end=history_end(data.history, words))


def history_end(end: HistoryEnd, words: Callable[..., Told]) -> Told:
    """Return where a history ended, as the command that checks a register reads it."""
    return words("History no. {head}", head=f"{end.number}:{end.digits}")


def _programme(programme: ProgrammeFacts, words: PaperWords) -> Facts:
    """Return when a programme began and ends, and each decision that let it go on longer; what nobody recorded says so."""
    days = tuple(words.day(day) if day else words("not recorded") for day in (programme.first, programme.last))
    extended = (
        (
            words("Extended {day}", day=words.day(decided)) if decided else words("Extended"),
            words("until {day}", day=words.day(end)),
        )
        for decided, end in programme.extensions
    )
    named = ((words("Programme"), programme.name), (words("Place"), programme.site))
    return Facts((*named, (words("First day"), days[0]), (words("Last day"), days[1]), *extended))


def _section(section: FigureSection, words: PaperWords) -> Section:
    table = figures.figure_table(section.figures, words) if section.figures else ()
    text = (Text(section.text),) if str(section.text).strip() else ()
    return Section(section.title, (*text, *table, *figures.cautions(section.figures)))


def _broken_down(sections: tuple[FigureSection, ...], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return figures by groups, those of a section side by side; where several sections have some, each says which it is."""
    divided = [section for section in sections if any(figure.by for figure in section.figures)]
    several = len(divided) > 1
    parts = (figures.breakdowns(one.figures, words, of=one.title if several else "") for one in divided)
    return tuple(block for part in parts for block in part)


def _named(figure: Figure, campaign: CampaignSummary, words: PaperWords) -> Figure:
    """Return a campaign's figure under a name that no figure of the register has."""
    return replace(figure, label=words("{first}, {more}", first=figure.label, more=campaign.name))


def _trend(trend: Trend, words: PaperWords) -> Section:
    """Return a share over time; an axis that is cut says where it begins."""
    labels = tuple(words.day(day, "short") for day, _ in trend.points)
    series = (Series(trend.title, tuple(value for _, value in trend.points)),)
    target = figures.number(trend.target, Unit.SHARE, words) if trend.target is not None else ""
    chart = Chart(
        ChartKind.LINE,
        labels,
        series,
        figures.alternative(str(trend.title), labels, series, words),
        unit=words("per cent"),
        least=trend.lowest,
        most=trend.highest,
        target=trend.target,
        target_label=words("Target {target}", target=target) if target else "",
        cut=words("The axis begins at {least}, not at zero.", least=words.number(trend.lowest)) if trend.lowest else "",
    )
    lacking = [words.day(day, "month") for day, value in trend.points if value is None]
    return Section(trend.title, (Text(words(Source.STATED.label), Role.CAPTION), chart, *figures.not_recorded(lacking, words)))


def _campaign(campaign: CampaignSummary, words: PaperWords) -> Together:
    """Return a campaign, not parted between two pages while it fits on one."""
    span = period.told(campaign.first, campaign.last, words, through=campaign.through)
    text = (Text(campaign.text),) if campaign.text.strip() else ()
    table = figures.figure_table(campaign.figures, words) if campaign.figures else ()
    return Together((Heading(campaign.name, 3), Text(span, Role.CAPTION), *text, *table))
