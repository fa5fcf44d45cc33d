"""What a signed-in user holds: their data keys, who they are in the chain of members, and where the key file is kept."""

from dataclasses import dataclass

from jobbpunkt.register.identity import Identity
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.members import Members
from jobbpunkt.register.slots import SlotStore


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """Who somebody is in the chain of members, and the chain as they last verified it. Has no readable repr."""

    identity: Identity
    members: Members


@dataclass(frozen=True, slots=True, repr=False)
class Keyring:
    """The keys in use and the key file that handed them out. Has no readable repr, so no key is ever logged.

    There is no standing in a register whose key file is of format 1 still.
    """

    keys: DataKeys
    slots: SlotStore
    standing: Standing | None = None
