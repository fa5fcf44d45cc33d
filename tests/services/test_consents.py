"""Consents: recorded upon a text with its version, put right, withdrawn with what follows, unknown to who may not know."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import consents, plans
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.consents import ConsentView, GivenConsent, Withdrawal
from jobbpunkt.documents.consent_data import STARTERS
from jobbpunkt.documents.setting import Wish
from jobbpunkt.exchange import everything, extract
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import GoalWords, NewPlan, NoConsent, Situation, StepWords
from jobbpunkt.printing import batches, drawings
from jobbpunkt.register import undo
from jobbpunkt.register.keys import HEALTH
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.consent import Consent
from models.history import HistoryEntry
from models.plan import Plan
from models.vocabulary import ConsentForm, ConsentPurpose, PlanKind, PlanStatus, Protection, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.exported import ERRAND, read
from tests.permissions.told import of_bytes
from tests.registers import NOW

PURPOSE, TODAY = ConsentPurpose.HEALTH_PLAN, NOW.date()
ORAL = GivenConsent(TODAY, ConsentForm.ORAL, "Sol Exempel")


@pytest.fixture
def person(register: Register) -> UUID:
    """Somebody who has not been asked yet."""
    with register.writing() as uow:
        return details.create(uow, PersonData("Åsa", "Öberg")).record


def give(register: Register, person_id: UUID, given: GivenConsent = ORAL) -> ConsentView:
    with register.writing() as uow:
        consents.give(uow, person_id, PURPOSE, given, Words("sv"))
    return of(register, person_id)[0]


def of(register: Register, person_id: UUID) -> tuple[ConsentView, ...]:
    with register.reading() as uow:
        return consents.of_person(uow, person_id)


def withdraw(register: Register, consent: ConsentView, on: date = TODAY) -> None:
    with register.writing() as uow:
        consents.withdraw(uow, consent.id, consent.version, Withdrawal(on, ConsentForm.ORAL, "Sol Exempel"))


def health_plan(register: Register, person_id: UUID) -> UUID:
    with register.writing() as uow:
        made = plans.create(uow, NewPlan(person_id, PlanKind.HEALTH, Situation(TODAY, "Sover dåligt"))).record
        plans.add_goal(uow, plan_id=made, words=GoalWords("Sova"))
        return made


def test_a_consent_is_recorded_with_its_day_its_way_its_witness_and_its_text(register: Register, person: UUID) -> None:
    found = give(register, person)
    assert (found.stands, found.given, found.number) == (True, ORAL, 1)
    with register.reading() as uow:
        assert found.recorded_by == uow.user.name
        stored = uow.get(Consent, found.id).body
    assert stored.startswith("sealed:")
    assert "Sol" not in stored


@pytest.mark.parametrize(
    ("given", "field"),
    [(GivenConsent(TODAY + timedelta(days=1)), "given_on"), (GivenConsent(TODAY, ConsentForm.ORAL, " "), "witness")],
)
def test_what_cannot_be_is_refused_at_its_field(register: Register, person: UUID, given: GivenConsent, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        give(register, person, given)
    assert refused.value.field == field
    assert of(register, person) == ()


def test_no_plan_for_better_health_is_made_without_consent(register: Register, person: UUID) -> None:
    with pytest.raises(NoConsent, match="needs the person's consent"):
        health_plan(register, person)
    give(register, person)
    health_plan(register, person)


def test_other_plans_need_none(register: Register, person: UUID) -> None:
    with register.writing() as uow:
        plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(TODAY)))


def ways(plan_id: UUID, goal_id: UUID, version_id: UUID) -> Iterator[Callable[[Writing], object]]:
    """Yield every way in which a plan could be opened, printed or changed."""
    yield lambda u: plans.view(u, plan_id)
    yield lambda u: plans.document(u, plan_id, Words("sv"))
    yield lambda u: drawings.plan(u, plan_id, Words("sv"))
    yield lambda u: plans.note_printed(u, plan_id)
    yield lambda u: plans.version_pdf(u, version_id)
    yield lambda u: plans.reopen(u, plan_id=plan_id)
    yield lambda u: plans.close(u, plan_id=plan_id)
    yield lambda u: plans.remove(u, plan_id=plan_id)
    yield lambda u: plans.add_goal(u, plan_id=plan_id, words=GoalWords("Nytt"))
    yield lambda u: plans.add_step(u, goal_id=goal_id, words=StepWords("Nytt"))
    yield lambda u: plans.rate(u, goal_id=goal_id, words=plans.RatingWords(3))


def test_a_withdrawn_consent_shuts_the_plan_for_everybody_until_there_is_a_new_one(register: Register, person: UUID) -> None:
    consent = give(register, person)
    plan_id = health_plan(register, person)
    with register.writing() as uow:
        view = plans.view(uow, plan_id)
        version_id = plans.adopt(uow, plan_id=plan_id, version=view.version, words=Words("sv")).record
    withdraw(register, consent)
    for way in ways(plan_id, view.goals[0].id, version_id):
        with pytest.raises(NoConsent), register.writing() as uow:
            way(uow)
    with register.reading() as uow:
        assert uow.get(Plan, plan_id).status is PlanStatus.CLOSED
        assert batches.plans_of_coach(uow, Words("sv")) == ()
        assert plans.withheld(uow, [plan_id]) == {plan_id}
    give(register, person)
    with register.writing() as uow:
        assert plans.view(uow, plan_id).situation.current == "Sover dåligt"


def test_what_was_changed_before_is_not_taken_back_once_the_plan_is_shut(register: Register, person: UUID) -> None:
    consent = give(register, person)
    plan_id = health_plan(register, person)
    with register.writing() as uow:
        change = plans.add_goal(uow, plan_id=plan_id, words=GoalWords("Röra mig"))
    withdraw(register, consent)
    with pytest.raises(NotFound), register.writing() as uow:
        undo.undo(uow, change.transaction)


def test_the_person_still_gets_an_extract_of_what_is_kept(register: Register, person: UUID) -> None:
    consent = give(register, person)
    health_plan(register, person)
    withdraw(register, consent)
    with register.writing() as uow:
        assert "Sover dåligt" in str(extract.document(uow, person, health=True))


def test_a_plan_from_before_there_were_consents_is_shut_and_stops_no_batch(register: Register, person: UUID) -> None:
    consent = give(register, person)
    health_plan(register, person)
    with register.writing() as uow:
        plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(TODAY)))
        uow.remove(uow.get(Consent, consent.id))
    with register.writing() as uow:
        (wanted,) = batches.plans_of_coach(uow, Words("sv"))
        assert wanted.gather(uow, Words("sv"), Wish()).data.kind is PlanKind.CAREER


def test_what_rests_on_a_withdrawn_consent_stays_out_of_an_export_of_everything(
    register: Register, person: UUID, tmp_path: Path
) -> None:
    consent = give(register, person)
    health_plan(register, person)
    with colleague(register, [Role.COACH, Role.ADMINISTRATOR], EVERY_KEY) as keeper:
        before = everything.export(keeper, tmp_path / "before.zip", ERRAND, Words("sv"))
        withdraw(register, consent)
        after = everything.export(keeper, tmp_path / "after.zip", ERRAND, Words("sv"))
    said = ["".join(map(of_bytes, read(one).values())) for one in (before, after)]
    assert ["Sover dåligt" in one for one in said] == [True, False]
    assert any("förblir låsta" in one for one in after.left_out)


def test_a_consent_is_not_undone_but_withdrawn(register: Register, person: UUID) -> None:
    with register.writing() as uow:
        change = consents.give(uow, person, PURPOSE, ORAL, Words("sv"))
    with pytest.raises(NotAllowed, match="cannot be undone"), register.writing() as uow:
        undo.undo(uow, change.transaction)


def test_it_is_not_withdrawn_before_it_was_given_nor_twice(register: Register, person: UUID) -> None:
    consent = give(register, person)
    with pytest.raises(InvalidInput, match="before the consent was given"):
        withdraw(register, consent, TODAY - timedelta(days=1))
    withdraw(register, consent)
    with pytest.raises(UserError, match="does not stand"):
        withdraw(register, of(register, person)[0])
    assert of(register, person)[0].withdrawn == Withdrawal(TODAY, ConsentForm.ORAL, "Sol Exempel")


def test_a_newer_consent_takes_the_place_of_the_older(register: Register, person: UUID) -> None:
    give(register, person, GivenConsent(TODAY - timedelta(days=30)))
    give(register, person)
    newer, older = of(register, person)
    assert (newer.stands, older.stands, older.replaced_on) == (True, False, TODAY)


def test_a_record_is_put_right_upon_the_version_that_was_seen(register: Register, person: UUID) -> None:
    consent = give(register, person)
    right = GivenConsent(TODAY - timedelta(days=1))
    with register.writing() as uow:
        consents.correct(uow, consent.id, consent.version, right)
    assert of(register, person)[0].given == right
    with pytest.raises(Stale), register.writing() as uow:
        consents.correct(uow, consent.id, consent.version, ORAL)


def test_the_offices_text_is_kept_in_versions_and_earlier_consents_keep_theirs(register: Register, person: UUID) -> None:
    words = Words("sv")
    give(register, person)
    with register.writing() as uow:
        first = consents.current_text(uow, PURPOSE, words)
        assert (first.number, len(first.paragraphs), first.is_own) == (1, len(STARTERS[PURPOSE]), False)
        consents.change_text(uow, PURPOSE, number=1, text="Jag vet vad jag säger ja till.\nJag säger ja.", words=words)
    with register.writing() as uow:
        assert consents.current_text(uow, PURPOSE, words).paragraphs == ("Jag vet vad jag säger ja till.", "Jag säger ja.")
        assert consents.document(uow, person, words).number == 1, "it was given upon the first"
        with pytest.raises(Stale):
            consents.change_text(uow, PURPOSE, number=1, text="Något annat", words=words)
        with pytest.raises(InvalidInput, match="already stands"):
            consents.change_text(uow, PURPOSE, number=2, text="Jag vet vad jag säger ja till.\nJag säger ja.", words=words)
    assert give(register, person).number == 2


def test_the_consent_stands_on_the_plan(register: Register, person: UUID) -> None:
    give(register, person)
    plan_id = health_plan(register, person)
    with register.writing() as uow:
        data = plans.document(uow, plan_id, Words("sv"))
    assert data.consent is not None
    assert (data.consent.day, data.consent.text_version) == (TODAY, 1)


@pytest.mark.parametrize("roles", [(Role.COACH,), (Role.COACH, Role.SUPERVISOR)])
def test_whoever_may_not_know_of_it_finds_none(register: Register, person: UUID, roles: tuple[Role, ...]) -> None:
    consent = give(register, person)
    with colleague(register, roles) as other, other.writing() as uow:
        assert consents.of_person(uow, person) == ()
        with pytest.raises(NotFound):
            consents.withdraw(uow, consent.id, 1, Withdrawal(TODAY))
        with pytest.raises(NotAllowed):
            consents.document(uow, person, Words("sv"))


def test_a_protected_persons_consent_is_known_only_with_that_key_too(register: Register) -> None:
    with register.writing() as uow:
        hidden = details.create(uow, PersonData("Cia", protection=Protection.CONFIDENTIALITY_MARKING)).record
    give(register, hidden)
    with colleague(register, [Role.COACH], [HEALTH]) as other, other.writing() as uow, pytest.raises(NotFound):
        consents.of_person(uow, hidden)
    with colleague(register, [Role.COACH], EVERY_KEY) as other, other.writing() as uow:
        assert len(consents.of_person(uow, hidden)) == 1


def test_the_history_keeps_it_sealed(register: Register, person: UUID) -> None:
    give(register, person)
    with register.reading() as uow:
        (after,) = uow.session.scalars(select(HistoryEntry.after).where(HistoryEntry.noun == "consent"))
    assert json.loads(after or "{}")["body"].startswith("sealed:")
