"""Lines broken at the phrase, as easy reading asks for: each sentence on a line of its own, long ones where one draws breath."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

_ENDS = re.compile(r"[.!?…።؟]+[”\"')»]*$")
_PAUSES = re.compile(r"[,;:،؛፣፤–—]$")
_NO_END = re.compile(r"(?i:t\.ex|bl\.a|kl|ca|nr|dvs|m\.m|osv|f\.d|tel|e\.g|no)\.$|^\w\.$|^\d+\.$")
_NUMBER = re.compile(r"[+\d][\d.,:/-]*$")
_LINE, _SHORT, _SHORT_LINE = 3.0, 12, 4.0  # what a line costs, and one more of so few signs
_UNEVEN = 10.0  # what the room costs that a line leaves, so that two are rather as long as each other
_PAUSE, _JOINT, _PLACE, _AND, _NAME, _WORD, _TORN = 0.0, 1.0, 2.0, 2.5, 12.0, 7.0, 30.0  # what it costs to break there


@dataclass(frozen=True, slots=True)
class _Small:
    """The small words of a language: that go on with a thought, that begin one, that say where or when; that end no line."""

    ands: frozenset[str]
    joints: frozenset[str]
    places: frozenset[str]
    leads: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SWEDISH = _Small(
    _set("och eller samt"),
    _set("men så att som när om därför eftersom medan innan tills där utan än"),
    _set(
        "i på till från med av för hos vid under över efter före genom mot mellan inom utom kring åt bland ur "
        "senast sedan enligt utanför bredvid helst gärna"
    ),
    _set(
        "en ett den det de dem min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era hans hennes deras "
        "jag du han hon vi ni man inte att klockan kl alla varje någon något några ingen inget inga mer mest mycket "
        "minst högst är har ska vill kan får måste blir var ville kunde skulle gör två tre fyra fem sex sju åtta "
        "nio tio"
    ),
)
_ENGLISH = _Small(
    _set("and or"),
    _set("but so that which who when if because while before until where than"),
    _set("in on at to from with of for by under over after through between into near about"),
    _set(
        "a an the this these my your his her our their its i you he she we they not to at every some any no more most "
        "is are has have will want can may must do does"
    ),
)
_SMALL: Mapping[str, _Small] = MappingProxyType({"sv": _SWEDISH, "en": _ENGLISH})
_NONE = _Small(*[frozenset[str]()] * 4)


def broken(text: str, most: int, fits: Callable[[str], bool], language: str = "sv") -> str:
    """Return a text with its lines broken at the phrase, none longer than so many signs or than fits, where its words allow.

    In a language whose small words are not known, lines break after signs only, and else where they have to.
    """
    small = _SMALL.get(language, _NONE)
    whole = [sentence for line in text.split("\n") for sentence in _sentences(line.split(" "))]
    return "\n".join(" ".join(line) for words in whole for line in _lines(words, most, fits, small))


def _sentences(words: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for place, word in enumerate(words):
        found[-1].append(word)
        following = words[place + 1] if place + 1 < len(words) else ""
        if following and _ENDS.search(word) and not _NO_END.search(word) and not following[0].islower():
            found.append([])
    return found


def _lines(words: list[str], most: int, fits: Callable[[str], bool], small: _Small) -> list[list[str]]:
    """Return the cheapest lines: the sum of what each line costs, and each break."""

    def may(start: int, end: int) -> bool:
        line = " ".join(words[start:end])
        return end - start == 1 or (len(line) <= most and fits(line))

    count = len(words)
    costs, begins = [0.0, *[float("inf")] * count], [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            if not may(start, end):
                break
            length = sum(map(len, words[start:end])) + end - start - 1
            cost = (
                costs[start]
                + _LINE
                + _UNEVEN * (1 - min(length / most, 1)) ** 2
                + (_SHORT_LINE if length < _SHORT and count > end - start else 0)
            )
            cost += _torn(words[start - 1], words[start], small) if start else 0
            if cost < costs[end]:
                costs[end], begins[end] = cost, start
    made: list[list[str]] = []
    end = count
    while end:
        made.append(words[begins[end] : end])
        end = begins[end]
    return made[::-1]


def _torn(before: str, after: str, small: _Small) -> float:
    """Return what it costs to break between two words."""
    word, following = before.strip("”\"'(«").casefold(), after.strip("”\"'(«»),.;:!?").casefold()
    if _PAUSES.search(before):
        return _PAUSE
    if word in small.leads | small.ands | small.joints | small.places or _NUMBER.match(before):
        return _TORN
    if following in small.joints:
        return _JOINT
    if following in small.places:
        return _PLACE
    if following in small.ands:
        return _AND
    return _NAME if _NUMBER.match(after) or (before[:1].isupper() and after[:1].isupper()) else _WORD
