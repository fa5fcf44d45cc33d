"""Adopted versions: frozen with their PDF, signed, and never what somebody guessed at."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.plans import GoalWords, RatingWords, ReviewTime, ReviewWords
from jobbpunkt.register.keys import HEALTH
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.plan import PlanVersion
from models.vocabulary import HistoryAction, PlanKind, PlanStatus, Role, SignatureRole
from tests.colleagues import colleague
from tests.services.test_plans import GOAL, SITUATION, TODAY, goal, plan, step, view
from tests.services.test_plans_secrecy import CANARY, secret_plan


def adopted(register: Register, plan_id: UUID, words: Words) -> UUID:
    with register.writing() as uow:
        plans.adopt(uow, plan_id=plan_id, version=plans.view(uow, plan_id).version, words=words)
    return view(register, plan_id).versions[0].id


def pdf_of(register: Register, version_id: UUID) -> bytes:
    with register.writing() as uow:
        return plans.version_pdf(uow, version_id)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("kind", PlanKind)
def test_an_adopted_version_stays_while_the_plan_goes_on(register: Register, words_sv: Words, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal_id = goal(register, plan_id)
    first = adopted(register, plan_id, words_sv)
    before = pdf_of(register, first)
    with register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Något nytt"))
    assert view(register, plan_id).status is PlanStatus.DRAFT
    second = adopted(register, plan_id, words_sv)
    assert [version.number for version in view(register, plan_id).versions] == [2, 1]
    assert pdf_of(register, first) == before
    assert "Undersköterska" in text_of(before)
    assert "version 1" in text_of(before)
    assert "Något nytt" in text_of(pdf_of(register, second))


def test_the_paper_shows_everything_the_plan_says(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step_id = step(register, goal_id)
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step_id, done=True)
        plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Praktiken gick bra"), ratings={goal_id: RatingWords(6)})
    with register.writing() as uow:
        shown = plans.document(uow, plan_id, words_sv)
    printed = text_of(render_plan(shown))
    for said in (
        "Åsa Öberg",
        "Coach Exempel",
        "Jag har städat i fyra år.",
        "<b>nära</b> hemmet",
        "Tolk Exempel",
        "Undersköterska",
        "Anställd minst 50 %",
        "Ring Komvux",
        "Systern",
        "15 juni",
        "Praktiken gick bra",
    ):
        assert said in printed


def test_a_plan_without_a_goal_is_not_adopted(register: Register, words_sv: Words) -> None:
    with pytest.raises(UserError, match="needs a goal"):
        adopted(register, plan(register), words_sv)


def test_a_plan_that_changed_since_it_was_seen_is_not_adopted(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    with register.writing() as uow:
        plans.change_situation(uow, plan_id=plan_id, version=1, situation=replace(SITUATION, current="Nytt"))
    with pytest.raises(Stale), register.writing() as uow:
        plans.adopt(uow, plan_id=plan_id, version=1, words=words_sv)


def test_progress_leaves_a_plan_adopted_and_words_make_it_a_draft_again(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step_id = step(register, goal_id)
    adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step_id, done=True)
        plans.rate(uow, goal_id=goal_id, words=RatingWords(5))
        plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Bra"), following=ReviewTime(date(2020, 9, 1)))
    assert view(register, plan_id).status is PlanStatus.ADOPTED
    with register.writing() as uow:
        plans.move_goal(uow, goal_id=goal_id, up=True)
    assert view(register, plan_id).status is PlanStatus.ADOPTED
    with register.writing() as uow:
        plans.remove_step(uow, step_id=step_id)
    assert view(register, plan_id).status is PlanStatus.DRAFT


def test_an_adopted_plan_is_kept(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    adopted(register, plan_id, words_sv)
    with pytest.raises(UserError, match="is kept"), register.writing() as uow:
        plans.remove(uow, plan_id=plan_id)


@pytest.mark.parametrize("kind", [PlanKind.CAREER, PlanKind.HEALTH])
def test_a_damaged_copy_is_refused(register: Register, words_sv: Words, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal(register, plan_id)
    version_id = adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        frozen = uow.get(PlanVersion, version_id)
        frozen.pdf = frozen.pdf[:-1] + bytes([frozen.pdf[-1] ^ 1])
    with pytest.raises(UserError, match="damaged"):
        pdf_of(register, version_id)


def test_a_health_plans_copy_is_sealed_and_its_digest_confirms_no_guess(register: Register, words_sv: Words) -> None:
    _, plan_id = secret_plan(register)
    version_id = adopted(register, plan_id, words_sv)
    pdf = pdf_of(register, version_id)
    assert CANARY in text_of(pdf)
    with register.reading() as uow:
        frozen = uow.get(PlanVersion, version_id)
        assert not frozen.pdf.startswith(b"%PDF")
        assert pdf not in frozen.pdf
        assert frozen.digest != hashlib.sha256(pdf).hexdigest()


@pytest.mark.parametrize("role", [Role.COACH, Role.SUPERVISOR, Role.PROJECT_LEAD, Role.ADMINISTRATOR])
def test_a_health_plans_version_does_not_exist_without_the_key(register: Register, words_sv: Words, role: Role) -> None:
    _, plan_id = secret_plan(register)
    version_id = adopted(register, plan_id, words_sv)
    with colleague(register, [role], [] if role is Role.COACH else [HEALTH]) as other, other.writing() as uow:
        for attempt in (
            lambda: plans.version_pdf(uow, version_id),
            lambda: plans.document(uow, plan_id, words_sv),
            lambda: plans.sign(uow, version_id=version_id, role=SignatureRole.COACH, signed_on=TODAY),
            lambda: plans.adopt(uow, plan_id=plan_id, version=1, words=words_sv),
            lambda: plans.note_printed(uow, plan_id),
        ):
            with pytest.raises((NotFound, NotAllowed)):
                attempt()


def test_reading_a_version_and_printing_are_in_the_history(register: Register, words_sv: Words) -> None:
    _, plan_id = secret_plan(register)
    version_id = adopted(register, plan_id, words_sv)
    noted = select(HistoryEntry.action).where(HistoryEntry.record_id == plan_id)
    with register.reading() as uow:
        before = uow.session.scalars(noted).all().count(HistoryAction.READ)
    pdf_of(register, version_id)
    with register.writing() as uow:
        plans.note_printed(uow, plan_id)
    with register.reading() as uow:
        after = uow.session.scalars(noted).all()
    assert after.count(HistoryAction.READ) == before + 1
    assert after.count(HistoryAction.PRINTED) == 1
    with pytest.raises(AttributeError, match="note"), register.reading() as uow:
        plans.version_pdf(uow, version_id)  # type: ignore[arg-type]  # what the types forbid shows nothing either


def test_signatures_are_noted_on_the_version_they_stand_on(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    version_id = adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        plans.sign(uow, version_id=version_id, role=SignatureRole.PARTICIPANT, signed_on=TODAY, name="Åsa Öberg")
        plans.sign(uow, version_id=version_id, role=SignatureRole.COACH, signed_on=TODAY)
        last = plans.sign(uow, version_id=version_id, role=SignatureRole.INTERPRETER, signed_on=TODAY, name="Tolk").record
    (version,) = view(register, plan_id).versions
    assert [(signed.role, signed.name) for signed in version.signatures] == [
        (SignatureRole.PARTICIPANT, ""),
        (SignatureRole.COACH, "Coach Exempel"),
        (SignatureRole.INTERPRETER, "Tolk"),
    ]
    with register.writing() as uow:
        plans.remove_signature(uow, signature_id=last)
    assert len(view(register, plan_id).versions[0].signatures) == 2


def test_signatures_that_cannot_be_are_refused(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    version_id = adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        plans.sign(uow, version_id=version_id, role=SignatureRole.PARTICIPANT, signed_on=TODAY)
        for role, day, field in (
            (SignatureRole.PARTICIPANT, TODAY, "role"),
            (SignatureRole.INTERPRETER, TODAY, "name"),
            (SignatureRole.COACH, TODAY + timedelta(days=1), "signed_on"),
        ):
            with pytest.raises(InvalidInput) as refused:
                plans.sign(uow, version_id=version_id, role=role, signed_on=day)
            assert refused.value.field == field
        with pytest.raises(NotFound):
            plans.sign(uow, version_id=uuid4(), role=SignatureRole.COACH, signed_on=TODAY)


def test_a_draft_says_that_it_is_one(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal(register, plan_id, GOAL)
    with register.writing() as uow:
        shown = plans.document(uow, plan_id, words_sv)
    assert (shown.version, shown.adopted_on, shown.printed_on) == (None, None, TODAY)
    assert "Utkast från måndag 15 juni 2020" in text_of(render_plan(shown))


def test_the_paper_of_an_adopted_plan_tells_its_version_and_who_has_signed(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    version_id = adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        plans.sign(uow, version_id=version_id, role=SignatureRole.PARTICIPANT, signed_on=TODAY)
        shown = plans.document(uow, plan_id, words_sv)
        assert (shown.version, shown.adopted_on) == (1, TODAY)
        assert [signed.signed_on for signed in shown.signatures] == [TODAY, None, None]
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Nytt"))
        shown = plans.document(uow, plan_id, words_sv)
        assert (shown.version, [signed.signed_on for signed in shown.signatures]) == (None, [None, None, None])


def test_a_paper_with_later_notes_says_so_and_one_whose_words_changed_is_a_draft(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step_id = step(register, goal_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(4))
    adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        assert plans.document(uow, plan_id, words_sv).noted_on is None
        change = plans.tick_step(uow, step_id=step_id, done=True)
        ticked = plans.view_after(uow, plan_id, change).standing  # before the history has it
        assert ticked is not None
        assert (ticked.number, ticked.noted_on) == (1, TODAY)
    with register.writing() as uow:
        shown = plans.document(uow, plan_id, words_sv)
        assert (shown.version, shown.noted_on) == (1, TODAY)
        plans.close(uow, plan_id=plan_id)
    with register.writing() as uow:
        assert plans.document(uow, plan_id, words_sv).version == 1
        plans.reopen(uow, plan_id=plan_id)
        plans.close(uow, plan_id=plan_id)
    with register.writing() as uow:
        assert plans.document(uow, plan_id, words_sv).version is None


def test_taking_away_what_was_adopted_revises_the_plan(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        old = plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Före")).record
    adopted(register, plan_id, words_sv)
    with register.writing() as uow:
        new = plans.rate(uow, goal_id=goal_id, words=RatingWords(4)).record
    with register.writing() as uow:
        plans.correct_ratings(uow, goal_id=goal_id, right=[], wrong=[new])
    assert view(register, plan_id).status is PlanStatus.ADOPTED
    with register.writing() as uow:
        plans.remove_review(uow, review_id=old)
    assert view(register, plan_id).status is PlanStatus.DRAFT
