"""One transaction: everything a service does stands or falls together, its history and its search index included."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, event, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import NotAllowed, UserError, gone, signed_out, stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.register import (
    epoch,
    growing,
    history,
    index,
    note_index,
    pins,
    refusals,
    server_history,
    signing,
    subject,
    veiling,
)
from jobbpunkt.register.chain import Head
from jobbpunkt.register.history import Hand, Happening, Said, Standing
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keyring import Keyring
from jobbpunkt.register.location import Location
from jobbpunkt.register.members import Seen
from jobbpunkt.register.permissions import Permission, allowed
from jobbpunkt.register.sitting import Look, Sitting
from jobbpunkt.register.slots import AnyKeyFile
from jobbpunkt.register.vault import vault_of
from jobbpunkt.register.veil import Veil, is_theirs
from models.account import RegisterInfo, User
from models.base import Record
from models.vocabulary import HistoryAction, Role

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The signed-in user, as everything above the register sees them.

    `written` is what the register called their roles as they signed in: only a sign that they were changed since, for the
    roles themselves are signed.
    """

    id: UUID
    login: str
    name: str
    roles: frozenset[Role]
    holds_health: bool
    holds_protected: bool
    written: frozenset[str] = frozenset()

    def may(self, permission: Permission) -> bool:
        """Tell whether the user's roles give `permission`."""
        return allowed(self.roles, permission)

    def require(self, permission: Permission) -> None:
        """Refuse unless the user's roles give `permission`."""
        if not self.may(permission):
            raise NotAllowed("Your role does not allow this. Ask an administrator if you need it for your work.")


class Reading:
    """A transaction that reads, with its user, clock, keyring and vault; made by `Register.reading`.

    Nothing done in it is kept: what must be noted before it is shown takes a `Writing`, or is written apart by its `sitting`.
    """

    def __init__(
        self, engine: Engine, place: Location, *, user: SignedIn, clock: Clock, keyring: Keyring, sitting: Sitting
    ) -> None:
        self._engine, self._place, self.sitting = engine, place, sitting
        self._session: Session | None = None
        self._connection: Connection | None = None
        self.user, self.clock, self.keyring, self.vault = user, clock, keyring, vault_of(keyring.keys)
        self.depends: set[str] = set()
        # What the gate knows within this transaction: how people stand to the user, who was looked at, and who was let in.
        self.known: dict[UUID, Any] = {}
        self.looked: set[Look] = set()
        self.let_in: set[UUID] = set()

    @property
    def session(self) -> Session:
        """The session, for what wants objects; who asks for plain rows, and only enters others, has none."""
        if self._session is None:
            self._session = self._begun()
        return self._session

    def _begun(self) -> Session:
        return Session(self._opened(), expire_on_commit=False, autoflush=True)

    def asking(self) -> Connection:
        """Return the connection to ask on, in its transaction, when what was changed so far has been written to it."""
        if self._session is not None:
            self._session.flush()
        return self._opened()

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()
        return self._connection

    @property
    def engine_name(self) -> str:
        """Which engine answers: "sqlite" for a file, "postgresql" for a server."""
        return self._engine.dialect.name

    @property
    def has_own_login(self) -> bool:
        """Whether the user is signed in to a server by a login of their own, where rows are hidden by policies."""
        return self._place.login is not None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Keep what went well, if this is a writer; else roll back, and say in one sentence why the engine refused."""
        try:
            with refusals.in_words(self._place):
                if isinstance(error, DBAPIError | StaleDataError):
                    raise error
                if kind is None:
                    self._keep()
        finally:
            self._end()

    def _keep(self) -> None:
        """Keep nothing."""

    def _end(self) -> None:
        """Roll back what is open; a connection that broke must not hide why."""
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

    def require(self, permission: Permission) -> None:
        """Refuse unless the signed-in user's roles give `permission`."""
        self.user.require(permission)

    def any_key_file(self) -> AnyKeyFile:
        """Return the key file, of whichever format it is."""
        return self.keyring.slots.read(None)

    def key_file(self) -> KeyFile:
        """Return the key file; refuses one from before members were a signed chain."""
        file = self.any_key_file()
        if not isinstance(file, KeyFile):
            raise UserError("This can be done once an administrator has signed in with this version of the program.")
        return file


