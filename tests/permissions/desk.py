"""A small full register with a colleague for every role, and the way to say who may do what in it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import applications, cases, certificates, coaching, consents, people, plans, programmes, series, shifts
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase
from jobbpunkt.certificates import Line, LineKind, NewCertificate
from jobbpunkt.coaching import NewSession
from jobbpunkt.consents import GivenConsent
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans.data import GoalWords, NewPlan, ReviewTime, ReviewWords, Situation
from jobbpunkt.register.opening import Register
from jobbpunkt.series import SeriesData
from jobbpunkt.shifts import ShiftData
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from models.application import ApplicationStep
from models.campaign import Campaign, CampaignMeasure, TallyEntry
from models.case import Case
from models.certificate import Certificate
from models.cover import Cover
from models.cv import Cv, CvVersion
from models.indicator import Indicator
from models.organisation import Organisation
from models.place import Place
from models.programme import Programme
from models.types import SealedText
from models.vocabulary import AttendanceMark, ConsentPurpose, EventKind, PlaceKind, PlanKind, Protection, Role, Source, Unit
from tests.colleagues import EVERY_KEY, colleague
from tests.old_registers import fill, the_id
from tests.registers import opened

DAY = date(2020, 4, 1)
NINE = time(9)
# Who asks: the letter in the table, the roles, and the data keys held besides that of the register.
WHO: dict[str, tuple[tuple[Role, ...], tuple[str, ...]]] = {
    "C": ((Role.COACH,), EVERY_KEY),
    "K": ((Role.COACH,), ()),  # a coach without the keys of health and protected people
    "L": ((Role.PROJECT_LEAD,), ()),
    "S": ((Role.SUPERVISOR,), ()),
    "A": ((Role.ADMINISTRATOR,), EVERY_KEY),
    "N": ((), ()),  # a user without any role
}


_OF_HEALTH = ("consent", "health_plan", "health_goal", "colleagues_consent", "colleagues_health_plan")


@dataclass
class Desk:
    """The register as each colleague has it open, and what stands in it beside the two rows of every table."""

    registers: dict[str, Register]
    folder: Path
    words: Words
    made: dict[str, UUID] = field(default_factory=dict)
    own: dict[UUID, UUID] = field(default_factory=dict)  # a transaction of each user's own
    covers: dict[UUID, UUID] = field(default_factory=dict)  # a cover of each user's own

    def __getattr__(self, name: str) -> UUID:
        """Return the key of something made: `desk.health_plan`."""
        try:
            return self.made[name]
        except KeyError:
            raise AttributeError(name) from None


def one(table: str) -> UUID:
    """Return the key of the plainer of the two rows of a table."""
    return the_id(table, full=False)


def other(table: str) -> UUID:
    """Return the key of the row that has something in every column."""
    return the_id(table, full=True)


Call = Callable[[Any, Desk], object]


@dataclass(frozen=True)
class Door:
    """One way to call a service: who may, how, and whether for the others there is simply nothing there."""

    who: str
    call: Call
    hides: bool = False
    fails: bool = False


def may(who: str, call: Call) -> Door:
    """Say that those in `who` may, and that all others are told that they may not."""
    return Door(who, call)


def sees(who: str, call: Call) -> Door:
    """Say that for those in `who` it is there; to others who may read its like, it is not there at all."""
    return Door(who, call, hides=True)


def asks_first(who: str, call: Call) -> Door:
    """Say that what is asked for makes no sense, which only those in `who` are told: others may not, whatever they ask."""
    return Door(who, call, fails=True)


def let_in(uow: Any, person: UUID | None = None) -> Any:
    """Let the user in to a person within this transaction, as a reason or the figure of a report does."""
    uow.let_in.add(person or one("person"))
    return uow


def open_office(uow: Any) -> Any:
    """Let the office be open among its coaches within this transaction."""
    uow.put_fact("open_among_coaches", "yes")
    uow.flush()
    return uow


Roles = tuple[tuple[Role, ...], tuple[str, ...]]


@contextmanager
def desk(place: str, clock: Clock, folder: Path, more: Mapping[str, Roles] = {}, *, health: bool = True) -> Iterator[Desk]:
    """Fill a newly founded register and open it for every colleague, and for those of `more`.

    Without `health` it is the same register but for a plan for better health and the consent to it.
    """
    with ExitStack() as stack:
        founder = stack.enter_context(opened(place, clock))
        fill(founder.engine)
        registers = {who: stack.enter_context(colleague(founder, *given)) for who, given in {**WHO, **more}.items()}
        made = Desk(registers, folder, Words("sv"))
        for who, register in registers.items():
            _leave_something(made, register, who)
        _write_beside(made)
        made.made["colleagues"] = _of_a_colleague(founder, PersonData(given_name="Bo"))
        hidden = PersonData(given_name="Bo", protection=Protection.CONFIDENTIALITY_MARKING)
        made.made["colleagues_protected"] = _of_a_colleague(founder, hidden)
        made.made["colleagues_well"] = _of_a_colleague(founder, PersonData(given_name="My"))
        _write_of_a_colleague(made, founder)
        made.made["stand_in"] = founder.user.id
        if health:
            _write_health(made)
            _write_health_of_a_colleague(made, founder)
        else:
            made.made.update({name: new_id() for name in _OF_HEALTH})
        yield made


def _leave_something(desk: Desk, register: Register, who: str) -> None:
    """Let each colleague have done one thing that can be taken back, and counted once."""
    with register.writing() as uow:
        desk.own[register.user.id] = uow.change(uow.add(Organisation(name=f"Förening {who}"))).transaction
        desk.covers[register.user.id] = uow.add(
            Cover(coach_id=register.user.id, stand_in_id=one("user_account"), starts_on=DAY, ends_on=date(2020, 7, 1))
        ).id
    if who not in "CKLS":
        return
    with register.writing() as uow:
        counted = {"measure_id": one("campaign_measure"), "week_id": one("campaign_week"), "counted_by": register.user.id}
        uow.add(TallyEntry(**counted, at=datetime(2020, 3, 2, 9, tzinfo=UTC), amount=1, source=Source.TALLIED))


def _write_beside(desk: Desk) -> None:
    """Write what only a coach with all keys can, and what nothing else hangs on."""
    made = desk.made
    with desk.registers["C"].writing() as uow:
        someone = made["protected"] = _protected(uow)
        made["protected_cv"] = cvs.create(uow, NewWritten(someone, "CV"), {"basics": {"name": "Åsa"}}).record
        unsealed = made["unsealed_cv"] = uow.add(Cv(person_id=someone, title="Gammalt", latest=1)).id
        uow.flush()
        uow.add(CvVersion(cv_id=unsealed, number=1, made_at=uow.clock.now(), made_by=uow.user.id, resume=SealedText("{}")))
        made["protected_letter"] = letters.create(uow, NewWritten(someone, "Brev"), letters.LetterContent(subject="Hej")).record
        applied = made["protected_application"] = applications.create(uow, someone, ApplicationData("Kafé", "Bagare")).record
        made["protected_stage"] = uow.session.scalars(
            select(ApplicationStep.id).where(ApplicationStep.application_id == applied)
        ).one()
        meeting = made["protected_meeting"] = coaching.book(uow, NewSession((someone,), DAY, NINE)).record
        words = coaching.StepWords("Ring")
        made["protected_step"] = coaching.add_step(uow, someone, words, session_id=meeting).record
        for name, whose, kind in (
            ("protected_plan", someone, PlanKind.CAREER),
            ("loose_plan", one("person"), PlanKind.PERSONAL),
        ):
            made[name] = plans.create(uow, NewPlan(whose, kind, Situation(DAY))).record
        made["planned_review"] = plans.plan_review(uow, plan_id=made["loose_plan"], time=ReviewTime(DAY)).record
        made["held_review"] = plans.hold_review(uow, plan_id=made["loose_plan"], words=ReviewWords(DAY, "Bra")).record
        _let_work(made, uow, someone)
        made["unread"] = uow.add(Indicator(key="unread", name="Ingen har mätt")).id
        made["quiet_place"] = uow.add(Place(name="Ingen har sett något", kind=PlaceKind.DISTRICT)).id
        made["lone_series"] = series.create(uow, SeriesData("Utan tillfällen", EventKind.OTHER, DAY)).record
        made["unused"] = uow.add(Organisation(name="Ingen känner den")).id
        made["bare_campaign"] = uow.add(Campaign(name="Av misstag", starts_on=DAY, ends_on=DAY)).id
        measure = CampaignMeasure(campaign_id=one("campaign"), position=9, key="nothing", label="Ingenting", unit=Unit.PERSONS)
        made["uncounted"] = uow.add(measure).id


def _of_a_colleague(founder: Register, data: PersonData) -> UUID:
    """Return a person whom the founder coaches, and with whom nobody else has a task."""
    with founder.writing() as uow:
        person = people.details.create(uow, data).record
        cases.enrol(uow, NewCase(person, DAY, coach_id=founder.user.id))
    return person


def _write_of_a_colleague(desk: Desk, founder: Register) -> None:
    """Write what belongs to the founder's participant; the certificate is of a programme in which they have no place any more."""
    made, person = desk.made, desk.made["colleagues"]
    with founder.writing() as uow:
        made["colleagues_case"] = uow.session.scalars(select(Case.id).where(Case.person_id == person)).one()
        made["colleagues_session"] = coaching.book(uow, NewSession((person,), DAY, NINE)).record
        made["colleagues_plan"] = plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(DAY))).record
        of_whom = {"person_id": person, "programme_id": one("programme"), "recorded_by": uow.user.id}
        made["colleagues_certificate"] = uow.add(Certificate(accepted_on=DAY, content=SealedText("[]"), **of_whom)).id


