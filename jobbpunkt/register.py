"""The register: the thing one opens. `Register.open` is the only door."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from jobbpunkt import database, history, keys, location, schema
from jobbpunkt.clock import Clock, shifted
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.ids import new_id
from jobbpunkt.keys import DataKeys, KdfCost
from jobbpunkt.location import Location
from jobbpunkt.permissions import keys_of
from jobbpunkt.server_slots import ServerSlots
from jobbpunkt.slots import SlotFile, SlotSet, SlotStore, beside
from jobbpunkt.unit_of_work import SignedIn, UnitOfWork
from jobbpunkt.vault import vault_of
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

    def __init__(
        self, place: Location, engine: Engine, data_keys: DataKeys, user: SignedIn, clock: Clock, slots: SlotStore
    ) -> None:
        self.location, self.user, self.clock, self.slots = place, user, clock, slots
        self._engine, self._keys = engine, data_keys

    @classmethod
    def open(cls, where: str, credentials: Credentials, clock: Clock | None = None) -> "Register":
        """Open a register for a user; brings an older schema up to date after a verified backup.

        Raises UserError for anything that keeps it shut; nothing is changed then.
        """
        place = location.parse(where)
        store = slot_store(place)
        slot = store.read().find(credentials.login.strip().casefold())
        if slot is None:
            raise keys.wrong_secret()
        return cls._enter(place, store, keys.open_slot(slot, credentials.password), slot.login, clock, HistoryAction.SIGNED_IN)

    @classmethod
    def recover(cls, where: str, recovery_key: str, login: str, password: str, clock: Clock | None = None) -> "Register":
        """Open a register with its recovery key and give `login` a new password; a history row says so."""
        check_password(password)
        place = location.parse(where)
        store = slot_store(place)
        slots = store.read()
        recovery, old = slots.find(keys.RECOVERY_LOGIN), slots.find(login.strip().casefold())
        if recovery is None or old is None:
            raise UserError("There is no user with the name {login} in this register. Check the name.", login=login)
        held = keys.open_slot(recovery, recovery_key).named()
        mine = {name: held[name] for name in old.sealed}
        renewed = keys.make_slot(old.login, password, mine, old.cost or KdfCost())
        register = cls._enter(place, store, keys.open_slot(renewed, password), old.login, clock, HistoryAction.RECOVERY_USED)
        store.write(slots.put(renewed))
        return register

    @classmethod
    def create(cls, where: str, founder: Founder, clock: Clock | None = None, cost: KdfCost | None = None) -> Created:
        """Make a new, empty register and return it open, with its recovery key. Refuses a place that is taken."""
        cost = cost or KdfCost()
        check_login(founder.login)
        check_password(founder.password)
        place = location.parse(where)
        data_keys = keys.new_data_keys()
        recovery, printed = keys.make_recovery(data_keys.named())
        login = founder.login.strip().casefold()
        slots = SlotSet(
            str(new_id()), (keys.make_slot(login, founder.password, _granted(data_keys, founder.roles), cost), recovery)
        )
        _found(place, data_keys, slots, founder, clock or Clock())
        return Created(cls.open(where, Credentials(login, founder.password), clock), printed)

    @classmethod
    def _enter(
        cls, place: Location, store: SlotStore, data_keys: DataKeys, login: str, clock: Clock | None, action: HistoryAction
    ) -> "Register":
        if place.path is not None:
            database.refuse_plain(place.path)
        engine = database.engine_of(place, data_keys.register)
        try:
            with database.answering(place):
                schema.bring_up_to_date(place, engine, data_keys.register)
                user, demo_day = _signed_in(engine, login, data_keys)
            own_clock = clock or (shifted(datetime.fromisoformat(demo_day)) if demo_day else Clock())
            register = cls(place, engine, data_keys, user, own_clock, store)
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
        return UnitOfWork(self._engine, user=self.user, clock=self.clock, vault=vault_of(self._keys), writes=writes)

    @property
    def engine(self) -> Engine:
        """The database engine, for the services that work on the register as a whole (backup, check, export)."""
        return self._engine

    @property
    def data_keys(self) -> DataKeys:
        """The signed-in user's keys, for the services that hand keys on or copy the register."""
        return self._keys

    def close(self) -> None:
        """Drop the connections and the keys."""
        self._engine.dispose()
        self._keys = DataKeys(b"")


