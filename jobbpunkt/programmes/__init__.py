"""Programmes such as Kvinna för Bäckby: their period with its extensions, and who takes part."""

from jobbpunkt.programmes.data import Extension, Participation, Place, ProgrammePartner, ProgrammeView
from jobbpunkt.programmes.fields import ProgrammeData
from jobbpunkt.programmes.partners import add_partner, change_partner, remove_partner
from jobbpunkt.programmes.reading import described, find, participants, partners, places, programmes
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
    "ProgrammePartner",
    "ProgrammeView",
    "add_partner",
    "change",
    "change_extension",
    "change_participation",
    "change_partner",
    "create",
    "described",
    "enrol",
    "extend",
    "find",
    "participants",
    "partners",
    "places",
    "programmes",
    "remove_extension",
    "remove_participation",
    "remove_partner",
    "state_participants",
]
