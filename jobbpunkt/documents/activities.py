"""The sheet that a person takes home and copies from into Arbetsförmedlingen's activity report: a month, part by part."""

from datetime import date

from jobbpunkt.base.months import month_after
from jobbpunkt.documents import tree
from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity, Category
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import ORGANISATION, Block, Role, Said
from jobbpunkt.documents.words import PaperWords, Value

_FIRST, _LAST = 1, 14  # the days of the next month between which the report is sent
_BY_HAND = 3  # lines to write on
_SHARES = (16.0, 33.0, 31.0, 20.0)
_HALVES = (26.0, 74.0)


def activities_paper(data: ActivitiesDocument, words: PaperWords) -> tree.Paper:
    """Return the sheet as a tree of content."""
    title, month = words("For the activity report"), words.month(data.month)
    blocks: tuple[Block, ...] = (
        tree.Opening(data.person, title, _told(data, words)),
        tree.Text(
            words("I send my activity report to the Swedish Public Employment Service {period}.", period=_due(data, words))
        ),
        tree.Section(words(Category.APPLIED.value), _applied(data, words)),
        *(_part(category, found, words) for category in tuple(Category)[1:] if (found := data.of(category))),
        tree.Section(words("More that I have done"), _by_hand(words)),
        tree.Text(words("I keep what shows what I have done, such as e-mails, for at least three months."), Role.NOTE),
        tree.Text(words("I write nothing about illness or health in the report."), Role.NOTE),
    )
    return tree.Paper(
        title=f"{title} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.printed_on,
        foot=words("{title}, {period}", title=title, period=month),
        pages=words.pages(),
    )


def render_activities(data: ActivitiesDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the sheet as a file: one page where it can be read on one."""
    return drawn(activities_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def _told(data: ActivitiesDocument, words: PaperWords) -> Said:
    """Write the month; of one that is not over, how far it is told."""
    month = words.month(data.month)
    if data.through is None:
        return month
    return words("{period}, up to and including {day}", period=month, day=words.day(data.through, "day"))


def _due(data: ActivitiesDocument, words: PaperWords) -> Said:
    following = month_after(data.month)
    return words.period(following.replace(day=_FIRST), following.replace(day=_LAST))


def _applied(data: ActivitiesDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return the jobs, and what the report asks of each that nobody has recorded."""
    found = data.of(Category.APPLIED)
    if not found:
        return (tree.Text(words("Nothing is recorded."), Role.NOTE),)
    head = (words("Day"), words("Job"), words("Workplace"), words("Status"))
    rows = tuple((_day(one.on, words), one.text, one.place, _what(one, words)) for one in found)
    asked = words("The report also asks for the town, and whether the job was advertised, assigned, suggested or my own idea.")
    return tree.Table(head, rows, _SHARES, is_tight=True), tree.Text(asked, Role.NOTE)


def _part(category: Category, found: tuple[Activity, ...], words: PaperWords) -> Block:
    """Return one part with its name beside it, which leaves room for all of them on a page."""
    rows = tuple((_when(one, words), _cell(one, words)) for one in found)
    return tree.Beside(words(category.value), (tree.Table((), rows, _HALVES, is_tight=True),))


def _cell(one: Activity, words: PaperWords) -> tree.Cell:
    """Return what was done, in our words and then in those that were typed."""
    typed = ", ".join(filter(None, (one.text, one.place)))
    parts: tuple[Said, ...] = (_what(one, words), typed, _extent(one, words))
    said = tuple(part for part in parts if part)
    return said[0] if len(said) == 1 else (tree.Flow(tuple(tree.Text(part) for part in said)),)


def _what(one: Activity, words: PaperWords) -> Said:
    return words(one.what.label) if one.what else ""


def _extent(one: Activity, words: PaperWords) -> Said:
    if not one.days:
        return ""
    hours = words.number(one.minutes / 60, 0 if one.minutes % 60 == 0 else 1)
    return words.plural("{n} day, {hours} hours", "{n} days, {hours} hours", one.days, hours=hours)


def _when(one: Activity, words: PaperWords) -> Said:
    if one.goes_on:
        return words("from {day}", day=words.day(one.on, "long"))
    if one.until is None or one.until == one.on:
        return _day(one.on, words)
    return words.period(one.on, one.until)


def _day(day: date, words: PaperWords) -> Value:
    return words.day(day, "short")


def _by_hand(words: PaperWords) -> tuple[Block, ...]:
    asked = words("Study visits, job fairs, guidance about studies, courses I have applied for, Swedish lessons (SFI).")
    return (tree.Text(asked), tree.Lines(_BY_HAND))