def slot_store(place: Location) -> SlotStore:
    """Return where a register's slots are kept."""
    if place.path is None:
        return ServerSlots(place)
    if not place.path.exists():
        database.refuse_plain(place.path)
    return SlotFile(place.path)


def check_login(login: str) -> None:
    """Refuse a user name that could be mistaken or that cannot be typed on a command line."""
    if not 1 <= len(login.strip()) <= 60 or not all(sign.isalnum() or sign in "._-" for sign in login.strip()):
        raise UserError("A user name has 1 to 60 letters, digits, dots or hyphens. Choose another.")


def check_password(password: str) -> None:
    """Refuse a password that is too short to protect what is in the register."""
    if len(password) < 10:
        raise UserError("The password must have at least 10 characters. A sentence of four words is easy to remember.")


def _granted(data_keys: DataKeys, roles: frozenset[Role]) -> dict[str, bytes]:
    return {name: key for name, key in data_keys.named().items() if name in keys_of(roles)}


def _signed_in(engine: Engine, login: str, data_keys: DataKeys) -> tuple[SignedIn, str | None]:
    with engine.connect() as connection:
        row = connection.execute(
            select(User.id, User.login, User.name, User.roles, User.active).where(User.login == login)
        ).first()
        demo_day = connection.scalar(select(RegisterInfo.value).where(RegisterInfo.key == DEMO_DAY))
    if row is None or not row.active:
        raise NotAllowed("This user can no longer sign in. Ask an administrator.")
    roles = frozenset(Role.of(role) for role in row.roles)
    user = SignedIn(row.id, row.login, row.name, roles, data_keys.health is not None, data_keys.protected is not None)
    return user, demo_day


def _found(place: Location, data_keys: DataKeys, slots: SlotSet, founder: Founder, clock: Clock) -> None:
    """Lay the first rows of a new register; a file that could not be finished is removed again."""
    if place.path is not None:
        _refuse_taken(place.path)
    engine = database.engine_of(place, data_keys.register)
    try:
        with database.answering(place):
            if database.schema_version(engine) is not None:
                raise UserError("There is already a register at {place}. Open it, or choose another place.", place=place.text)
            schema.create(engine)
            _first_rows(engine, slots, founder, clock)
        store: SlotStore = ServerSlots(place, engine) if place.path is None else SlotFile(place.path)
        store.write(slots)
    except BaseException as error:
        engine.dispose()
        if place.path is not None and not isinstance(error, UserError):
            for path in (place.path, *beside(place.path)):
                path.unlink(missing_ok=True)
        raise
    engine.dispose()


def _refuse_taken(path: Path) -> None:
    if any(taken.exists() for taken in (path, *beside(path))):
        raise UserError("There is already a file at {path}. Open it, or choose another name.", path=path)
    if not path.parent.is_dir():
        raise UserError("The folder {path} does not exist. Create it first, or choose another.", path=path.parent)
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise UserError("Nothing can be written at {path}. Choose a folder of your own.", path=path) from error
    path.unlink()


def _first_rows(engine: Engine, slots: SlotSet, founder: Founder, clock: Clock) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(
            insert(RegisterInfo),
            [{"key": REGISTER_ID, "value": slots.register_id}, {"key": "created_at", "value": clock.now().isoformat()}],
        )
        connection.execute(insert(HistoryHead).values(id=1, number=0, hash=history.START))
    with UnitOfWork(engine, user=_nobody(), clock=clock, vault=vault_of(DataKeys(b"")), writes=True) as uow:
        roles = sorted(role.value for role in founder.roles)
        uow.add(User(login=founder.login.strip().casefold(), name=founder.name.strip() or founder.login, roles=roles))


def _nobody() -> SignedIn:
    """Stand for the program itself while there is no user yet."""
    return SignedIn(None, "", "", frozenset(), holds_health=False, holds_protected=False)  # type: ignore[arg-type]
