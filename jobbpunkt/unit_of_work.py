"""One transaction: everything a service does stands or falls together, its history and its search index included."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from jobbpunkt import history, note_index, refusals, search, subject
from jobbpunkt.changes import Change
from jobbpunkt.clock import Clock
from jobbpunkt.errors import NotAllowed, gone, stale
from jobbpunkt.history import Happening
from jobbpunkt.i18n import N_
from jobbpunkt.ids import new_id
from jobbpunkt.keyring import Keyring
from jobbpunkt.location import Location
from jobbpunkt.permissions import Permission, allowed
from jobbpunkt.slots import SlotSet
from jobbpunkt.vault import vault_of
from models.base import Record
from models.vocabulary import Role

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The signed-in user, as everything above the register sees them."""

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    holds_health: bool
    holds_protected: bool

    def may(self, permission: Permission) -> bool:
        """Tell whether the user's roles give `permission`."""
        return allowed(self.roles, permission)


class UnitOfWork:
    """A transaction with its user, clock, keyring and vault; made by `Register.reading` and `Register.writing`.

    The engine is one of `database.for_reading` and `database.for_writing`, as `writes` says.
    """

    def __init__(self, engine: Engine, place: Location, *, user: SignedIn, clock: Clock, keyring: Keyring, writes: bool) -> None:
        self._engine = engine
        self._session: Session | None = None
        self._connection: Connection | None = None  # a reader's own
        self.user, self.clock, self.keyring, self.vault = user, clock, keyring, vault_of(keyring.keys)
        self.transaction = new_id()
        self.depends: set[str] = set()
        self._place, self._writes = place, writes
        self._otherwise: Callable[[], None] | None = None
        self._happened: list[Happening] = []
        self._nouns: set[str] = set()
        self._touched = (search.Touched(), note_index.TouchedNotes())

    @property
    def session(self) -> Session:
        """The session, for what is written and for reads that want objects; a reader that asks for plain rows has none."""
        if self._session is None:
            self._session = Session(self._engine if self._writes else self.asking(), expire_on_commit=False, autoflush=True)
            if self._writes:
                event.listen(self._session, "after_flush", self._note)
        return self._session

    def asking(self) -> Connection:
        """Return the connection to ask on, in its transaction, when what was changed so far has been written to it."""
        if self._writes:
            self.session.flush()
            return self.session.connection()
        if self._session is not None:
            self._session.flush()
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()
        return self._connection

    @property
    def engine_name(self) -> str:
        """Which engine answers: "sqlite" for a file, "postgresql" for a server."""
        return self._engine.dialect.name

    @property
    def writes(self) -> bool:
        """Whether what is done in this transaction is kept."""
        return self._writes

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Commit a writer that went well; roll back everything else, and say in one sentence why the engine refused."""
        try:
            with refusals.told(self._place):
                if isinstance(error, DBAPIError | StaleDataError):
                    raise error
                if kind is None and self._writes:
                    self._finish()
                    self.session.commit()
                    self._otherwise = None
        finally:
            self._end()

    def _end(self) -> None:
        """Roll back what is open; a connection that broke must not hide why."""
        if self._otherwise is not None:
            self._otherwise()
        for opened in (self._session, self._connection):
            if opened is not None:
                try:
                    opened.close()
                except DBAPIError:
                    opened.invalidate()

    def get(self, model: type[R], record_id: UUID) -> R:
        """Return the record, or raise NotFound."""
        row = self.session.get(model, record_id)
        if row is None:
            raise gone()
        return row

    def fresh(self, model: type[R], record_id: UUID, version: int) -> R:
        """Return the record as the form saw it; Stale when somebody has saved it since."""
        row = self.get(model, record_id)
        if row.version != version:
            raise stale()
        return row

    def add(self, row: R) -> R:
        """Add a new record and give it its key, so that others can refer to it at once."""
        if row.id is None:
            row.id = new_id()
        self.session.add(row)
        return row

    def remove(self, row: Record) -> None:
        """Remove a record; the history keeps what undo needs."""
        self.session.delete(row)

    def require(self, permission: Permission) -> None:
        """Refuse unless the signed-in user's roles give `permission`."""
        if not self.user.may(permission):
            raise NotAllowed("Your role does not allow this. Ask an administrator if you need it for your work.")

    def flush(self) -> None:
        """Write what has been changed so far, within the transaction."""
        with refusals.told(self._place):
            self.session.flush()

    def settle(self) -> None:
        """Write what was done so far with its history and its index, and let go of it: for work too large to be held at once."""
        self._finish()

    def slots(self) -> SlotSet:
        """Return the key slots; within a writing transaction nobody else changes them until it ends."""
        within = self.session.connection() if self._writes else None
        return self.keyring.slots.read(within)

    def put_slots(self, slots: SlotSet) -> None:
        """Replace the key slots; should the transaction fail after all, the old ones are put back."""
        store, key, within = self.keyring.slots, self.keyring.keys.register, self.session.connection()
        before = store.read(within)
        before.demand_proof(key)
        store.write(slots, key, within)
        if self._otherwise is None and not self._place.is_server:  # a server's slots roll back by themselves
            self._otherwise = lambda: store.write(before, key)

    def change(self, row: Record, sentence: str = N_("Saved."), *, undoable: bool = True) -> Change:
        """Write everything so far and return what the writer tells the window."""
        return self.change_of(row.id, sentence, undoable=undoable)

    def change_of(self, record_id: UUID, sentence: str, *, undoable: bool = True) -> Change:
        """Like `change`, for a record that may no longer be there."""
        self.flush()
        return Change(record_id, frozenset(self._nouns), self.transaction, sentence, undoable)

    def _note(self, session: Session, _: UOWTransaction) -> None:
        """Keep what was flushed, for the history; bring the search index in line in the same transaction."""
        happened = list(history.happenings_of(session))
        self._happened += happened
        self._nouns |= {happening.noun for happening in happened}
        for touched in self._touched:
            touched.note(session)

    def _finish(self) -> None:
        self.flush()
        for touched in self._touched:
            touched.reindex(self.session)
        if self._happened:
            history.append(self, [subject.told(self.session, happening) for happening in self._happened])
            self._happened.clear()
