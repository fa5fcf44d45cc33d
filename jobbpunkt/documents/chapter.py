"""The year's chapter as text to edit: the parts of the year told in paragraphs, and where each of their figures comes from."""

from jobbpunkt.documents import figures, period, tree
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Item, Items, Role, Said, Section, Text
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import YearDocument, YearPart


def render_chapter(data: YearDocument, setting: Setting) -> bytes:
    """Return the chapter as a file."""
    return drawn(chapter_paper(data, setting.words()), setting, REPORT)


def chapter_paper(data: YearDocument, words: PaperWords) -> tree.Paper:
    """Return the chapter as a tree of content: ordinary headings and paragraphs, so that whoever edits it has them as styles."""
    title = words("Employment {year}", year=data.year)
    span = period.told(data.first, data.last, words, through=data.through)
    blocks: tuple[Block, ...] = (
        tree.Opening(title, words("The year's chapter, to be edited"), span),
        *(_part(part) for part in data.parts),
        *((tree.Quotation(f"”{data.voice.text}”", data.voice.told_by),) if data.voice else ()),
        Section(words("What we do not know"), tuple(_unknown(data, words))),
        Section(words("Where the figures come from"), _sources(data, words)),
    )
    return tree.Paper(
        title=str(title),
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        foot=title,
        pages=words.pages(),
    )


def as_word(setting: Setting) -> Setting:
    """Return a setting for a file to be edited."""
    return Setting(setting.language, setting.beside, setting.look, FileKind.WORD)


def _part(part: YearPart) -> Section:
    items = (Items(tuple(Item(said) for said in part.items)),) if part.items else ()
    return Section(part.title, (*map(Text, part.paragraphs), *items, *map(Text, part.after)))


def _unknown(data: YearDocument, words: PaperWords) -> list[Block]:
    told = tuple(Item(words("{what}: {why}", what=one.what, why=one.why)) for one in data.unknown)
    return [Items(told)] if told else []


def _sources(data: YearDocument, words: PaperWords) -> tuple[Block, ...]:
    """Return each figure of the parts with how it was got and what it means, part by part."""
    made: list[Block] = []
    for part in data.parts:
        if part.figures:
            made += [Text(part.title, Role.STRONG), _table(part.figures, words)]
    return tuple(made)


def _table(of: tuple[Figure, ...], words: PaperWords) -> tree.Table:
    rows = tuple((one.label, figures.with_unit(one, words), _source(one, words), one.definition) for one in of)
    header = (words("Figure"), words("Result"), words("How it was got"), words("What it means"))
    return tree.Table(header, rows, (26, 18, 18, 38), has_row_heads=True, is_tight=True)


def _source(figure: Figure, words: PaperWords) -> Said:
    how = words(figure.source.label)
    if not figure.missing:
        return how
    return words("{first}, {more}", first=how, more=words("not recorded for {n}", n=words.number(figure.missing)))
