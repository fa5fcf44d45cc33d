"""A sheet: figures of a year or a month on one page, beside the time before and beside their targets."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.divided import Bars, panels, supported_and_working
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.looks import YEAR, YEAR_CLOSE
from jobbpunkt.documents.message import Beside, headline, unknown
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Opening, Role, Said, Section, Text
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import DividedKind, KeyFigure, Unknown
from models.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class SheetDocument:
    """All that a sheet shows; `heads` are what its figures are of and stand beside: now, the time before, a month's whole year.

    `kinds` divide persons into groups, with a part of each where `has_part`. `through` is the day that the figures reach while
    the period is not over; `begun` the day from which there is a register at all, where that lies in the time before.
    """

    title: Said
    first: date
    last: date
    heads: tuple[Said, Said, Said]
    sentences: tuple[Said, ...] = ()
    headline: tuple[KeyFigure, ...] = ()
    figures: tuple[Figure, ...] = ()
    kinds: tuple[DividedKind, ...] = ()
    too_few: tuple[Said, ...] = ()
    has_part: bool = False
    notes: tuple[Said, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    printed_on: date | None = None
    through: date | None = None
    begun: date | None = None


def render_sheet(data: SheetDocument, setting: Setting) -> bytes:
    """Return the sheet as a file, closer where that saves a page."""
    return drawn(sheet_paper(data, setting.words()), setting, YEAR, closer=YEAR_CLOSE)


def sheet_paper(data: SheetDocument, words: PaperWords) -> tree.Paper:
    """Return the sheet as a tree of content."""
    span = period.told(data.first, data.last, words, through=data.through)
    beside = Beside(data.heads[0], data.heads[1], data.begun, is_over=data.through is None)
    bars = supported_and_working(words) if data.has_part else Bars(words(Unit.PERSONS.label), "")
    table = (figures.beside_table(data.figures, data.heads, words, lacking=words("not recorded")),) if data.figures else ()
    every = [*(one.figure for one in data.headline), *data.figures]
    blocks: tuple[tree.Block, ...] = (
        Opening(data.title, words("Report"), span),
        *(Text(sentence, Role.MESSAGE) for sentence in data.sentences),
        *headline(data.headline, beside, words),
        *table,
        *_dash(data, words),
        *(Text(note, Role.NOTE) for note in data.notes),
        *panels(data.kinds, data.too_few, bars, words),
        Section(words("What we do not know"), unknown(data.unknown, words) if data.unknown else ()),
        figures.definitions(every, words),
    )
    return period.paper(data.title, (data.first, data.last), blocks, data.printed_on, words)


def _dash(data: SheetDocument, words: PaperWords) -> tuple[Text, ...]:
    """Say what a dash is, where a number of the table is hidden."""
    shown = (beside for one in data.figures for beside in (one, one.before, one.so_far) if beside is not None)
    if not any(one.suppressed for one in shown):
        return ()
    return (Text(words("A dash (–) stands where a number is hidden, so that nobody can be recognised."), Role.NOTE),)
