"""My way towards work: what its person answered first and latest, as a radar with the table beside, and over time."""

from jobbpunkt.documents import radar
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.progress_data import Asked, ProgressDocument
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import (
    ORGANISATION,
    Block,
    Chart,
    ChartKind,
    Columns,
    Image,
    Opening,
    Paper,
    Section,
    Series,
    Table,
    Text,
    Together,
)
from jobbpunkt.documents.words import PaperWords

_LEAST_AXES = 3
_WIDTH = 70  # millimetres


def render_progress(data: ProgressDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return it as a file."""
    return drawn(progress_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def progress_paper(data: ProgressDocument, words: PaperWords) -> Paper:
    """Return it as a tree of content."""
    title = words("My way towards work")
    asked = [one for one in data.asked if _first(one) is not None]
    table = _table(asked, words)
    beside: Block = table
    if len(asked) >= _LEAST_AXES:
        beside = Columns(((_radar(asked, words),), (table,)), shares=(40, 60))
    blocks: tuple[Block, ...] = (
        Opening(data.person, title),
        beside,
        *(Together((Section(f"{number}. {one.area}", _over_time(one, words)),)) for number, one in enumerate(asked, 1)),
    )
    return Paper(
        title=f"{title} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=ORGANISATION,
        day=data.printed_on,
        head=words.day(data.printed_on),
        foot=words("{title}, {period}", title=title, period=words.day(data.printed_on)),
        pages=words.pages(),
    )


def _known(one: Asked) -> list[int]:
    return [value for _, value in one.values if value is not None]


def _first(one: Asked) -> int | None:
    return next(iter(_known(one)), None)


def _table(asked: list[Asked], words: PaperWords) -> Table:
    rows = tuple(
        (f"{number}. {one.area}", words.number(_known(one)[0]), words.number(_known(one)[-1]))
        for number, one in enumerate(asked, 1)
    )
    header = (words("What"), words("The first time"), words("Latest"))
    return Table(header, rows, shares=(56, 24, 20), sides=("start", "end", "end"), has_row_heads=True)


def _radar(asked: list[Asked], words: PaperWords) -> Image:
    def share(one: Asked, value: int) -> float:
        return (value - one.least) / (one.most - one.least)

    first, latest = ([share(one, _known(one)[place]) for one in asked] for place in (0, -1))
    told = ", ".join(f"{one.area}: {_known(one)[0]} – {_known(one)[-1]}" for one in asked)
    said = words.text("Dots: the first time. Filled: the latest. {values}", values=told)
    return Image(radar.drawn(first, latest), said, _WIDTH)


def _over_time(one: Asked, words: PaperWords) -> tuple[Block, ...]:
    return (*([Text(one.question)] if one.question else []), _line(one, words))


def _line(one: Asked, words: PaperWords) -> Chart:
    told = ", ".join(f"{words.day(day)}: {value}" for day, value in one.values if value is not None)
    label = one.question or one.area
    return Chart(
        ChartKind.LINE,
        tuple(words.day(day, "short") for day, _ in one.values),
        (Series(label, tuple(None if value is None else float(value) for _, value in one.values)),),
        f"{label} {told}",
        least=one.least,
        most=one.most,
    )
