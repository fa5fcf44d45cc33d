"""What a reader is told of a paper's structure: elements in reading order, and where on the pages each of them is drawn."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Spot:
    """Content of an element: the places (page, number of the mark) where it is drawn, several when it breaks over pages."""

    kind: str
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Area:
    """A rectangle of a page (from nought) that opens an address."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Element:
    """One element of the structure (`P`, `H1`, `Table` …) with its parts in reading order."""

    kind: str
    language: str = ""
    alternative: str = ""
    actual: str = ""  # the sign that a drawing stands for
    scope: str = ""
    numbering: str = ""
    address: str = ""
    told: str = ""  # what an address is called
    parts: "list[Element | Spot]" = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)

    def add(self, kind: str, language: str = "") -> "Element":
        """Return a new element below this one."""
        return self.put(Element(kind, language))

    def put(self, made: "Element") -> "Element":
        """Put an element below this one, and return it."""
        self.parts.append(made)
        return made

    def spot(self) -> Spot:
        """Return a new piece of content of this element."""
        made = Spot(self.kind)
        self.parts.append(made)
        return made


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the reader's contents: a heading, its level, and where it stands."""

    text: str
    level: int
    page: int
    top: float
