"""The base of every table: identity, version counter and how Python types are stored on both engines."""

import enum
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Enum, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from models.types import Instant, Sealable, SealedText, Structured, Worded

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table of the register."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Worded(),
        datetime: Instant(),
        SealedText: Sealable(),
        dict[str, Any]: Structured(),
        list[str]: JSON(),
        enum.Enum: Enum(
            enum.Enum, native_enum=False, create_constraint=False, length=40, values_callable=lambda kind: [m.value for m in kind]
        ),
    }


class Record(Base):
    """A mutable record: a UUIDv7 made by the program, and a version counter that refuses stale saves."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        """Let SQLAlchemy check and raise the version in every UPDATE and DELETE."""
        return {"version_id_col": cls.version}
