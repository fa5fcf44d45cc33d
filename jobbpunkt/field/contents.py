"""What a field file holds to bring home, read through the same door as any register."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.field.here import GROWING, parts
from jobbpunkt.register import location, places, soundness
from jobbpunkt.register.arriving import FIELD_FILE, HOME, is_field
from jobbpunkt.register.keys import RECOVERY_LOGIN
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.refusals import Damaged, in_words
from models.account import RegisterInfo
from models.on_site import FieldFile

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contents:
    """What was written in a field file since it was made, by table, in the order in which it was written.

    `parts` are what it may be of, by id, each with what it is known by.
    """

    home: str
    id: UUID
    rows: dict[str, list[Row]]
    parts: dict[UUID, tuple[Any, ...]]


def read(where: Path, password: str, clock: Clock) -> Contents:
    """Return what a field file has to bring home; UserError for a file that is damaged, that is none, or a wrong password."""
    place = location.parse(str(where))
    try:
        slots = places.slot_store(place).read().slots
        login = next((slot.login for slot in slots if slot.cost is not None and slot.login != RECOVERY_LOGIN), "")
        field = Register.open(str(where), Credentials(login, password), clock)
    except Damaged as error:
        raise _not_whole(where) from error  # of a field file there is no backup: what it has lies where it was counted in
    try:
        with in_words(place), field.reading() as uow:
            facts = {fact.key: fact.value for fact in uow.session.scalars(select(RegisterInfo))}
            if not is_field(facts):
                raise UserError("{file} is a register, and no field file. Choose the field file.", file=where.name)
            if soundness.broken_pages(uow.asking()):
                raise _not_whole(where)
            rows = {model.__tablename__: _rows(uow.asking(), model) for model in GROWING}
            known = parts(uow, uow.get(FieldFile, UUID(facts[FIELD_FILE])).campaign_id)
    finally:
        field.close()
    return Contents(facts[HOME], UUID(facts[FIELD_FILE]), rows, known)


def _not_whole(where: Path) -> UserError:
    return UserError(
        "The field file {file} is damaged, or the wrong key file lies beside it. Copy both whole from the computer where it was"
        " counted in, and try again.",
        file=where.name,
    )


def _rows(connection: Any, model: Any) -> list[Row]:
    table = model.__table__
    query = select(*table.columns).where(table.c.field_file_id.is_(None)).order_by(table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]
