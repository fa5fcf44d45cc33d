"""Field files: a campaign in an encrypted file of its own, to count in without a network and bring home."""

from jobbpunkt.field.bringing import bring_home
from jobbpunkt.field.files import FieldFileRow, forget, rows
from jobbpunkt.field.here import Here, here
from jobbpunkt.field.making import Made, make
from jobbpunkt.field.merging import Brought, Conflict, Refused
from jobbpunkt.field.telling import sentences

__all__ = [
    "Brought",
    "Conflict",
    "FieldFileRow",
    "Here",
    "Made",
    "Refused",
    "bring_home",
    "forget",
    "here",
    "make",
    "rows",
    "sentences",
]
