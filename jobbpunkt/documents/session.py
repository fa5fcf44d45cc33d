"""The sheet that a participant takes home from a meeting: what we talked about, what we agreed, when we meet again."""

from datetime import datetime

from reportlab.platypus import Flowable

from jobbpunkt.clock import day_of
from jobbpunkt.documents import style
from jobbpunkt.documents.session_data import AgreedStepLine, SessionDocument
from jobbpunkt.i18n import Words


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
    title = f"{words('Summary of our meeting')} {words.day(day_of(data.starts_at))} – {names}"
    return style.build(story, title=title, words=words, footer=words("Meeting {moment}", moment=words.moment(data.starts_at)))


def _when(moment: datetime, words: Words) -> str:
    day = words.day(day_of(moment), "weekday")
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
