"""Plans in the window: written with the keyboard, saved by themselves, with the paper beside them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text

from jobbpunkt import plans, programmes
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import (
    GoalWords,
    MilestoneWords,
    NewPlan,
    PlanView,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepWords,
)
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, PlanKind, PlanStatus, Protection, Rater, Responsible, Role, SignatureRole
from tests.colleagues import colleague
from tests.consents import agreed
from tests.registers import NOW
from tests.ui.conftest import settle
from tests.ui.dialogs import form_over
from tests.ui.keys import type_text
from ui.context import Context
from ui.drafts.choosing import BothTexts
from ui.plans.live_form import PAUSE_MS
from ui.plans.new_plan import kinds_for, new_plan_dialog, offered
from ui.plans.page import PlansPage
from ui.plans.rating_line import RatingLine
from ui.plans.tab import PlansTab
from ui.plans.versions_card import signature_dialog
from ui.widgets import more
from ui.widgets.dialog import FormDialog
from ui.widgets.forms import ChoiceField
from ui.widgets.paper_dialog import PaperDialog

TODAY = NOW.date()
Key = Qt.Key


def make(register: Register, kind: PlanKind = PlanKind.CAREER, goals: tuple[str, ...] = ("Undersköterska",)) -> UUID:
    with register.writing() as uow:
        owner = details.create(uow, PersonData("Åsa", "Öberg")).record
        said = Situation(TODAY, "Nu", "Sedan")
        if kind is PlanKind.HEALTH:
            agreed(uow, owner)
        plan_id = plans.create(uow, NewPlan(owner, kind, said, review_on=TODAY)).record
        for title in goals:
            plans.add_goal(uow, plan_id=plan_id, words=GoalWords(title))
    return plan_id


def view(register: Register, plan_id: UUID) -> PlanView:
    with register.writing() as uow:
        return plans.view(uow, plan_id)


@contextmanager
def shown(qtbot: QtBot, context: Context, plan_id: UUID | None = None) -> Iterator[PlansPage]:
    page = PlansPage(context)
    qtbot.addWidget(page)
    page.resize(1064, 740)
    page.show()
    settle(qtbot, context)
    if plan_id is not None:
        page.show_record(plan_id)
        settle(qtbot, context)
    yield page
    settle(qtbot, context)


def saved(qtbot: QtBot, context: Context, holds: Callable[[], bool]) -> None:
    """Wait out the pause after the last key, and the saving."""
    qtbot.waitUntil(holds)
    settle(qtbot, context)


def dialog_of(qtbot: QtBot, context: Context, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets()))
    settle(qtbot, context)
    found = next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
    activate(qtbot, found)
    return found


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Let the keyboard belong to a window, as it does when a person sees it open."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_enter_opens_the_plan_and_going_back_finds_the_list(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context) as page:
        assert page.list.table.select(plan_id)
        QTest.keyClick(page.list.table, Key.Key_Return)
        settle(qtbot, context)
        assert page.stack.currentWidget() is page.editor
        assert page.editor.header.name.text() == "Åsa Öberg"
        QTest.keyClick(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        settle(qtbot, context)
        assert page.stack.currentWidget() is page.list
        current = page.list.table.current()
        assert current is not None
        assert current.id == plan_id


def test_the_chips_and_a_name_narrow_the_list(qtbot: QtBot, context: Context) -> None:
    make(context.register)
    make(context.register, PlanKind.HEALTH)
    closed = make(context.register, PlanKind.PERSONAL)
    with context.register.writing() as uow:
        plans.close(uow, plan_id=closed)
    with shown(qtbot, context) as page:
        counts = {}
        for chip in page.list.chips.buttons():
            chip.click()
            settle(qtbot, context)
            counts[chip.text()] = len(page.list.table.rows)
        assert counts == {
            "Pågående": 2,
            "Att följa upp": 2,
            "Mina": 2,
            "Karriär": 1,
            "Personlig utveckling": 0,
            "Förbättrad hälsa": 1,
            "Avslutade": 1,
        }
        page.list.chips.buttons()[0].click()
        type_text(page.list.search, "obe")
        settle(qtbot, context)
        assert len(page.list.table.rows) == 2
        type_text(page.list.search, "x")
        settle(qtbot, context)
        assert not page.list.table.rows


def test_plans_come_so_many_at_a_time(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(more, "AT_ONCE", 2)
    for _ in range(3):
        make(context.register)
    with shown(qtbot, context) as page:
        line = page.list.more
        seen = [(len(page.list.table.rows), line.count.text(), line.button.isVisible())]
        QTest.keyClick(line.button, Key.Key_Space)
        settle(qtbot, context)
        seen.append((len(page.list.table.rows), line.count.text(), line.button.isVisible()))
    assert seen == [(2, "De första 2 av 3", True), (3, "3 planer", False)]


def test_what_is_typed_saves_itself_and_stands_on_the_paper(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        field = page.editor.situation.current
        field.text.selectAll()
        field.text.setFocus()
        type_text(field.text, "Jag har ")
        qtbot.wait(PAUSE_MS + 300)
        assert view(context.register, plan_id).situation.current == "Nu", "a pause is no end of a sitting"
        type_text(field.text, "<b>kört</b> buss")
        page.editor.situation.language.line.setFocus()
        assert page.editor.situation.form.dirty, "the next field of the same card belongs to the same sitting"
        page.editor.goals.new.setFocus()
        saved(qtbot, context, lambda: view(context.register, plan_id).situation.current == "Jag har <b>kört</b> buss")
        qtbot.waitUntil(lambda: page.editor.preview.pdf.page_count >= 1)
        assert not page.editor.situation.form.dirty


def test_goals_come_by_enter_until_there_are_three(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, goals=("A",))
    with shown(qtbot, context, plan_id) as page:
        goals = page.editor.goals
        for title in ("B", "C"):
            assert not goals.adding.isHidden()
            type_text(goals.new, title)
            QTest.keyClick(goals.new, Key.Key_Return)
            settle(qtbot, context)
        assert goals.adding.isHidden()
        assert [goal.words.title for goal in view(context.register, plan_id).goals] == ["A", "B", "C"]


def test_steps_come_by_enter_are_ticked_with_space_and_moved_with_alt(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        for text_ in ("Ring Komvux", "Skriv CV"):
            type_text(card.steps.new, text_)
            QTest.keyClick(card.steps.new, Key.Key_Return)
            settle(qtbot, context)
        first, second = card.steps.rows.values()
        QTest.keyClick(first.tick, Key.Key_Space)
        settle(qtbot, context)
        assert card.progress.text() == "1 av 2 steg klara"
        QTest.keyClick(second.line.line, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        settle(qtbot, context)
        steps = view(context.register, plan_id).goals[0].steps
        assert [(step.words.text, step.done_on) for step in steps] == [("Skriv CV", None), ("Ring Komvux", TODAY)]
        assert card.steps.column.indexOf(second) == 0


def _with_step(context: Context) -> tuple[UUID, UUID]:
    """Return a plan and its only goal, which has one step."""
    plan_id = make(context.register)
    with context.register.writing() as uow:
        goal_id = plans.view(uow, plan_id).goals[0].id
        plans.add_step(uow, goal_id=goal_id, words=StepWords("Prata"))
    return plan_id, goal_id


def test_who_does_a_step_and_by_when_are_saved(qtbot: QtBot, context: Context) -> None:
    plan_id, _ = _with_step(context)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        (row,) = card.steps.rows.values()
        assert row.who.isHidden()
        QTest.keyClick(row.responsible.box, Key.Key_End)
        row.responsible.box.activated.emit(row.responsible.box.currentIndex())
        assert not row.who.isHidden()
        type_text(row.who.line, "Systern")
        type_text(row.day.line, "20/6")
        QTest.keyClick(page.editor, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, context)
        (step,) = view(context.register, plan_id).goals[0].steps
        assert step.words == StepWords("Prata", Responsible.OTHER, "Systern", TODAY + timedelta(days=5))


def test_milestones_are_added_and_reached(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        type_text(card.milestones.new, "Antagen")
        QTest.keyClick(card.milestones.new, Key.Key_Return)
        settle(qtbot, context)
        (row,) = card.milestones.rows.values()
        QTest.keyClick(row.tick, Key.Key_Space)
        settle(qtbot, context)
        (milestone,) = view(context.register, plan_id).goals[0].milestones
        assert (milestone.words, milestone.reached_on) == (MilestoneWords("Antagen"), TODAY)


def test_a_rating_is_given_with_the_keyboard_and_drawn_as_a_line(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        assert card.rating.line.isHidden()
        QTest.keyClick(card.rating.today.editor().findChildren(QPushButton)[7], Key.Key_Space)
        saved(qtbot, context, lambda: bool(view(context.register, plan_id).goals[0].ratings))
        assert card.rating.line.accessibleName() == "Skattningar över tid: 2020-06-15: 7, deltagaren"
        assert len(card.rating.line.points()) == 1


def test_ratings_of_earlier_days_are_put_right_and_taken_away(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    goal_id = view(context.register, plan_id).goals[0].id
    with context.register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(3), on=TODAY - timedelta(days=9))
        plans.rate(uow, goal_id=goal_id, words=RatingWords(9), on=TODAY - timedelta(days=2))
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        QTest.keyClick(card.rating.correct, Key.Key_Return)
        dialog = form_over(qtbot, page)
        dialog.form["value0"].set_value(None)
        dialog.form["value1"].set_value(4)
        dialog.form["day1"].set_value(TODAY - timedelta(days=8))
        dialog.save()
        saved(qtbot, context, lambda: len(view(context.register, plan_id).goals[0].ratings) == 1)
        (rating,) = view(context.register, plan_id).goals[0].ratings
        assert (rating.value, rating.rated_on) == (4, TODAY - timedelta(days=8))


def test_the_line_of_ratings_rises_with_them(qtbot: QtBot, words_sv: Words) -> None:
    line = RatingLine(words_sv)
    qtbot.addWidget(line)
    line.resize(300, 72)
    days = (0, 10, 40)
    line.show_ratings([plans.RatingView(UUID(int=day), 1, TODAY + timedelta(days=day), day // 4) for day in days])
    xs, ys = [p.x() for p in line.points()], [p.y() for p in line.points()]
    assert xs == sorted(xs)
    assert (xs[1] - xs[0]) * 3 == pytest.approx(xs[2] - xs[1])
    assert ys == sorted(ys, reverse=True)


def test_the_last_numbers_of_both_lines_do_not_cover_each_other(qtbot: QtBot, words_sv: Words) -> None:
    line = RatingLine(words_sv)
    qtbot.addWidget(line)
    line.resize(300, 72)
    for mine, coachs in ((4, 5), (5, 5), (5, 4)):
        line.show_ratings(
            [plans.RatingView(UUID(int=1), 1, TODAY, mine), plans.RatingView(UUID(int=2), 1, TODAY, coachs, Rater.COACH)]
        )
        places = line.last_numbers()
        assert abs(places[True].y() - places[False].y()) >= 15
        assert (places[True].y() < places[False].y()) == (coachs >= mine)


def test_an_emptied_goal_is_refused_at_its_field_and_kept(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        card.title.line.selectAll()
        QTest.keyClick(card.title.line, Key.Key_Delete)
        type_text(card.measure.line, "Anställd")
        page.editor.flush()
        settle(qtbot, context)
        assert card.title.error_text == context.words("This must be filled in.")
        assert card.measure.value() == "Anställd"
        type_text(card.title.line, "Nytt")
        page.editor.flush()
        settle(qtbot, context)
        assert view(context.register, plan_id).goals[0].words == GoalWords("Nytt", "Anställd")


def test_an_impossible_day_is_told_at_its_field(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        field = page.editor.situation.ends_on
        type_text(field.line, "2020-02-31")
        page.editor.flush()
        assert "2020-06-15" in field.error_text


def test_different_words_by_two_people_are_both_kept(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        field = page.editor.situation.current
        type_text(field.text, "Mina ord. ")
        _somebody_else(context, plan_id, desired="Deras ord")
        page.editor.flush()
        saved(qtbot, context, lambda: "Mina ord" in view(context.register, plan_id).situation.current)
        assert page.editor.situation.desired.value() == "Deras ord"
        assert view(context.register, plan_id).situation.desired == "Deras ord"


def test_the_same_words_by_two_people_are_both_shown(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        field = page.editor.situation.current
        type_text(field.text, "Mina ord. ")
        _somebody_else(context, plan_id, current="Deras ord")
        page.editor.flush()
        settle(qtbot, context)
        (asking,) = page.editor.findChildren(BothTexts)
        assert "Mina ord" in field.value()
        assert view(context.register, plan_id).situation.current == "Deras ord"
        asking.all_of("both")
        asking.take()
        saved(qtbot, context, lambda: view(context.register, plan_id).situation.current == "Deras ord\nMina ord. Nu")


def test_words_of_a_plan_are_kept_as_one_types_and_offered_when_it_is_opened_again(qtbot: QtBot, context: Context) -> None:
    plan_id, goal_id = _with_step(context)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        (row,) = card.steps.rows.values()
        lines = (page.editor.situation.current.text, card.title.line, row.line.line, card.steps.new, page.editor.goals.new)
        for line in lines:
            type_text(line, "Skrivet ")

        def kept() -> dict[str, str]:
            return {draft.of.form: draft.fields[0].text for draft in context.drafts._found.values()}

        qtbot.waitUntil(lambda: len(kept()) == len(lines) and all("Skrivet" in said for said in kept().values()))
        assert set(kept()) == {"plan.situation", "plan.goal", "plan.part", "plan.step.new", "plan.goal.new"}
        before = dict(context.drafts._found)
        page.editor.flush()
        settle(qtbot, context)
        assert not context.drafts._found, "what is saved is no draft"
    for draft in before.values():
        context.drafts.put(draft)
    with shown(qtbot, context, plan_id) as page:
        (card,) = (one for one in page.editor.goals.cards.values() if one.goal_id == goal_id)
        assert page.editor.goals.new.text() == "Skrivet "
        assert card.steps.new.text() == "Skrivet "
        assert page.editor.store.bar.text.startswith("Återställt")
        page.editor.store.bar.button.click()
        assert page.editor.goals.new.text() == ""
        assert card.steps.new.text() == ""
        assert not page.editor.dirty
        assert not context.drafts._found


def _somebody_else(context: Context, plan_id: UUID, **said: str) -> None:
    with context.register.writing() as uow:
        seen = plans.view(uow, plan_id)
        other = replace(seen.situation, **said)  # type: ignore[arg-type]
        plans.change_situation(uow, plan_id=plan_id, version=seen.version, situation=other)


def test_removing_a_goal_is_undone_in_place(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, goals=("A", "B"))
    changes: list[UUID] = []
    context.changed.connect(lambda change: changes.append(change.transaction))
    with shown(qtbot, context, plan_id) as page:
        first = next(iter(page.editor.goals.cards.values()))
        QTest.keyClick(first.drop, Key.Key_Space)
        settle(qtbot, context)
        assert len(page.editor.goals.cards) == 1
        with context.register.writing() as uow:
            change = undo.undo(uow, changes[-1])
        context.announce(change)
        settle(qtbot, context)
        assert [card.title.value() for card in page.editor.goals.cards.values()] != []
        assert sorted(card.title.value() for card in page.editor.goals.cards.values()) == ["A", "B"]


def test_a_follow_up_is_noted_with_its_ratings(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        QTest.keyClick(page.editor.reviews.new, Key.Key_Space)
        dialog = dialog_of(qtbot, context, FormDialog)
        assert isinstance(dialog, FormDialog)
        type_text(dialog.form["happened"].editor(), "Praktiken gick bra")
        dialog.form["rating0"].set_value(8)
        QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, context)
        seen = view(context.register, plan_id)
        assert seen.reviews[0].words == ReviewWords(TODAY, "Praktiken gick bra", "", context.user.id)
        assert seen.planned[0].time == ReviewTime(TODAY + timedelta(weeks=6))
        assert seen.goals[0].ratings[0].value == 8
        assert view(context.register, plan_id).review_on == TODAY + timedelta(weeks=6)


def test_adopting_shows_the_pages_keeps_them_and_notes_signatures(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        type_text(page.editor.situation.current.text, "Sist. ")
        QTest.keyClick(page.editor.header.adopt, Key.Key_Space)
        dialog = dialog_of(qtbot, context, PaperDialog)
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: dialog.pdf.page_count >= 1)
        QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(view(context.register, plan_id).versions))
        kept = dialog_of(qtbot, context, PaperDialog)
        assert isinstance(kept, PaperDialog)
        qtbot.waitUntil(lambda: kept.pdf.page_count >= 1)
        kept.reject()
        seen = view(context.register, plan_id)
        assert (seen.status, seen.versions[0].number) == (PlanStatus.ADOPTED, 1)
        assert seen.situation.current.startswith("Sist.")
        signing = signature_dialog(page.editor, page.editor.store, seen, seen.versions[0])
        signing.open()
        activate(qtbot, signing)
        QTest.keyClick(signing, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, context)
        (signature,) = view(context.register, plan_id).versions[0].signatures
        assert (signature.role, signature.signed_on) == (SignatureRole.PARTICIPANT, TODAY)


def test_a_completed_plan_is_read_only_until_it_is_opened_again(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        header = page.editor.header
        header.more.menu().actions()[0].trigger()
        form_over(qtbot, page.editor).save()
        settle(qtbot, context)
        (card,) = page.editor.goals.cards.values()
        assert not card.title.line.isEnabled()
        assert not page.editor.situation.current.text.isEnabled()
        assert header.adopt.isHidden()
        header.more.menu().actions()[1].trigger()
        settle(qtbot, context)
        assert card.title.line.isEnabled()


def test_removing_the_plan_leads_back_to_the_list(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        page.editor.header.more.menu().actions()[2].trigger()
        settle(qtbot, context)
        assert page.stack.currentWidget() is page.list
        assert page.list.table.rows == ()


def test_locking_saves_what_was_just_typed(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        type_text(page.editor.situation.current.text, "Före låset. ")
        context.locking.emit()
        settle(qtbot, context)
        assert view(context.register, plan_id).situation.current.startswith("Före låset.")


def test_turning_to_another_page_ends_the_sitting(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        type_text(page.editor.situation.current.text, "Före bladet. ")
        page.hide()
        settle(qtbot, context)
        assert view(context.register, plan_id).situation.current.startswith("Före bladet.")


def test_going_to_another_plan_saves_this_one_first(qtbot: QtBot, context: Context) -> None:
    first, second = make(context.register), make(context.register, goals=("Annat",))
    with shown(qtbot, context, first) as page:
        (card,) = page.editor.goals.cards.values()
        type_text(card.steps.new, "Glöm inte")
        page.show_record(second)
        settle(qtbot, context)
        (card,) = page.editor.goals.cards.values()
        assert card.title.value() == "Annat"
        assert [step.words.text for step in view(context.register, first).goals[0].steps] == ["Glöm inte"]


def _reads(register: Register, plan_id: UUID) -> int:
    noted = select(HistoryEntry.number).where(HistoryEntry.action == HistoryAction.READ, HistoryEntry.record_id == plan_id)
    with register.reading() as uow:
        return len(uow.session.scalars(noted).all())


def test_opening_a_health_plan_is_noted_once_and_its_own_changes_are_not(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, PlanKind.HEALTH)
    with shown(qtbot, context) as page:
        assert _reads(context.register, plan_id) == 0
        page.show_record(plan_id)
        settle(qtbot, context)
        assert _reads(context.register, plan_id) == 1
        assert not page.editor.header.secrecy.isHidden()
        (card,) = page.editor.goals.cards.values()
        type_text(card.steps.new, "Sova")
        QTest.keyClick(card.steps.new, Key.Key_Return)
        settle(qtbot, context)
        assert _reads(context.register, plan_id) == 1


def test_a_health_plan_is_not_shown_when_the_note_cannot_be_written(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, PlanKind.HEALTH)
    failures: list[BaseException] = []
    context.operations.crashed.connect(failures.append)
    with context.register.writing() as uow:
        uow.session.execute(text("DELETE FROM history_head"))
    with shown(qtbot, context, plan_id) as page:
        assert failures
        assert page.editor.situation.current.value() == ""
        assert page.editor.goals.cards == {}


def test_who_may_not_see_health_plans_sees_no_trace_of_them(
    qtbot: QtBot, theme: object, sqlite_register: Register, words_sv: Words, settings: Settings
) -> None:
    ordinary, secret = make(sqlite_register), make(sqlite_register, PlanKind.HEALTH)
    with colleague(sqlite_register, [Role.COACH], []) as other:
        context = Context(other, words_sv, settings)
        with shown(qtbot, context) as page:
            assert [row.id for row in page.list.table.rows] == [ordinary]
            assert "Förbättrad hälsa" not in [chip.text() for chip in page.list.chips.buttons()]
            assert PlanKind.HEALTH not in kinds_for(context.user)
            page.show_record(secret)
            settle(qtbot, context)
            assert page.stack.currentWidget() is page.list
            page.show_record(ordinary)
            settle(qtbot, context)
            (card,) = page.editor.goals.cards.values()
            assert card.title.line.isEnabled()
            assert not page.list.new.isHidden()
        context.close()


def test_a_file_of_a_health_plan_or_a_protected_person_tells_no_name(context: Context) -> None:
    ordinary, secret = make(context.register), make(context.register, PlanKind.HEALTH)
    with context.register.writing() as uow:
        hidden = details.create(uow, PersonData("Siv", "Ek", protection=Protection.PROTECTED_REGISTRATION)).record
        protected = plans.create(uow, NewPlan(hidden, PlanKind.CAREER, Situation(TODAY))).record
    names = [plans.file_name(view(context.register, plan_id), context.words) for plan_id in (ordinary, secret, protected)]
    assert names == ["Karriärplan Åsa Öberg.pdf", "Plan 1002.pdf", "Plan 1003.pdf"]


def test_printing_is_noted(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        page.editor.preview.pdf.taken.emit()
        settle(qtbot, context)
        with context.register.reading() as uow:
            actions = uow.session.scalars(select(HistoryEntry.action).where(HistoryEntry.record_id == plan_id)).all()
        assert HistoryAction.PRINTED in actions


def test_a_new_plan_is_begun_from_the_list_with_the_keyboard(qtbot: QtBot, context: Context) -> None:
    make(context.register)
    with shown(qtbot, context) as page:
        QTest.keyClick(page.list.table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = dialog_of(qtbot, context, FormDialog)
        assert isinstance(dialog, FormDialog)
        QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.form["person_id"].error_text == "Välj vems plan det är."
        QTest.keyClick(dialog.form["person_id"].editor(), Key.Key_Down)
        QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, context)
        settle(qtbot, context)
        assert page.stack.currentWidget() is page.editor
        assert page.editor.header.name.text() == "Åsa Öberg"
        shown_plan = page.editor.store.view
        assert shown_plan is not None
        assert shown_plan.review_on == TODAY + timedelta(weeks=6)


def _placed(context: Context, person: UUID, name: str, begun: int, left: int | None = None) -> UUID:
    """Let a person take part in a new programme, begun and perhaps left so many days ago; return the programme."""
    with context.register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData(name, "Bäckby")).record
        ends_on = None if left is None else TODAY - timedelta(days=left)
        programmes.enrol(uow, programme, person, starts_on=TODAY - timedelta(days=begun), ends_on=ends_on)
    return programme


def test_a_plan_is_made_within_the_programme_that_runs(qtbot: QtBot, context: Context) -> None:
    person = view(context.register, make(context.register)).person_id
    make(context.register)  # somebody who has no place in any programme
    old, runs = _placed(context, person, "Gamla", 90, 30), _placed(context, person, "Kvinna för Bäckby", 20)
    with shown(qtbot, context) as page:
        QTest.keyClick(page.list.table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        dialog = dialog_of(qtbot, context, FormDialog)
        assert isinstance(dialog, FormDialog)
        within, whose = dialog.form["programme_id"], dialog.form["person_id"]
        assert isinstance(within, ChoiceField)
        seen = []
        for _ in range(2):  # the two people have one name: told apart by what they are offered
            QTest.keyClick(whose.editor(), Key.Key_Down)
            seen.append((whose.value() == person, within.isVisibleTo(dialog), within.value()))
        assert sorted(seen) == [(False, False, None), (True, True, runs)]
        whose.set_value(person)
        assert [within.box.itemText(number) for number in range(within.box.count())] == [
            "Inget projekt",
            "Kvinna för Bäckby",
            "Gamla",
        ]
        QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, context)
        settle(qtbot, context)
        shown_plan = page.editor.store.view
        assert shown_plan is not None
        assert (shown_plan.person_id, shown_plan.programme) == (person, "Kvinna för Bäckby")
    assert old != runs


def test_with_two_programmes_that_run_none_is_chosen_for_one(context: Context, qtbot: QtBot) -> None:
    person = view(context.register, make(context.register)).person_id
    for name in ("Ett", "Två"):
        _placed(context, person, name, 5)
    with context.register.reading() as uow:
        offer = offered(uow, person)
    over = QWidget()
    qtbot.addWidget(over)
    dialog = new_plan_dialog(over, context, offer, person=person)
    assert (dialog.form["programme_id"].isVisibleTo(dialog), dialog.form["programme_id"].value()) == (True, None)


def test_a_persons_tab_lists_their_plans_and_opens_them(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    make(context.register)
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda page, record: went.append((page, record)))
    tab = PlansTab(context, view(context.register, plan_id).person_id)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    settle(qtbot, context)
    assert [row.id for row in tab.table.rows] == [plan_id]
    tab.table.select(plan_id)
    QTest.keyClick(tab.table, Key.Key_Return)
    assert went == [("plans", plan_id)]


def test_tab_goes_from_the_goal_through_its_steps_in_the_order_on_the_screen(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, goals=("A", "B"))
    with context.register.writing() as uow:
        goal_id = plans.view(uow, plan_id).goals[0].id
        for words in ("Ett", "Två"):
            plans.add_step(uow, goal_id=goal_id, words=StepWords(words))
    with shown(qtbot, context, plan_id) as page:
        first, second = page.editor.goals.cards.values()
        one, two = first.steps.rows.values()
        activate(qtbot, page)
        qtbot.waitUntil(lambda: two.isVisible() and second.isVisible())
        wanted = [one.tick, one.line.line, one.responsible.box, one.day.line, two.tick, first.steps.new, second.title.line]
        first.milestones.new.setFocus()
        met: list[QWidget] = []
        for _ in range(40):
            QTest.keyClick(page.focusWidget(), Key.Key_Tab)
            met.append(page.focusWidget())
        assert [widget for widget in met if widget in wanted][: len(wanted)] == wanted


def test_one_stays_while_something_typed_is_refused(qtbot: QtBot, context: Context) -> None:
    first, second = make(context.register), make(context.register, goals=("Annat",))
    with shown(qtbot, context, first) as page:
        language = page.editor.situation.language
        language.line.setText("x" * 100)
        type_text(language.line, "yz")
        page.show_record(second)
        settle(qtbot, context)
        assert page.editor.store.plan_id == first
        assert language.error_text
        assert language.value() == "x" * 100 + "yz"
        assert page.editor.notice.text
        language.line.clear()
        type_text(language.line, "arabiska")
        page.show_record(second)
        settle(qtbot, context)
        assert page.editor.header.name.text() == "Åsa Öberg"
        assert language.value() == ""
        assert view(context.register, first).situation.language == "arabiska"


def test_a_step_that_is_refused_is_put_back_where_it_was_typed(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        for line in (card.steps.new, card.milestones.new, page.editor.goals.new):
            line.setText("x" * 250)
            QTest.keyClick(line, Key.Key_Return)
            settle(qtbot, context)
            assert line.text() == "x" * 250
            assert page.editor.notice.text
