"""Key slots of a server register: one row that anyone who can connect may read, for it opens nothing by itself."""

from sqlalchemy import Engine, delete, insert, select

from jobbpunkt import database
from jobbpunkt.errors import UserError
from jobbpunkt.location import Location
from jobbpunkt.slots import SlotSet, decode, encode
from models.account import KeySlots


class ServerSlots:
    """The slots in the table `key_slots`."""

    def __init__(self, place: Location, engine: Engine | None = None) -> None:
        self._place, self._engine = place, engine

    def read(self) -> SlotSet:
        """Return the slots, or say that this database is no register."""
        engine = self._engine or database.engine_of(self._place, b"")
        try:
            with database.answering(self._place), engine.connect() as connection:
                if not engine.dialect.has_table(connection, KeySlots.__tablename__):
                    raise UserError(
                        "There is no register in the database {place}. Create one, or check the address.", place=self._place.text
                    )
                return decode(connection.execute(select(KeySlots.content)).scalar_one())
        finally:
            if self._engine is None:
                engine.dispose()

    def write(self, slots: SlotSet) -> None:
        """Replace the row."""
        engine = self._engine or database.engine_of(self._place, b"")
        try:
            with engine.begin() as connection:
                connection.execute(delete(KeySlots))
                connection.execute(insert(KeySlots).values(id=1, content=encode(slots)))
        finally:
            if self._engine is None:
                engine.dispose()
