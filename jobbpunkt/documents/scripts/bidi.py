"""The Unicode bidirectional algorithm (UAX #9): the level of every sign of a paragraph, even from the left, odd from the right.

A paragraph's classes are a string of one letter each, so that each rule is one substitution. Passes the whole of Unicode's
`BidiTest` and `BidiCharacterTest`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from jobbpunkt.documents.scripts.brackets import resolved as with_brackets

LETTERS: Mapping[str, str] = MappingProxyType(
    {"L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "s", "ET": "t", "CS": "c", "NSM": "m", "BN": "b", "B": "B"}
    | {"S": "S", "WS": "w", "ON": "o", "LRE": "(", "RLE": ")", "LRO": "<", "RLO": ">", "PDF": "|"}
    | {"LRI": "[", "RLI": "]", "FSI": "?", "PDI": "!"}
)
LRI, PDI = LETTERS["LRI"], LETTERS["PDI"]
_DEEPEST = 125
_REMOVED = frozenset("()<>|b")  # rule X9
_OPENING, _ISOLATING = frozenset("()<>"), frozenset("[]?")
_NEUTRAL = re.compile(r"[oBSw\[\]?!]+")
_MARKS = re.compile("(.)(m+)")
_AFTER_ARABIC, _AFTER_LATIN = re.compile("A[^LR]*"), re.compile("L[^R]*")
_SEPARATORS = re.compile("(?<=E)[sc](?=E)|(?<=N)c(?=N)")
_TERMINATORS = re.compile("t+(?=E)|(?<=E)t+")
_OTHERS = str.maketrans("Asct", "Rooo")
_AS_DIRECTION = str.maketrans("EN", "RR")
_HIGHER = ({"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 1, "R": 0, "E": 1, "N": 1})  # rules I1 and I2
_AT_ENDS = re.compile(r"[w\[\]?!()<>|b]*[BS]|[w\[\]?!()<>|b]+$")


def classes_of(text: str) -> str:
    """Return the class of each sign, one letter each; a sign that Unicode has not given out yet counts as from the left."""
    return "".join(map(_class_of, text))


@lru_cache(maxsize=4096)
def _class_of(sign: str) -> str:
    return LETTERS[unicodedata.bidirectional(sign) or "L"]


def base_level(classes: str) -> int | None:
    """Return 0 or 1 by the first strong letter outside isolates (rules P2 and P3), None when there is none."""
    depth = 0
    for letter in classes:
        if letter in _ISOLATING:
            depth += 1
        elif letter == PDI:
            depth = max(depth - 1, 0)
        elif not depth and letter in "LRA":
            return int(letter != "L")
    return None


def levels(classes: str, base: int, text: str = "") -> list[int | None]:
    """Return the level of each sign of one paragraph, None for those that the algorithm takes out (rule X9).

    `text` is needed for its brackets only, which then take one side in pairs.
    """
    if not _OPENING.isdisjoint(classes) or not _ISOLATING.isdisjoint(classes):
        explicit, classes_now = _explicit(classes, base)
    else:
        explicit, classes_now = [base] * len(classes), classes
    found: list[int | None] = [None] * len(classes)
    for run in _sequences(classes, explicit, base):
        letters = "".join([classes_now[place] for place in run.places])
        level = explicit[run.places[0]]
        signs = "".join([text[place] for place in run.places]) if text else ""
        resolved = _resolved(letters, run.before, run.after, level % 2, signs)
        higher = _HIGHER[level % 2]
        for place, letter in zip(run.places, resolved, strict=True):
            found[place] = level + higher[letter]
    for match in _AT_ENDS.finditer(classes):  # rule L1
        for place in range(*match.span()):
            found[place] = None if classes[place] in _REMOVED else base
    return found


def _explicit(classes: str, base: int) -> tuple[list[int], str]:
    """Return the level of each sign by embeddings, overrides and isolates alone, and the classes as overrides leave them."""
    closing = _matching(classes)
    stack = _Stack(base)
    found: list[int] = []
    now: list[str] = []
    for place, letter in enumerate(classes):
        if letter == PDI:
            stack.end_isolate()
        level, override = stack.level, stack.override
        found.append(base if letter == "B" else level)
        now.append(override if override and letter not in _REMOVED and letter != "B" else letter)
        if letter in _OPENING:
            stack.embed(letter)
        elif letter in _ISOLATING:
            inside = classes[place + 1 : closing.get(place)] if letter == "?" else ""
            stack.isolate(from_right=letter == "]" or bool(base_level(inside)))
        elif letter == "|":
            stack.end_embedding()
    return found, "".join(now)


class _Stack:
    """The embeddings and isolates that are open (rules X1 to X7), with a count of those that were too deep."""

    def __init__(self, base: int) -> None:
        self._open: list[tuple[int, str, bool]] = [(base, "", False)]
        self._lost_isolates = self._lost_embeddings = 0

    @property
    def level(self) -> int:
        return self._open[-1][0]

    @property
    def override(self) -> str:
        return self._open[-1][1]

    def isolate(self, *, from_right: bool) -> None:
        if not self._push("", from_right=from_right, is_isolate=True):
            self._lost_isolates += 1

    def embed(self, letter: str) -> None:
        override = {"<": "L", ">": "R"}.get(letter, "")
        if not self._push(override, from_right=letter in ")>", is_isolate=False) and not self._lost_isolates:
            self._lost_embeddings += 1

    def _push(self, override: str, *, from_right: bool, is_isolate: bool) -> bool:
        deeper = (self.level + 1) | 1 if from_right else (self.level + 2) & ~1
        if deeper > _DEEPEST or self._lost_isolates or self._lost_embeddings:
            return False
        self._open.append((deeper, override, is_isolate))
        return True

    def end_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif any(is_isolate for _, _, is_isolate in self._open):
            self._lost_embeddings = 0
            while not self._open.pop()[2]:
                pass

    def end_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._open) > 1 and not self._open[-1][2]:
            self._open.pop()


def _matching(classes: str) -> dict[int, int]:
    """Return where each isolate that is ended ends (rule BD9)."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for place, letter in enumerate(classes):
        if letter in _ISOLATING:
            waiting.append(place)
        elif letter == PDI and waiting:
            found[waiting.pop()] = place
    return found


