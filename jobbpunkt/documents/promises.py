"""What we have promised each other: everything that its person, the coach and others are to do, and what was done."""

from collections.abc import Mapping
from types import MappingProxyType

from jobbpunkt.base.words import N_
from jobbpunkt.documents.days import is_near
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.promises_data import Promised, PromisesDocument
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import ORGANISATION, Block, Opening, Paper, Said, Section, Step, Steps
from jobbpunkt.documents.words import PaperWords, Value
from models.vocabulary import Responsible

_DOES: Mapping[Responsible, str] = MappingProxyType(
    {
        Responsible.PARTICIPANT: N_("I do it."),
        Responsible.COACH: N_("My coach does it."),
        Responsible.TOGETHER: N_("My coach and I do it together."),
        Responsible.OTHER: N_("Somebody else does it."),
    }
)
_EMPTY = 3  # steps to write on by hand where nothing is promised yet
_DONE = 12  # of what was done the latest so many stand on the paper


def promises_paper(data: PromisesDocument, words: PaperWords) -> Paper:
    """Return the promises as a tree of content: one part for each who is to do something, then what was done."""
    title, day = words("What we have promised each other"), words.day(data.printed_on, "weekday_year")
    waiting = [one for one in data.promises if one.done is None]
    done = [one for one in data.promises if one.done is not None][:_DONE]
    parts = (_part(who, [one for one in waiting if one.responsible is who], data, words) for who in _DOES)
    blocks: tuple[Block, ...] = (
        Opening(data.person, title),
        *(parts if waiting else (Section(words("What we agreed"), (Steps((), empty=_EMPTY),)),)),
        Section(words("What we did"), (Steps(tuple(_done(one, data, words) for one in done)),) if done else ()),
    )
    return Paper(
        title=f"{title} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.printed_on,
        head=day,
        foot=words("{title}, {period}", title=title, period=words.day(data.printed_on)),
        pages=words.pages(),
    )


def render_promises(data: PromisesDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return the promises as a file: one page where they can be read on one."""
    return drawn(promises_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def _part(who: Responsible, promises: list[Promised], data: PromisesDocument, words: PaperWords) -> Section:
    steps = tuple(Step(one.text, one.who, _by(one, data, words), is_large=True) for one in promises)
    return Section(words(_DOES[who]), (Steps(steps),) if steps else ())


def _by(one: Promised, data: PromisesDocument, words: PaperWords) -> Said:
    if one.due is None:
        return ""
    weekday, day = words.day(one.due, "weekday_name"), words.day(one.due, "day" if is_near(one.due, data.printed_on) else "long")
    return words("by {weekday}\n{day}", weekday=weekday, day=day)


def _done(one: Promised, data: PromisesDocument, words: PaperWords) -> Step:
    if one.done is None:
        return Step(one.text)
    day: Value = words.day(one.done, "short" if is_near(one.done, data.printed_on) else "long")
    who = one.who or words(_DOES[one.responsible])
    return Step(one.text, who, words("done {day}", day=day), is_done=True)
