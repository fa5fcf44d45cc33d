"""That new keys are due: noted with whatever makes them so, and settled by the change of keys itself."""

from sqlalchemy import delete, func, insert, select

from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import RegisterInfo

_DUE = "rotation_due"


def note(uow: Writing) -> None:
    """Note that the keys must be new: somebody has left, lost a role or changed a password, or the recovery key was used."""
    if not is_noted(uow):
        uow.asking().execute(insert(RegisterInfo).values(key=_DUE, value=uow.clock.now().isoformat()))


def is_noted(uow: Reading) -> bool:
    """Tell whether new keys are due."""
    return bool(uow.asking().scalar(select(func.count()).select_from(RegisterInfo).where(RegisterInfo.key == _DUE)))


def settle(uow: Writing) -> None:
    """Note that the keys are new."""
    uow.asking().execute(delete(RegisterInfo).where(RegisterInfo.key == _DUE))
