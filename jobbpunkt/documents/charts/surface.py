"""What a chart is drawn on: a page of paper or a part of the window, measured in points from its lower left corner."""

from enum import Enum
from typing import Literal, Protocol

from jobbpunkt.documents.looks import Colours

Place = Literal["start", "middle", "end"]


class Tone(Enum):
    """How words of a chart are set."""

    PLAIN = "plain"
    STRONG = "strong"  # a value
    HEAD = "head"  # what a part of a chart is about
    LIGHT = "light"  # on a filled ground


class Surface(Protocol):
    """Lines, areas and words; a surface knows its colours, its type size and how its language writes a number."""

    colours: Colours
    size: float
    is_mirrored: bool

    def number(self, value: float | None) -> str:
        """Write a value."""
        ...

    def width_of(self, text: str, tone: Tone = Tone.PLAIN) -> float:
        """Return how wide a line of text is."""
        ...

    def height_of(self, text: str, width: float, *, is_centred: bool = False) -> float:
        """Return how tall a text is that may break."""
        ...

    def cut(self, text: str, width: float) -> str:
        """Return what of a text fits on one line."""
        ...

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float) -> None:
        """Draw a straight line, dashed as was said last."""
        ...

    def dash(self, dash: tuple[float, ...]) -> None:
        """Dash the next lines, or draw them whole."""
        ...

    def area(self, corner: tuple[float, float], size: tuple[float, float], fill: str, outline: str) -> None:
        """Fill a rectangle with its lower left corner there."""
        ...

    def box(self, middle: tuple[float, float], side: float) -> None:
        """Draw an empty box to write in."""
        ...

    def circle(self, middle: tuple[float, float], radius: float, fill: str, outline: str) -> None:
        """Draw a point."""
        ...

    def text(self, text: str, x: float, y: float, place: Place, tone: Tone) -> None:
        """Write a line with its start, middle or end at `x`, on the base line `y`."""
        ...

    def paragraph(self, text: str, left: float, top: float, width: float, *, is_centred: bool = False) -> None:
        """Write a text that may break, down from `top`."""
        ...
