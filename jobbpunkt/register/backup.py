"""Making backups, for who may, and those of every day, kept by a rule; beside each lies a receipt."""

import contextlib
from datetime import datetime
from pathlib import Path

import migrations
from jobbpunkt.base import files, unfinished
from jobbpunkt.base.clock import day_of
from jobbpunkt.register import location, pins, places, receipts, verified_copy
from jobbpunkt.register.keeping import Keep
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.receipts import Receipt


def make(register: Register, target: Path) -> verified_copy.Backup:
    """Back a register up into the file `target`, replacing an older backup of the same register.

    Nothing is changed when it cannot be made: no room, no permission, or a copy that does not equal the register.
    """
    register.user.require(Permission.MANAGE_REGISTER)
    return _made(register, files.target(target), scheduled=False)


def of_day(register: Register, folder: Path, keep: Keep) -> verified_copy.Backup | None:
    """Make the day's backup in `folder`, unless it is there, and take away those that the rule does not keep.

    It is made for whoever works on the computer where an administrator has chosen it; on a server by administrators only.
    """
    if register.location.is_server:
        register.user.require(Permission.MANAGE_REGISTER)
    files.demand_folder(folder)
    newest, made = last_good(register, folder), None
    if newest is None or day_of(newest) != register.clock.today():
        stem = register.location.path.stem if register.location.path is not None else "jobbpunkt"
        made = _made(register, folder / f"{stem}-{register.clock.now():%Y-%m-%dT%H%M%SZ}.jobbpunkt", scheduled=True)
    ours = [receipt for receipt in receipts.in_folder(folder, register.slots.read().register_id) if receipt.scheduled]
    gone = keep.superfluous(receipt.made_at for receipt in ours if receipt.is_there)
    for receipt in ours:
        if receipt.made_at in gone:
            _take_away(receipt)
    return made


def listed(register: Register, folder: Path) -> tuple[Receipt, ...]:
    """Return the receipts of the register's backups in a folder, newest first."""
    register.user.require(Permission.MANAGE_REGISTER)
    files.demand_folder(folder)
    return receipts.in_folder(folder, register.slots.read().register_id)


def last_good(register: Register, folder: Path) -> datetime | None:
    """Return when the newest backup in a folder was made that is there as it was made: to everybody, who may have to warn."""
    found = receipts.in_folder(folder, register.slots.read().register_id)
    return next((receipt.made_at for receipt in found if receipt.is_there), None)


def _made(register: Register, target: Path, *, scheduled: bool) -> verified_copy.Backup:
    file = register.slots.read()
    with unfinished.noted(target):
        with register.whole() as engine:
            made = verified_copy.of_register(register.location, engine, register.data_keys.register, file, target)
        pins.forget(location.parse(str(target)), file.register_id)  # of an older backup that was opened there
        standing = register.keyring.standing
        receipt = Receipt(
            made.path,
            file.register_id,
            register.clock.now(),
            register.user.login,
            made.rows,
            made.head,
            f"{standing.members.seen.n}:{standing.members.seen.head}" if standing is not None else "",
            migrations.HEAD,
            target.stat().st_size,
            scheduled,
        )
        try:
            receipt.write()
        except OSError as error:
            raise files.unwritable(receipts.place_of(target)) from error
    return made


def _take_away(receipt: Receipt) -> None:
    """Remove a backup, its receipt last: what a kill leaves is still listed, and taken away the next time."""
    with contextlib.suppress(OSError):
        places.remove(receipt.backup)
        pins.forget(location.parse(str(receipt.backup)), receipt.register_id)
        receipts.place_of(receipt.backup).unlink(missing_ok=True)
