"""The paper at the end of an enrolment: what it led to, what was done and what was not, and when we ask how it goes."""

from enum import IntEnum
from functools import partial
from itertools import zip_longest

from reportlab.platypus import Flowable, PageBreak

from jobbpunkt.documents import style
from jobbpunkt.documents.closing_data import ClosingDocument, OutcomeLine
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.i18n import Words


class _Room(IntEnum):
    """How much room the paper takes: the next one is tried only where it runs onto a second page."""

    WIDE = 0
    CLOSE = 1  # rows stand closer
    DENSE = 2  # what was done stands in two columns


def render_closing(data: ClosingDocument, words: Words) -> bytes:
    """Return the summary of an enrolment as a PDF: one page where it can be read on one, else pages that are filled."""
    title = f"{words('Summary of the enrolment')} – {data.participant}"
    settings = [partial(_story, data, words, room) for room in _Room]
    settings += [partial(_story, data, words, room, turn=True) for room in _Room]
    return style.fitted(settings, title=title, words=words, footer=words("Printed from Jobbpunkt"))


def _story(data: ClosingDocument, words: Words, room: _Room, *, turn: bool = False) -> list[Flowable]:
    """Return the parts of the paper; with `turn` the steps begin on a page of their own."""
    level = 3 if room is _Room.DENSE else 2
    days = f"{words.day(data.started_on, 'long')} – {words.day(data.ended_on, 'long')}"
    outcomes = [part for outcome in data.outcomes for part in _outcome(outcome, words, room)]
    done = style.section(words("What we did"), _done(data.done, words, room), level)
    undone = style.section(words("Not done"), _undone(data, words, room), level)
    return [
        *style.opening(data.participant, kicker=words("Summary of the enrolment"), subtitle=days),
        style.facts(_facts(data, words)),
        *style.section(words("How it ended"), style.paragraphs(data.note, "body" if room else "lead")),
        *style.section(words("What it led to"), outcomes),
        *([PageBreak()] if turn and (done or undone) else []),
        *done,
        *undone,
    ]


def _facts(data: ClosingDocument, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Reason"), data.reason),
        (words("Coach"), data.coach),
        (words("Meetings held"), words.number(data.held)),
        (words("Meetings missed"), words.number(data.missed) if data.missed else ""),
        (words("Livelihood before"), data.before),
        (words("Livelihood after"), data.after),
    ]


def _outcome(outcome: OutcomeLine, words: Words, room: _Room) -> list[Flowable]:
    since = words("from {day}", day=words.day(outcome.starts_on, "long"))
    until = words("until {day}", day=words.day(outcome.ends_on, "long")) if outcome.ends_on else ""
    about = ", ".join(part for part in (outcome.kind, outcome.form, since, until) if part)
    parts: list[Flowable] = [style.callout(about, outcome.place), *style.paragraphs(outcome.note)]
    if outcome.asked:
        rows = [[when, words.day(day, "long"), answer or style.tick_box()] for when, day, answer in outcome.asked]
        headings = [words("We ask how it goes"), words("Day"), words("Answer")]
        parts += [style.space(2), style.table(headings, rows, widths=[44, 34, 22], tight=bool(room))]
    return [style.together(parts), style.space(2)]


def _undone(data: ClosingDocument, words: Words, room: _Room) -> list[Flowable]:
    """Return what was left open and what was given up, each with why: the enrolment ended."""
    rows = [(step, words("Still open")) for step in data.undone]
    rows += [(step, words("Given up when the enrolment ended")) for step in data.dropped]
    if not rows:
        return []
    cells = [[step.text, step.who, words.day(step.due) if step.due else "", why] for step, why in rows]
    head = [words("What"), words("Who"), words("By when"), words("Why")]
    return [style.table(head, cells, widths=[38, 16, 15, 31], tight=bool(room))]


def _done(steps: tuple[AgreedStepLine, ...], words: Words, room: _Room) -> list[Flowable]:
    if not steps:
        return []
    if room is _Room.DENSE:
        told = [(step.text, ", ".join(part for part in (step.who, _day(step, words)) if part)) for step in steps]
        half = (len(told) + 1) // 2
        columns = [
            [style.stacked(((text, "cell"), (about, "small"))) for text, about in part] for part in (told[:half], told[half:])
        ]
        return [style.grid([list(pair) for pair in zip_longest(*columns, fillvalue=style.space(0))], 2, below=3)]
    rows = [[step.text, step.who, _day(step, words)] for step in steps]
    return [style.table([words("What"), words("Who"), words("Done")], rows, widths=[60, 24, 16], tight=bool(room))]


def _day(step: AgreedStepLine, words: Words) -> str:
    return words.day(step.done) if step.done else ""
