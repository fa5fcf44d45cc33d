"""Users, and what the register knows of itself."""

from typing import Any

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Record


class User(Record):
    """Somebody who signs in; the password and the keys live in the key slots, not here. The telephone stands on papers."""

    __tablename__ = "user_account"

    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    roles: Mapped[list[str]]
    active: Mapped[bool] = mapped_column(default=True)
    phone: Mapped[str] = mapped_column(default="", server_default="")


class RegisterInfo(Base):
    """A fact about the register itself: its identity, when it was made, the demo's day."""

    __tablename__ = "register_info"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class OlderKey(Base):
    """A data key of an earlier epoch, wrapped under today's of the same name: the history holds what it sealed."""

    __tablename__ = "older_key"

    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(primary_key=True)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary())


class KeySlots(Base):
    """The key slots of a server register; a register file keeps them in a file beside it instead.

    Holds only sealed and wrapped keys: nothing in it opens anything without a password or the recovery key.
    """

    __tablename__ = "key_slots"

    id: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]]
