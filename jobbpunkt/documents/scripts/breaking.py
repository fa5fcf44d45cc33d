"""Where a line of text may break: at blanks, after the word marks of Ethiopic, between the words of Thai."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from jobbpunkt.documents.scripts.direction import own_order

_WORDS = re.compile(" +|[^ ]+")
_ETHIOPIC = re.compile("(?<=[\u1361\u1362])(?=[^\u1361\u1362])")
_THAI = re.compile("[\u0e00-\u0e7f]+")
_THAI_PREFIXES = frozenset({"ผู้", "การ", "ความ"})  # they make a noun of the next word, and say nothing at the end of a line
# Words of papers that the dictionary takes apart.
_THAI_WHOLE = frozenset({"เข้าร่วม", "เกี่ยวกับ", "ลงทะเบียน", "กู้คืน", "พูดคุย", "หน่วยงาน", "รหัสผ่าน", "ว่างงาน", "ลายมือชื่อ", "ล่าสุด"})
_LONGEST_NUMBER = 24  # signs; longer rows of digits may break at their blanks


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each part between two places where a line may break; blanks are parts of their own."""
    for match in _WORDS.finditer(_with_whole_numbers(text)):
        start, end = match.span()
        cuts = {start, end, *(cut.start() for cut in _ETHIOPIC.finditer(text, start, end))}
        for thai in _THAI.finditer(text, start, end):
            cuts.update(_between_thai_words(thai[0], thai.start()))
        yield from pairwise(sorted(cuts))


def _with_whole_numbers(text: str) -> str:
    """Return the text, as long as it was, with blanks that do not break inside numbers: a telephone number is one word."""
    wholes = list(text)
    for match in own_order(text):
        if " " in match[0] and len(match[0]) <= _LONGEST_NUMBER:
            wholes[match.start() : match.end()] = match[0].replace(" ", "\xa0")
    return "".join(wholes)


def _between_thai_words(text: str, start: int) -> Iterator[int]:
    import thaibreak  # here, since its dictionary is only for those who print Thai

    parts = thaibreak.lines(text, "\u200b").split("\u200b")
    ends = accumulate(map(len, parts), initial=start)
    next(ends)
    for (part, following), end in zip(pairwise(parts), ends, strict=False):
        if part not in _THAI_PREFIXES and part + following not in _THAI_WHOLE:
            yield end
