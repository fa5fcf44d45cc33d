"""The tab of promises: ticked, moved and narrowed with the keyboard; health only once it is asked for."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import coaching, plans
from jobbpunkt.coaching import StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import GoalWords, NewPlan, Situation
from jobbpunkt.promises import Standing
from models.vocabulary import PlanKind, Responsible
from tests.consents import agreed
from tests.registers import NOW
from tests.ui.conftest import settle
from tests.ui.dialogs import form_over
from ui.context import Context
from ui.promises.tab import PromisesTab

TODAY, SOON = NOW.date(), date(2020, 6, 20)
Key = Qt.Key


@pytest.fixture
def tab(qtbot: QtBot, context: Context) -> Iterator[PromisesTab]:
    with context.register.writing() as uow:
        owner = details.create(uow, PersonData("Åsa", "Öberg")).record
        coaching.add_step(uow, owner, StepWords("Ring biblioteket", Responsible.COACH, date(2020, 6, 1)))
        agreed(uow, owner)
        for kind, text in ((PlanKind.CAREER, "Ring Komvux"), (PlanKind.HEALTH, "Sova bättre")):
            plan = plans.create(uow, NewPlan(owner, kind, Situation(TODAY))).record
            goal = plans.add_goal(uow, plan_id=plan, words=GoalWords("Mål")).record
            plans.add_step(uow, goal_id=goal, words=plans.StepWords(text, due_on=SOON))
    made = PromisesTab(context, owner)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    settle(qtbot, context)
    yield made
    settle(qtbot, context)


def texts(tab: PromisesTab) -> list[str]:
    return [one.text for one in tab.table.rows]


def chosen(tab: PromisesTab, text: str) -> UUID:
    found = next(one for one in tab.table.rows if one.text == text)
    assert tab.table.select(found.id)
    tab.table.setFocus()
    return found.id


def test_a_key_ticks_and_the_filter_shows_what_is_done(qtbot: QtBot, context: Context, tab: PromisesTab) -> None:
    assert texts(tab) == ["Ring biblioteket", "Ring Komvux"]
    for key, text in ((Key.Key_K, "Ring biblioteket"), (Key.Key_Space, "Ring Komvux")):
        chosen(tab, text)
        QTest.keyClick(tab.table, key)
        settle(qtbot, context)
    assert texts(tab) == []
    tab.narrow(frozenset({Standing.DONE}), frozenset(Responsible))
    assert sorted(texts(tab)) == ["Ring Komvux", "Ring biblioteket"]


def test_a_key_moves_the_day(qtbot: QtBot, context: Context, tab: PromisesTab) -> None:
    chosen(tab, "Ring Komvux")
    QTest.keyClick(tab.table, Key.Key_F)
    dialog = form_over(qtbot, tab)
    dialog.form["due_on"].set_value(date(2020, 7, 1))
    dialog.save()
    settle(qtbot, context)
    assert next(one.due_on for one in tab.table.rows if one.text == "Ring Komvux") == date(2020, 7, 1)


def test_health_is_there_only_once_it_is_asked_for(qtbot: QtBot, context: Context, tab: PromisesTab) -> None:
    assert "Sova bättre" not in texts(tab)
    tab.health.click()
    settle(qtbot, context)
    assert "Sova bättre" in texts(tab)


def test_enter_opens_where_a_promise_comes_from(qtbot: QtBot, context: Context, tab: PromisesTab) -> None:
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda page, record: went.append((page, record)))
    chosen(tab, "Ring Komvux")
    QTest.keyClick(tab.table, Key.Key_Return)
    assert [page for page, _ in went] == ["plans"]
