"""Puts the people of the demo into the register: details, enrolment, status, outcome, follow-ups, closing."""

from datetime import date, time, timedelta

from jobbpunkt import cases, coaching, organisations, programmes
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import Stage
from jobbpunkt.people import details, notes
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import Answer, CaseStatus, OrganisationKind, OutcomeKind

CHURCH_NAME = "Svenska kyrkan"
NOTES = (
    "Ringde och berättade att bussen blev inställd. Nytt möte bokat.",
    "Har lämnat kopia på betyg. Originalet är återlämnat.",
    "Vill helst få information som sms på enkel svenska.",
    "Har varit på informationsmöte på Kollage och träffat studie- och yrkesvägledaren.",
)
PAUSED = (12, 36)


def cast_people(stage: Stage, cast: list[Character]) -> None:
    """Set every person's way through the register to its days."""
    for person in cast:
        stage.at(person.registered_on, time(8, 30), person.coach, _register, person)
        if person.number % 6 == 2 and person.enrolled_on is not None:
            day = person.enrolled_on + timedelta(days=9)
            stage.at(day, time(15), person.coach, _add_note, person)
        if person.enrolled_on is not None:
            _year(stage, person)


def _year(stage: Stage, person: Character) -> None:
    enrolled = person.enrolled_on or person.registered_on
    stage.at(enrolled, time(8, 45), person.coach, _enrol, person)
    if person.outcome is not None:
        stage.at(person.outcome[3], time(16), person.coach, _note_outcome, person)
        for days in (31, 92, 184):
            stage.at(person.outcome[3] + timedelta(days=days), time(11), person.coach, _ask, person)
    if person.closing is not None:
        stage.at(person.closing[1], time(16, 30), person.coach, _close, person)
    elif person.number in PAUSED:
        stage.at(date(2020, 11, 23), time(14), person.coach, _pause, person)


def _register(uow: Writing, person: Character) -> None:
    person.id = details.create(uow, person.data).record
    waiting = CaseStatus.INTEREST if person.number % 2 else CaseStatus.WAITING
    church = organisations.find_or_create(uow, CHURCH_NAME, OrganisationKind.CIVIL_SOCIETY) if person.church else None
    new = NewCase(person.key, person.registered_on, person.referrer, waiting, cooperation_id=church, before=person.before)
    person.case = cases.enrol(uow, new).record


def _add_note(uow: Writing, person: Character) -> None:
    notes.add(uow, person.key, NOTES[person.number // 6 % len(NOTES)])


def _enrol(uow: Writing, person: Character) -> None:
    case = cases.of_person(uow, person.key)[0]
    cases.set_status(uow, case.id, case.version, CaseStatus.ENROLLED)
    cases.assign(uow, [case.id], uow.user.id)
    if person.programme:
        found = {programme.data.name: programme.id for programme in programmes.programmes(uow)}
        programmes.enrol(uow, found[PROGRAMME_NAME], person.key, starts_on=person.enrolled_on or person.registered_on)


PROGRAMME_NAME = "Kvinna för Bäckby"
# Of these nobody has asked yet whether their studies entitle to student finance.
ASKED_LATER = (38,)


def _note_outcome(uow: Writing, person: Character) -> None:
    if person.outcome is None:
        return
    kind, form, place, begun = person.outcome
    extent = (100, 75, 50, 100)[person.number % 4]
    case = cases.of_person(uow, person.key)[0]
    studying = kind is OutcomeKind.STUDIES and person.number not in ASKED_LATER
    finance = Answer.YES if studying else Answer.NOT_STATED
    cases.add_outcome(uow, NewOutcome(case.id, kind, place, begun, form, extent, student_finance=finance))
    case = cases.of_person(uow, person.key)[0]
    cases.set_status(uow, case.id, case.version, CaseStatus.FOLLOW_UP)


def _ask(uow: Writing, person: Character) -> None:
    """Ask about the follow-ups that have come due; every seventh waits, so that Today has something to remind of."""
    today = uow.clock.today()
    for outcome in cases.of_person(uow, person.key)[0].outcomes:
        for follow_up in outcome.follow_ups:
            if follow_up.due_on <= today and follow_up.asked_on is None and person.number % 7:
                cases.answer_follow_up(uow, follow_up.id, follow_up.version, holds=True, on=today)


def _close(uow: Writing, person: Character) -> None:
    if person.closing is None:
        return
    for step in coaching.open_steps(uow, person.key):
        coaching.tick_step(uow, step.id, step.version)
    case = cases.of_person(uow, person.key)[0]
    reason, day = person.closing
    cases.close(uow, case.id, case.version, on=day, reason=reason, after=person.after)


def _pause(uow: Writing, person: Character) -> None:
    case = cases.of_person(uow, person.key)[0]
    cases.set_status(uow, case.id, case.version, CaseStatus.PAUSED, paused_until=date(2021, 1, 18))
