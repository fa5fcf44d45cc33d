"""Running text on a page: openings, headings, paragraphs, quotations, boxes with what matters, rules and lines."""

from reportlab.lib.units import mm

from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import Break, Hung, Panel, Rule, Space, disc
from jobbpunkt.documents.pdf.flowing import Flowing
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.tags import Element, Spot
from jobbpunkt.documents.pdf.texts import Words
from jobbpunkt.documents.tree import (
    Beside,
    Callout,
    Columns,
    Flow,
    Heading,
    Lines,
    Opening,
    PageBreak,
    Quotation,
    Role,
    Section,
    Text,
    Together,
)
from jobbpunkt.documents.tree import Rule as RuleBlock

_NAMES = frozenset({Role.CAPTION, Role.STRONG})  # they say what follows, so that some of it stays with them
_BESIDE = 0.235  # of the width, for dates or the name of a skill
_FIRST_LINES = 3  # of what parts between two pages, on the first of them
_MOST_EMPTY = 0.4  # of a page, for a numbered section to stay whole on the next
_LINE_BY_HAND = 26.0  # points from one line to write on to the next


@set_block.register
def _text(block: Text, setter: Setter, parent: Element) -> list[Box]:
    made = setter.paragraphs(block.said, setter.look.roles[block.role], parent, block.side, block.link)
    if made and block.role in _NAMES:
        made[-1].keep = setter.look.sizes.body
    return made


@set_block.register
def _flow(block: Flow, setter: Setter, parent: Element) -> list[Box]:
    look = setter.look
    element = parent.add("P")
    parts = []
    for text in block.texts:
        style = look.roles[text.role]
        parts += [box for box in setter.words(text.said, style, element, link=text.link) if isinstance(box, Words)]
    if not parts:
        return []
    made = Flowing(parts, "·" if block.has_dots else "", is_mirrored=setter.is_mirrored)
    made.after = max(part.after for part in parts)
    return [made]


@set_block.register
def _heading(block: Heading, setter: Setter, parent: Element) -> list[Box]:
    return setter.title(block.said, block.level, parent)


@set_block.register
def _section(block: Section, setter: Setter, parent: Element) -> list[Box]:
    if not block.parts:
        return []
    element = parent.add("Sect")
    label = element.add("P").spot() if block.number else None
    heading = setter.title(block.heading, block.level, element)
    parts = setter.all(block.parts, element)
    if label and heading:
        return [_numbered(block, [*heading, *parts], label, setter)]
    return [*heading, *parts] if parts else []


def _numbered(block: Section, parts: list[Box], label: Spot, setter: Setter) -> Box:
    """Return a section with its number in a disc before the heading; it stays on one page where it fits on one."""
    look = setter.look
    side = look.sizes.body * 2
    size = look.headings[block.level - 1].size
    made = Hung(
        parts, disc(look, str(block.number)), label,
        side=side, indent=side + look.sizes.body * 0.6, size=size, is_mirrored=setter.is_mirrored,
    )  # fmt: skip
    made.before, made.after, made.is_start = parts[0].before, parts[-1].after, True
    made.whole = (look.sheet.bottom - look.sheet.top) * mm
    made.wasted = made.whole * _MOST_EMPTY
    return made


@set_block.register
def _opening(block: Opening, setter: Setter, parent: Element) -> list[Box]:
    look = setter.look
    kicker = setter.line(block.kicker, look.kicker, parent.add("P"))
    title = setter.title(block.title, 1, parent, look.titles)
    below = setter.words(block.subtitle, look.subtitle, parent.add("P"))
    end = Space(2)
    end.after = look.sizes.body * 0.9 * look.spacing
    return [*kicker, *title, *below, end]


@set_block.register
def _quotation(block: Quotation, setter: Setter, parent: Element) -> list[Box]:
    look = setter.look
    quote = parent.add("BlockQuote")
    style = look.wish(str(block.said)) if block.is_large else look.quotation
    if block.is_large:
        by = setter.line(block.by, look.box_title, quote.add("P"))
        parts = [*by, *setter.paragraphs(block.said, style, quote)]
    else:
        parts = [*setter.paragraphs(block.said, style, quote), *setter.paragraphs(block.by, look.cell, quote)]
    return _panel(parts, setter, look.colours.warm, bar=4)


