"""Job applications: stages, papers sent and lists, on both engines."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from jobbpunkt import applications, cases, organisations
from jobbpunkt.applications import ApplicationData, ApplicationFilter
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Shut, Stale, UserError
from jobbpunkt.cases import NewCase
from jobbpunkt.register import finding, undo
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.opening import Register
from jobbpunkt.register.vault import vault_of
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.application import Application
from models.vocabulary import ApplicationStage, Role
from tests.services.papers import NOOR, add_person, add_protected, as_role

IKEA = ApplicationData("IKEA", "Varuhusmedarbetare", applied_on=date(2020, 6, 1), note="Sommar")


def add(register: Register, person: UUID, data: ApplicationData = IKEA) -> UUID:
    with register.writing() as uow:
        return applications.create(uow, person, data).record


def test_an_application_remembers_what_was_sent(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        cvs.create(uow, NewWritten(person, "Butik"), {})
    with register.reading() as uow:
        offered = applications.choices(uow, person)
    assert [(choice.title, choice.number) for choice in offered.cvs] == [("Butik", 1)]
    application = add(register, person, replace(IKEA, cv_version_id=offered.cvs[0].id))
    with register.reading() as uow:
        [row] = applications.of_person(uow, person)
        details = applications.get(uow, application)
    assert (row.employer, row.stage, row.reached_on) == ("IKEA", ApplicationStage.SENT, date(2020, 6, 1))
    assert (row.cv, row.cv_number, row.letter, row.letter_number) == ("Butik", 1, "", 0)
    assert details.data == replace(IKEA, cv_version_id=offered.cvs[0].id)


def test_somebody_elses_cv_cannot_be_sent(register: Register) -> None:
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(add_person_in(register), "CV"), {}).record
        version = cvs.versions(uow, cv)[0].id
    with pytest.raises(NotFound):
        add(register, add_person(register), replace(IKEA, cv_version_id=version))


def add_person_in(register: Register) -> UUID:
    return add_person(register, replace(NOOR, given_name="Annan"))


def test_the_row_shows_the_stage_that_was_reached_last_by_date(register: Register) -> None:
    person = add_person(register)
    application = add(register, person)
    with register.writing() as uow:
        applications.reach(uow, application, 1, ApplicationStage.CALLED_TO_INTERVIEW, date(2020, 6, 10), "Ring först")
    with register.writing() as uow:
        applications.reach(uow, application, 2, ApplicationStage.PLANNED, date(2020, 5, 20))
    with register.reading() as uow:
        [row] = applications.of_person(uow, person)
        found = applications.steps(uow, application)
    assert (row.stage, row.reached_on) == (ApplicationStage.CALLED_TO_INTERVIEW, date(2020, 6, 10))
    assert [(step.stage, step.note) for step in found] == [
        (ApplicationStage.PLANNED, ""),
        (ApplicationStage.SENT, ""),
        (ApplicationStage.CALLED_TO_INTERVIEW, "Ring först"),
    ]


def test_a_stage_is_put_right_and_taken_away_and_the_row_follows(register: Register) -> None:
    person = add_person(register)
    application = add(register, person)
    with register.writing() as uow:
        applications.reach(uow, application, 1, ApplicationStage.CALLED_TO_INTERVIEW, date(2020, 6, 10))

    def stands() -> tuple[ApplicationStage, date | None]:
        with register.reading() as uow:
            [row] = applications.of_person(uow, person)
        return row.stage, row.applied_on

    with register.reading() as reader:
        sent, called = applications.steps(reader, application)
    with register.writing() as uow:
        applications.change_step(uow, called.id, called.version, ApplicationStage.REJECTED, date(2020, 6, 9), "Ringde")
        applications.change_step(uow, sent.id, sent.version, ApplicationStage.SENT, date(2020, 5, 29))
    assert stands() == (ApplicationStage.REJECTED, date(2020, 5, 29))
    with pytest.raises(InvalidInput), register.writing() as uow:
        applications.change_step(uow, called.id, called.version + 1, ApplicationStage.SENT, date(2021, 1, 1))
    with pytest.raises(Stale), register.writing() as uow:
        applications.remove_step(uow, called.id, called.version)
    with register.writing() as uow:
        change = applications.remove_step(uow, called.id, called.version + 1)
    assert stands()[0] is ApplicationStage.SENT
    with pytest.raises(UserError, match="at least one stage"), register.writing() as uow:
        applications.remove_step(uow, sent.id, sent.version + 1)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert stands()[0] is ApplicationStage.REJECTED


def test_a_planned_application_gets_its_day_when_it_is_sent(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        planned = applications.create(uow, person, replace(IKEA, applied_on=None), ApplicationStage.PLANNED).record
    with register.writing() as uow:
        applications.reach(uow, planned, 1, ApplicationStage.SENT)
    with register.reading() as uow:
        assert applications.get(uow, planned).data.applied_on == date(2020, 6, 15)


def test_what_cannot_be_is_refused(register: Register) -> None:
    person = add_person(register)
    application = add(register, person)
    for wrong in (replace(IKEA, employer=" "), replace(IKEA, position=""), replace(IKEA, note="x" * 20_001)):
        with pytest.raises(InvalidInput):
            add(register, person, wrong)
    with pytest.raises(InvalidInput), register.writing() as uow:
        applications.reach(uow, application, 1, ApplicationStage.OFFERED, date(2020, 6, 16))
    with pytest.raises(InvalidInput), register.writing() as uow:
        applications.change(uow, application, 1, replace(IKEA, answer_by=date(20, 1, 1)))


def test_a_stale_change_is_refused(register: Register) -> None:
    application = add(register, add_person(register))
    with register.writing() as uow:
        applications.change(uow, application, 1, replace(IKEA, employer="IKEA Västerås"))
    with pytest.raises(Stale), register.writing() as uow:
        applications.change(uow, application, 1, IKEA)
    with pytest.raises(Stale), register.writing() as uow:
        applications.reach(uow, application, 1, ApplicationStage.OFFERED)


def test_removing_is_undone_with_all_stages(register: Register) -> None:
    person = add_person(register)
    application = add(register, person)
    with register.writing() as uow:
        removed = applications.remove(uow, application, 1)
    with register.reading() as uow:
        assert applications.of_person(uow, person) == ()
    with register.writing() as uow:
        undo.undo(uow, removed.transaction)
    with register.reading() as uow:
        assert [row.employer for row in applications.of_person(uow, person)] == ["IKEA"]
        assert len(applications.steps(uow, application)) == 1


def test_lists_are_filtered_and_searched(register: Register) -> None:
    mine, other = add_person(register), add_person_in(register)
    with register.writing() as uow:
        cases.enrol(uow, NewCase(mine, date(2020, 6, 1), coach_id=uow.user.id))
    add(register, mine)
    hospital = add(register, other, ApplicationData("Region Västmanland", "Städare"))
    with register.writing() as uow:
        applications.reach(uow, hospital, 1, ApplicationStage.CALLED_TO_INTERVIEW)

    def employers(shown: ApplicationFilter, words: str = "") -> list[str]:
        with register.reading() as uow:
            return [row.employer for row in applications.everyones(uow, shown, words)]

    assert employers(ApplicationFilter.MINE) == ["IKEA"]
    assert employers(ApplicationFilter.ALL) == ["Region Västmanland", "IKEA"]
    assert employers(ApplicationFilter.INTERVIEWS) == ["Region Västmanland"]
    assert employers(ApplicationFilter.OPEN, "vastm") == ["Region Västmanland"]
    assert employers(ApplicationFilter.ALL, "annan stad") == ["Region Västmanland"]
    assert employers(ApplicationFilter.ALL, "annan ikea") == []


def test_an_application_is_found_by_employer(register: Register) -> None:
    application = add(register, add_person(register))
    with register.reading() as uow:
        [hit] = finding.find(uow, "ikea")
    assert (hit.kind, hit.record, hit.title) == ("application", application, "Varuhusmedarbetare, IKEA")


def test_a_protected_persons_applications_are_seen_only_with_the_key(register: Register) -> None:
    person = add_protected(register)
    application = add(register, person)
    with register.reading() as uow:
        [row] = applications.of_person(uow, person)
        assert row.person.protected
        assert finding.find(uow, "ikea") == ()
        uow.user = replace(uow.user, roles=frozenset({Role.PROJECT_LEAD}))
        for attempt in (applications.of_person, applications.get, applications.choices):
            with pytest.raises(NotAllowed):
                attempt(uow, application)


def test_without_the_key_a_protected_persons_applications_and_papers_do_not_exist(register: Register) -> None:
    person = add_protected(register)
    add(register, person)
    with register.writing() as uow:
        cvs.create(uow, NewWritten(person, "CV"), {})
    with register.reading() as uow:
        uow.vault = vault_of(DataKeys(bytes(32)))
        assert applications.everyones(uow, ApplicationFilter.ALL) == ()
        for read in (applications.of_person, cvs.of_person):
            with pytest.raises(Shut):
                read(uow, person)


def test_only_coaches_write(register: Register) -> None:
    person = add_person(register)
    application = add(register, person)
    for role in (Role.PROJECT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed), register.writing() as uow:
            applications.remove(as_role(uow, role), application, 1)


def test_the_employer_is_the_organisation_of_that_name(register: Register) -> None:
    person = add_person(register)
    with register.writing() as uow:
        bakery = organisations.find_or_create(uow, "Bageriet")
        made = applications.create(uow, person, ApplicationData(" bageriet ", "Bagare")).record
    with register.reading() as uow:
        assert uow.get(Application, made).organisation_id == bakery
    with pytest.raises(UserError), register.writing() as uow:
        organisations.remove(uow, bakery)
    with register.writing() as uow:
        applications.change(uow, made, 1, ApplicationData("Kommunens kök", "Kock"))
    with register.reading() as uow:
        assert uow.get(Application, made).organisation_id is None