@dataclass(frozen=True, slots=True)
class _Sequence:
    """The places of an isolating run sequence (rule X10), and what direction stands before and after it."""

    places: Sequence[int]
    before: str
    after: str


def _sequences(classes: str, explicit: list[int], base: int) -> Iterator[_Sequence]:
    kept = [place for place, letter in enumerate(classes) if letter not in _REMOVED]
    if not kept:
        return
    runs: list[list[int]] = []
    for place in kept:
        if not runs or explicit[runs[-1][-1]] != explicit[place]:
            runs.append([])
        runs[-1].append(place)
    closing = _matching(classes)
    begins = {run[0]: number for number, run in enumerate(runs)}
    continued = set(closing.values())
    around = [base, *(explicit[run[0]] for run in runs), base]
    for number, run in enumerate(runs):
        if classes[run[0]] == PDI and run[0] in continued:
            continue
        places, last = list(run), number
        while (following := begins.get(closing.get(places[-1], -1))) is not None:
            places += runs[following]
            last = following
        level = explicit[places[0]]
        after = base if classes[places[-1]] in _ISOLATING else around[last + 2]
        yield _Sequence(places, "LR"[max(level, around[number]) % 2], "LR"[max(level, after) % 2])


def _resolved(letters: str, before: str, after: str, side: int, signs: str) -> str:
    """Return the letters with every weak and neutral class resolved to L, R, E or N (rules W1 to N2)."""
    run = before + letters
    if "m" in run:
        run = _MARKS.sub(_marked, run)
    if "A" in run:
        run = _AFTER_ARABIC.sub(lambda match: match[0].replace("E", "N"), run)
    run = _SEPARATORS.sub(lambda match: match.string[match.start() - 1], run)
    run = _TERMINATORS.sub(lambda match: "E" * len(match[0]), run)
    run = _AFTER_LATIN.sub(lambda match: match[0].replace("E", "L"), run.translate(_OTHERS))
    if signs:
        run = run[0] + with_brackets(run[1:], letters, signs, before, "LR"[side])
    whole = run + after

    def between(match: re.Match[str]) -> str:
        first, last = (whole[place].translate(_AS_DIRECTION) for place in (match.start() - 1, match.end()))
        return (first if first == last else "LR"[side]) * len(match[0])

    return _NEUTRAL.sub(between, whole)[1:-1]


def _marked(match: re.Match[str]) -> str:
    """Return a sign with its marks of the same class (rule W1)."""
    return match[1] + ("o" if match[1] in "[]?!" else match[1]) * len(match[2])
