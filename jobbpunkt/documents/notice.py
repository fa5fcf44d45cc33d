"""The notice in a stairwell or a laundry: what is cleaned there, and when; to be read from a step away."""

from collections.abc import Mapping
from types import MappingProxyType

from jobbpunkt.base.words import N_
from jobbpunkt.documents import links
from jobbpunkt.documents.looks import NOTICE, ORDINARY
from jobbpunkt.documents.notice_data import NoticeDocument, NoticeTask
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import ORGANISATION, Block, Callout, Item, Items, Opening, Paper, Role, Said, Section, Text
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Season, TaskPeriod

_EACH: Mapping[TaskPeriod, str] = MappingProxyType(
    {
        TaskPeriod.WEEK: N_("Every week"),
        TaskPeriod.MONTH: N_("Every month"),
        TaskPeriod.QUARTER: N_("Every quarter"),
        TaskPeriod.YEAR: N_("Every year"),
        TaskPeriod.AS_NEEDED: N_("When it is needed"),
    }
)


def notice_paper(data: NoticeDocument, words: PaperWords) -> Paper:
    """Return the notice as a tree of content: one part for each how often, the most frequent first."""
    title = words("We clean here")
    blocks: tuple[Block, ...] = (
        Opening(title, data.area, data.programme),
        *(_part(each, [task for task in data.tasks if task.per is each], words) for each in _EACH),
        Callout(_contact(data), words("Tell us if something is left undone.")),
    )
    return Paper(
        title=f"{title} – {data.area}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.printed_on,
        foot=words("Printed {day}", day=words.day(data.printed_on)),
        pages=words.pages(),
    )


def render_notice(data: NoticeDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return the notice as a file: one page where it can be read on one."""
    return drawn(notice_paper(data, setting.words()), setting, NOTICE, closer=ORDINARY)


def _part(each: TaskPeriod, tasks: list[NoticeTask], words: PaperWords) -> Section:
    items = tuple(Item(_named(task), parts=_season(task, words)) for task in tasks)
    return Section(words(_EACH[each]), (Items(items),) if items else ())


def _named(task: NoticeTask) -> Said:
    """Return a task in a line; a number with a cross is read in every language."""
    said = f"{task.what} – {task.how}"
    return f"{said} ({task.times} ×)" if task.times > 1 else said


def _season(task: NoticeTask, words: PaperWords) -> tuple[Block, ...]:
    match task.season:
        case Season.SUMMER:
            return (Text(words("in the summer"), Role.CAPTION),)
        case Season.WINTER:
            return (Text(words("in the winter"), Role.CAPTION),)
        case Season.ALL_YEAR:
            return ()


def _contact(data: NoticeDocument) -> tuple[Block, ...]:
    number = (Text(data.phone, Role.LARGE, links.of_phone(data.phone)),) if data.phone else ()
    return (Text(data.contact, Role.STRONG), *number) if data.contact else number
