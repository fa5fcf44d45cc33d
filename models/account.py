"""Users, and what the register knows of itself."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Record


class User(Record):
    """Somebody who signs in; the password and the keys live in the key slots, not here."""

    __tablename__ = "user_account"

    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    roles: Mapped[list[str]]
    active: Mapped[bool] = mapped_column(default=True)


class RegisterInfo(Base):
    """A fact about the register itself: its identity, when it was made, the demo's day."""

    __tablename__ = "register_info"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class KeySlots(Base):
    """The key slots of a server register; a register file keeps them in a file beside it instead.

    Holds only sealed and wrapped keys: nothing in it opens anything without a password or the recovery key.
    """

    __tablename__ = "key_slots"

    id: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]]
