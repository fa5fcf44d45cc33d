"""Making a register: its empty schema, its first user, and the chain of members that begins with them."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Engine, insert

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.ids import new_id
from jobbpunkt.register import chain, database, key_file, places, schema, server_login, upgrading, veiling
from jobbpunkt.register.arriving import KEY_FORMAT, REGISTER_ID
from jobbpunkt.register.keyring import Keyring
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.sitting import Sitting
from jobbpunkt.register.typed_access import tidy_login
from jobbpunkt.register.unit_of_work import SignedIn, Writing
from jobbpunkt.register.upgrading import Foundation
from models.account import RegisterInfo, User
from models.history import HistoryHead
from models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Founder:
    """The first user of a new register: administrator and coach."""

    login: str
    name: str
    password: str = field(repr=False)
    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR, Role.COACH})


def found(place: Location, base: Foundation, founder: Founder, clock: Clock) -> None:
    """Lay the first rows of a new register; a place where it could not be finished is left as it was."""
    register_id = str(new_id())
    with places.empty(place, base.keys.register) as engine, in_words(place):
        schema.create(engine)
        keyring = Keyring(base.keys, places.slot_store(place))
        _first_rows(engine, place, keyring, register_id, (UUID(base.founder.user), founder), clock)
        keyring.slots.write(upgrading.found(register_id, base, keyring.slots.salt))


def _first_rows(
    engine: Engine, place: Location, keyring: Keyring, register_id: str, first: tuple[UUID, Founder], clock: Clock
) -> None:
    facts = {REGISTER_ID: register_id, "created_at": clock.now().isoformat(), KEY_FORMAT: key_file.FORMAT, veiling.WHOLE: "1"}
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(insert(RegisterInfo), [{"key": key, "value": value} for key, value in facts.items()])
        connection.execute(insert(HistoryHead).values(id=1, number=0, hash=chain.START))
    writer = database.for_writing(engine)
    nobody = Sitting(lambda _: None)  # who founds a register looks at nobody
    with Writing(writer, place, user=_nobody(), clock=clock, keyring=keyring, sitting=nobody) as uow:
        user_id, founder = first
        roles = sorted(role.value for role in founder.roles)
        login, name = tidy_login(founder.login), founder.name.strip() or founder.login
        server_login.make(uow, uow.add(User(id=user_id, login=login, name=name, roles=roles)), founder.password)


def _nobody() -> SignedIn:
    """Stand for the program itself while there is no user yet."""
    return SignedIn(None, "", "", frozenset(), holds_health=False, holds_protected=False)  # type: ignore[arg-type]
