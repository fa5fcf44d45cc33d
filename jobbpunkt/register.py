"""The register: the thing one opens. `Register.open` is the only door."""

import contextlib
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DBAPIError

from jobbpunkt import chain, database, history, keys, location, places, schema
from jobbpunkt.clock import Clock, shifted
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.ids import new_id
from jobbpunkt.keyring import Keyring
from jobbpunkt.keys import DataKeys, KdfCost
from jobbpunkt.location import Location
from jobbpunkt.permissions import keys_of
from jobbpunkt.refusals import told
from jobbpunkt.slots import SlotSet, SlotStore
from jobbpunkt.typed_access import check_login, check_password, tidy_login
from jobbpunkt.unit_of_work import SignedIn, UnitOfWork
from models.account import RegisterInfo, User
from models.history import HistoryHead
from models.vocabulary import HistoryAction, Role

DEMO_DAY = "demo_day"
REGISTER_ID = "register_id"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a user signs in with."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Founder:
    """The first user of a new register: administrator and coach."""

    login: str
    name: str
    password: str = field(repr=False)
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR, Role.COACH})


@dataclass(frozen=True, slots=True)
class Created:
    """A new register, open, and its recovery key, which is shown once and kept nowhere."""

    register: "Register"
    recovery_key: str = field(repr=False)


class Register:
    """An open register with its signed-in user."""

    def __init__(self, place: Location, engine: Engine, keyring: Keyring, user: SignedIn, clock: Clock) -> None:
        self.location, self.user, self.clock = place, user, clock
        self._engine: Engine | None = engine
        self._transacting: dict[bool, Engine] = {False: database.for_reading(engine), True: database.for_writing(engine)}
        self._keyring: Keyring | None = keyring

    @classmethod
    def open(cls, where: str, credentials: Credentials, clock: Clock | None = None) -> "Register":
        """Open a register for a user; brings an older schema up to date after a verified backup.

        Raises UserError for anything that keeps it shut; nothing is changed then.
        """
        place = location.parse(where)
        store = places.slot_store(place)
        slots = store.read()
        slot = slots.find(tidy_login(credentials.login))
        if slot is None:
            raise keys.wrong_secret()
        keyring = Keyring(keys.open_slot(slot, credentials.password), store)
        return cls._enter(place, keyring, slots, slot.login, clock, HistoryAction.SIGNED_IN)

    @classmethod
    def recover(cls, where: str, recovery_key: str, login: str, password: str, clock: Clock | None = None) -> "Register":
        """Open a register with its recovery key and give `login` a new password; a history row says so."""
        check_password(password)
        place = location.parse(where)
        store = places.slot_store(place)
        slots = store.read()
        recovery, old = slots.find(keys.RECOVERY_LOGIN), slots.find(tidy_login(login))
        if recovery is None or old is None or old == recovery:
            raise UserError("There is no user with the name {login} in this register. Check the name.", login=login)
        held = keys.open_slot(recovery, recovery_key)
        mine = {name: key for name, key in held.named().items() if name in old.sealed}
        renewed = keys.make_slot(old.login, password, mine, old.cost or KdfCost())
        keyring = Keyring(keys.open_slot(renewed, password), store)
        register = cls._enter(place, keyring, slots, old.login, clock, HistoryAction.RECOVERY_USED)
        try:
            store.write(slots.put(renewed), held.register)
        except BaseException:
            register.close()
            raise
        return register

    @classmethod
    def create(cls, where: str, founder: Founder, clock: Clock | None = None, cost: KdfCost | None = None) -> Created:
        """Make a new, empty register and return it open, with its recovery key. Refuses a place that is taken."""
        cost = cost or keys.calibrated()
        check_login(founder.login)
        check_password(founder.password)
        place = location.parse(where)
        data_keys = keys.new_data_keys()
        recovery, printed = keys.make_recovery(data_keys.named())
        login = tidy_login(founder.login)
        slots = SlotSet(
            str(new_id()), (keys.make_slot(login, founder.password, _granted(data_keys, founder.roles), cost), recovery)
        )
        _found(place, data_keys, slots, founder, clock or Clock())
        return Created(cls.open(where, Credentials(login, founder.password), clock), printed)

    @classmethod
    def _enter(
        cls, place: Location, keyring: Keyring, slots: SlotSet, login: str, clock: Clock | None, action: HistoryAction
    ) -> "Register":
        slots.demand_proof(keyring.keys.register)
        engine = database.engine_of(place, keyring.keys.register)
        try:
            with told(place):
                schema.bring_up_to_date(place, engine, keyring.keys, slots)
                user, demo_day = signed_in_as(engine, login, keyring.keys, slots.register_id)
            own_clock = clock or (shifted(datetime.fromisoformat(demo_day)) if demo_day else Clock())
            register = cls(place, engine, keyring, user, own_clock)
            with register.writing() as uow:
                history.record(uow, action, noun="user_account", record_id=user.id)
        except BaseException:
            engine.dispose()
            raise
        return register

    def reading(self) -> UnitOfWork:
        """Return a transaction that reads; nothing done in it is kept."""
        return self._unit(writes=False)

    def writing(self) -> UnitOfWork:
        """Return a transaction that writes; it commits when its block ends well."""
        return self._unit(writes=True)

    def _unit(self, *, writes: bool) -> UnitOfWork:
        engine = self._transacting.get(writes) or self.engine
        return UnitOfWork(engine, self.location, user=self.user, clock=self.clock, keyring=self.keyring, writes=writes)

    @property
    def engine(self) -> Engine:
        """The database engine, for the services that work on the register as a whole (backup, check)."""
        if self._engine is None:
            raise _closed()
        return self._engine

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
        """Where the register's key slots are kept."""
        return self.keyring.slots

    def close(self) -> None:
        """Drop the connections and the keys."""
        if self._engine is not None:
            _count_again(self._engine)
            self._engine.dispose()
        self._transacting.clear()
        # The engine holds the register key too, for the connections that it makes.
        self._engine = self._keyring = None


