"""The whole table: which services have a door, who may go through it, and which are reached only through others."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from jobbpunkt.base.errors import NotAllowed, NotFound, UserError
from tests import permissions
from tests.permissions.desk import WHO, Desk, Door
from tests.permissions.services import takes_register
from tests.registers import Enough

# One module for each part of the work, of_plans for instance.
PARTS = tuple(
    import_module(f"{permissions.__name__}.{found.name}")
    for found in pkgutil.iter_modules(permissions.__path__)
    if found.name.startswith("of_")
)
DOORS: dict[str, tuple[Door, ...]] = {name: doors for part in PARTS for name, doors in part.DOORS.items()}
INNER: dict[str, str] = {name: reason for part in PARTS for name, reason in part.INNER.items()}


def faults(desk: Desk, name: str) -> Iterator[str]:
    """Try every door of a service as every colleague; yield in words what was not as the table says."""
    tried = ((number, door, who) for number, door in enumerate(DOORS[name], 1) for who in WHO)
    return (f"{name} {number} as {who}: {told}" for number, door, who in tried if (told := _fault(desk, name, door, who)))


def _fault(desk: Desk, name: str, door: Door, who: str) -> str | None:
    refusals = (NotAllowed, NotFound) if door.hides else NotAllowed
    try:
        _enter(desk, name, door, who)
    except refusals as error:
        return f"refused, {error}" if who in door.who else None
    except UserError as error:
        return None if door.fails and who in door.who else f"neither allowed nor refused, {error!r}"
    except Exception as error:  # noqa: BLE001 - whatever else comes is a fault of the table or of the service
        return f"neither allowed nor refused, {error!r}"
    return None if who in door.who else "allowed"


def _enter(desk: Desk, name: str, door: Door, who: str) -> None:
    """Call a service and leave nothing; a refusal that comes after something was written is no refusal."""
    register = desk.registers[who]
    if takes_register(name):
        door.call(register, desk)
        return
    try:
        with register.writing() as uow:
            try:
                door.call(uow, desk)
            except (NotAllowed, NotFound) as error:
                if uow.change_of(register.user.id, "").nouns:
                    raise AssertionError("something was written before it was refused") from error
                raise
            uow.flush()
            raise Enough
    except Enough:
        return
