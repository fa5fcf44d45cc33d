"""A period on paper, of the caseload or of a programme: the figures that matter, all of them, and how they were got."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.words import N_
from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.compared import ComparedMonth, compared
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import (
    Facts,
    Item,
    Items,
    Opening,
    Role,
    Said,
    Section,
    Text,
)
from jobbpunkt.documents.words import PaperWords

HOW = (
    N_("Every figure is the number of records in the register during the period, unless it says otherwise beside it."),
    N_("What is counted by hand was tallied on site. “About” and “just over” stand where nobody counted exactly."),
    N_("“As stated” stands where somebody told the number and it was written down here; it cannot be counted again."),
    N_("What nobody has recorded is said to be not recorded; it is not zero. Different units are never added together."),
    N_("Small numbers of participants are hidden and shown as a dash (–), so that nobody can be recognised."),
)


@dataclass(frozen=True, slots=True)
class FigureSection:
    """Figures that belong together under a heading, with a few words about them."""

    title: Said
    figures: tuple[Figure, ...]
    text: Said = ""


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A programme with its period, as far as somebody recorded it, and each decision that moved its end: when, to which day.

    `kinds` are those of the areas that its group works in.
    """

    name: str
    site: str
    first: date | None
    last: date | None
    extensions: tuple[tuple[date | None, date], ...] = ()
    purpose: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """All that the summary of a period shows; `headline` holds the few figures that are set large.

    `through` is the day that the figures reach while the period is not over.
    """

    title: Said
    first: date
    last: date
    kicker: Said = ""
    headline: tuple[Figure, ...] = ()
    text: Said = ""
    sections: tuple[FigureSection, ...] = ()
    programmes: tuple[ProgrammeFacts, ...] = ()
    months: tuple[ComparedMonth, ...] = ()
    printed_on: date | None = None
    through: date | None = None


def render_summary(data: SummaryDocument, setting: Setting) -> bytes:
    """Return the summary as a file."""
    return drawn(summary_paper(data, setting.words()), setting, REPORT)


def summary_paper(data: SummaryDocument, words: PaperWords) -> tree.Paper:
    """Return the summary of a period: the figures that matter large, then all of them, then how they were got."""
    span = period.told(data.first, data.last, words, through=data.through)
    every = [figure for section in data.sections for figure in section.figures]
    blocks = (
        Opening(data.title, data.kicker or words("Report"), span),
        *(_programme(one, words) for one in data.programmes),
        *((Text(data.text, Role.LEAD),) if str(data.text).strip() else ()),
        figures.large(data.headline, words, is_over=data.through is None),
        *(_section(section, words) for section in data.sections),
        *compared(data.months, words),
        Section(words("The participants"), _broken_down(data.sections, words)),
        Section(words("How the figures were got"), (Items(tuple(Item(words(sentence)) for sentence in HOW)),)),
        figures.definitions([*data.headline, *every], words),
    )
    return period.paper(data.title, (data.first, data.last), blocks, data.printed_on, words)


def _programme(programme: ProgrammeFacts, words: PaperWords) -> Facts:
    """Return when a programme began and ends, and each decision that let it go on longer; what nobody recorded says so."""
    days = tuple(words.day(day) if day else words("not recorded") for day in (programme.first, programme.last))
    extended = (
        (
            words("Extended {day}", day=words.day(decided)) if decided else words("Extended"),
            words("until {day}", day=words.day(end)),
        )
        for decided, end in programme.extensions
    )
    named = ((words("Programme"), programme.name), (words("Place"), programme.site))
    return Facts((*named, (words("First day"), days[0]), (words("Last day"), days[1]), *extended))


def _section(section: FigureSection, words: PaperWords) -> Section:
    table = figures.figure_table(section.figures, words) if section.figures else ()
    text = (Text(section.text),) if str(section.text).strip() else ()
    return Section(section.title, (*text, *table, *figures.cautions(section.figures)))


def _broken_down(sections: tuple[FigureSection, ...], words: PaperWords) -> tuple[tree.Block, ...]:
    """Return figures by groups, those of a section side by side; where several sections have some, each says which it is."""
    divided = [section for section in sections if any(figure.by for figure in section.figures)]
    several = len(divided) > 1
    parts = (figures.breakdowns(one.figures, words, of=one.title if several else "") for one in divided)
    return tuple(block for part in parts for block in part)
