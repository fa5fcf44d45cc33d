"""Keeping a register's schema in step with the program; Alembic is loaded only when there is work for it."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

import migrations
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database, refusals, server_policies
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.location import Location
from jobbpunkt.register.slots import AnyKeyFile


def create(engine: Engine) -> None:
    """Make the whole schema in an empty database."""
    _upgrade(engine)


def bring_up_to_date(place: Location, engine: Engine, keys: DataKeys, file: AnyKeyFile) -> None:
    """Upgrade an older register after a verified backup; refuse a newer one and a database that is no register."""
    found = database.schema_version(engine)
    if found == migrations.HEAD:
        return
    refuse_unknown(place, found)
    if place.login is not None:
        raise UserError(
            "The register on this server was made by an older version of Jobbpunkt. Ask who runs the server to bring it up to"
            " date: jobbpunkt migrate, with the login for upgrades in the address."
        )
    from jobbpunkt.register import verified_copy

    kept = verified_copy.before_upgrade(place, engine, keys.register, file)
    try:
        _upgrade(engine)
    except Exception as error:
        raise _not_upgraded(error, place, kept.path) from error


def _not_upgraded(error: Exception, place: Location, copy: Path) -> UserError:
    """Say why an upgrade stopped; all its steps are one transaction, so the register is what it was."""
    of_the_engine = isinstance(error, DBAPIError | sqlcipher.Error)
    if of_the_engine and not isinstance(error, IntegrityError):
        reason = refusals.sentence(error, place)
        if not isinstance(reason, refusals.Unforeseen):
            return reason
    return UserError(
        "{place} could not be brought up to date, because of an error in this version of the program ({code}). The register is"
        " unchanged: go on with the version you had, and tell support. A copy from before is {copy}.",
        place=place.text,
        code=type(getattr(error, "orig", error)).__name__,
        copy=copy,
    )


def refuse_unknown(place: Location, version: str | None) -> None:
    """Refuse a database that is no register, and a register that a newer program has made."""
    if version is None:
        raise UserError("{place} is not a Jobbpunkt register. Choose another.", place=place.text)
    if version != migrations.HEAD and version not in known_versions():
        raise UserError("The register was made by a newer version of Jobbpunkt. Update the program and open it again.")


def known_versions() -> frozenset[str]:
    """Return every schema version that this program can bring up to date."""
    from alembic.script import ScriptDirectory

    from migrations import runner

    return frozenset(script.revision for script in ScriptDirectory.from_config(runner.config()).walk_revisions())


def _upgrade(engine: Engine) -> None:
    from migrations import runner

    runner.upgrade(engine)
    with database.for_writing(engine).begin() as connection:
        server_policies.apply(connection)
        database.optimise(connection)
