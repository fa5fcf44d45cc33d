"""Bringing a field file home: it is read first, by its own password, and then merged in one transaction."""

from pathlib import Path

from jobbpunkt.field import contents
from jobbpunkt.field.merging import Brought, merge
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission


def bring_home(register: Register, where: Path, password: str) -> Brought:
    """Merge what was counted in a field file into the register; the file stays as it is."""
    register.user.require(Permission.EDIT_CAMPAIGNS)
    found = contents.read(where, password, register.clock)
    with register.writing() as uow:
        return merge(uow, found)
