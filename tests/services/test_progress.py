"""Progress towards work: asked of both apart every 90 days; what the coach believes stands on no paper for the person."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from jobbpunkt import progress
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Wish
from jobbpunkt.printing import drawings
from jobbpunkt.progress import ProgressView, QuestionWords
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.vocabulary import PlanKind, ProgressScale, Rater
from tests.services.every_paper import PAPERS, one_of_each, record_of
from tests.services.test_plans import TODAY, goal, person, plan

WORDS = Words("sv")
BELIEF, MARK = "Coachens tro", "Coachtrosord"


def begun(register: Register) -> UUID:
    whom = person(register)
    with register.writing() as uow:
        progress.begin(uow, whom, WORDS)
    return whom


def seen(register: Register, whom: UUID) -> ProgressView:
    with register.reading() as uow:
        return progress.of_person(uow, whom)


def answer(register: Register, whom: UUID, by: Rater, values: dict[UUID, int], on: date = TODAY) -> UUID:
    waiting = seen(register, whom).waiting(by)
    assert waiting is not None
    with register.writing() as uow:
        progress.answer(uow, waiting.id, waiting.version, values, on=on)
    return waiting.id


def test_both_are_asked_apart_and_again_after_90_days(register: Register) -> None:
    whom = begun(register)
    first = seen(register, whom)
    assert len(first.questions) == 4
    assert {one.by for one in first.rounds} == {Rater.PARTICIPANT, Rater.COACH}
    answer(register, whom, Rater.PARTICIPANT, {first.questions[0].id: 3})
    after = seen(register, whom)
    coming, coach = after.waiting(Rater.PARTICIPANT), after.waiting(Rater.COACH)
    assert coming is not None
    assert coach is not None
    assert (coming.due_on, coach.due_on) == (TODAY + timedelta(days=90), TODAY)
    assert after.answered(Rater.PARTICIPANT)[0].values == {first.questions[0].id: 3}
    with pytest.raises(UserError, match="begun already"), register.writing() as uow:
        progress.begin(uow, whom, WORDS)


def test_answers_are_put_right_and_undone_and_a_stale_save_is_refused(register: Register) -> None:
    whom = begun(register)
    question = seen(register, whom).questions[0].id
    round_id = answer(register, whom, Rater.PARTICIPANT, {question: 3})
    version = seen(register, whom).answered(Rater.PARTICIPANT)[0].version
    with register.writing() as uow:
        change = progress.answer(uow, round_id, version, {question: 4}, on=TODAY)
    with pytest.raises(Stale), register.writing() as uow:
        progress.answer(uow, round_id, version, {question: 5}, on=TODAY)
    assert len(seen(register, whom).rounds) == 3
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert seen(register, whom).answered(Rater.PARTICIPANT)[0].values == {question: 3}


@pytest.mark.parametrize("value", [-1, 11])
def test_an_answer_outside_the_scale_is_refused_and_nothing_is_lost(register: Register, value: int) -> None:
    whom = begun(register)
    question = seen(register, whom).questions[0].id
    with pytest.raises(InvalidInput, match="Write a number"):
        answer(register, whom, Rater.PARTICIPANT, {question: value})
    with pytest.raises(UserError, match="at least one"):
        answer(register, whom, Rater.PARTICIPANT, {})
    assert seen(register, whom).answered(Rater.PARTICIPANT) == ()


def test_questions_are_ones_own_and_are_asked_no_longer(register: Register) -> None:
    with register.writing() as uow:
        made = progress.add_question(uow, QuestionWords("Mod", "Hur modig är jag?", "", ProgressScale.FIVE)).record
    with register.writing() as uow:
        progress.change_question(uow, made, 1, QuestionWords("Mod", "Hur modig känner jag mig?"))
        uow.flush()
        progress.retire_question(uow, made, 2)
    with register.reading() as uow:
        (found,) = progress.questions(uow)
    assert (found.words.asks_participant, found.retired_on) == ("Hur modig känner jag mig?", TODAY)
    with pytest.raises(InvalidInput), register.writing() as uow:
        progress.add_question(uow, QuestionWords("Mod"))


def test_what_was_answered_before_the_scale_was_another_still_has_room(register: Register) -> None:
    whom = begun(register)
    question = seen(register, whom).questions[0]
    answer(register, whom, Rater.PARTICIPANT, {question.id: 9})
    with register.writing() as uow:
        short = QuestionWords(question.words.area, question.words.asks_participant, scale=ProgressScale.FIVE)
        progress.change_question(uow, question.id, question.version, short)
    with register.writing() as uow:
        (asked,) = progress.document(uow, whom, WORDS).asked
        assert (asked.least, asked.most) == (1, 9)
        assert text_of(drawings.way_to_work(uow, whom, WORDS))


def text_of(drawing: Drawing[object]) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(drawing())).pages)


def test_what_the_coach_believes_is_on_no_paper_for_the_person(register: Register) -> None:
    whom = begun(register)
    with register.writing() as uow:
        made = progress.add_question(uow, QuestionWords(BELIEF, "", f"{BELIEF} i siffror?")).record
    questions = [one.id for one in seen(register, whom).questions]
    answer(register, whom, Rater.COACH, dict.fromkeys(questions, 9))
    answer(register, whom, Rater.PARTICIPANT, {key: 2 for key in questions if key != made})
    plan_id = plan(register, person_id=whom)
    goal(register, plan_id)
    with register.writing() as uow:
        papers = [
            drawings.way_to_work(uow, whom, WORDS),
            drawings.plan(uow, plan_id, WORDS),
            drawings.promised(uow, whom, WORDS),
        ]
    for paper in papers:
        assert BELIEF not in text_of(paper)
    way = text_of(papers[0])
    assert len(PdfReader(BytesIO(papers[0]())).pages[0].images) == 1  # the radar
    assert "9" not in way
    with register.reading() as uow:
        data = progress.document(uow, whom, WORDS)
    assert all(value == 2 for one in data.asked for _, value in one.values)


@pytest.fixture
def believed(register: Register) -> dict[str, UUID]:
    """One record of each kind of somebody of whom the coach believes something."""
    whom = person(register)
    made = one_of_each(register, whom, "Kock")
    made["plan for development"] = plan(register, PlanKind.PERSONAL, whom)
    made["plan for health"] = plan(register, PlanKind.HEALTH, whom)
    with register.writing() as uow:
        question = progress.add_question(uow, QuestionWords(MARK, "", f"{MARK} i siffror?")).record
    answer(register, whom, Rater.COACH, {question: 9})
    return made


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_for_the_person_says_what_the_coach_believes(register: Register, believed: dict[str, UUID], name: str) -> None:
    kinds = ["plan_id", "plan for development", "plan for health"] if name == "plan" else [""]
    for kind in kinds:
        with register.writing() as uow:
            paper = PAPERS[name](uow, believed[kind] if kind else record_of(name, believed), WORDS, Wish())
        said = text_of(paper)
        assert said
        assert (MARK in said, MARK in str(paper.data)) == (name == "extract",) * 2, "in the extract it stands, as the law says"
