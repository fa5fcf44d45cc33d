"""A coach's caseload on paper: one line per participant, what comes next, what to mind."""

from dataclasses import dataclass
from datetime import date, datetime

from jobbpunkt.documents import style
from jobbpunkt.i18n import Words


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """One participant: where the enrolment stands (as words), last and next meeting, open steps, what to mind."""

    name: str
    status: str
    last_met: date | None = None
    next_meeting: datetime | None = None
    open_steps: int = 0
    mind: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadDocument:
    """All that the list shows; `counts` are captions with numbers such as ("Active", 24)."""

    coach: str
    day: date
    lines: tuple[CaseloadLine, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


def render_caseload(data: CaseloadDocument, words: Words) -> bytes:
    """Return the list as a PDF."""
    header = [words("Name"), words("Status"), words("Last met"), words("Next meeting"), words("Open steps")]
    rows = [_row(line, words) for line in data.lines]
    listed = style.table(header, rows, widths=[30, 25, 14, 20.5, 10.5], align=[*["left"] * 4, "right"], tight=True)
    story = [
        *style.opening(data.coach, kicker=words("Caseload")),
        style.facts([(caption, words.number(count)) for caption, count in data.counts]),
        listed if rows else style.typed(words("Nobody is enrolled with this coach.")),
        style.note(words("This list holds personal data. Keep it locked in, and destroy it when it is no longer needed.")),
    ]
    return style.build(story, title=f"{words('Caseload')} – {data.coach}", words=words, footer=words("Caseload"), day=data.day)


def _row(line: CaseloadLine, words: Words) -> list[object]:
    name = style.stacked([(line.name, "cell_strong"), (line.mind, "small")])
    met = words.day(line.last_met) if line.last_met else ""
    coming = words.moment(line.next_meeting) if line.next_meeting else ""
    return [name, line.status, met, coming, words.number(line.open_steps) if line.open_steps else ""]
