"""Hiding small groups of a total, and with them as many others as it takes that nothing follows by subtraction.

Who knows the rule and the total can then say of a hidden number no more than that it lies between one (or none, in a part) and at
least five; and where more than a total can be shown so, not even to within four how large it is.
"""

from collections.abc import Callable, Collection, Mapping

from jobbpunkt.disclosure.rules import SMALLEST_SHOWN

Hidden = Mapping[str, int | None]


def protect(counts: Mapping[str, int], outer: Hidden | None = None, also: Collection[str] = ()) -> dict[str, int | None] | None:
    """Return the counts with None for what must be hidden, or None when no number can be shown; `also` are hidden in any case.

    `outer` is what is shown of those whom these are among: a group hidden there is hidden here, and a group of whom nobody is
    here, or all but a few, is told as hidden, since that says something about each of them.
    """
    if outer is None:
        least, present = 1, {key: value for key, value in counts.items() if value > 0}
    else:
        least, present = 0, {key: counts.get(key, 0) for key in {*outer, *(key for key, value in counts.items() if value > 0)}}
    hidden = {key for key, value in present.items() if key in also or value < SMALLEST_SHOWN}
    if outer is not None:
        hidden |= {key for key, value in present.items() if _tells_of_rest(value, outer.get(key))}
    found = _with_others(present, hidden, least, _is_vague)
    found = _with_others(present, hidden, least, _is_safe) if found is None else found
    return None if found is None else {key: None if key in found else value for key, value in present.items()}


def _with_others(
    present: Mapping[str, int], hidden: Collection[str], least: int, enough: Callable[[list[int], int], bool]
) -> set[str] | None:
    """Return what to hide besides until it is enough, the smallest first; None where nothing would be left."""
    found, shown = set(hidden), sorted((key for key in present if key not in hidden), key=lambda key: (present[key], key))
    while found and shown and not enough([present[key] for key in found], least):
        found.add(shown.pop(0))
    return None if found and not shown else found


def _tells_of_rest(value: int, of: int | None) -> bool:
    return of is None or of - value < SMALLEST_SHOWN


def _is_safe(hidden: list[int], least: int) -> bool:
    """Tell whether hidden numbers, each `least` or more, could each be as large as the smallest shown, given their sum.

    One number alone never is: its sum is itself.
    """
    return len(hidden) > 1 and sum(hidden) - least * (len(hidden) - 1) >= SMALLEST_SHOWN


def _is_vague(hidden: list[int], least: int) -> bool:
    """Tell whether nobody could say of any of them, given their sum, how large it is to within four."""
    most = sum(hidden) - least * (len(hidden) - 1)
    return len(hidden) > 1 and all(most - one >= SMALLEST_SHOWN or one - least >= SMALLEST_SHOWN for one in hidden)
