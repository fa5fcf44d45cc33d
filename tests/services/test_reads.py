"""Each read says truly what it depends on: what its statements ask on the demo register is what it declares, no more, no less."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from uuid import UUID

import pytest
from sqlalchemy import select

import jobbpunkt
from jobbpunkt import (
    applications,
    assignments,
    campaigns,
    cases,
    certificates,
    coaching,
    concerns,
    consents,
    covers,
    demo,
    events,
    field,
    incidents,
    indicators,
    inspections,
    measures,
    organisations,
    places,
    plans,
    programmes,
    progress,
    promises,
    safety,
    series,
    shifts,
    suggestions,
    training,
    work,
)
from jobbpunkt.applications import ApplicationFilter
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.words import Words
from jobbpunkt.demo import stage
from jobbpunkt.disclosure import releases
from jobbpunkt.lead_day import lead_day
from jobbpunkt.lead_day.year import before_print
from jobbpunkt.measures import Period
from jobbpunkt.measures.catalogue import CATALOGUE
from jobbpunkt.oversight import log, looks
from jobbpunkt.people import caseload, details, history, names, timeline
from jobbpunkt.people.caseload import CaseloadFilter
from jobbpunkt.plans import PlanFilter
from jobbpunkt.register import accounts
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.reads import declared
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.reports.frozen import frozen_reports
from jobbpunkt.reports.programme import running
from jobbpunkt.reports.targets import targets_of
from jobbpunkt.reports.voices import voice
from jobbpunkt.today import today
from jobbpunkt.written import cvs, letters
from models.application import Application
from models.base import Record
from models.campaign import Campaign
from models.coaching import CoachingSession
from models.cv import Cv, Letter
from models.inspection import Inspection, InspectionPhoto
from models.organisation import Organisation
from models.person import Person
from models.plan import Plan
from models.programme import Programme, ProgrammeEnrolment
from models.shift import Shift
from models.vocabulary import ConsentPurpose, PlanKind
from models.work import WorkArea
from tests.registers import NOW, Template, copy_file
from tests.services.statements import tables_in, touched

Work = Callable[[Writing], object]
YEAR = Period.year(2020)


@dataclass(frozen=True, slots=True)
class Each:
    """Reads every record of a kind, so that none is left out that asks something more."""

    model: type[Record]
    read: Callable[[Writing, UUID], object]


def _everyones(uow: Reading) -> None:
    for shown in ApplicationFilter:
        applications.everyones(uow, shown, "a")


def _months(uow: Reading, one: UUID) -> None:
    row = uow.get(Inspection, one)
    inspections.months(uow, row.programme_id, row.area_kind, row.checklist)


def _plans(uow: Reading) -> None:
    for shown in PlanFilter:
        plans.page(uow, shown)
        plans.page(uow, shown, "a")


def _caseload(uow: Reading) -> None:
    for shown in CaseloadFilter:
        caseload.caseload(uow, words="a", shown=shown)


def _proposed(uow: Writing, place: UUID) -> None:
    row = uow.get(ProgrammeEnrolment, place)
    certificates.proposed(uow, row.person_id, row.programme_id)


# Every declared read of the program, with what makes it ask all that it can ask.
READS: dict[Callable[..., object], Work | Each] = {
    accounts.own_phone: accounts.own_phone,
    accounts.users: accounts.users,
    applications.everyones: _everyones,
    applications.of_person: Each(Person, applications.of_person),
    applications.steps: Each(Application, applications.steps),
    campaigns.entries: Each(Campaign, campaigns.entries),
    campaigns.feedback: Each(Campaign, campaigns.feedback),
    campaigns.stands: Each(Campaign, campaigns.stands),
    campaigns.visitors: Each(Campaign, campaigns.visitors),
    campaigns.get: Each(Campaign, campaigns.get),
    campaigns.measures: Each(Campaign, campaigns.measures),
    campaigns.overview: campaigns.overview,
    campaigns.occasions_between: lambda uow: campaigns.occasions_between(uow, YEAR.first, YEAR.last),
    campaigns.results: Each(Campaign, campaigns.results),
    campaigns.told_results: Each(Campaign, campaigns.told_results),
    caseload.caseload: _caseload,
    caseload.next_meeting: Each(Person, caseload.next_meeting),
    cases.of_person: Each(Person, cases.of_person),
    coaching.between: lambda uow: coaching.between(uow, date(2020, 1, 1), date(2020, 12, 31)),
    coaching.details: Each(CoachingSession, coaching.details),
    coaching.of_person: Each(Person, coaching.of_person),
    coaching.steps_of_person: Each(Person, coaching.steps_of_person),
    covers.current: covers.current,
    cvs.of_person: Each(Person, cvs.of_person),
    cvs.versions: Each(Cv, cvs.versions),
    details.details: Each(Person, details.details),
    events.rows: events.rows,
    history.of_person: Each(Person, history.of_person),
    indicators.indicators: indicators.indicators,
    names: lambda uow: names(uow, list(uow.session.scalars(select(Person.id)))),
    letters.of_person: Each(Person, letters.of_person),
    letters.versions: Each(Letter, letters.versions),
    measures.evaluate: lambda uow: measures.evaluate(uow, CATALOGUE, YEAR),
    releases.all_released: releases.all_released,
    releases.around: lambda uow: releases.around(uow, YEAR.first, YEAR.last),
    organisations.rows: organisations.rows,
    organisations.took_part: Each(Organisation, organisations.took_part),
    consents.current_text: lambda uow: consents.current_text(uow, ConsentPurpose.HEALTH_PLAN, Words("sv")),
    consents.of_person: Each(Person, consents.of_person),
    log.events: log.events,
    looks.of_person: Each(Person, lambda uow, person: looks.of_person(uow, person, date(2020, 1, 1))),
    concerns.since_last: concerns.since_last,
    plans.all_plans: plans.all_plans,
    plans.goals_of_person: Each(Person, plans.goals_of_person),
    plans.page: _plans,
    plans.of_person: Each(Person, plans.of_person),
    plans.view: Each(Plan, plans.view),
    progress.of_person: Each(Person, progress.of_person),
    progress.questions: progress.questions,
    promises.of_person: Each(Person, promises.of_person),
    promises.with_health: Each(Person, promises.with_health),
    assignments.rows: assignments.rows,
    incidents.totals: lambda uow: incidents.totals(uow, first=YEAR.first, last=YEAR.last),
    incidents.weeks: lambda uow: incidents.weeks(uow, first=YEAR.first, last=YEAR.last),
    places.districts: places.districts,
    places.rows: places.rows,
    series.choices: series.choices,
    series.rows: series.rows,
    programmes.described: programmes.described,
    programmes.partners: programmes.partners,
    programmes.participants: Each(Programme, programmes.participants),
    programmes.programmes: programmes.programmes,
    field.rows: Each(Campaign, field.rows),
    inspections.again: Each(Programme, inspections.again),
    inspections.months: Each(Inspection, _months),
    inspections.passed_of: Each(Programme, lambda uow, one: inspections.passed_of(uow, one, YEAR.first, YEAR.last)),
    inspections.photo: Each(InspectionPhoto, inspections.photo),
    inspections.rows: Each(Programme, inspections.rows),
    inspections.suppliers: inspections.suppliers,
    inspections.view: Each(Inspection, inspections.view),
    frozen_reports: frozen_reports,
    targets_of: lambda uow: targets_of(uow, 2020),
    voice: lambda uow: voice(uow, 2020),
    running: lambda uow: running(uow, YEAR),
    certificates.of_person: Each(Person, certificates.of_person),
    certificates.proposed: Each(ProgrammeEnrolment, _proposed),
    safety.chemicals: Each(Programme, safety.chemicals),
    safety.introductions: Each(Programme, safety.introductions),
    safety.receipts: Each(Programme, safety.receipts),
    training.matrix: Each(Programme, lambda uow, programme: training.matrix(uow, programme, NOW.date())),
    training.units: Each(Programme, training.units),
    training.way: Each(Person, lambda uow, person: training.way(uow, person, person)),
    work.areas: Each(Programme, work.areas),
    work.coming: Each(Programme, lambda uow, programme: work.coming(uow, programme, NOW.date())),
    work.group: Each(Programme, lambda uow, programme: work.group(uow, programme, NOW.date())),
    work.programmes: work.programmes,
    work.tasks: Each(Programme, work.tasks),
    work.tasks_of_area: Each(WorkArea, work.tasks_of_area),
    shifts.between: Each(Programme, lambda uow, programme: shifts.between(uow, programme, YEAR.first, YEAR.last)),
    shifts.get: Each(Shift, shifts.get),
    shifts.hours: Each(Programme, lambda uow, programme: shifts.hours(uow, programme, YEAR.first, YEAR.last)),
    shifts.month: Each(Programme, lambda uow, programme: shifts.month(uow, programme, NOW.date())),
    shifts.next_unfinished: Each(Programme, lambda uow, programme: shifts.next_unfinished(uow, programme, YEAR.first)),
    shifts.supervisors: shifts.supervisors,
    shifts.week: Each(Programme, lambda uow, programme: shifts.week(uow, programme, NOW.date())),
    timeline.timeline: Each(Person, timeline.timeline),
    suggestions.library: suggestions.library,
    suggestions.offered: lambda uow: suggestions.offered(uow, PlanKind.CAREER),
    lead_day: lead_day,
    before_print: before_print,
    today: today,
}


def _modules() -> Iterator[object]:
    yield jobbpunkt
    for found in pkgutil.walk_packages(jobbpunkt.__path__, "jobbpunkt."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def _declared_reads() -> set[object]:
    return {
        value
        for module in _modules()
        for _name, value in inspect.getmembers(module, inspect.isfunction)
        if declared(value) is not None
    }


def test_every_declared_read_is_run_here() -> None:
    assert _declared_reads() == set(READS)


@pytest.fixture(scope="module")
def registers(sqlite_demo_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Register]]:
    """The demo register, open as a coach and as the administrator."""
    place = copy_file(sqlite_demo_template, tmp_path_factory.mktemp("reads") / "demo.jobbpunkt")
    opened = {login: Register.open(place, Credentials(login, demo.PASSWORD), fixed(NOW)) for login in (stage.COACH, stage.ADMIN)}
    with opened[stage.COACH].reading() as uow:
        # As one who gave a reason for each of the colleague's: what is asked of a person is the same for whoever may.
        uow.sitting.let_in.update(uow.session.scalars(select(Person.id)))
    yield opened
    for register in opened.values():
        register.close()


def _works(register: Register, wanted: Work | Each) -> Iterator[Work]:
    if not isinstance(wanted, Each):
        yield wanted
        return
    with register.reading() as uow:
        found = uow.session.scalars(select(wanted.model.id)).all()
    for record in found:
        yield partial(_read, wanted, record)


def _read(wanted: Each, record: UUID, uow: Writing) -> object:
    return wanted.read(uow, record)


@pytest.mark.parametrize("read", READS, ids=lambda read: f"{read.__module__.removeprefix('jobbpunkt.')}.{read.__name__}")
def test_a_read_asks_what_it_declares_and_declares_what_it_asks(
    registers: dict[str, Register], read: Callable[..., object]
) -> None:
    register = registers[stage.ADMIN if read in {accounts.users, log.events} else stage.COACH]
    asked: set[str] = set()
    said: set[str] = set()
    for reads in _works(register, READS[read]):
        register.sitting.seen.clear()  # as the first to look, whatever was read before
        tables, nouns = touched(register, reads)
        asked |= tables
        said |= nouns
    assert asked - said == set(), "asked, and not declared: who shows this goes stale"
    assert said - asked == set(), "declared, and never asked"


def test_tables_are_found_in_statements_of_every_shape() -> None:
    statement = "SELECT p.id FROM person AS p, plan LEFT OUTER JOIN (SELECT x FROM cv) AS c ON 1 JOIN case_file ON 1 WHERE 1"
    assert tables_in(statement) == {"person", "plan", "cv", "case_file"}
    assert tables_in("INSERT INTO history_entry SELECT letter FROM history_head") == set()
