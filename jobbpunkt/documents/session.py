"""The sheet that a participant takes home from a meeting: what we talked about, what we agreed, when we meet again."""

from dataclasses import dataclass
from datetime import date, datetime

from reportlab.platypus import Flowable

from jobbpunkt.documents import style
from jobbpunkt.i18n import HOME_ZONE, Words


@dataclass(frozen=True, slots=True)
class AgreedStepLine:
    """What was agreed: what, who (as words) and by when; `done` when it is done already."""

    text: str
    who: str = ""
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where one meets again."""

    starts_at: datetime
    place: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class SessionDocument:
    """All that the summary of a meeting shows; `summary` is written for the participant, never the coach's own note."""

    participants: tuple[str, ...]
    coach: str
    kind: str
    starts_at: datetime
    minutes: int
    place: str = ""
    interpreter: str = ""
    summary: str = ""
    steps: tuple[AgreedStepLine, ...] = ()
    earlier_steps: tuple[AgreedStepLine, ...] = ()
    next_meeting: NextMeeting | None = None
    contact: str = ""


def render_session(data: SessionDocument, words: Words) -> bytes:
    """Return the summary as a PDF."""
    names = ", ".join(data.participants)
    story = [
        *style.opening(names, kicker=words("Summary of our meeting"), subtitle=_when(data.starts_at, words)),
        style.facts(_facts(data, words)),
        *style.section(words("What we talked about"), style.paragraphs(data.summary, "lead")),
        *style.section(words("What we agreed"), _steps(data.steps, words)),
        *style.section(words("From earlier meetings"), _steps(data.earlier_steps, words)),
        *_next(data, words),
    ]
    title = f"{words('Summary of our meeting')} {words.day(data.starts_at.date())} – {names}"
    return style.build(story, title=title, words=words, footer=words("Meeting {moment}", moment=words.moment(data.starts_at)))


def _when(moment: datetime, words: Words) -> str:
    day = words.day(moment.astimezone(HOME_ZONE).date(), "weekday")
    return words("{day} at {time}", day=day, time=words.moment(moment, "time"))


def _facts(data: SessionDocument, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Kind of meeting"), data.kind),
        (words("Coach"), data.coach),
        (words("Length"), words.plural("{n} minute", "{n} minutes", data.minutes) if data.minutes else ""),
        (words("Place"), data.place),
        (words("Interpreter"), data.interpreter),
    ]


def _steps(steps: tuple[AgreedStepLine, ...], words: Words) -> list[Flowable]:
    if not steps:
        return []
    rows = [
        [step.text, step.who, words.day(step.due) if step.due else "", words.day(step.done) if step.done else style.tick_box()]
        for step in steps
    ]
    return [style.table([words("What"), words("Who"), words("By when"), words("Done")], rows, widths=[50, 22, 14, 14])]


def _next(data: SessionDocument, words: Words) -> list[Flowable]:
    parts: list[Flowable] = []
    if data.next_meeting:
        meeting = data.next_meeting
        where = ", ".join(filter(None, [_when(meeting.starts_at, words), meeting.place, meeting.kind]))
        parts.append(style.callout(where, words("We meet again")))
    if data.contact.strip():
        parts += [style.space(2), style.captioned(words("If you need to reach me"), data.contact)]
    return [style.together([style.space(3), *parts])] if parts else []