def _count_again(engine: Engine) -> None:
    """Keep what the engine plans its queries by in step with what was written; it can wait, so nothing may stop the closing."""
    with contextlib.suppress(DBAPIError), database.for_writing(engine).begin() as connection:
        database.optimise(connection)


def _closed() -> UserError:
    return UserError("The register is closed. Sign in again.")


def _granted(data_keys: DataKeys, roles: frozenset[Role]) -> dict[str, bytes]:
    return {name: key for name, key in data_keys.named().items() if name in keys_of(roles)}


def signed_in_as(engine: Engine, login: str, data_keys: DataKeys, register_id: str) -> tuple[SignedIn, str | None]:
    """Return the user with the roles that the register gives them, and the day that a demo register stands at."""
    with engine.connect() as connection:
        row = connection.execute(
            select(User.id, User.login, User.name, User.roles, User.active).where(User.login == login)
        ).first()
        facts = {fact.key: fact.value for fact in connection.execute(select(RegisterInfo.key, RegisterInfo.value))}
    if facts.get(REGISTER_ID) != register_id:
        raise UserError("The key file belongs to another register. Put the right one back from a backup, beside the register.")
    if row is None or not row.active:
        raise NotAllowed("This user can no longer sign in. Ask an administrator.")
    roles = frozenset(Role.of(role) for role in row.roles)
    user = SignedIn(row.id, row.login, row.name, roles, data_keys.health is not None, data_keys.protected is not None)
    return user, facts.get(DEMO_DAY)


def _found(place: Location, data_keys: DataKeys, slots: SlotSet, founder: Founder, clock: Clock) -> None:
    """Lay the first rows of a new register; a place where it could not be finished is left as it was."""
    with places.empty(place, data_keys.register) as engine, told(place):
        schema.create(engine)
        keyring = Keyring(data_keys, places.slot_store(place))
        _first_rows(engine, place, keyring, slots.register_id, founder, clock)
        keyring.slots.write(slots, data_keys.register)


def _first_rows(engine: Engine, place: Location, keyring: Keyring, register_id: str, founder: Founder, clock: Clock) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(
            insert(RegisterInfo),
            [{"key": REGISTER_ID, "value": register_id}, {"key": "created_at", "value": clock.now().isoformat()}],
        )
        connection.execute(insert(HistoryHead).values(id=1, number=0, hash=chain.START))
    with UnitOfWork(database.for_writing(engine), place, user=_nobody(), clock=clock, keyring=keyring, writes=True) as uow:
        roles = sorted(role.value for role in founder.roles)
        uow.add(User(login=tidy_login(founder.login), name=founder.name.strip() or founder.login, roles=roles))


def _nobody() -> SignedIn:
    """Stand for the program itself while there is no user yet."""
    return SignedIn(None, "", "", frozenset(), holds_health=False, holds_protected=False)  # type: ignore[arg-type]
