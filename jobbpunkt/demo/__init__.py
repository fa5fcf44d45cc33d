"""The demo register: the year 2020 with fictitious people, made through the program's own services.

No figure is written down anywhere: the reports count what is in the register, as for real data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from sqlalchemy import insert

from jobbpunkt.base import files
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import UserError
from jobbpunkt.demo.campaign import run_campaign
from jobbpunkt.demo.certificates import certify
from jobbpunkt.demo.colleagues import stand_in
from jobbpunkt.demo.courses import characters
from jobbpunkt.demo.districts import keep_districts
from jobbpunkt.demo.happenings import run_happenings
from jobbpunkt.demo.inspections import hold_inspections
from jobbpunkt.demo.meetings import hold_meetings
from jobbpunkt.demo.people import cast_people
from jobbpunkt.demo.plans import write_plans
from jobbpunkt.demo.progress import ask_about_progress
from jobbpunkt.demo.safety import keep_safe
from jobbpunkt.demo.shifts import hold_shifts
from jobbpunkt.demo.stage import ADMIN, COACH, COLLEAGUE, LEAD, SUPERVISOR, Stage
from jobbpunkt.demo.training import train
from jobbpunkt.demo.work import set_up_work
from jobbpunkt.demo.written import write_cvs_and_letters
from jobbpunkt.register import accounts, file_lock, location, places
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.arriving import DEMO_DAY
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from models.account import RegisterInfo
from models.vocabulary import Role

PASSWORD = "demo på Bäckby 2020"  # noqa: S105 - printed for everybody to use; nothing real is behind it
FIRST_DAY = date(2019, 9, 30)
TODAY = date(2020, 12, 14)
USERS = {
    COACH: ("Jobbcoach Exempel", Role.COACH, "070-174 06 90"),
    COLLEAGUE: ("Kollega Exempel", Role.COACH, "070-174 06 93"),
    LEAD: ("Projektledare Exempel", Role.PROJECT_LEAD, "070-174 06 91"),
    SUPERVISOR: ("Handledare Exempel", Role.SUPERVISOR, "070-174 06 92"),
}


@dataclass(frozen=True, slots=True)
class Demo:
    """A finished demo register: where it is, who can sign in, and the recovery key, which opens nothing real."""

    location: str
    users: tuple[str, ...]
    password: str
    recovery_key: str


def make(where: str, progress: Callable[[date], None] | None = None) -> Demo:
    """Make a demo register at `where`; `progress` hears of each day of the year as it is done."""
    stage = Stage(TODAY, instant(FIRST_DAY, time(8)))
    founder = Founder(ADMIN, "Administratör Exempel", PASSWORD, frozenset({Role.ADMINISTRATOR}))
    created = Register.create(where, founder, stage.clock(), CHEAPEST)
    registers = {ADMIN: created.register}
    try:
        with created.register.writing() as uow:
            for login, (name, role, phone) in USERS.items():
                accounts.add(uow, NewUser(login, name, frozenset({role}), PASSWORD, phone))
        for login in USERS:
            registers[login] = Register.open(where, Credentials(login, PASSWORD), stage.clock())
        _set(stage)
        for day in stage.play(registers):
            if progress is not None:
                progress(day)
        _keep_day(created.register)
    finally:
        for register in registers.values():
            register.close()
    return Demo(where, (*USERS, ADMIN), PASSWORD, created.recovery_key)


def make_whole(where: str, progress: Callable[[date], None] | None = None) -> None:
    """Make the demo register at `where`, a file under another name first: one that was broken off never looks finished."""
    path = location.parse(where).path
    if path is None:
        make(where, progress)
        return
    if path == places.of_demo():
        _make_folder(path.parent)
    making = path.with_name(f"{path.name}.unfinished")
    places.remove(making)
    make(str(making), progress)
    for made, ready in reversed([*zip(places.belonging(making), places.belonging(path), strict=True)]):
        if made.exists():
            made.rename(ready)
    file_lock.beside(making).unlink(missing_ok=True)  # the finished one gets a lock of its own


def demand(where: str) -> None:
    """Refuse what stands at `where` unless it is a demo register: it opens with the demo's password and has the demo's day."""
    try:
        register = Register.open(where, Credentials(ADMIN, PASSWORD))
    except UserError as error:
        raise _other(where) from error
    try:
        with register.reading() as uow:
            day = uow.session.get(RegisterInfo, DEMO_DAY)
    finally:
        register.close()
    if day is None:
        raise _other(where)


def _other(where: str) -> UserError:
    return UserError("Something else than the demo stands at {path}. Choose another place with --to.", path=where)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(folder) from error


def _set(stage: Stage) -> None:
    cast = characters()
    run_happenings(stage)
    keep_districts(stage)
    set_up_work(stage)
    hold_inspections(stage)
    hold_shifts(stage)
    box = run_campaign(stage)
    cast_people(stage, cast)
    hold_meetings(stage, cast)
    write_cvs_and_letters(stage, cast, box)
    write_plans(stage, cast)
    train(stage, cast)
    keep_safe(stage, cast)
    certify(stage, cast)
    ask_about_progress(stage, cast)
    stand_in(stage, cast)


def _keep_day(register: Register) -> None:
    """Let the register open on the demo's day, so that Today is never empty."""
    with register.writing() as uow:
        uow.session.execute(insert(RegisterInfo).values(key=DEMO_DAY, value=instant(TODAY, time(8, 10)).isoformat()))
