"""An extract of one person's data, in sections that a person can read (article 15 of the GDPR)."""

from dataclasses import dataclass
from datetime import date, datetime

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.documents import tree
from jobbpunkt.documents.languages import SOURCE, SWEDISH
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Phrase, Role, Said
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Choice, HistoryAction

PURPOSES = (N_("Support and coaching towards work."), N_("Follow-up and statistics in which nobody can be recognised."))
RIGHTS = (
    N_("You may ask for wrong details to be corrected, and for incomplete ones to be completed."),
    N_("You may object to the use of your details, and ask that it is limited or that details are erased."),
    N_("You may take back a consent at any time."),
    N_("You may complain to the Swedish Authority for Privacy Protection (IMY)."),
)
# What the history keeps as a reason where a program wrote it.
_REASONS = {
    "extract": N_("Extract of your data"),
    "caseload": N_("Caseload"),
    "looks": N_("Who has looked at your data"),
    "activities": N_("For the activity report"),
}
CONTROLLER = "Bostads AB Mimer"
TITLED = (SWEDISH, SOURCE)  # the languages that a `Label` is kept in
_SHORT = 60  # signs of a value that stands beside others
_DEEPEST = 4
Value = str | bool | int | float | date | datetime | Choice


@dataclass(frozen=True, slots=True)
class Label:
    """What a kind of data is called in the languages that the register's titles are kept in."""

    swedish: str
    english: str


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One detail: what it is, and its value or values."""

    label: Label
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ExtractRecord:
    """One thing that is recorded, and what belongs to it."""

    lines: tuple[ExtractLine, ...]
    parts: "tuple[ExtractSection, ...]" = ()


@dataclass(frozen=True, slots=True)
class ExtractSection:
    """Everything of one kind."""

    title: Label
    records: tuple[ExtractRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceLine:
    """Who did what with which kind of data, when and why."""

    at: datetime
    who: str
    action: HistoryAction
    about: Label
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExtractDocument:
    """All that the register holds about one person, and who took it out; `speaks` is what the person speaks, as it was typed.

    Plans for better health are an extract of their own (`is_of_health`).
    """

    person: str
    made_on: date
    made_by: str
    sections: tuple[ExtractSection, ...] = ()
    traces: tuple[TraceLine, ...] = ()
    is_of_health: bool = False
    speaks: str = ""


def extract_paper(data: ExtractDocument, words: PaperWords) -> tree.Paper:
    """Return the extract as a tree of content."""
    heading = words("Extract of your data")
    taken = (
        (words("Taken out"), words.day(data.made_on)),
        (words("By"), data.made_by),
        (words("Controller of the data"), CONTROLLER),
    )
    apart = words("Plans for better health, where there are any, are in an extract of their own.")
    return tree.Paper(
        title=f"{heading} – {data.person}",
        language=words.language,
        blocks=(
            tree.Opening(data.person, heading),
            tree.Facts(taken),
            tree.Text(words("This is what Jobbpunkt Mimer has recorded about you. If anything is wrong, tell us."), Role.LEAD),
            *(() if data.is_of_health else (tree.Text(apart),)),
            tree.Section(words("Why we have your data"), (_listed(PURPOSES, words),)),
            *(_section(section, words) for section in data.sections),
            tree.Section(words("Who has seen and written"), _traces(data, words)),
            tree.Together((tree.Section(words("Your rights"), (_listed(RIGHTS, words),)),)),
        ),
        author=data.made_by,
        day=data.made_on,
        foot=heading,
        pages=words.pages(),
    )


def render_extract(data: ExtractDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the extract as a file."""
    return drawn(extract_paper(data, setting.words()), setting, REPORT)


def _listed(sentences: tuple[str, ...], words: PaperWords) -> Block:
    return tree.Items(tuple(tree.Item(words(sentence)) for sentence in sentences))


def said(label: Label, words: PaperWords) -> Phrase:
    """Return a title in the paper's language where it is kept in that, else in Swedish."""
    return Phrase(label.english, SOURCE) if words.language == SOURCE else Phrase(label.swedish, SWEDISH)


def _section(section: ExtractSection, words: PaperWords, level: int = 2) -> Block:
    parts: list[Block] = []
    for number, record in enumerate(section.records):
        parts += [tree.Rule()] if number and level == 2 else []
        parts += _record(record, words, level)
    empty = (tree.Text(words("Nothing is recorded."), Role.NOTE),)
    return tree.Section(said(section.title, words), tuple(parts) or empty, min(level, _DEEPEST))


def _record(record: ExtractRecord, words: PaperWords, level: int) -> list[Block]:
    told = [(said(line.label, words), _text(line, words)) for line in record.lines]
    short: list[tuple[Said, Said]] = [(label, text) for label, text in told if len(text) <= _SHORT and "\n" not in text]
    parts: list[Block] = [tree.Together((tree.Facts(tuple(short), is_boxed=False),))] if short else []
    for label, text in told:
        if (label, text) not in short:
            parts += [tree.Text(label, Role.CAPTION), tree.Text(text)]
    return [*parts, *(_section(section, words, level + 1) for section in record.parts)]


def _text(line: ExtractLine, words: PaperWords) -> str:
    return "\n".join(_value(value, words) for value in line.values)


def _value(value: Value, words: PaperWords) -> str:
    match value:
        case Choice():
            return words.text(value.label)
        case bool():
            return words.text("Yes") if value else words.text("No")
        case datetime():
            return words.moment(value, "weekday_year").text
        case date():
            return words.day(value)
        case str():
            return value
        case _:
            return str(value)  # a year, a number of one's own: no blank between its thousands


def reason_said(reason: str, words: PaperWords) -> str:
    """Return a reason for people: what the program wrote in the paper's words, what was typed as it was typed."""
    return words.text(_REASONS[reason]) if reason in _REASONS else reason


def _traces(data: ExtractDocument, words: PaperWords) -> tuple[Block, ...]:
    head = (words("When"), words("By"), words("What happened"), words("What it was about"))
    rows = tuple(
        (
            f"{words.day(day_of(one.at), 'long')} {words.time(one.at)}",
            one.who,
            ": ".join(filter(None, (words.text(one.action.label), reason_said(one.reason, words)))),
            said(one.about, words),
        )
        for one in data.traces
    )
    return (tree.Table(head, rows, shares=(24, 24, 26, 26), is_tight=True),) if rows else ()
