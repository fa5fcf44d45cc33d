"""Programmes such as Kvinna för Bäckby: their period with its extensions, and who takes part."""

from jobbpunkt.programmes.data import Extension, Participation, Place, ProgrammeView
from jobbpunkt.programmes.fields import ProgrammeData
from jobbpunkt.programmes.reading import find, participants, places, programmes
from jobbpunkt.programmes.writing import (
    change,
    change_extension,
    change_participation,
    create,
    enrol,
    extend,
    remove_extension,
    remove_participation,
    state_participants,
)

__all__ = [
    "Extension",
    "Participation",
    "Place",
    "ProgrammeData",
    "ProgrammeView",
    "change",
    "change_extension",
    "change_participation",
    "create",
    "enrol",
    "extend",
    "find",
    "participants",
    "places",
    "programmes",
    "remove_extension",
    "remove_participation",
    "state_participants",
]
