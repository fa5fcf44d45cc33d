"""What is asked of any paper beside its own look, each by itself or together: easy to read, large print, black and white."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from jobbpunkt.documents.looks import BLACK, EASY, LARGE, LOOKS, Look

_BETWEEN = ","


def parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the look that a name such as `cv-plain,large,black` begins with, if any, and the switches in it, in their order."""
    names = [one.strip() for one in name.split(_BETWEEN) if one.strip()]
    own = next((one for one in names if one not in SWITCHES), "")
    return own, tuple(one for one in SWITCHES if one in names)


def named(own: str, switches: Iterable[str]) -> str:
    """Return the name of a look with switches, always in the same order."""
    chosen = set(switches)
    return _BETWEEN.join(filter(None, [own, *(one for one in SWITCHES if one in chosen)]))


def look_of(name: str, own: Look) -> Look:
    """Return the look of a name; a paper's `own` where it names no other."""
    other, switches = parted(name)
    return switched(LOOKS[other] if other else own, switches)


def switched(look: Look, switches: Iterable[str]) -> Look:
    """Return a look with all that was asked for."""
    for one in switches:
        look = SWITCHES[one](look)
    return look


def _easy(look: Look) -> Look:
    return replace(
        look,
        sizes=EASY.sizes,
        leading=EASY.leading,
        sheet=EASY.sheet,
        spacing=EASY.spacing,
        has_columns=False,
        measure=EASY.measure,
    )


def _large(look: Look) -> Look:
    return replace(look, sizes=LARGE.sizes, leading=LARGE.leading, sheet=LARGE.sheet, spacing=LARGE.spacing, has_columns=False)


def _black(look: Look) -> Look:
    return replace(look, colours=BLACK.colours)


# What is larger than easy reading needs comes after it, and keeps its short lines.
SWITCHES: Mapping[str, Callable[[Look], Look]] = MappingProxyType({EASY.name: _easy, LARGE.name: _large, BLACK.name: _black})
