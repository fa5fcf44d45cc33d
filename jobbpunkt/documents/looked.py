"""Who has looked at a person's data, on paper for that person: day, who, in which role, at what kind of thing and why."""

from dataclasses import dataclass
from datetime import date, datetime

from jobbpunkt.base.clock import day_of
from jobbpunkt.documents import tree
from jobbpunkt.documents.extract import Label, reason_said, said
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import ORGANISATION, Block, Role
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import HistoryAction


@dataclass(frozen=True, slots=True)
class LookLine:
    """One look: when, who, in which roles, at what kind of thing, what was done, and why."""

    at: datetime
    who: str
    roles: Label
    what: Label
    action: HistoryAction
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LookedDocument:
    """Who looked between two days, the latest first; `speaks` is what the person speaks, as it was typed."""

    person: str
    first: date
    last: date
    looks: tuple[LookLine, ...] = ()
    speaks: str = ""


def looked_paper(data: LookedDocument, words: PaperWords) -> tree.Paper:
    """Return the looks as a tree of content."""
    heading = words("Who has looked at your data")
    told = words("Everybody who opens your data here is written down. Ask us about anything on this list that you wonder about.")
    apart = words("Plans for better health, where there are any, are in an extract of their own.")
    return tree.Paper(
        title=f"{heading} – {data.person}",
        language=words.language,
        blocks=(
            tree.Opening(data.person, heading),
            tree.Text(words.period(data.first, data.last), Role.CAPTION),
            tree.Text(told, Role.LEAD),
            *_looks(data, words),
            tree.Text(apart, Role.NOTE),
        ),
        author=ORGANISATION,
        day=data.last,
        foot=heading,
        pages=words.pages(),
    )


def render_looked(data: LookedDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the looks as a file."""
    return drawn(looked_paper(data, setting.words()), setting, REPORT)


def _looks(data: LookedDocument, words: PaperWords) -> tuple[Block, ...]:
    if not data.looks:
        return (tree.Text(words("Nothing is recorded."), Role.NOTE),)
    head = (words("When"), words("Who"), words("Role"), words("What it was about"), words("Why"))
    rows = tuple(
        (
            f"{words.day(day_of(one.at), 'long')} {words.time(one.at)}",
            one.who,
            said(one.roles, words),
            said(one.what, words),
            ": ".join(filter(None, (words.text(one.action.label), reason_said(one.reason, words)))),
        )
        for one in data.looks
    )
    return (tree.Table(head, rows, shares=(22, 20, 16, 18, 24), is_tight=True),)