def _let_work(made: dict[str, UUID], uow: Any, someone: UUID) -> None:
    """Let the protected person have a day of work, and a certificate of it."""
    programme = made["worked"] = uow.add(Programme(name="Ett pass", site="Bäckby")).id
    programmes.enrol(uow, programme, someone, starts_on=DAY)
    shift = shifts.create(uow, programme, ShiftData(DAY, NINE, NINE.replace(hour=12))).record
    shifts.mark(uow, shift, someone, AttendanceMark.PRESENT, seen=None)
    accepted = NewCertificate(someone, programme, (Line(LineKind.PERIOD, first=DAY),), DAY)
    made["protected_certificate"] = certificates.accept(uow, accepted).record


def _write_health(desk: Desk) -> None:
    made, person = desk.made, one("person")
    with desk.registers["C"].writing() as uow:
        made["consent"] = consents.give(uow, person, ConsentPurpose.HEALTH_PLAN, GivenConsent(DAY), desk.words).record
        made["health_plan"] = plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(DAY))).record
        made["health_goal"] = plans.add_goal(uow, plan_id=made["health_plan"], words=GoalWords("Sova bättre")).record


def _write_health_of_a_colleague(desk: Desk, founder: Register) -> None:
    made, well = desk.made, desk.made["colleagues_well"]
    with founder.writing() as uow:
        made["colleagues_consent"] = consents.give(uow, well, ConsentPurpose.HEALTH_PLAN, GivenConsent(DAY), desk.words).record
        made["colleagues_health_plan"] = plans.create(uow, NewPlan(well, PlanKind.HEALTH, Situation(DAY))).record


def _protected(uow: Any) -> UUID:
    return people.details.create(uow, PersonData(given_name="Åsa", protection=Protection.CONFIDENTIALITY_MARKING)).record
