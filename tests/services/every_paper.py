"""Every paper that can be of one person, and one record of each kind to print: a new paper joins by itself."""

import inspect
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any
from uuid import UUID

from jobbpunkt import cases, certificates, coaching, plans, programmes, progress, training
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase
from jobbpunkt.certificates import NewCertificate
from jobbpunkt.coaching import NewSession
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.printing import drawings
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import ClosureReason, PlanKind, Rater, SkillLevel
from tests.services.test_plans import TODAY

# What is a paper of a place, a building, a group or an organisation. All others are somebody's.
OF_NOBODY = {"area_id", "inspection_id", "partner_id", "programme_id"}


def of_what(function: Callable[..., Any]) -> str:
    """Return what a paper is of, as its second parameter says."""
    return list(inspect.signature(function).parameters)[1]


PAPERS: Mapping[str, Callable[..., Any]] = {
    name: function
    for name, function in vars(drawings).items()
    if inspect.isfunction(function) and function.__module__ == drawings.__name__ and not name.startswith("_")
    if of_what(function) not in OF_NOBODY
}


def record_of(name: str, records: Mapping[str, UUID]) -> UUID:
    """Return the record that a paper is printed of."""
    return records[name] if name in records else records[of_what(PAPERS[name])]


def one_of_each(register: Register, person: UUID, said: str) -> dict[str, UUID]:
    """Make one record of each kind that papers are of, with the words `said` in the plans for work."""
    with register.writing() as uow:
        cases.enrol(uow, NewCase(person, TODAY))
        (case,) = cases.of_person(uow, person)
        situation = Situation(TODAY, f"{said} nu", f"{said} sedan")
        work = plans.create(uow, NewPlan(person, PlanKind.CAREER, situation)).record
        plans.add_goal(uow, plan_id=work, words=plans.GoalWords(said))
        made = {
            "person_id": person,
            "cv_id": cvs.create(uow, NewWritten(person, "Kock")).record,
            "letter_id": letters.create(uow, NewWritten(person, "Kock")).record,
            "session_id": coaching.book(uow, NewSession((person,), TODAY, time(15))).record,
            "plan_id": work,
            "completion": plans.create(uow, NewPlan(person, PlanKind.CAREER, situation)).record,
            "certificate_id": _certificate(uow, person),
        }
        _way(uow, person)
    with register.writing() as uow:
        plans.close(uow, plan_id=made["completion"])
        cases.close(uow, case.id, case.version, on=TODAY, reason=ClosureReason.MOVED)
    return made


def _certificate(uow: Any, person: UUID) -> UUID:
    programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    programmes.enrol(uow, programme, person, starts_on=TODAY)
    training.begin(uow, programme, Words("sv"))
    training.note(uow, training.units(uow, programme)[0].id, person, SkillLevel.ALONE, day=TODAY)
    uow.flush()
    lines = tuple(one.line for one in certificates.proposed(uow, person, programme).proposals)
    return certificates.accept(uow, NewCertificate(person, programme, lines, TODAY)).record


def _way(uow: Any, person: UUID) -> None:
    progress.begin(uow, person, Words("sv"))
    uow.flush()
    view = progress.of_person(uow, person)
    waiting = view.waiting(Rater.PARTICIPANT)
    assert waiting is not None
    progress.answer(uow, waiting.id, waiting.version, dict.fromkeys([one.id for one in view.questions], 2), on=TODAY)