@set_block.register
def _callout(block: Callout, setter: Setter, parent: Element) -> list[Box]:
    element = parent.add("Sect")
    title = setter.line(block.title, setter.look.box_title, element.add("P"))
    return _panel([*title, *setter.all(block.parts, element)], setter, setter.look.colours.tint)


def _panel(parts: list[Box], setter: Setter, fill: str, bar: float = 0) -> list[Box]:
    for box in parts[:1]:
        box.keep = max(box.keep, setter.look.sizes.body)
    if not setter.look.has_lines:
        return parts
    # In one column room is short, and what belongs together stands together by its gaps.
    is_open = not setter.look.has_columns
    return [Panel(parts, setter.look, fill, bar=bar, is_open=is_open, is_mirrored=setter.is_mirrored)] if parts else []


@set_block.register
def _beside(block: Beside, setter: Setter, parent: Element) -> list[Box]:
    look = setter.look
    element = parent.add("Div")
    side = setter.paragraphs(block.side, look.roles[Role.CAPTION], element)
    parts = setter.all(block.parts, element)
    if not look.has_columns:
        for box in side:
            box.keep = look.sizes.body
        return [*side, *parts]
    for box in parts[:2] if len(parts) > 2 else parts[:1]:
        box.keep = max(box.keep, look.sizes.body)  # what and where are not parted from the rest
    made = setter.row([setter.stack(side), setter.stack(parts)], [_BESIDE, 1 - _BESIDE], between=14, ems=20)
    made.whole = 6 * look.sizes.body * 1.5
    made.after = look.sizes.body * 0.6 * look.spacing
    return [made]


@set_block.register
def _columns(block: Columns, setter: Setter, parent: Element) -> list[Box]:
    columns = [setter.all(column, parent.add("Div")) for column in block.columns]
    if not setter.look.has_columns:
        return [box for column in columns for box in column]
    shares = [*block.shares, *[1.0] * len(columns)][: len(columns)]
    made = setter.row([setter.stack(column) for column in columns], [share / sum(shares) for share in shares], between=14)
    panels = [column[0] for column in columns if column and isinstance(column[0], Panel)]
    made.level = panels if all(len(column) == 1 for column in columns) else []
    made.whole = max((panel.whole for panel in made.level), default=0)
    made.before = max((column[0].before for column in columns if column), default=0)
    made.after = max((column[-1].after for column in columns if column), default=0)
    return [made]


@set_block.register
def _together(block: Together, setter: Setter, parent: Element) -> list[Box]:
    parts = setter.all(block.parts, parent)
    if not parts:
        return []
    made = setter.stack(parts)
    made.before, made.after, made.whole, made.is_start = parts[0].before, parts[-1].after, 1e6, parts[0].is_start
    if block.lines:
        line = setter.look.roles[Role.BODY].leading
        made.whole, made.least = block.lines * line, _FIRST_LINES * line
        made.after = max(made.after, setter.look.sizes.body * 0.8 * setter.look.spacing)
    return [made]


@set_block.register
def _lines(block: Lines, setter: Setter, parent: Element) -> list[Box]:  # noqa: ARG001 - as its siblings
    made: list[Box] = []
    for _ in range(block.count):
        rule = Rule(setter.look.colours.pen, 0.7)
        rule.before = _LINE_BY_HAND * max(setter.look.sizes.body / 12, 1)
        made += [Space(0), rule]
    if made:
        made[-1].after = setter.look.sizes.body
    return made


@set_block.register
def _break(block: PageBreak, setter: Setter, parent: Element) -> list[Box]:  # noqa: ARG001 - as its siblings
    return [Break()]


@set_block.register
def _rule(block: RuleBlock, setter: Setter, parent: Element) -> list[Box]:  # noqa: ARG001 - as its siblings
    if not setter.look.has_lines:
        return []
    colours, body, spacing = setter.look.colours, setter.look.sizes.body, setter.look.spacing
    made = Rule(colours.accent, 1.4) if block.is_strong else Rule(colours.line)
    made.before, made.after = body * 0.6, body * (1.1 * spacing if block.is_strong else 0.6)
    return [made]
