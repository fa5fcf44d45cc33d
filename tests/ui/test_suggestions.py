"""Suggestions while one types, and the library in the settings."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jobbpunkt import suggestions
from jobbpunkt.register.opening import Register
from models.vocabulary import PlanKind
from tests.ui.conftest import settle
from tests.ui.keys import type_text
from tests.ui.test_plans import dialog_of, make, shown, view
from ui.context import Context
from ui.suggestions.card import SuggestionsCard
from ui.widgets.dialog import FormDialog

Key = Qt.Key


def take(line: QLineEdit, typed: str) -> None:
    line.setFocus()
    QTest.keyClicks(line, typed)
    offer = line.completer()
    names = offer.popup() if offer is not None else None
    assert names is not None
    assert names.isVisible()
    QTest.keyClick(names, Key.Key_Down)
    QTest.keyClick(names, Key.Key_Return)


def test_enter_takes_a_goal_then_a_step_and_the_words_stay_to_be_changed(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, goals=())
    with shown(qtbot, context, plan_id) as page:
        goals = page.editor.goals
        take(goals.new, "praktik")
        assert goals.new.text().startswith("Jag ska f")
        assert not goals.cards
        QTest.keyClicks(goals.new, " i maj")
        QTest.keyClick(goals.new, Key.Key_Return)
        settle(qtbot, context)
        (card,) = goals.cards.values()
        assert card.title.value().endswith("praktikplats i maj")
        take(card.steps.new, "referens")
        QTest.keyClick(card.steps.new, Key.Key_Return)
        settle(qtbot, context)
    (goal,) = view(context.register, plan_id).goals
    assert goal.steps[0].words.text.endswith("referens")


def test_the_steps_of_a_suggested_goal_are_offered_first_and_all_by_the_arrow_down(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, PlanKind.PERSONAL, goals=("Jag ska ha rutiner i vardagen",))
    with shown(qtbot, context, plan_id) as page:
        (card,) = page.editor.goals.cards.values()
        line = card.steps.new
        line.setFocus()
        QTest.keyClick(line, Key.Key_Down)
        offer = line.completer()
        assert offer is not None
        assert offer.completionCount() == 3
        offer.popup().hide()  # type: ignore[union-attr] # it has just been shown


def library(register: Register) -> list[str]:
    with register.reading() as uow:
        return [row.text for row in suggestions.library(uow) if row.is_retired or row.text.startswith("Jag ska bli kock")]


def test_the_office_rewords_adds_and_retires_in_the_settings(qtbot: QtBot, context: Context) -> None:
    card = SuggestionsCard(context)
    qtbot.addWidget(card)
    card.resize(760, 700)
    card.show()
    card.refresh()
    settle(qtbot, context)
    first = card.table.rows[0]
    assert card.table.select(first.id)
    QTest.keyClick(card.table, Key.Key_Return)
    dialog = dialog_of(qtbot, context, FormDialog)
    assert isinstance(dialog, FormDialog)
    dialog.form["text"].set_value("")
    type_text(dialog.form["text"].editor(), "Jag ska bli kock")
    QTest.keyClick(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert library(context.register) == ["Jag ska bli kock"]
    second = card.table.rows[-1]
    assert card.table.select(second.id)
    QTest.keyClick(card.retire, Key.Key_Space)
    settle(qtbot, context)
    assert second.text in library(context.register)
