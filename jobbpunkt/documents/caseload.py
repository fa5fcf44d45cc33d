"""A coach's caseload on paper: one line per participant, what comes next, what to mind."""

from dataclasses import dataclass
from datetime import date, datetime

from jobbpunkt.documents import tree
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Cell, Role
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import CaseStatus


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """One participant: where the enrolment stands, last and next meeting, open steps, what to mind."""

    name: str
    status: CaseStatus | None
    last_met: date | None = None
    next_meeting: datetime | None = None
    open_steps: int = 0
    interpreter: str = ""
    mind: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadDocument:
    """All that the list shows; `counts` are how many stand where."""

    coach: str
    day: date
    lines: tuple[CaseloadLine, ...] = ()
    counts: tuple[tuple[CaseStatus, int], ...] = ()


def caseload_paper(data: CaseloadDocument, words: PaperWords) -> tree.Paper:
    """Return the list as a tree of content."""
    heading = words("Caseload")
    header = (words("Name"), words("Status"), words("Last met"), words("Next meeting"), words("Open steps"))
    listed: Block = tree.Table(
        header,
        tuple(_row(line, words) for line in data.lines),
        shares=(29, 20, 17, 23, 11),
        sides=("start", "start", "start", "start", "end"),
        has_row_heads=True,
        is_tight=True,
    )
    if not data.lines:
        listed = tree.Text(words("Nobody is enrolled with this coach."), Role.LEAD)
    return tree.Paper(
        title=f"{heading} – {data.coach}",
        language=words.language,
        blocks=(
            tree.Opening(data.coach, heading, words("on {day}", day=words.day(data.day, "weekday_year"))),
            tree.Text(
                words("This list holds personal data. Keep it locked in, and destroy it when it is no longer needed."), Role.NOTE
            ),
            tree.Facts(tuple((words(status.label), words.number(count)) for status, count in data.counts)),
            listed,
        ),
        author=data.coach,
        day=data.day,
        foot=heading,
        pages=words.pages(),
    )


def render_caseload(data: CaseloadDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the list as a file."""
    return drawn(caseload_paper(data, setting.words()), setting, REPORT)


def _row(line: CaseloadLine, words: PaperWords) -> tuple[Cell, ...]:
    interpreter = (tree.Text(words("Interpreter: {language}", language=line.interpreter)),) if line.interpreter else ()
    mind = (tree.Text(line.mind),) if line.mind else ()
    return (
        (tree.Text(line.name, Role.STRONG), *interpreter, *mind),
        words(line.status.label) if line.status is not None else "",
        words.day(line.last_met, "day") if line.last_met else "",
        words.moment(line.next_meeting) if line.next_meeting else "",
        words.number(line.open_steps) if line.open_steps else "",
    )
