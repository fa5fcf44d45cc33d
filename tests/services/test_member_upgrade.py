"""A register with a key file of format 1 goes on, becomes a signed chain with all its users, and never goes back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jobbpunkt import plans
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import accounts, check, passwords, pins
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.old_slots import OldKeyFile
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import AnyKeyFile, beside
from models.plan import Plan
from models.vocabulary import PlanKind, Role
from tests import old_keys
from tests.registers import PASSWORD


@pytest.fixture(params=["sqlite", "postgres"])
def old_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The place of the old register, first a file and then on the server."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if request.param == "sqlite":
        yield old_keys.old_file(tmp_path / "old.jobbpunkt")
    else:
        with old_keys.old_server(request.getfixturevalue("postgres_empty_place"), tmp_path) as address:
            yield address


def enter(place: str, login: str, clock: Clock) -> Register:
    return Register.open(place, Credentials(login, PASSWORD), clock)


def kept(register: Register) -> AnyKeyFile:
    return register.slots.read()


def health_goals(register: Register) -> list[str]:
    with register.writing() as uow:
        (plan,) = uow.session.query(Plan).filter(Plan.kind == PlanKind.HEALTH).all()
        return [goal.words.title for goal in plans.view(uow, plan.id).goals]


def test_it_goes_on_as_it_was_until_an_administrator_signs_in(old_place: str, clock: Clock) -> None:
    with closing(enter(old_place, "coach", clock)) as coach:
        assert coach.user.roles == {Role.COACH}
        assert health_goals(coach) == ["Sova bättre"]
        assert isinstance(kept(coach), OldKeyFile)
        with pytest.raises(UserError, match="once an administrator has signed in"):
            passwords.change_own(coach, PASSWORD, "ett helt annat lösenord")
    with closing(enter(old_place, "handledare", clock)) as supervisor:
        assert set(supervisor.data_keys.named()) == {"register"}


def test_all_users_are_kept_and_get_a_pair_of_their_own_at_their_next_sign_in(old_place: str, clock: Clock) -> None:
    own = {}
    for login in ("coach", "handledare"):
        with closing(enter(old_place, login, clock)) as register:
            own[login] = register.data_keys.own
    with closing(enter(old_place, "admin", clock)) as admin:
        (told,) = admin.told
        assert set(told.fields["who"].users) == {  # type: ignore[attr-defined]
            ("admin", frozenset({Role.ADMINISTRATOR})),
            ("coach", frozenset({Role.COACH})),
            ("handledare", frozenset({Role.SUPERVISOR})),
        }
        assert check.check(admin).findings == ()
        invited = {slot.login for slot in keys_of(admin).slots if slot.old is not None}
        assert invited == {"coach", "handledare", "*recovery*"}
    for login, roles in (("coach", {Role.COACH}), ("handledare", {Role.SUPERVISOR})):
        with closing(enter(old_place, login, clock)) as register:
            assert register.user.roles == roles
            assert register.data_keys.own == own[login], "drafts open as before"
            slot = keys_of(register).find(login)
            assert slot is not None
            assert slot.old is None
        enter(old_place, login, clock).close()
    with closing(enter(old_place, "coach", clock)) as coach:
        assert health_goals(coach) == ["Sova bättre"]
        passwords.change_own(coach, PASSWORD, "ett helt annat lösenord")
    with pytest.raises(UserError):
        enter(old_place, "slutat", clock)
    with closing(enter(old_place, "admin", clock)) as admin:
        assert admin.told == ()
        assert check.check(admin).findings == ()
        with admin.writing() as uow:
            left = next(row for row in accounts.users(uow) if row.login == "slutat")
            assert (left.active, left.roles) == (False, frozenset({Role.COACH}))
            accounts.reset_password(uow, left.id, PASSWORD)
            accounts.add(uow, NewUser("ny", "Ny", frozenset({Role.COACH}), PASSWORD))
    for login in ("slutat", "ny"):
        with closing(enter(old_place, login, clock)) as register:
            assert register.user.holds_health


def keys_of(register: Register) -> KeyFile:
    file = kept(register)
    assert isinstance(file, KeyFile)
    return file


def test_the_recovery_key_from_before_still_opens_once_and_gives_a_new_one(old_place: str, clock: Clock) -> None:
    with pytest.raises(UserError, match="An administrator must open the register first"):
        Register.recover(old_place, old_keys.RECOVERY_KEY, "coach", "ett helt nytt lösenord", clock)
    made = Register.recover(old_place, old_keys.RECOVERY_KEY, "admin", "ett helt nytt lösenord", clock)
    made.register.close()
    with pytest.raises(UserError):
        Register.recover(old_place, old_keys.RECOVERY_KEY, "admin", "ett helt nytt lösenord", clock)
    again = Register.recover(old_place, made.recovery_key, "coach", "ytterligare ett lösenord", clock)
    assert again.register.user.holds_health
    again.register.close()


def test_the_recovery_key_works_after_the_upgrade_too(old_place: str, clock: Clock) -> None:
    enter(old_place, "admin", clock).close()
    made = Register.recover(old_place, old_keys.RECOVERY_KEY, "coach", "ett helt nytt lösenord", clock)
    assert health_goals(made.register) == ["Sova bättre"]
    made.register.close()
    with pytest.raises(UserError):
        Register.recover(old_place, old_keys.RECOVERY_KEY, "coach", "ett helt nytt lösenord", clock)


@pytest.mark.parametrize("pinned", [True, False])
def test_a_key_file_of_format_1_that_is_put_back_is_refused(old_place: str, clock: Clock, pinned: bool) -> None:
    """By the pin of this computer, and where there is none by what the register itself knows."""
    admin = enter(old_place, "admin", clock)
    store = admin.slots
    admin.close()
    if not pinned:
        for pin in pins.folder().iterdir():
            pin.unlink()
    store.write(old_keys.old_key_file())
    for login in old_keys.USERS:
        with pytest.raises(UserError, match="older version of the program"):
            enter(old_place, login, clock)
    assert isinstance(store.read(), OldKeyFile)


def test_an_upgrade_that_fails_leaves_everything_as_it_was(tmp_path: Path, clock: Clock) -> None:
    place = old_keys.old_file(tmp_path / "old.jobbpunkt")
    second = beside(Path(place))[1]
    second.unlink()
    (second / "in the way").mkdir(parents=True)
    with pytest.raises(UserError, match="cannot be written"):
        enter(place, "admin", clock)
    with closing(enter(place, "coach", clock)) as coach:
        assert isinstance(kept(coach), OldKeyFile)
