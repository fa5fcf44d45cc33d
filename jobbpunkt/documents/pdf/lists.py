"""Lists on a page: dots, numbers, boxes to tick, and steps with who does them and when."""

from dataclasses import replace
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import MIDDLE, DrawMark, Hung, Rule, Space, box, dot
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.pdf.texts import BASE_LINE
from jobbpunkt.documents.scripts import plain
from jobbpunkt.documents.text import clean, one_line
from jobbpunkt.documents.tree import Item, Items, Mark, Phrase, Role, Said, Side, Step, Steps

_SIGNS = {Mark.DOT: "•", Mark.BOX: "☐", Mark.TICKED: "☑"}
_LINES_TOGETHER = 6


@set_block.register
def _items(block: Items, setter: Setter, parent: Element) -> list[Box]:
    items = [item for item in block.items if clean(str(item.said)) or item.parts]
    if not items:
        return []
    numbered = items[0].mark is Mark.NUMBER
    element = parent.put(Element("L", numbering="Decimal" if numbered else "Disc" if items[0].mark is Mark.DOT else "None"))
    made = [_item(item, number, setter, element) for number, item in enumerate(items, 1)]
    made[-1].after = setter.look.roles[Role.BODY].after * 1.3
    return made


def _item(item: Item, number: int, setter: Setter, parent: Element) -> Box:
    look = setter.look
    style = look.roles[Role.BODY]
    element = parent.add("LI")
    label = element.put(Element("Lbl", actual=_SIGNS.get(item.mark, "")))
    body = element.add("LBody")
    parts = [*setter.paragraphs(item.said, style, body), *setter.all(item.parts, body)]
    side = look.sizes.mark * 0.86 if item.mark in {Mark.BOX, Mark.TICKED} else style.size * 0.7
    draw = dot(look) if item.mark is Mark.DOT else box(look, is_ticked=item.mark is Mark.TICKED)
    if item.mark is Mark.NUMBER:
        told = setter.style(style)
        side, draw = plain.width_of(f"{number}.", told), _number(f"{number}.", told)
    made = Hung(
        parts, draw, label.spot(), side=side, indent=side + style.size * 0.6, size=style.size, is_mirrored=setter.is_mirrored
    )
    made.after = style.after * 0.6
    made.whole = _LINES_TOGETHER * style.leading
    return made


def _number(text: str, style: ParagraphStyle) -> DrawMark:
    def draw(canvas: Any, left: float, middle: float, side: float) -> None:
        at = left + side if style.alignment else left
        plain.draw_line(canvas, at, middle - (BASE_LINE - MIDDLE) * style.fontSize, text, style)

    return draw


@set_block.register
def _steps(block: Steps, setter: Setter, parent: Element) -> list[Box]:
    steps = [step for step in block.steps if clean(str(step.said))]
    element = parent.put(Element("L", numbering="None"))
    has_who = any(str(step.who).strip() for step in steps)
    made: list[Box] = []
    for number, step in enumerate(steps):
        if number and step.is_large and setter.look.has_columns and setter.look.has_lines:
            made.append(Rule(setter.look.colours.line))
        made.append(_step(step, setter, element, has_who=has_who))
    made += [_empty_step(setter) for _ in range(block.empty)]
    if made:
        made[-1].after = setter.look.sizes.body * setter.look.spacing
    return made


def _step(step: Step, setter: Setter, parent: Element, *, has_who: bool) -> Box:
    look = setter.look
    element = parent.add("LI")
    label = element.put(Element("Lbl", actual=_SIGNS[Mark.TICKED if step.is_done else Mark.BOX]))
    body = element.add("LBody")
    style = look.step_large if step.is_large else look.step
    content = _content(step, setter.paragraphs(step.said, style, body), setter, body, has_who=has_who)
    side = look.sizes.mark * (1.1 if step.is_large and look.has_columns else 1)
    made = Hung(
        content, box(look, is_ticked=step.is_done), label.spot(),
        side=side, indent=side + look.sizes.body, size=style.size, is_mirrored=setter.is_mirrored,
    )  # fmt: skip
    made.before = made.after = look.sizes.body * (0.72 if step.is_large else 0.42) * look.spacing
    made.whole = (_LINES_TOGETHER if look.has_columns else 2 * _LINES_TOGETHER) * style.leading
    return made


def _content(step: Step, what: list[Box], setter: Setter, body: Element, *, has_who: bool) -> list[Box]:
    """Return what a step says: who below when it stands large, else beside; when at the end side; in one column all below."""
    if not setter.look.has_columns and str(step.told).strip():
        return [*what, *setter.words(step.told, setter.look.step, body.add("P"))]
    who = setter.line(step.who, setter.look.step, body.add("P"))
    is_side = setter.look.has_columns and not step.is_large
    when = _when(step, setter, body, side="end" if is_side else "start")
    if not setter.look.has_columns or (step.is_large and not when):
        return [*what, *who, *when]
    if step.is_large:
        return [setter.row([setter.stack([*what, *who]), setter.stack(when)], [0.69, 0.31], 10, ems=22)]
    if has_who:
        return [setter.row([setter.stack(what), setter.stack(who), setter.stack(when)], [0.55, 0.21, 0.24], 10, ems=26)]
    return [setter.row([setter.stack(what), setter.stack(when)], [0.76, 0.24], 10, ems=22)]


def _when(step: Step, setter: Setter, body: Element, side: Side) -> list[Box]:
    """Return when a step is due: bold while it still comes; of two lines only the last."""
    look = setter.look
    style = look.step if step.is_done else look.roles[Role.STRONG]
    first, last = _two_lines(step.when) if look.has_columns else ("", _on_one_line(step.when))
    return [*setter.words(first, look.step, body.add("P"), side), *setter.words(last, style, body.add("P"), side)]


def _two_lines(said: Said) -> tuple[Said, Said]:
    """Part a text before its last line."""
    first, _, last = str(said).strip().rpartition("\n")
    return (replace(said, text=first, beside=""), replace(said, text=last)) if isinstance(said, Phrase) else (first, last)


def _on_one_line(said: Said) -> Said:
    if isinstance(said, Phrase):
        return replace(said, text=one_line(said.text), beside=one_line(said.beside))
    return one_line(said)


def _empty_step(setter: Setter) -> Box:
    """Return a box with a line beside it, for a step that is written by hand."""
    look = setter.look
    side = look.sizes.mark
    made = Hung(
        [Space(side), Rule(look.colours.pen, 0.7)], box(look, is_ticked=False), None,
        side=side, indent=side + look.sizes.body, size=side / (2 * MIDDLE), is_mirrored=setter.is_mirrored,
    )  # fmt: skip
    made.before = made.after = look.sizes.body * 1.1
    made.whole = 2 * side
    return made
