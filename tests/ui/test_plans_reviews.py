"""Follow-ups on the screen: one key for each step, called off, planned, late; and who rated."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import plans
from jobbpunkt.plans import RatingWords, ReviewTime, StepWords
from jobbpunkt.register.opening import Register
from models.vocabulary import CalledOff, Rater
from tests.ui.conftest import settle
from tests.ui.keys import type_text
from tests.ui.test_plans import TODAY, dialog_of, make, shown, view
from ui.context import Context
from ui.plans.asked_step import AskedStep
from ui.plans.page import PlansPage
from ui.widgets.dialog import FormDialog
from ui.widgets.labels import PlainLabel

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def with_steps(register: Register, *texts: str) -> UUID:
    plan_id = make(register)
    goal = view(register, plan_id).goals[0].id
    with register.writing() as uow:
        for text in texts:
            plans.add_step(uow, goal_id=goal, words=StepWords(text))
    return plan_id


def press(page: PlansPage, text: str) -> None:
    button = next(one for one in page.editor.reviews.findChildren(QPushButton) if one.text() == text and one.isVisible())
    QTest.keyClick(button, Key.Key_Space)


def chips(page: PlansPage) -> list[str]:
    labels = page.editor.reviews.findChildren(PlainLabel)
    return [label.text() for label in labels if label.property("chip") and label.isVisible()]


def form_dialog(qtbot: QtBot, context: Context) -> FormDialog:
    dialog = dialog_of(qtbot, context, FormDialog)
    assert isinstance(dialog, FormDialog)
    return dialog


def save(qtbot: QtBot, context: Context, dialog: FormDialog) -> None:
    QTest.keyClick(dialog, Key.Key_Return, CTRL)
    settle(qtbot, context)


def test_each_open_step_is_answered_by_one_key(qtbot: QtBot, context: Context) -> None:
    plan_id = with_steps(context.register, "A", "B", "C", "D")
    with shown(qtbot, context, plan_id) as page:
        QTest.keyClick(page.editor.reviews.new, Key.Key_Space)
        dialog = form_dialog(qtbot, context)
        type_text(dialog.form["happened"].editor(), "Bra")
        asked = [field for field in dialog.form.fields.values() if isinstance(field, AskedStep)]
        asked[0].setFocus()
        for key in (Key.Key_1, Key.Key_2, Key.Key_3):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)
        assert asked[2].reason.line.hasFocus()
        save(qtbot, context, dialog)
        assert asked[2].error_text == "Skriv varför steget släpps."
        QTest.keyClicks(asked[2].reason.line, "Ej aktuellt")
        save(qtbot, context, dialog)
        (goal,) = view(context.register, plan_id).goals
        next_on = TODAY + timedelta(weeks=6)
        told = [(step.done_on, step.words.due_on, step.carried, step.dropped_on, step.reason) for step in goal.steps]
        assert told == [
            (TODAY, None, 0, None, ""),
            (None, next_on, 1, None, ""),
            (None, None, 0, TODAY, "Ej aktuellt"),
            (None, None, 0, None, ""),
        ]
        (card,) = page.editor.goals.cards.values()
        fates = [row.fate.text() for row in card.steps.rows.values()]
        assert fates == ["", "Flyttat 1 gång", "Släppt 2020-06-15: Ej aktuellt", ""]
        dropped = list(card.steps.rows.values())[2]
        dropped.take_up.trigger()
        settle(qtbot, context)
        assert view(context.register, plan_id).goals[0].steps[2].is_open


def test_a_follow_up_is_called_off_with_a_new_day(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        press(page, "Den ställdes in …")
        dialog = form_dialog(qtbot, context)
        type_text(dialog.form["why"].editor(), "Sjuk")
        save(qtbot, context, dialog)
        missed, ahead = view(context.register, plan_id).reviews
        assert missed.excuse is not None
        assert (missed.excuse.called_off, missed.excuse.why) == (CalledOff.PARTICIPANT, "Sjuk")
        assert ahead.day == TODAY + timedelta(weeks=1)
        qtbot.waitUntil(lambda: chips(page) == ["Inställd"])


def test_a_day_outside_its_window_is_told_and_a_late_one_says_so(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        press(page, "Planera en uppföljning")
        dialog = form_dialog(qtbot, context)
        dialog.form["planned_on"].set_value(TODAY)
        dialog.form["opens_on"].set_value(TODAY + timedelta(days=1))
        save(qtbot, context, dialog)
        assert dialog.form["planned_on"].error_text == "Dagen ligger utanför sitt spann. Ändra dagen eller spannet."
        dialog.form["opens_on"].set_value(None)
        save(qtbot, context, dialog)
    assert [review.time for review in view(context.register, plan_id).planned] == [ReviewTime(TODAY)] * 2
    with context.register.writing() as uow:
        seen = plans.view(uow, plan_id)
        early = replace(seen.situation, starts_on=TODAY - timedelta(days=9))
        plans.change_situation(uow, plan_id=plan_id, version=seen.version, situation=early)
        first, time = seen.planned[0], ReviewTime(TODAY - timedelta(days=3))
        plans.change_review_time(uow, review_id=first.id, version=first.version, time=time)
    with shown(qtbot, context, plan_id) as page:
        qtbot.waitUntil(lambda: chips(page) == ["Försenat", "Nu"])


def test_the_coach_rates_apart_with_what_shows_it(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    goal = view(context.register, plan_id).goals[0].id
    with context.register.writing() as uow:
        plans.rate(uow, goal_id=goal, words=RatingWords(3), on=TODAY - timedelta(days=9))
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        QTest.keyClick(card.rating.other, Key.Key_Space)
        dialog = form_dialog(qtbot, context)
        save(qtbot, context, dialog)
        assert dialog.form["value"].error_text == "Välj ett tal från 0 till 10."
        dialog.form["value"].set_value(7)
        QTest.keyClicks(dialog.form["evidence"].editor(), "Kom i tid")
        save(qtbot, context, dialog)
        found = view(context.register, plan_id).goals[0].ratings[-1]
        assert (found.value, found.by, found.evidence, found.rated_on) == (7, Rater.COACH, "Kom i tid", TODAY)
        assert (len(card.rating.line.points()), len(card.rating.line.points(of_coach=True))) == (1, 1)
        assert card.rating.line.accessibleName().endswith("2020-06-15: 7, coachen (Kom i tid)")
