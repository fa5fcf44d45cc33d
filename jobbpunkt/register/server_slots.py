"""Key slots of a server register: one row that anyone who can connect may read, for it opens nothing by itself."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.slots import DAMAGES, AnyKeyFile, decode, encode
from models.account import KeySlots


class ServerSlots:
    """The slots in the table `key_slots`."""

    def __init__(self, place: Location) -> None:
        self._place = place

    @property
    def salt(self) -> str:
        """Return what names its set of keys: on a server there is no file with a salt."""
        return ""

    def read(self, within: Connection | None = None) -> AnyKeyFile:
        """Return the slots, locked until the transaction `within` ends; say so if this database is no register."""
        with in_words(self._place), self._connection(within) as connection:
            if not connection.dialect.has_table(connection, KeySlots.__tablename__):
                raise self._no_register()
            query = select(KeySlots.content)
            content = connection.scalar(query.with_for_update() if within is not None else query)
        if content is None:
            raise self._no_register()
        try:
            return decode(content)
        except DAMAGES:
            raise UserError(
                "The keys in {place} are damaged. Restore the register from a backup, with the command jobbpunkt restore.",
                place=self._place.text,
            ) from None

    def candidates(self) -> tuple[AnyKeyFile, ...]:
        """Return the slots: there is one row."""
        return (self.read(),)

    def mend(self, opened: AnyKeyFile) -> Path | None:  # noqa: ARG002
        """Mend nothing: one row has no second copy."""
        return None

    def write(self, file: AnyKeyFile, within: Connection | None = None) -> None:
        """Replace the row."""
        with in_words(self._place), self._connection(within) as connection:
            # Changed in place: a second writer, waiting for this row, must find it again and not its absence.
            content = encode(file)
            if not connection.execute(update(KeySlots).values(content=content)).rowcount:
                connection.execute(insert(KeySlots).values(id=1, content=content))

    @contextlib.contextmanager
    def _connection(self, within: Connection | None) -> Iterator[Connection]:
        if within is not None:
            yield within
            return
        engine = database.engine_of(self._place, b"")
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()

    def _no_register(self) -> UserError:
        return UserError(
            "There is no register in the database {place}. Create one, or check the address.", place=self._place.text
        )
