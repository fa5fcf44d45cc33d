"""Boxes laid on pages: how many, and none that ends nearly empty when a little less room between things helps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobbpunkt.documents.pdf.boxes import Box, filled, height_of, keep_followers
from jobbpunkt.documents.pdf.drawn import Break

_SQUEEZED = (0.95, 0.9)  # what gaps may be multiplied with, the least change first
_LEAST = 1 / 3  # of the last page
_LEAST_BEFORE = 0.5  # of the page before, when something moves over from it that is no section
_LEAST_AT_ALL = 0.2  # of the last page, where no third can be had
_LEAST_INSIDE = 0.4  # of a page between others
_SHORTER = tuple(part / 100 for part in range(95, 55, -5))  # of the page before, tried in turn


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page from its top, and what the gaps between are multiplied with."""

    boxes: list[Box]
    squeeze: float = 1.0


def laid(boxes: Sequence[Box], width: float, height: float) -> list[Page]:
    """Return the pages; the last one before a break and the last of all are a third full where that can be."""
    keep_followers(boxes)
    return [page for part in _between_breaks(boxes) for page in _laid(part, width, height)] or [Page([])]


def _laid(boxes: Sequence[Box], width: float, height: float) -> list[Page]:
    pages = _pages(boxes, width, height, 1.0)
    if not _ends_thin(pages, width, height):
        return [Page(page) for page in _evened(boxes, pages, width, height)]
    for squeeze in _SQUEEZED:
        tighter = _pages(boxes, width, height, squeeze)
        if len(tighter) < len(pages):
            return [Page(page, squeeze) for page in tighter]
    return [Page(page) for page in _moved_over(boxes, pages, width, height) or _ended_early(boxes, pages, width, height) or pages]


def _pages(
    boxes: Sequence[Box], width: float, height: float, squeeze: float, rooms: Mapping[int, float] | None = None
) -> list[list[Box]]:
    """Return what stands on each page; `rooms` says which pages have another height."""
    pages: list[list[Box]] = []
    rest = list(boxes)
    while rest:
        page, rest = filled(rest, width, (rooms or {}).get(len(pages), height), fresh=True, squeeze=squeeze)
        if not page:  # nothing can make it smaller: it stands alone
            page, rest = rest[:1], rest[1:]
        pages.append(page)
    return pages


def _evened(boxes: Sequence[Box], pages: list[list[Box]], width: float, height: float) -> list[list[Box]]:
    """End the page before one that is nearly empty earlier: what follows that one stays whole, and had no room on it."""
    for place in range(1, len(pages) - 1):
        if height_of(pages[place], width) >= height * _LEAST_INSIDE:
            continue
        for part in _SHORTER:
            made = _pages(boxes, width, height, 1.0, {place - 1: height * part})
            if len(made) != len(pages) or height_of(made[place - 1], width) < height * _LEAST_INSIDE:
                break
            if height_of(made[place], width) >= height * _LEAST_INSIDE:
                pages = made
                break
    return pages


def _between_breaks(boxes: Sequence[Box]) -> list[list[Box]]:
    parts: list[list[Box]] = [[]]
    for box in boxes:
        if isinstance(box, Break):
            parts.append([])
        else:
            parts[-1].append(box)
    return [part for part in parts if part]


def _ends_thin(pages: Sequence[list[Box]], width: float, height: float) -> bool:
    return len(pages) > 1 and height_of(pages[-1], width) < height * _LEAST


def _moved_over(boxes: Sequence[Box], pages: list[list[Box]], width: float, height: float) -> list[list[Box]] | None:
    """Move the last section of the page before, or the last thing on it, over to a last page that is nearly empty."""
    before = pages[-2]
    known = {id(box): place for place, box in enumerate(boxes)}  # what was parted between the pages is laid whole again
    cuts = [place for place in range(len(before) - 1, 0, -1) if not before[place - 1].keep]
    sections = [place for place in cuts if before[place].is_start]
    # A section that leaves half a page behind it, else anything that does, else a section that leaves a third.
    tried = [(_LEAST_BEFORE, sections), (_LEAST_BEFORE, cuts), (_LEAST, sections)]
    for least, place in ((least, place) for least, places in tried for place in places):
        moved = _rest(boxes, known.get(id(before[place])), width, height)
        fits = height * _LEAST <= height_of(moved, width) <= height
        if fits and height_of(before[:place], width) >= height * least:
            return [*pages[:-2], before[:place], moved]
    return None


def _ended_early(boxes: Sequence[Box], pages: list[list[Box]], width: float, height: float) -> list[list[Box]] | None:
    """End the page before a little earlier, inside a table or a text too, so that some more stands on the last one."""
    if height_of(pages[-1], width) >= height * _LEAST_AT_ALL:
        return None
    for part in _SHORTER:
        made = _pages(boxes, width, height, 1.0, {len(pages) - 2: height * part})
        if len(made) == len(pages) and height_of(made[-1], width) >= height * _LEAST_AT_ALL:
            return made
    return None


def _rest(boxes: Sequence[Box], start: int | None, width: float, height: float) -> list[Box]:
    """Return what stands on one page from a box on; nothing when it is only half a box, or takes more than a page."""
    pages = _pages(boxes[start:], width, height, 1.0) if start is not None else []
    return pages[0] if len(pages) == 1 else []
