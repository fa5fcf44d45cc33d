"""The numbers that the rules of small groups are made of, and which units are about persons."""

from models.vocabulary import Unit

SMALLEST_SHOWN = 5
LEAST_BASE = 10  # persons that a share may be of
# Documents, views, occasions, hours and organisations are no persons: how many there are tells of nobody.
PERSONS = frozenset({Unit.PERSONS, Unit.VISITORS})


def is_of_few(so: int, of: int) -> bool:
    """Tell whether a share is of too few to be told, or tells of a few, of all or of none that they are so."""
    return of < LEAST_BASE or so in (0, of) or is_small(so) or is_small(of - so)


def is_small(value: int) -> bool:
    """Tell whether a number of persons is too small to show."""
    return 0 < value < SMALLEST_SHOWN
