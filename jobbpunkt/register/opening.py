"""The register: the thing one opens. `Register.open` is the only door."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, insert
from sqlalchemy.exc import DBAPIError

from jobbpunkt.base.clock import Clock, shifted
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.register import (
    chain,
    database,
    due,
    entering,
    identity,
    joining,
    key_file,
    keys,
    location,
    older_keys,
    only_shown,
    pins,
    places,
    schema,
    server_login,
    tries,
    vault,
    veiling,
)
from jobbpunkt.register.arriving import DEMO_DAY, KEY_FORMAT, Stay, signed_in_as
from jobbpunkt.register.entering import Entry
from jobbpunkt.register.history import Happening
from jobbpunkt.register.hold import Hold, held
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.keyring import Keyring, Standing
from jobbpunkt.register.keys import DataKeys, KdfCost
from jobbpunkt.register.location import Location
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.refusals import in_words, lacks_room
from jobbpunkt.register.server_engine import whole_engine
from jobbpunkt.register.sitting import Sitting
from jobbpunkt.register.slots import SlotStore
from jobbpunkt.register.strength import Strength, strength
from jobbpunkt.register.tries import Tries
from jobbpunkt.register.typed_access import check_login, check_password, tidy_login
from jobbpunkt.register.unit_of_work import Reading, SignedIn, Writing
from jobbpunkt.register.upgrading import Foundation
from models.account import RegisterInfo, User
from models.vocabulary import HistoryAction

if TYPE_CHECKING:
    from jobbpunkt.register.founding import Founder

MENDED = "key_file"  # as a reason: a copy of the key file was put in step with the other


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a user signs in with."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Created:
    """A new register, open, and its recovery key, which is shown once and kept nowhere."""

    register: "Register"
    recovery_key: str = field(repr=False)


class Register:
    """An open register with its signed-in user."""

    def __init__(self, place: Location, engine: Engine, keyring: Keyring, user: SignedIn, clock: Clock, hold: Hold) -> None:
        self.location, self.user, self.clock, self.hold = place, user, clock, hold
        self.only_read: UserError | None = None
        """Why nothing can be changed here; None where one can."""
        self.facts: Mapping[str, str] = {}  # what the register knew of itself as one signed in
        self.told: tuple[UserError, ...] = ()  # what signing in found that the user should know
        self.mended: Path | None = None  # the copy of the key file that signing in put right
        self._engine: Engine | None = None
        self._transacting: dict[bool, Engine] = {}
        self._use(engine, keyring)
        self._keyring: Keyring | None = keyring
        self.sitting = Sitting(self._note_apart)

    @classmethod
    def open(cls, where: str, credentials: Credentials, clock: Clock | None = None, *, sole: bool = False) -> "Register":
        """Open a register for a user; brings an older schema, and an older key file, up to date.

        A window opens it as the `sole` one that works in a file: where another does already, this one only reads. Raises
        UserError for anything that keeps it shut; nothing is changed then.
        """
        place = server_login.signed(location.parse(where), credentials.login, credentials.password)
        store = places.slot_store(place)
        count = Tries(tries.default_file())
        with held(place, credentials.login, sole=sole) as hold:
            with count.trying(place.text, tidy_login(credentials.login)) as wrong:
                entry = entering.by_password(place, store, credentials.login, credentials.password)
            register = cls._enter(place, entry, clock, HistoryAction.SIGNED_IN, hold)
            register._note_way_in(entry, wrong[0], strength(credentials.password))
            return register

    @classmethod
    def recover(
        cls, where: str, recovery_key: str, login: str, password: str, clock: Clock | None = None, *, sole: bool = False
    ) -> Created:
        """Open a register with its recovery key and give `login` a new password; a history row says so.

        The recovery key is used up by it: a new one comes back with the open register, to be printed at once.
        """
        check_password(password)
        place = location.parse(where)
        now, store = (clock or Clock()).now(), places.slot_store(place)
        with held(place, login, sole=sole) as hold:
            hold.demand_sole()
            entry = entering.by_recovery(place, store, recovery_key, (login, password), now)
            if entry.successor is None:
                raise TypeError(type(entry))
            register = cls._enter(place, entry, clock, HistoryAction.RECOVERY_USED, hold)
            register._make_login(password)
            return Created(register, entry.successor.printed)

    @classmethod
    def create(
        cls, where: str, founder: "Founder", clock: Clock | None = None, cost: KdfCost | None = None, *, sole: bool = False
    ) -> Created:
        """Make a new, empty register and return it open, with its recovery key. Refuses a place that is taken."""
        from jobbpunkt.register.founding import found  # once in a register's life

        cost = cost or keys.calibrated()
        check_login(founder.login)
        check_password(founder.password)
        place = location.parse(where)
        secret, printed = keys.new_recovery()
        login, now = tidy_login(founder.login), (clock or Clock())
        first = identity.founder(str(new_id()), login, Lock.new(founder.password, cost))
        base = Foundation(first, founder.roles, keys.new_data_keys(), now.now(), Lock.of_recovery(secret))
        found(place, base, founder, now)
        return Created(cls.open(where, Credentials(login, founder.password), clock, sole=sole), printed)

    @classmethod
    def _enter(cls, place: Location, entry: Entry, clock: Clock | None, action: HistoryAction, hold: Hold) -> "Register":
        engine = only_shown.engine_of(place, entry.keyring.keys.register, hold.guard)
        try:
            with in_words(place):
                schema.bring_up_to_date(place, engine, entry.keyring.keys, entry.file)
                stay = signed_in_as(engine, entry)
                with engine.connect() as connection:
                    entry = entry.with_keys(older_keys.with_older(connection, entry.keyring.keys))
            demo_day = stay.facts.get(DEMO_DAY)
            own_clock = clock or (shifted(datetime.fromisoformat(demo_day)) if demo_day else Clock())
            register = cls(place, engine, entry.keyring, stay.user, own_clock, hold)
            register.facts = stay.facts
            register._come_in(entry, stay, action)
        except BaseException:
            engine.dispose()
            raise
        return register

    def _come_in(self, entry: Entry, stay: Stay, action: HistoryAction) -> None:
        """Arrive; where nothing can be written one may look around all the same, unless one came by the recovery key."""
        try:
            self._arrive(entry, stay, action)
        except UserError as refusal:
            if self.location.is_server or action is not HistoryAction.SIGNED_IN or not lacks_room(refusal.__cause__):
                raise
            self._keyring, self.only_read = entry.keyring, only_shown.only_shown(self.location)
        else:
            self.only_read = self.hold.second

    def _make_login(self, password: str) -> None:
        """Give whoever came with the recovery key a login under their new password, on a server where each has one."""
        if not self.location.is_server:
            return
        try:
            with self.writing() as uow:
                server_login.make(uow, uow.get(User, self.user.id), password)
        except BaseException:
            self.close()
            raise

    def _arrive(self, entry: Entry, stay: Stay, action: HistoryAction) -> None:
        """Note the sign-in, with all that it changes in the key file, and look at what this computer had seen before."""
        with self.writing() as uow:
            if veiling.WHOLE not in stay.facts:
                uow.veil.alone(uow.asking())  # before anything is written
            # The key file before the history: in that order new keys take them.
            self._keyring, told = joining.settle(uow, entry, stay.users)
            uow.note(action, noun="user_account", record_id=self.user.id)
            if veiling.WHOLE not in stay.facts:
                veiling.catch_up(uow)
            if self._keyring.standing is not None and stay.facts.get(KEY_FORMAT) != key_file.FORMAT:
                uow.session.connection().execute(insert(RegisterInfo).values(key=KEY_FORMAT, value=key_file.FORMAT))
            if action is HistoryAction.RECOVERY_USED:
                due.note(uow)
        if (standing := self._keyring.standing) is not None and self.user.may(Permission.MANAGE_USERS):
            told += joining.told_apart(standing.members, stay.users)
        self.told = told + self._note_seen()

    def _note_way_in(self, entry: Entry, wrong: int, grade: Strength) -> None:
        """Note wrong passwords that came before, and a copy of the key file that was mended; ask for a better password."""
        if grade < Strength.FAIR:
            self.told += (UserError("Your password is easy to guess. Choose another one in the settings."),)
        if self.only_read is not None:
            return
        self.mended = self.slots.mend(entry.file)
        happened = {HistoryAction.SIGN_IN_REFUSED: str(wrong)} if wrong else {}
        happened |= {HistoryAction.CHANGED: MENDED} if self.mended is not None else {}
        if happened:
            with self.writing() as uow:
                for action, reason in happened.items():
                    uow.note(action, noun="user_account", record_id=self.user.id, reason=reason)

    def _note_seen(self) -> tuple[UserError, ...]:
        """Pin how far chain and history go; tell when the history is not the one that this computer had seen."""
        standing = self.keyring.standing
        if standing is None:
            return ()
        register_id, seen = standing.members.register_id, standing.members.seen
        pin = pins.read(self.location, register_id)
        with self.reading() as uow:
            head = chain.head(uow.session)
            goes_on = pin is None or chain.goes_through(uow.session, pin.history)
        if pin is not None and pin.seen.n > seen.n:  # what was signed during the stay
            seen = pin.seen
        kept = head if goes_on or pin is None else pin.history
        pins.keep(self.location, register_id, seen, kept)
        return () if goes_on else (pins.other_history(self.location, register_id),)

    def reading(self) -> Reading:
        """Return a transaction that reads; nothing done in it is kept."""
        engine = self._engine_to(writes=False)
        return Reading(engine, self.location, user=self.user, clock=self.clock, keyring=self.keyring, sitting=self.sitting)

    def writing(self) -> Writing:
        """Return a transaction that writes; it commits when its block ends well. Refuses where the register is only read."""
        if self.only_read is not None:
            raise self.only_read
        return self._writing()

    def noting(self) -> Writing:
        """Return a transaction for looks, which the history knows before they are shown; nothing else where one only reads."""
        return self._writing(self.only_read)

    def _note_apart(self, happening: Happening) -> None:
        with self.noting() as uow:
            uow.note_all([happening])

    def _writing(self, only_notes: UserError | None = None) -> Writing:
        engine, keyring = self._engine_to(writes=True), self.keyring
        return Writing(
            *(engine, self.location),
            user=self.user,
            clock=self.clock,
            keyring=keyring,
            sitting=self.sitting,
            only_notes=only_notes,
        )

    def _engine_to(self, *, writes: bool) -> Engine:
        return self._transacting.get(writes) or self.engine

    @property
    def engine(self) -> Engine:
        """The database engine."""
        if self._engine is None:
            raise _closed()
        return self._engine

    @contextlib.contextmanager
    def whole(self) -> Iterator[Engine]:
        """Give an engine for what works on the register as a whole (backup, check), whatever the user may see of it."""
        if self.location.login is None:
            yield self.engine
            return
        engine = whole_engine(self.location)
        try:
            yield engine
        finally:
            engine.dispose()

    @property
    def keyring(self) -> Keyring:
        """The signed-in user's keys and the slots, for the services that hand keys on or copy the register."""
        if self._keyring is None:
            raise _closed()
        return self._keyring

    @property
    def data_keys(self) -> DataKeys:
        """The signed-in user's keys."""
        return self.keyring.keys

    @property
    def slots(self) -> SlotStore:
        """Where the register's key file is kept."""
        return self.keyring.slots

    def stand(self, standing: Standing) -> None:
        """Go on with another pair of one's own, after a change of password."""
        self._keyring = replace(self.keyring, standing=standing)

    @contextlib.contextmanager
    def alone(self, patience: float) -> Iterator[None]:
        """Have the register file to oneself for the block, with no connection open; others are asked to sign out."""
        if self.only_read is not None:
            raise self.only_read
        self.engine.dispose()
        with self.hold.alone(self.user.login, patience):
            yield

    def carry_on(self, keyring: Keyring) -> None:
        """Go on with other keys, which may be those of another file of the same name."""
        self.engine.dispose()
        self.hold.begin_anew()
        self._use(database.engine_of(self.location, keyring.keys.register, self.hold.guard), keyring)
        self._keyring = keyring

    def _use(self, engine: Engine, keyring: Keyring) -> None:
        self._engine = engine
        vault.opens_for(engine.dialect, keyring.keys, may=self.user.may(Permission.SEE_PROTECTED))
        self._transacting = {False: database.for_reading(engine), True: database.for_writing(engine)}

    def close(self) -> None:
        """Drop the connections and the keys."""
        if self._engine is not None:
            with contextlib.suppress(UserError):
                self._note_seen()
            _count_again(self._engine)
            self._engine.dispose()
        self._transacting.clear()
        # The engine holds the register key too, for the connections that it makes.
        self._engine = self._keyring = None
        self.hold.let_go()


def _count_again(engine: Engine) -> None:
    """Keep what the engine plans its queries by in step with what was written; it can wait, so nothing may stop the closing."""
    with contextlib.suppress(DBAPIError, UserError), database.for_writing(engine).begin() as connection:
        database.optimise(connection)


def _closed() -> UserError:
    return UserError("The register is closed. Sign in again.")
