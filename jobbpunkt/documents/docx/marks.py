"""Elements of WordprocessingML, made in the order that its schema asks for."""

from dataclasses import dataclass
from typing import Literal

from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

POINT = 20  # twentieths of a point, in which Word measures
MILLIMETRE = 1440 / 25.4
ARABIC = 1.15
HALF = 2  # sizes of letters are told in half points

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLE = f"{_WORD}styleId"
CUSTOM = f"{_WORD}customStyle"
VALUE = f"{_WORD}val"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Edge = Literal["top", "left", "bottom", "right", "insideH"]


def element(tag: str, /, *children: BaseOxmlElement, **values: object) -> BaseOxmlElement:
    """Return an element of Word's own namespace with its attributes and children."""
    made = OxmlElement(f"w:{tag}", {f"{_WORD}{name}": str(value) for name, value in values.items()})
    made.extend(children)
    return made


def hexed(colour: str) -> str:
    """Return a colour as Word writes it."""
    return colour.lstrip("#")


def switch(tag: str, *, on: bool) -> BaseOxmlElement:
    """Return a property that is on or off."""
    return element(tag) if on else element(tag, val="0")


def line(edge: Edge, colour: str, eighths: int = 4, space: int = 0) -> BaseOxmlElement:
    """Return one edge of a box, so many eighths of a point thick."""
    return element(edge, val="single", sz=eighths, space=space, color=hexed(colour))


def no_line(edge: Edge) -> BaseOxmlElement:
    """Return an edge that is not drawn."""
    return element(edge, val="nil")


def shade(colour: str) -> BaseOxmlElement:
    """Return a background."""
    return element("shd", val="clear", color="auto", fill=hexed(colour))


def sizes(points: float) -> list[BaseOxmlElement]:
    """Return the size of letters; Arabic ones look smaller at the same size, so they are set larger."""
    return [element("sz", val=round(points * HALF)), element("szCs", val=round(points * ARABIC * HALF))]


@dataclass(frozen=True, slots=True)
class Hand:
    """How letters differ from those of their paragraph's style."""

    bold: bool | None = None
    size: float = 0
    colour: str = ""

    def properties(self, *, rtl: bool = False, language: str = "") -> BaseOxmlElement:
        """Return the properties of a run in this hand."""
        made = element("rPr")
        if self.bold is not None:
            made.extend([switch("b", on=self.bold), switch("bCs", on=self.bold)])
        if self.colour:
            made.append(element("color", val=hexed(self.colour)))
        if self.size:
            made.extend(sizes(self.size))
        if rtl:
            made.append(element("rtl"))
        if language:
            made.append(element("lang", **{"bidi" if rtl else "val": language}))
        return made


PLAIN = Hand()
STRONG = Hand(bold=True)


def written(text: str, properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run of typed text; lines are parted by line breaks."""
    run = element("r", properties)
    for number, part in enumerate(text.split("\n")):
        if number:
            run.append(element("br"))
        letters = element("t")
        letters.text = part
        letters.set(_SPACE, "preserve")
        run.append(letters)
    return run


def tab() -> BaseOxmlElement:
    """Return a run that goes to the next tab stop."""
    return element("r", element("tab"))


def field(code: str) -> list[BaseOxmlElement]:
    """Return a field that Word fills in, as PAGE."""
    begin, end = element("fldChar", fldCharType="begin"), element("fldChar", fldCharType="end")
    instruction = element("instrText")
    instruction.text = f" {code} "
    shown = element("t")
    shown.text = "1"
    parts = (begin, instruction, element("fldChar", fldCharType="separate"), shown, end)
    return [element("r", part) for part in parts]
