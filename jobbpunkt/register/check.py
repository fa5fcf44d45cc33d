"""The health of a register: pages, references, history, signatures, records, schema, and that keys, members and pins fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

import migrations
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import agreement, chain, database, member_check, noted_head, signing, vouched
from jobbpunkt.register.chain import Head
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.members import NOTHING, Seen
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.soundness import broken_history, broken_pages, inventory, orphans
from jobbpunkt.register.vault import Opener, vault_of
from jobbpunkt.register.witnesses import Aside


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, one sentence each, and what was counted: `head` may be noted elsewhere and given to a later check.

    `remarks` are worth knowing, such as that a copy went its own way, and nothing that is wrong.
    """

    findings: tuple[UserError, ...]
    rows: int
    head: Head
    schema: str
    members: Seen = NOTHING
    remarks: tuple[UserError, ...] = ()


def check(register: Register, anchor: Head | None = None, backups: Iterable[Path] = ()) -> Checked:
    """Look through the whole register; with `anchor`, also whether the history still goes through that entry.

    It is compared with the receipts in the folders `backups` too, besides those that lie beside its file.
    """
    register.user.require(Permission.MANAGE_REGISTER)
    options = database.reading_options(register.engine)
    with in_words(register.location), register.whole() as engine, engine.execution_options(**options).connect() as connection:
        told = (
            *_of_database(connection),
            *_of_history(register, connection, anchor),
            *_of_signatures(register, connection),
            *_of_records(register, connection),
            *member_check.findings(register, connection, backups),
        )
        counted = inventory(connection)
        version = database.version_in(connection)
    standing = register.keyring.standing
    members = standing.members.seen if standing is not None else NOTHING
    remarks = tuple(one for one in told if isinstance(one, Aside))
    findings = tuple(one for one in told if not isinstance(one, Aside))
    return Checked(findings, sum(counted.rows.values()), counted.head, version or "", members, remarks)


def _of_database(connection: Connection) -> Iterator[UserError]:
    if pages := broken_pages(connection):
        yield UserError("Damaged pages of the file: {count}. Restore the register from a backup.", count=pages)
    if rows := orphans(connection):
        yield UserError("Records that refer to what is not there: {count}. Restore the register from a backup.", count=rows)
    version = database.version_in(connection)
    if version != migrations.HEAD:
        yield UserError(
            "The register has version {found}, but this program needs version {wanted}. Close the register and open it again.",
            found=version,
            wanted=migrations.HEAD,
        )


def _of_history(register: Register, connection: Connection, anchor: Head | None) -> Iterator[UserError]:
    protected = vault_of(register.data_keys).protected
    number = broken_history(connection, Opener(protected, may=True) if protected.open_to_user else None)
    if number is not None:
        yield UserError(
            "The history does not fit together from row {number} on: somebody has changed it. Compare the"
            " register with a backup.",
            number=number,
        )
    if anchor is not None and not noted_head.goes_through(Session(connection), anchor):
        yield UserError(
            "The history is not the one noted at row {number}: it has been cut or rewritten. Compare it with a backup.",
            number=anchor.number,
        )


def _of_signatures(register: Register, connection: Connection) -> Iterator[UserError]:
    """Follow the signatures of the history, those that this computer has not followed before."""
    file, place = register.slots.read(), register.location
    if not isinstance(file, KeyFile):
        return
    since = vouched.read(place, file.register_id)
    if not chain.goes_through(Session(connection), since):
        since = Head(0, chain.START)
    found = signing.verify(connection, file, since)
    if found.unfit is None:
        vouched.keep(place, file.register_id, found.until)
    else:
        yield UserError(
            "From row {number} on, the history is not signed by the person it names: it was written outside the"
            " program. Compare the register with a backup, and find out who can write to it.",
            number=found.unfit,
        )


def _of_records(register: Register, connection: Connection) -> Iterator[UserError]:
    for one in agreement.disagreements(connection, vault_of(register.data_keys)):
        yield UserError(
            "Records in {table} that are not as the history says: {count}, such as {example}. They were changed outside the "
            "program. Compare the register with a backup.",
            table=one.noun,
            count=one.count,
            example=one.example,
        )
