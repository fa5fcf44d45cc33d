"""The year on paper: the figures that matter, what each one means, how it was got, and what the campaigns gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from jobbpunkt.documents import charts, figures, period, style
from jobbpunkt.documents.figures import Figure
from jobbpunkt.i18n import N_, Words

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

    title: str
    figures: tuple[Figure, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A share measured over time between two bounds, and its target."""

    title: str
    points: tuple[tuple[date, float], ...]
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
class AnnualDocument:
    """All that the summary of a period shows; `headline` holds the few figures that are set large.

    `through` is the day that the figures reach while the period is not over.
    """

    title: str
    first: date
    last: date
    kicker: str = ""
    headline: tuple[Figure, ...] = ()
    text: str = ""
    sections: tuple[FigureSection, ...] = ()
    trends: tuple[Trend, ...] = ()
    campaigns: tuple[CampaignSummary, ...] = ()
    printed_on: date | None = None
    through: date | None = None


def render_annual(data: AnnualDocument, words: Words) -> bytes:
    """Return the summary as a PDF."""
    span = period.told(data.first, data.last, words, through=data.through)
    story = [
        *style.opening(data.title, kicker=data.kicker or words("Annual summary"), subtitle=span),
        *([figures.cards(data.headline, words), style.space(3)] if data.headline else []),
        *style.paragraphs(data.text),
        *[part for section in data.sections for part in _section(section, words)],
        *[part for trend in data.trends for part in _trend(trend, words)],
        *_campaigns(data.campaigns, words),
        *_broken_down([figure for section in data.sections for figure in section.figures], words),
        style.together(
            [style.heading(words("How the figures were got"), 2), style.bullets([words(sentence) for sentence in HOW])]
        ),
    ]
    footer = words("{title}, {first} – {last}", title=data.title, first=words.day(data.first), last=words.day(data.last))
    return style.build(story, title=data.title, words=words, footer=footer, day=data.printed_on)


def _section(section: FigureSection, words: Words) -> list[Flowable]:
    table = [figures.figure_table(section.figures, words)] if section.figures else []
    return style.section(section.title, [*style.paragraphs(section.text), *table])


def _trend(trend: Trend, words: Words) -> list[Flowable]:
    if not trend.points:
        return []
    chart = charts.line(
        [charts.Point(day, value) for day, value in trend.points],
        lowest=trend.lowest,
        highest=trend.highest,
        day=lambda day: words.day(day, "short"),
        number=lambda value: words.number(value, 0 if float(value).is_integer() else 1),
        target=trend.target,
        target_text=words("Target {target}", target=words.number(trend.target)) if trend.target is not None else "",
        height=170,
    )
    return [style.together([style.heading(trend.title, 2), style.space(1), chart, style.space(2)])]


def _campaigns(campaigns: Sequence[CampaignSummary], words: Words) -> list[Flowable]:
    """Return the campaigns under their heading, none parted between two pages while it fits on one."""
    made = [_campaign(campaign, words) for campaign in campaigns]
    if not made:
        return []
    return [style.together([style.heading(words("Campaigns"), 2), *made[0]]), *(style.together(parts) for parts in made[1:])]


def _campaign(campaign: CampaignSummary, words: Words) -> list[Flowable]:
    span = period.told(campaign.first, campaign.last, words, through=campaign.through, style="iso")
    rows = [[figure.label, figures.with_unit(figure, words), words(figure.source.label)] for figure in campaign.figures]
    header = [words("Figure"), words("Result"), words("How it was got")]
    table = [style.table(header, rows, widths=[51, 23, 26])] if rows else []
    return [style.heading(f"{campaign.name}, {span}", 3), *style.paragraphs(campaign.text), *table]


def _broken_down(all_figures: Sequence[Figure], words: Words) -> list[Flowable]:
    parts = [part for figure in all_figures for part in figures.breakdown_charts(figure, words)]
    return style.section(words("The participants"), parts)
