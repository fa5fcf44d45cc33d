"""Which way each sign of a line runs, by the Unicode bidirectional algorithm (steps of python-bidi)."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from bidi import algorithm, mirror

Part = TypeVar("Part")


def base_level(text: str) -> int:
    """Return 1 for a paragraph that begins, by its first strong letter, from the right; else 0."""
    return int(algorithm.get_base_level(text))


def levels(text: str, base: int) -> list[int]:
    """Return the level of each sign (odd runs right to left); signs that the algorithm drops follow their neighbour."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for place, sign in enumerate(storage["chars"]):
        sign["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    known = {sign["place"]: int(sign["level"]) for sign in storage["chars"]}
    result: list[int] = []
    for place in range(len(text)):
        result.append(known.get(place, result[-1] if result else base))
    return result


def _pair_brackets(storage: dict[str, Any]) -> None:
    """Give both brackets of a pair one direction (rule N0, which python-bidi leaves out)."""
    for run in storage["runs"]:
        signs = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in sorted(_pairs(signs)):
            found = _bracket_direction(signs, opening, closing, run["sor"])
            if found:
                signs[opening]["type"] = signs[closing]["type"] = found


def _pairs(signs: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for place, sign in enumerate(signs):
        kind = unicodedata.category(sign["ch"]) if sign["type"] == "ON" else ""
        if kind == "Ps":
            waiting.append((mirror.MIRRORED.get(sign["ch"], ""), place))
        elif kind == "Pe" and any(closing == sign["ch"] for closing, _ in waiting):
            while waiting[-1][0] != sign["ch"]:
                waiting.pop()
            yield waiting.pop()[1], place


def _bracket_direction(signs: Sequence[dict[str, Any]], opening: int, closing: int, before_run: str) -> str | None:
    own = "LR"[signs[opening]["level"] % 2]
    inside = set(filter(None, map(_strong, signs[opening + 1 : closing])))
    if own in inside or not inside:
        return own if inside else None
    before = next(filter(None, map(_strong, reversed(signs[:opening]))), before_run)
    return before if before in inside else own


def _strong(sign: dict[str, Any]) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(sign["type"])


def in_visual_order(parts: Sequence[Part], level: Callable[[Part], int]) -> list[Part]:
    """Return the parts of one line from left to right (rule L2)."""
    order = list(parts)
    found = [level(part) for part in order]
    for step in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[end] >= step:
                end += 1
            order[start:end], found[start:end] = order[start:end][::-1], found[start:end][::-1]
            start = end + 1
    return order
