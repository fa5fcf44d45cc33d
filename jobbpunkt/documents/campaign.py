"""A campaign told on a few pages: for whom, with whom, what happened each week, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from jobbpunkt.base.clock import hours
from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Chart, ChartKind, Facts, Opening, Quotation, Role, Said, Section, Series, Text, Together
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import ActivityStatus, Evaluator, Opinion, Unit

_WEEKS_BESIDE = 6
_SERIES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class TakingPart:
    """An organisation and what it answers for."""

    name: str
    responsibility: str


@dataclass(frozen=True, slots=True)
class WeeklyContent:
    """Something that happens every week on a weekday (0 is Monday), and with which staffing."""

    title: str
    weekday: int
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    partner: str = ""
    staffing: str = ""


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
class BesideRegister:
    """What was counted by hand, how many records the register has of the same, and what somebody wrote of the difference."""

    by_hand: Figure
    registered: Figure
    note: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """Weekly content that was changed or cancelled on a day, and why."""

    day: date
    title: str
    status: ActivityStatus
    reason: str


@dataclass(frozen=True, slots=True)
class EvaluationText:
    """What participants or partners thought."""

    by: Evaluator
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered on site: by how many, how they found it, and what was best, the most often said first.

    A number that is hidden is None, and a division that is has no rows; `told` is what it tells of persons, to be remembered.
    """

    by: Evaluator
    number: int | None
    opinions: tuple[tuple[Opinion, int | None], ...] = ()
    best: tuple[tuple[str, int | None], ...] = ()
    told: tuple[tuple[object, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CampaignDocument:
    """All that a campaign's report shows; `ages` are the youngest and the oldest that it is for.

    `occasions` is how many of the weekly content's occasions were carried out, of how many; None when nobody noted any.
    """

    name: str
    first: date
    last: date
    purpose: str = ""
    target_group: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    place: str = ""
    lead: str = ""
    weeks: tuple[WeekOf, ...] = ()
    partners: tuple[TakingPart, ...] = ()
    content: tuple[WeeklyContent, ...] = ()
    results: tuple[CountedResult, ...] = ()
    beside: tuple[BesideRegister, ...] = ()
    occasions: tuple[int, int] | None = None
    deviations: tuple[Deviation, ...] = ()
    evaluations: tuple[EvaluationText, ...] = ()
    answers: tuple[Answered, ...] = ()
    exhibitors: tuple[str, ...] = ()
    printed_on: date | None = None
    through: date | None = None


def render_campaign(data: CampaignDocument, setting: Setting) -> bytes:
    """Return the report as a file."""
    return drawn(campaign_paper(data, setting.words()), setting, REPORT)


def campaign_paper(data: CampaignDocument, words: PaperWords) -> tree.Paper:
    """Return what a campaign was, and what came of it."""
    blocks = (
        Opening(data.name, words("Campaign report"), period.told(data.first, data.last, words, through=data.through)),
        Facts(_facts(data, words)),
        *((Text(data.purpose, Role.LEAD),) if data.purpose.strip() else ()),
        Section(words("Results"), _results(data, words)),
        Section(words("Counted by hand, and in the register"), _beside(data.beside, words)),
        Section(words("Week by week"), _weekly(data, words)),
        Section(words("What happened every week"), _content(data.content, words)),
        Section(words("Changed or cancelled"), _deviations(data.deviations, words)),
        Section(words("Who took part, and what each answered for"), _partners(data.partners, words)),
        Section(words("Exhibitors at the recruitment fair"), _exhibitors(data.exhibitors)),
        Section(words("Evaluation"), (*_answers(data.answers, words), *(_evaluation(one, words) for one in data.evaluations))),
        figures.definitions([result.total for result in data.results], words),
    )
    return tree.Paper(
        title=data.name,
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        head=period.printed(data.printed_on, words),
        foot=words("Campaign report: {name}", name=data.name),
        pages=words.pages(),
    )


def _facts(data: CampaignDocument, words: PaperWords) -> tuple[tuple[Said, Said], ...]:
    return (
        (words("Target group"), for_whom(data.target_group, data.ages, words)),
        (words("Place"), data.place),
        (words("Length"), words.plural("{n} week", "{n} weeks", len(data.weeks)) if data.weeks else ""),
        (words("Occasions"), _occasions(data.occasions, words)),
        (words("Partners"), words.number(len(data.partners)) if data.partners else ""),
        (words("Led by"), data.lead),
    )


def for_whom(group: str, span: tuple[int | None, int | None], words: PaperWords) -> Said:
    """Say whom a campaign is for, with the ages where the typed words do not hold them: "Ungdomar i Västerås, 16–26 år"."""
    ages = _ages(span, words)
    if not ages or str(ages) in group:
        return group
    return words("{group}, {ages}", group=group, ages=ages) if group else ages


def _ages(ages: tuple[int | None, int | None], words: PaperWords) -> Said:
    first, last = ages
    if first is None:
        return "" if last is None else words("up to {age} years", age=last)
    return words("from {age} years", age=first) if last is None else words("{first}–{last} years", first=first, last=last)


def _results(data: CampaignDocument, words: PaperWords) -> tuple[tree.Block, ...]:
    """Return the results, and a chart for each unit that several of them have: different units share no axis."""
    if not data.results:
        return ()
    totals = [result.total for result in data.results]
    charts = []
    for unit in dict.fromkeys(total.unit for total in totals):
        those = [total for total in totals if total.unit is unit and total.value is not None]
        if len(those) > 1:
            charts.append(_bars(those, unit, words))
    note = Text(
        words("Different units are never added together. “About” and “just over” stand where nobody counted exactly."), Role.NOTE
    )
    return (*figures.figure_table(totals, words), *charts, note)


def _bars(totals: Sequence[Figure], unit: Unit, words: PaperWords) -> Chart:
    labels = tuple(total.label for total in totals)
    series = (Series(words(unit.label), tuple(total.value for total in totals)),)
    told = figures.alternative(words.text("Results"), labels, series, words)
    return Chart(ChartKind.BARS, labels, series, told, unit=words(unit.label), least=0)


def _occasions(occasions: tuple[int, int] | None, words: PaperWords) -> Said:
    if occasions is None:
        return ""
    held, planned = (words.number(number) for number in occasions)
    return words("{held} of {all} carried out", held=held, all=planned)


def _beside(pairs: Sequence[BesideRegister], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return what was counted in two ways side by side: never added, and why they differ."""
    rows = [
        (
            pair.by_hand.label,
            figures.value_said(pair.by_hand, words),
            figures.value_said(pair.registered, words),
            pair.note or _difference(pair, words),
        )
        for pair in pairs
    ]
    if not rows:
        return ()
    header = (words("Figure"), words("By hand"), words("In the register"), words("Why they differ"))
    note = Text(words("The two are never added: the same may stand in both."), Role.NOTE)
    return (tree.Table(header, tuple(rows), shares=(30, 14, 16, 40), sides=("start", "end", "end", "start")), note)


def _difference(pair: BesideRegister, words: PaperWords) -> Said:
    by_hand, registered = pair.by_hand.value, pair.registered.value
    if pair.by_hand.suppressed or pair.registered.suppressed:
        return ""  # which is the larger would tell of the hidden one
    if by_hand is None:
        return words("Nobody counted by hand.")
    if registered is None or by_hand == registered:
        return ""
    if by_hand > registered:
        return words("Visitors who are not in the register were counted too.")
    return words("Some were made afterwards, or not counted on site.")


def _deviations(told: Sequence[Deviation], words: PaperWords) -> tuple[tree.Block, ...]:
    rows = [(words.day(one.day, "short"), one.title, words(one.status.label), one.reason) for one in told]
    header = (words("Day"), words("What"), words("Status"), words("Why"))
    return (figures.filled_columns(header, rows, (14, 36, 18, 32)),) if rows else ()


def _weekly(data: CampaignDocument, words: PaperWords) -> tuple[tree.Block, ...]:
    if not data.weeks or not any(result.weeks for result in data.results):
        return ()
    spans = range(0, len(data.weeks), _WEEKS_BESIDE)
    tables = (_week_table(data, words, start, start + _WEEKS_BESIDE) for start in spans)
    units = dict.fromkeys(result.total.unit for result in data.results)
    return (*tables, *(part for unit in units for part in _week_chart(data, unit, words)))


def _week_chart(data: CampaignDocument, unit: Unit, words: PaperWords) -> tuple[tree.Block, ...]:
    """Return columns for what was counted in one unit, that with numbers in the most weeks first; of a single week no chart."""
    told = [result for result in data.results if result.total.unit is unit and _recorded(result) > 1]
    shown = sorted(told, key=_recorded, reverse=True)[:_SERIES_SHOWN]
    if not shown or len(data.weeks) < 2:
        return ()
    labels = tuple(_week_name(week, words) for week in data.weeks)
    series = tuple(_week_series(result, words) for result in told if result in shown)
    alternative = figures.alternative(words.text("Week by week"), labels, series, words)
    label: Said = words("{figure}, {unit}", figure=series[0].label, unit=words(unit.label))
    heading = Text(label if len(series) == 1 else words(unit.label), Role.STRONG)
    lacking = [label for place, label in enumerate(labels) if any(_is_lacking(one.weeks[place]) for one in told if one in shown)]
    chart = Chart(ChartKind.COLUMNS, labels, series, alternative, least=0)
    return (Together((heading, chart, *figures.not_recorded(lacking, words))),)


def _week_series(result: CountedResult, words: PaperWords) -> Series:
    """Return what was counted week by week; a number that nobody counted exactly is written as it was told."""
    told = (figures.value_said(week, words) if week.value is not None and week.qualifier else "" for week in result.weeks)
    return Series(result.total.label, tuple(week.value for week in result.weeks), told=tuple(told))


def _is_lacking(week: Figure) -> bool:
    """Tell whether nobody recorded anything: what is hidden was."""
    return week.value is None and not week.suppressed


def _recorded(result: CountedResult) -> int:
    return sum(figure.value is not None for figure in result.weeks)


def _week_table(data: CampaignDocument, words: PaperWords, first: int, last: int) -> tree.Table:
    weeks = data.weeks[first:last]
    header: tuple[Said, ...] = (words("Figure"), *(_week_name(week, words) for week in weeks), words("In total"))
    rows = tuple(
        (
            result.total.label,
            *(figures.value_said(week, words) for week in result.weeks[first:last]),
            figures.value_said(result.total, words),
        )
        for result in data.results
        if result.weeks
    )
    shares = (33.0, *[50 / len(weeks)] * len(weeks), 17.0)  # room for "drygt 100" on one line
    numbers: list[tree.Side] = ["end"] * (len(weeks) + 1)
    return tree.Table(header, rows, shares=shares, sides=("start", *numbers), has_row_heads=True)


def _week_name(week: WeekOf, words: PaperWords) -> Said:
    return words("Week {number}", number=week.number)


def _content(content: Sequence[WeeklyContent], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return what happens every week, day by day; a day is named once."""
    rows: list[tuple[Said, ...]] = []
    before = -1
    for item in sorted(content, key=lambda item: (item.weekday, item.starts or time())):
        day = "" if item.weekday == before else words.weekday(item.weekday)
        before = item.weekday
        who = ", ".join(part for part in (item.partner, item.staffing) if part)
        rows.append((day, hours(item.starts, item.ends), item.title, who, item.place))
    header = (words("Day"), words("Time"), words("What"), words("Who"), words("Place"))
    return (figures.filled_columns(header, rows, (14, 18, 34, 19, 15)),) if rows else ()


def _partners(partners: Sequence[TakingPart], words: PaperWords) -> tuple[tree.Block, ...]:
    rows = [(partner.name, partner.responsibility) for partner in partners]
    return (figures.filled_columns((words("Organisation"), words("Answers for")), rows, (35, 65)),) if rows else ()


def _exhibitors(names: Sequence[str]) -> tuple[tree.Block, ...]:
    return (Text(", ".join(names)),) if names else ()


def _answers(answers: Sequence[Answered], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return who found it how, in numbers, and what was best."""
    return (Facts(tuple((words(one.by.label), _how(one, words)) for one in answers), columns=1),) if answers else ()


def _how(answered: Answered, words: PaperWords) -> str:
    """Say how many answered, how many found it how where that is no small number, and what was best."""
    how = ", ".join(" ".join((words.text(opinion.label), _many(number))) for opinion, number in answered.opinions)
    best = ", ".join(f"{title} ({_many(number)})" for title, number in answered.best)
    number = Figure("", answered.number, Unit.PERSONS, suppressed=answered.number is None)
    return ". ".join((how or str(figures.with_unit(number, words)), *((words("Best: {what}", what=best).text,) if best else ())))


def _many(number: int | None) -> str:
    return figures.HIDDEN if number is None else str(number)


def _evaluation(told: EvaluationText, words: PaperWords) -> Quotation:
    return Quotation(told.text, words("{who}, {day}", who=words(told.by.label), day=words.day(told.day)))
