"""The paper at the end of an enrolment: what it led to, what was done and what was not, and when we ask how it goes."""

from collections.abc import Sequence

from jobbpunkt.documents import tree
from jobbpunkt.documents.closing_data import AskedLine, ClosingDocument, OutcomeLine
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.session_data import AgreedStepLine
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Phrase, Role, Said
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import EmploymentForm, Livelihood

_FEW = 6  # steps that still leave a short comment room to stand large


def closing_paper(data: ClosingDocument, words: PaperWords) -> tree.Paper:
    """Return the summary of an enrolment as a tree of content."""
    heading = words("Summary of the enrolment")
    days = words("from {first} to {last}", first=words.day(data.started_on), last=words.day(data.ended_on))
    is_short = len(data.done) + len(data.undone) + len(data.dropped) <= _FEW
    note = tree.Text(data.note, Role.LEAD if is_short else Role.BODY)
    blocks = (
        tree.Opening(data.participant, heading, days),
        tree.Facts(_facts(data, words)),
        tree.Section(words("How it ended"), (note,) if data.note.strip() else ()),
        tree.Section(words("What it led to"), tuple(_outcome(outcome, words) for outcome in data.outcomes)),
        tree.Section(words("What we did"), _done(data.done, words)),
        tree.Section(words("Not done"), _undone(data, words)),
    )
    return tree.Paper(
        title=f"{heading} – {data.participant}",
        language=words.language,
        blocks=blocks,
        author=data.coach,
        day=data.ended_on,
        foot=heading,
        pages=words.pages(),
    )


def render_closing(data: ClosingDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the summary of an enrolment as a file: one page where it can be read on one."""
    return drawn(closing_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def _facts(data: ClosingDocument, words: PaperWords) -> tuple[tuple[Said, Said], ...]:
    return (
        (words("Reason"), words(data.reason.label) if data.reason else ""),
        (words("Coach"), data.coach),
        (words("Meetings held"), words.number(data.held)),
        (words("Meetings missed"), words.number(data.missed) if data.missed else ""),
        (words("Livelihood before"), _livelihood(data.before, words)),
        (words("Livelihood after"), _livelihood(data.after, words)),
    )


def _livelihood(chosen: Sequence[Livelihood], words: PaperWords) -> Said:
    """Return one in both languages, several in the paper's own."""
    return words(chosen[0].label) if len(chosen) == 1 else ", ".join(words.text(one.label) for one in chosen)


def _outcome(outcome: OutcomeLine, words: PaperWords) -> Block:
    kind = words(outcome.kind.label)
    title = words("{kind}: {place}", kind=kind, place=outcome.place) if outcome.place else kind
    note = (tree.Text(outcome.note),) if outcome.note.strip() else ()
    held = tree.Callout((tree.Text(_about(outcome, words)), *note), title)
    return tree.Together((held, _asked(outcome.asked, words))) if outcome.asked else held


def _about(outcome: OutcomeLine, words: PaperWords) -> Said:
    """Return form, extent and period in one line."""
    form = words(outcome.form.label) if outcome.form is not EmploymentForm.NOT_STATED else None
    period = _period(outcome, words)
    if form is not None and outcome.extent_percent:
        return words("{form}, {n} %, {period}", form=form, n=outcome.extent_percent, period=period)
    if outcome.extent_percent:
        return words("{n} %, {period}", n=outcome.extent_percent, period=period)
    return words("{form}, {period}", form=form, period=period) if form is not None else period


def _period(outcome: OutcomeLine, words: PaperWords) -> Phrase:
    first = words.day(outcome.starts_on)
    if outcome.ends_on is None:
        return words("from {day}", day=first)
    return words("from {first} to {last}", first=first, last=words.day(outcome.ends_on))


def _asked(asked: Sequence[AskedLine], words: PaperWords) -> Block:
    answers: dict[bool | None, Said] = {None: "", True: words("still holds"), False: words("has ended")}
    rows = tuple((words(one.kind.label), words.day(one.day), answers[one.holds]) for one in asked)
    return tree.Table((words("We ask how it goes"), words("Day"), words("Answer")), rows, shares=(36, 28, 36), is_tight=True)


def _undone(data: ClosingDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return what was left open and what was given up, each with why: the enrolment ended."""
    steps = [(step, words("Still open")) for step in data.undone]
    steps += [(step, words("Given up when the enrolment ended")) for step in data.dropped]
    rows = tuple((step.text, words(step.responsible.label), words.day(step.due) if step.due else "", why) for step, why in steps)
    head = (words("What"), words("Who"), words("By when"), words("Why"))
    return (tree.Table(head, rows, shares=(34, 15, 19, 32), is_tight=True),) if rows else ()


def _done(steps: Sequence[AgreedStepLine], words: PaperWords) -> tuple[Block, ...]:
    rows = tuple((step.text, words(step.responsible.label), words.day(step.done) if step.done else "") for step in steps)
    head = (words("What"), words("Who"), words("Done"))
    return (tree.Table(head, rows, shares=(58, 20, 22), is_tight=True),) if rows else ()