class Writing(Reading):
    """A transaction that writes, made by `Register.writing`: it commits when its block ends well, history and index included.

    Its engine is one of `database.for_writing`. With `only_notes`, that is how it refuses to change a record.
    """

    def __init__(
        self,
        engine: Engine,
        place: Location,
        *,
        user: SignedIn,
        clock: Clock,
        keyring: Keyring,
        sitting: Sitting,
        only_notes: UserError | None = None,
    ) -> None:
        super().__init__(engine, place, user=user, clock=clock, keyring=keyring, sitting=sitting)
        self._only_notes = only_notes
        self.transaction = new_id()
        self._when_kept: list[Callable[[], None]] = []
        self._otherwise: Callable[[], None] | None = None
        self._seen: tuple[str, Seen] | None = None  # of a key file that this transaction has put
        self._happened: list[Happening] = []
        self._end_of_history: Head | None = None  # as this transaction leaves it
        self._stands = False
        self._nouns: set[str] = set()
        self._touched = (index.Touched(), note_index.TouchedNotes())
        self.veil = Veil(self.vault.protected)
        self._afterwards: list[Callable[[Connection], None]] = []

    def _begun(self) -> Session:
        session = super()._begun()
        event.listen(session, "before_flush", self.veil.draw)
        event.listen(session, "after_flush", self._take_down)
        event.listen(session, "after_flush_postexec", self.veil.draw_back)
        return session

    def _keep(self) -> None:
        if self.sitting.owed:
            self.veil.take_turn(self._opened())
        self._finish()
        self._note_owed()
        self._vouch()
        if self._session is not None:
            self._session.commit()  # which lets go of its objects; what it sent is kept with all else
        if self._connection is not None:
            self._connection.commit()
        self._otherwise = None
        if self._seen is not None:
            pins.go_on(self._place, *self._seen)
        for done in self._when_kept:
            done()
        if self._afterwards:
            with self._engine.connect() as connection:
                for work in self._afterwards:
                    work(connection)

    def _end(self) -> None:
        try:
            if self._otherwise is not None:
                self._otherwise()
        finally:
            super()._end()

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

    def enter(self, row: R) -> R:
        """Add a record of what only grows, at once and for good, without a session, which takes longer over it than the disk.

        It is about no person and nothing looks for it, so that neither the veil nor the index need to know.
        """
        if self._only_notes is not None:
            raise self._only_notes
        if is_theirs(row.__tablename__) or hasattr(row, "found_by"):
            raise TypeError(row.__tablename__)
        row.id = row.id or new_id()
        self.veil.take_no_seal(row)
        with refusals.in_words(self._place):
            growing.enter(self.asking(), row)
        self._happened.append(history.created(row))
        self._nouns.add(row.__tablename__)
        return row

    def receive(self, file_id: UUID, arrived: Iterable[tuple[type[Record], list[dict[str, Any]]]]) -> None:
        """Add many rows that were written elsewhere and come by a field file, parents first.

        The history tells of all of them in one entry: how many of each kind, and the digest of what they say.
        """
        if self._only_notes is not None:
            raise self._only_notes
        self.flush()
        connection, told = self._opened(), history.Arrival()
        with refusals.in_words(self._place):
            for model, rows in arrived:
                if rows:
                    connection.execute(insert(model), rows)
                    self._nouns.add(model.__tablename__)
                    told.take(model.__tablename__, rows)
        if told.said:
            self._happened.append(Happening(HistoryAction.BROUGHT_HOME, "field_file", file_id, None, reason=told.text()))

    def remove(self, row: Record) -> None:
        """Remove a record; the history keeps what undo needs."""
        self.session.delete(row)

    def flush(self) -> None:
        """Write what has been changed so far, within the transaction."""
        if self._session is not None:
            with refusals.in_words(self._place):
                self._session.flush()

    def settle(self) -> None:
        """Write what was done so far with its history and its index, and let go of it: for work too large to be held at once."""
        self._finish()

    def any_key_file(self) -> AnyKeyFile:
        """Return the key file; nobody else changes it until this transaction ends."""
        return self.keyring.slots.read(self._opened())

    def put_key_file(self, file: KeyFile, seen: Seen) -> None:
        """Replace the key file, whose chain ends at `seen`; should the transaction fail after all, the old one is put back."""
        if self._only_notes is not None:
            raise self._only_notes
        store, within = self.keyring.slots, self._opened()
        before = store.read(within)
        if self._otherwise is None and not self._place.is_server:  # a server's rolls back by itself
            self._otherwise = lambda: store.write(before)
        store.write(file, within)
        self._seen = file.register_id, seen

    def note(
        self, action: HistoryAction, *, noun: str, record_id: UUID, person_id: UUID | None = None, reason: str | None = None
    ) -> None:
        """Note a read, a print or the like; it is written before the caller shows anything, or the caller fails."""
        self.note_all([Happening(action, noun, record_id, person_id, reason=reason)])

    def when_kept(self, done: Callable[[], None]) -> None:
        """Do something once all of this is kept, and never if it is not."""
        self._when_kept.append(done)

    def _note_owed(self) -> None:
        """Write the looks that could not be written when they happened."""
        if owed := tuple(self.sitting.owed):
            self.note_all(owed)
            self.when_kept(lambda: self.sitting.owed.__delitem__(slice(len(owed))))

    def put_fact(self, key: str, value: str) -> None:
        """Write a fact about the register itself; who does so notes it."""
        self.session.merge(RegisterInfo(key=key, value=value))

    def afterwards(self, work: Callable[[Connection], None]) -> None:
        """Do something on a connection of its own once all is kept."""
        self._afterwards.append(work)

    @property
    def happened(self) -> tuple[Happening, ...]:
        """What was written so far, which the history holds only when all is kept."""
        return tuple(self._happened)

    def note_all(self, happenings: Iterable[Happening]) -> None:
        """Note several things at once, in order."""
        told = list(happenings)
        covered = frozenset(self.veil.cover(self._opened(), told))

        def cover(happening: Happening, transaction: UUID, said: Said) -> Said:
            return self.veil.sealed_said(transaction, said) if happening in covered else said

        append = server_history.append if self.has_own_login else history.append
        standing = append(self._opened(), Hand(self.transaction, self.clock.now(), self.user.id), told, cover)
        self._end_of_history = standing.end or self._end_of_history
        self._demand_standing(standing)

    def _demand_standing(self, standing: Standing) -> None:
        """Refuse what is written by somebody who was shut out, or lost a role, since they signed in; nothing is kept then."""
        if self._stands or standing.active is None:
            return
        # What this very transaction does to its own user was allowed when it began.
        before: dict[str, Any] = {}
        for happening in self._happened:
            if (happening.noun, happening.record) == (User.__tablename__, self.user.id):
                was = json.loads(happening.before or "{}")
                before = {**{name: value for name, value in was.items() if value is not None}, **before}
        roles = standing.roles | set(before.get("roles", ()))
        if not before.get("active", standing.active) or not self.user.written <= roles:
            raise signed_out()
        self._stands = True

    def change(self, row: Record, sentence: str = N_("Saved."), *, undoable: bool = True) -> Change:
        """Write everything so far and return what the writer tells the window."""
        return self.change_of(row.id, sentence, undoable=undoable)

    def change_of(self, record_id: UUID, sentence: str, *, undoable: bool = True) -> Change:
        """Like `change`, for a record that may no longer be there."""
        self.flush()
        return Change(record_id, frozenset(self._nouns), self.transaction, sentence, undoable)

    def _take_down(self, session: Session, _: UOWTransaction) -> None:
        """Keep what was flushed, for the history; bring the search index in line in the same transaction."""
        happened = list(history.happenings_of(session))
        if happened and self._only_notes is not None:
            raise self._only_notes
        self._happened += happened
        self._nouns |= {happening.noun for happening in happened}
        for touched in self._touched:
            touched.note(session)

    def _vouch(self) -> None:
        """Sign what the history says now, with keys that are today's; nobody else writes to it until this transaction ends."""
        if self._end_of_history is None:
            return
        connection, standing = self._opened(), self.keyring.standing
        if self._place.is_server:  # the lock of a file sees to it that nobody has it open while its keys change
            epoch.demand(connection, self.keyring.keys.epoch)
        if standing is not None:
            signing.sign(connection, standing, self._end_of_history)

    def _finish(self) -> None:
        self.flush()
        if self.veil.late:
            veiling.cover_meetings(self)
        if self._session is not None:
            for touched in self._touched:
                touched.reindex(self._session)
        if self._happened:
            self.note_all([self._with_person(happening) for happening in self._happened])
            self._happened.clear()

    def _with_person(self, happening: Happening) -> Happening:
        return subject.with_person(self.session, happening) if is_theirs(happening.noun) else happening
