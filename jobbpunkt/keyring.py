"""What a signed-in user holds: their data keys, and where the register's key slots are kept."""

from dataclasses import dataclass

from jobbpunkt.keys import DataKeys
from jobbpunkt.slots import SlotStore


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """The keys in use and the slots that handed them out. Has no readable repr, so no key is ever logged."""

    keys: DataKeys
    slots: SlotStore
