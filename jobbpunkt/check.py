"""The health of a register: pages, references, history, schema, and that the key slots fit the users."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

import migrations
from jobbpunkt import chain, database
from jobbpunkt.chain import Head
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.keys import RECOVERY_LOGIN
from jobbpunkt.permissions import Permission, keys_of
from jobbpunkt.refusals import told
from jobbpunkt.register import Register
from jobbpunkt.slots import SlotSet, beside, read_copy
from jobbpunkt.soundness import broken_history, broken_pages, inventory, orphans
from models.account import User
from models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, one sentence each, and what was counted: `head` may be noted elsewhere and given to a later check."""

    findings: tuple[UserError, ...]
    rows: int
    head: Head
    schema: str


def check(register: Register, anchor: Head | None = None) -> Checked:
    """Look through the whole register; with `anchor`, also whether the history still goes through that entry."""
    if not register.user.may(Permission.MANAGE_REGISTER):
        raise NotAllowed("Your role does not allow this. Ask an administrator if you need it for your work.")
    options = database.reading_options(register.engine)
    with told(register.location), register.engine.execution_options(**options).connect() as connection:
        findings = (*_of_database(connection), *_of_history(connection, anchor), *_of_slots(register, connection))
        counted = inventory(connection)
        version = database.version_in(connection)
    return Checked(findings, sum(counted.rows.values()), counted.head, version or "")


def _of_database(connection: Connection) -> Iterator[UserError]:
    if pages := broken_pages(connection):
        yield UserError("Damaged pages of the file: {count}. Restore the register from a backup.", count=pages)
    if rows := orphans(connection):
        yield UserError("Records that refer to what is not there: {count}. Restore the register from a backup.", count=rows)
    version = database.version_in(connection)
    if version != migrations.HEAD:
        yield UserError(
            "The schema version is {found}, not {wanted}. Open the register again.", found=version, wanted=migrations.HEAD
        )


def _of_history(connection: Connection, anchor: Head | None) -> Iterator[UserError]:
    number = broken_history(connection)
    if number is not None:
        yield UserError(
            "The history does not fit together from entry {number} on: it has been changed. Compare the register with a backup.",
            number=number,
        )
    if anchor is not None and not chain.goes_through(Session(connection), anchor):
        yield UserError(
            "The history is not the one noted at entry {number}: it has been cut or rewritten. Compare it with a backup.",
            number=anchor.number,
        )


def _of_slots(register: Register, connection: Connection) -> Iterator[UserError]:
    slots = register.slots.read()
    yield from _of_slot_files(register, slots)
    users = connection.execute(select(User.login, User.roles).where(User.active))
    known = {row.login: frozenset(map(Role.of, row.roles)) for row in users}
    for login, roles in sorted(known.items()):
        slot = slots.find(login)
        if slot is None or set(slot.sealed) != keys_of(roles):
            yield UserError("The keys of the user {login} do not fit their roles. Reset their password.", login=login)
    for slot in slots.slots:
        if slot.login not in known and slot.login != RECOVERY_LOGIN:
            yield UserError(
                "There are keys for {login}, who may not sign in. Reset their password, then shut them out.", login=slot.login
            )


def _of_slot_files(register: Register, slots: SlotSet) -> Iterator[UserError]:
    path = register.location.path
    for copy in beside(path) if path is not None else ():
        if read_copy(copy) is None:
            yield UserError(
                "The copy {path} of the key file is damaged or missing. Change your password, which renews it.", path=copy
            )
    try:
        slots.demand_proof(register.data_keys.register)
    except UserError as error:
        yield error
