"""Brackets in the bidirectional algorithm: both of a pair take one direction (rule N0)."""

from collections.abc import Iterator
from types import MappingProxyType

# Unicode's BidiBrackets.txt: an opening bracket, then the one that closes it.
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎"
    "⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_SAME_AS = MappingProxyType({"\u2329": "\u3008", "\u232a": "\u3009"})  # two that Unicode holds to be the same brackets
_CLOSED_BY = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = frozenset(_PAIRS[1::2])
_BRACKETS = frozenset(_PAIRS) | _SAME_AS.keys()
_MOST_OPEN = 63
_STRONG = {"L": "L", "R": "R", "E": "R", "N": "R"}


def resolved(run: str, original: str, signs: str, before: str, own: str) -> str:
    """Return the classes of a run with its brackets resolved.

    `original` are the classes before any rule, `before` is the direction before the run, `own` that of the run itself.
    """
    if _BRACKETS.isdisjoint(signs):
        return run
    now = list(run)
    for opening, closing in sorted(_pairs(run, signs)):
        found = _direction(now, opening, closing, before, own)
        if found:
            for bracket in (opening, closing):
                now[bracket] = found
                follow = bracket + 1
                while follow < len(now) and original[follow] == "m":
                    now[follow] = found
                    follow += 1
    return "".join(now)


def _pairs(run: str, signs: str) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(signs):
        if run[place] != "o":
            continue
        bracket = _SAME_AS.get(sign, sign)
        if bracket in _CLOSED_BY:
            if len(waiting) == _MOST_OPEN:
                return
            waiting.append((_CLOSED_BY[bracket], place))
        elif bracket in _CLOSING and any(closing == bracket for closing, _ in waiting):
            while waiting[-1][0] != bracket:
                waiting.pop()
            yield waiting.pop()[1], place


def _direction(now: list[str], opening: int, closing: int, before: str, own: str) -> str | None:
    inside = {_STRONG[letter] for letter in now[opening + 1 : closing] if letter in _STRONG}
    if own in inside or not inside:
        return own if inside else None
    context = next((_STRONG[letter] for letter in reversed(now[:opening]) if letter in _STRONG), before)
    return context if context in inside else own
