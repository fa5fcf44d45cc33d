"""The paper at the end of an enrolment: what it led to, what was done and what was not, and when we ask how it goes."""

from reportlab.platypus import Flowable

from jobbpunkt.documents import style
from jobbpunkt.documents.closing_data import ClosingDocument, OutcomeLine
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.i18n import Words


def render_closing(data: ClosingDocument, words: Words) -> bytes:
    """Return the summary of an enrolment as a PDF."""
    title = words("Summary of the enrolment")
    days = f"{words.day(data.started_on, 'long')} – {words.day(data.ended_on, 'long')}"
    story = [
        *style.opening(data.participant, kicker=title, subtitle=days),
        style.facts(_facts(data, words)),
        *style.section(words("How it ended"), style.paragraphs(data.note, "lead")),
        *style.section(words("What it led to"), [part for outcome in data.outcomes for part in _outcome(outcome, words)]),
        *style.section(words("What we did"), _steps(data.done, words, words("Done"))),
        *style.section(words("Not done"), _undone(data, words)),
    ]
    footer = words("Printed from Jobbpunkt")
    return style.build(story, title=f"{title} – {data.participant}", words=words, footer=footer)


def _facts(data: ClosingDocument, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Reason"), data.reason),
        (words("Coach"), data.coach),
        (words("Meetings held"), words.number(data.held)),
        (words("Meetings missed"), words.number(data.missed) if data.missed else ""),
        (words("Livelihood before"), data.before),
        (words("Livelihood after"), data.after),
    ]


def _outcome(outcome: OutcomeLine, words: Words) -> list[Flowable]:
    since = words("from {day}", day=words.day(outcome.starts_on, "long"))
    until = words("until {day}", day=words.day(outcome.ends_on, "long")) if outcome.ends_on else ""
    about = ", ".join(part for part in (outcome.kind, outcome.form, since, until) if part)
    parts: list[Flowable] = [style.callout(about, outcome.place), *style.paragraphs(outcome.note)]
    if outcome.asked:
        rows = [[when, words.day(day, "long"), answer or style.tick_box()] for when, day, answer in outcome.asked]
        headings = [words("We ask how it goes"), words("Day"), words("Answer")]
        parts += [style.space(2), style.table(headings, rows, widths=[44, 34, 22])]
    return [style.together(parts), style.space(2)]


def _undone(data: ClosingDocument, words: Words) -> list[Flowable]:
    """Return what was left open and what was given up, each with why: the enrolment ended."""
    rows = [(step, words("Still open")) for step in data.undone]
    rows += [(step, words("Given up when the enrolment ended")) for step in data.dropped]
    if not rows:
        return []
    cells = [[step.text, step.who, words.day(step.due) if step.due else "", why] for step, why in rows]
    return [style.table([words("What"), words("Who"), words("By when"), words("Why")], cells, widths=[40, 20, 15, 25])]


def _steps(steps: tuple[AgreedStepLine, ...], words: Words, when: str) -> list[Flowable]:
    if not steps:
        return []
    rows = [[step.text, step.who, words.day(step.done) if step.done else ""] for step in steps]
    return [style.table([words("What"), words("Who"), when], rows, widths=[60, 24, 16])]
