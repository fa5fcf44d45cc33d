"""Which epoch of keys a register is in, as it says itself: with those of an earlier one nobody may write."""

from sqlalchemy import Connection, delete, insert, select

from jobbpunkt.base.errors import UserError
from models.account import RegisterInfo

_EPOCH = "epoch"


def keep(connection: Connection, epoch: int) -> None:
    """Say which epoch the register is in."""
    connection.execute(delete(RegisterInfo).where(RegisterInfo.key == _EPOCH))
    connection.execute(insert(RegisterInfo), [{"key": _EPOCH, "value": str(epoch)}])


def demand(connection: Connection, epoch: int) -> None:
    """Refuse whoever still holds keys of another epoch."""
    found = connection.scalar(select(RegisterInfo.value).where(RegisterInfo.key == _EPOCH))
    if (found or "1") != str(epoch):
        raise renewed()


def renewed() -> UserError:
    """Return the refusal for keys that are not today's any more."""
    return UserError("The register has new keys since you signed in. Sign in again; what you typed is kept.")
