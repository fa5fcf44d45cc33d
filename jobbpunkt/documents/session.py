"""The sheet that a participant takes home from a meeting: what we talked about, what we agreed, when we meet again."""

from datetime import date

from jobbpunkt.base.clock import day_of
from jobbpunkt.documents import tree
from jobbpunkt.documents.days import DayStyle
from jobbpunkt.documents.looks import ORDINARY, SHEET
from jobbpunkt.documents.session_data import AgreedStepLine, SessionDocument
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Phrase, Role, Said
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Responsible

_EMPTY = 3  # lines to write on where nothing was agreed yet
_SHORT = 240  # signs of a summary that are set one step larger


def session_paper(data: SessionDocument, words: PaperWords) -> tree.Paper:
    """Return the summary as a tree of content."""
    names = ", ".join(data.participants)
    day, moment = words.day(day_of(data.starts_at), "weekday_year"), words.moment(data.starts_at, "weekday_year")
    heading = words("Our meeting {day}", day=words.day(day_of(data.starts_at)))
    blocks = (
        tree.Opening(names, words(data.kind.label), words("{moment} with {name}", moment=moment, name=data.coach)),
        *_about(data, words),
        tree.Section(words("What we talked about"), _summary(data)),
        tree.Section(words("What we agreed"), (_agreed(data, words),)),
        tree.Section(words("From earlier meetings"), _earlier(data, words)),
        *_cards(data, words),
    )
    return tree.Paper(
        title=f"{heading} – {names}",
        language=words.language,
        blocks=blocks,
        author=data.coach,
        day=day_of(data.starts_at),
        foot=words("Our meeting {day}", day=day),
        pages=words.pages(),
    )


def render_session(data: SessionDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the summary as a file."""
    return drawn(session_paper(data, setting.words()), setting, SHEET, closer=ORDINARY)


def _about(data: SessionDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return where we met and who interpreted, a line each."""
    place = (tree.Text(data.place),) if data.place else ()
    return (*place, tree.Text(words("Interpreter: {language}", language=data.interpreter))) if data.interpreter else place


def _summary(data: SessionDocument) -> tuple[Block, ...]:
    if not data.summary.strip():
        return ()
    return (tree.Text(data.summary, Role.LEAD if len(data.summary) <= _SHORT else Role.BODY),)


def _agreed(data: SessionDocument, words: PaperWords) -> Block:
    steps = tuple(_step(step, data, words, is_large=True) for step in data.steps)
    return tree.Steps(steps, empty=0 if steps or data.earlier_steps else _EMPTY)


def _earlier(data: SessionDocument, words: PaperWords) -> tuple[Block, ...]:
    steps = tuple(_step(step, data, words, is_large=False) for step in data.earlier_steps)
    return (tree.Steps(steps),) if steps else ()


def _step(step: AgreedStepLine, data: SessionDocument, words: PaperWords, *, is_large: bool) -> tree.Step:
    when: Said = ""
    if step.done is not None:
        is_near = step.done.year == day_of(data.starts_at).year
        when = words("done {day}", day=words.day(step.done, "short" if is_near else "long"))
    elif step.due is not None and is_large:
        weekday = words.day(step.due, "weekday_name")
        when = words("by {weekday}\n{day}", weekday=weekday, day=_day(step.due, data, words))
    elif step.due is not None:
        when = words("by {day}", day=_day(step.due, data, words))
    told = _told(step, data, words)
    return tree.Step(step.text, _who(step, data, words), when, is_done=step.done is not None, is_large=is_large, told=told)


def _told(step: AgreedStepLine, data: SessionDocument, words: PaperWords) -> Said:
    """Say in one sentence who does a step, and by when, or when it was done; where no day is known, nothing."""
    day = step.done or step.due
    if day is None:
        return ""
    said = words.day(day, "weekday" if day.year == day_of(data.starts_at).year else "weekday_year")
    if step.done is not None:
        return words("It was done on {day}.", day=said)
    who = _who(step, data, words)
    if step.whose or not isinstance(who, Phrase):
        return words("{name} does it by {day}.", name=who, day=said)
    match step.responsible:
        case Responsible.PARTICIPANT:
            return words("You do it by {day}.", day=said)
        case Responsible.TOGETHER:
            return words("You and {name} do it together by {day}.", name=data.coach, day=said)
        case _:
            return words("Somebody else does it by {day}.", day=said)


def _day(day: date, data: SessionDocument, words: PaperWords) -> str:
    return words.day(day, "day" if day.year == day_of(data.starts_at).year else "long")


def _who(step: AgreedStepLine, data: SessionDocument, words: PaperWords) -> Said:
    """Return who does a step, by name; the one who takes the sheet home is "you"."""
    match step.responsible:
        case Responsible.PARTICIPANT:
            return step.whose or words("You")
        case Responsible.COACH:
            return f"{data.coach} ({step.whose})" if step.whose else data.coach
        case Responsible.TOGETHER if step.whose:
            return words("{name} and {other}", name=step.whose, other=data.coach)
        case Responsible.TOGETHER:
            return words("You and {name}", name=data.coach)
        case _:
            said = words(step.responsible.label)
            return words("{who} ({name})", who=said, name=step.whose) if step.whose else said


def _cards(data: SessionDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return when we meet again and how the coach is reached, beside each other, on one page."""
    cards: list[Block] = []
    if meeting := data.next_meeting:
        clock, day = words.time(meeting.starts_at), day_of(meeting.starts_at)
        style: DayStyle = "weekday" if day.year == day_of(data.starts_at).year else "weekday_year"
        where = words("at {time}, {place}", time=clock, place=meeting.place) if meeting.place else words("at {time}", time=clock)
        kind = (tree.Text(words(meeting.kind.label)),) if meeting.kind is not data.kind else ()
        when = tree.Text(words("on {day}", day=words.day(day, style)), Role.LARGE)
        cards.append(tree.Callout((when, tree.Text(where), *kind), words("We meet again")))
    if data.phone:
        number = tree.Text(data.phone, Role.LARGE)
        cards.append(tree.Callout((tree.Text(data.coach), number), words("If you need to reach me")))
    if len(cards) > 1:
        return (tree.Together((tree.Columns(tuple((card,) for card in cards)),)),)
    return tuple(cards)
