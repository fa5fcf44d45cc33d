"""Training: what a programme trains in, and how far each participant has come, with the way there."""

from jobbpunkt.training.curriculum import add, begin, change, move, remove
from jobbpunkt.training.data import Matrix, Noted, Standing, Trainee, Unit
from jobbpunkt.training.fields import UnitData
from jobbpunkt.training.noting import clear, level_of, note
from jobbpunkt.training.reading import matrix, units, way

__all__ = [
    "Matrix",
    "Noted",
    "Standing",
    "Trainee",
    "Unit",
    "UnitData",
    "add",
    "begin",
    "change",
    "clear",
    "level_of",
    "matrix",
    "move",
    "note",
    "remove",
    "units",
    "way",
]
