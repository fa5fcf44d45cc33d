"""Promises: all that one person and their coach have said they will do, in meetings and in plans, on one page."""

from jobbpunkt.promises.data import Promise, Standing, seen
from jobbpunkt.promises.on_paper import document, note_printed
from jobbpunkt.promises.reading import health_of_person, of_person, with_health
from jobbpunkt.promises.writing import move, tick

__all__ = [
    "Promise",
    "Standing",
    "document",
    "health_of_person",
    "move",
    "note_printed",
    "of_person",
    "seen",
    "tick",
    "with_health",
]
