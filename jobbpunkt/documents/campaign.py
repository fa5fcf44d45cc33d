"""A campaign told on a few pages: for whom, with whom, what happened each week, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from reportlab.platypus import Flowable

from jobbpunkt.clock import hours
from jobbpunkt.documents import charts, figures, period, style
from jobbpunkt.documents.figures import Figure
from jobbpunkt.i18n import Words

_WEEKS_BESIDE = 6
_SERIES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class TakingPart:
    """An organisation and what it answers for."""

    name: str
    responsibility: str


@dataclass(frozen=True, slots=True)
class WeeklyContent:
    """Something that happens every week on a weekday (0 is Monday)."""

    title: str
    weekday: int
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of the campaign."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CountedResult:
    """What was counted under one name: in total, and in each week in the order of the weeks."""

    total: Figure
    weeks: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationText:
    """What participants or partners (`by`, as words) thought."""

    by: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class CampaignDocument:
    """All that a campaign's report shows."""

    name: str
    first: date
    last: date
    purpose: str = ""
    target_group: str = ""
    place: str = ""
    lead: str = ""
    weeks: tuple[WeekOf, ...] = ()
    partners: tuple[TakingPart, ...] = ()
    content: tuple[WeeklyContent, ...] = ()
    results: tuple[CountedResult, ...] = ()
    evaluations: tuple[EvaluationText, ...] = ()
    printed_on: date | None = None
    through: date | None = None


def render_campaign(data: CampaignDocument, words: Words) -> bytes:
    """Return the report as a PDF."""
    story = [
        *style.opening(
            data.name, kicker=words("Campaign report"), subtitle=period.told(data.first, data.last, words, through=data.through)
        ),
        style.facts(_facts(data, words)),
        *style.paragraphs(data.purpose),
        *style.section(words("Results"), _results(data, words)),
        *style.section(words("Week by week"), _weekly(data, words)),
        *style.section(words("What happened every week"), _content(data.content, words)),
        *style.section(words("Who took part, and what each answered for"), _partners(data.partners, words)),
        *style.section(words("Evaluation"), [part for told in data.evaluations for part in _evaluation(told, words)]),
    ]
    footer = words("Campaign report: {name}", name=data.name)
    return style.build(story, title=data.name, words=words, footer=footer, day=data.printed_on)


def _facts(data: CampaignDocument, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Target group"), data.target_group),
        (words("Place"), data.place),
        (words("Length"), words.plural("{n} week", "{n} weeks", len(data.weeks)) if data.weeks else ""),
        (words("Partners"), words.number(len(data.partners)) if data.partners else ""),
        (words("Led by"), data.lead),
    ]


def _results(data: CampaignDocument, words: Words) -> list[Flowable]:
    if not data.results:
        return []
    totals = [result.total for result in data.results]
    bars = [charts.Bar(total.label, total.value, figures.with_unit(total, words)) for total in totals]
    closing = style.note(
        words("Different units are never added together. “About” and “just over” stand where nobody counted exactly.")
    )
    return [charts.bars(bars), style.space(3), figures.figure_table(totals, words), closing]


def _weekly(data: CampaignDocument, words: Words) -> list[Flowable]:
    if not data.weeks or not any(result.weeks for result in data.results):
        return []
    parts: list[Flowable] = [_week_chart(data, words)]
    for start in range(0, len(data.weeks), _WEEKS_BESIDE):
        parts.append(_week_table(data, words, start, start + _WEEKS_BESIDE))
    return parts


def _week_chart(data: CampaignDocument, words: Words) -> Flowable:
    """Return columns for what was counted with numbers in the most weeks."""
    told = sorted(data.results, key=lambda result: -sum(figure.value is not None for figure in result.weeks))[:_SERIES_SHOWN]
    series = [(result.total.label, [figure.value for figure in result.weeks]) for result in data.results if result in told]
    return charts.columns([_week_name(week, words) for week in data.weeks], series, number=words.number)


def _week_table(data: CampaignDocument, words: Words, first: int, last: int) -> Flowable:
    weeks = data.weeks[first:last]
    header = ["", *(_week_name(week, words) for week in weeks), words("In total")]
    rows = [
        [
            result.total.label,
            *(_short(figure, words) for figure in result.weeks[first:last]),
            figures.value_text(result.total, words),
        ]
        for result in data.results
    ]
    widths = [33.0, *[52 / len(weeks)] * len(weeks), 15.0]  # room for "drygt 100" on one line
    return style.table(header, rows, widths=widths, align=["left", *["right"] * (len(weeks) + 1)])


def _week_name(week: WeekOf, words: Words) -> str:
    return words("Week {number}", number=week.number)


def _short(figure: Figure, words: Words) -> str:
    return figures.HIDDEN if figure.value is None else figures.value_text(figure, words)


def _content(content: Sequence[WeeklyContent], words: Words) -> list[Flowable]:
    """Return what happens every week, day by day; a day is named once."""
    if not content:
        return []
    rows: list[list[str]] = []
    for item in sorted(content, key=lambda item: (item.weekday, item.starts or time())):
        day = words.weekday(item.weekday)
        rows.append(
            [
                "" if any(row[0] == day for row in rows) else day,
                hours(item.starts, item.ends),
                item.title,
                item.partner,
                item.place,
            ]
        )
    header = [words("Day"), words("Time"), words("What"), words("Who"), words("Place")]
    return [style.table(header, rows, widths=[14, 17, 35, 19, 15])]


def _partners(partners: Sequence[TakingPart], words: Words) -> list[Flowable]:
    if not partners:
        return []
    rows = [[partner.name, partner.responsibility] for partner in partners]
    return [style.table([words("Organisation"), words("Answers for")], rows, widths=[35, 65])]


def _evaluation(told: EvaluationText, words: Words) -> list[Flowable]:
    return [style.heading(f"{told.by}, {words.day(told.day, 'long')}", 3), *style.paragraphs(told.text)]
