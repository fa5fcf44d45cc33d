"""Everything in a register that is sealed, where it stands and what it says."""

from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, String, inspect, select

from jobbpunkt import plans
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.vault import Vault, is_sealed
from jobbpunkt.register.veil import plain_table
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.tables import metadata
from models.vocabulary import Protection
from tests.services.test_plans_secrecy import secret_plan

Place = tuple[str, UUID, str]
HIDDEN = PersonData("Noor", "Gömd", protection=Protection.CONFIDENTIALITY_MARKING)


def stored(register: Register) -> dict[Place, Any]:
    """Return every sealed value as it is stored, outside the history."""
    found: dict[Place, Any] = {}
    with register.reading() as uow:
        now = inspect(uow.session.connection())  # a register may be of an older schema
        there = {name: {one["name"] for one in now.get_columns(name)} for name in now.get_table_names()}
        for table in metadata().sorted_tables:
            if table.name == "history_entry" or "id" not in table.c or table.name not in there:
                continue
            plain = plain_table(table.name)
            texts = (one for one in plain.c if isinstance(one.type, String | LargeBinary))
            columns = [one for one in texts if one.name in there[table.name]]
            for row in uow.session.execute(select(plain.c.id, *columns)).mappings():
                values = {column.name: row[column] for column in columns}
                sealed = {name: value for name, value in values.items() if isinstance(value, str | bytes) and is_sealed(value)}
                found |= {(table.name, row["id"], name): value for name, value in sealed.items()}
    return found


def said(register: Register) -> dict[Place, Any]:
    """Return every sealed value outside the history as it says when it is opened."""
    with register.reading() as uow:
        return {place: opened(uow.vault, place, value) for place, value in stored(register).items()}


def opened(vault: Vault, place: Place, value: Any) -> Any:
    """Return one value opened with the key that its mark names."""
    table, row, column = place
    safe, where = vault.safe_of(value), {"table": table, "row": row, "column": column}
    assert safe is not None
    opening: Any = safe.open_bytes if isinstance(value, bytes) else safe.open
    return opening(value, **where)


def fill(register: Register, words: Words) -> None:
    """Put into a register what both keys seal: an adopted plan for better health, and a protected person's CV."""
    _, plan_id = secret_plan(register)
    with register.writing() as uow:
        plans.adopt(uow, plan_id=plan_id, version=plans.view(uow, plan_id).version, words=words)
    with register.writing() as uow:
        cvs.create(uow, NewWritten(details.create(uow, HIDDEN).record, "CV"))
