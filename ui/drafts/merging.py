"""Two texts that both came from one: where they are alike, and where one must choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Choice = Literal["mine", "theirs", "both"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines: alike in both texts, or mine beside theirs."""

    mine: str
    theirs: str

    @property
    def alike(self) -> bool:
        """Whether nothing has to be chosen."""
        return self.mine == self.theirs

    def chosen(self, choice: Choice) -> str:
        """Return what stands after the choice; both means theirs and then mine, each on its own lines."""
        if self.alike or choice == "mine":
            return self.mine
        if choice == "theirs":
            return self.theirs
        return "\n".join(filter(None, (self.theirs.rstrip("\n"), self.mine)))


def pieces(mine: str, theirs: str) -> tuple[Piece, ...]:
    """Return the two texts line by line: joined again, the one side is `mine` and the other is `theirs`."""
    return tuple(_pieces(mine.splitlines(keepends=True), theirs.splitlines(keepends=True)))


def joined(parts: Sequence[Piece], choices: Sequence[Choice]) -> str:
    """Return the text after one choice for each piece."""
    text = ""
    for piece, choice in zip(parts, choices, strict=True):
        chosen = piece.chosen(choice)
        if chosen and text and not text.endswith("\n"):
            text += "\n"
        text += chosen
    return text


def words_apart(mine: str, theirs: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where the words differ, as (start, length) in each of the two texts."""
    one, other = _words(mine), _words(theirs)
    matcher = SequenceMatcher(None, [word for _, word in one], [word for _, word in other], autojunk=False)
    marks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            for found, start, end, into in ((one, a, b, marks[0]), (other, c, d, marks[1])):
                into += [(at, len(word)) for at, word in found[start:end] if word.strip()]
    return marks


def _pieces(mine: list[str], theirs: list[str]) -> Iterator[Piece]:
    for _kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        yield Piece("".join(mine[a:b]), "".join(theirs[c:d]))


def _words(text: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or text[at].isspace() != text[start].isspace():
            found.append((start, text[start:at]))
            start = at
    return found
