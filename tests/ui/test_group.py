"""The first page of who leads a group, from the keyboard: each line leads to what it tells of."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import programmes, shifts, work
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.shifts import ShiftData
from jobbpunkt.work import AreaData, TaskData
from models.vocabulary import AreaKind, Protection
from tests.registers import NOW
from tests.ui.conftest import settle_all
from tests.ui.screen import text_on
from ui.context import Context
from ui.group.lines import LineButton
from ui.group.page import GroupPage

TODAY = NOW.date()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> GroupPage:
    with context.register.writing() as uow:
        runs = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=TODAY + timedelta(days=9))).record
        over = programmes.create(uow, ProgrammeData("Avslutat", "Råby", ends_on=TODAY - timedelta(days=1))).record
        for name, programme, first in (("Åsa", runs, 0), ("Bo", runs, 3), ("Cia", runs, 60), ("Dag", over, -9)):
            person = details.create(uow, PersonData(name)).record
            programmes.enrol(uow, programme, person, starts_on=TODAY + timedelta(days=first))
        hidden = details.create(uow, PersonData("Hemlig", protection=Protection.CONFIDENTIALITY_MARKING)).record
        programmes.enrol(uow, runs, hidden, starts_on=TODAY)
        cellar = work.add_area(uow, runs, AreaData(AreaKind.CELLAR, "Källaren")).record
        for day, first in ((TODAY - timedelta(days=7), 8), (TODAY, 8), (TODAY, 13), (TODAY + timedelta(days=1), 8)):
            shifts.create(uow, runs, ShiftData(day, time(first), time(first + 3), areas=(cellar,)))
        programmes.enrol(uow, runs, hidden, starts_on=TODAY - timedelta(days=9), ends_on=TODAY - timedelta(days=2))
        work.add_area(uow, runs, AreaData(AreaKind.LAUNDRY, "Tvättstugan"))
        work.add_area(uow, runs, AreaData(AreaKind.LAUNDRY, "Lämnad", ended_on=TODAY - timedelta(days=1)))
        work.add_task(uow, runs, TaskData("Golv", "Sopat"), kind=AreaKind.LAUNDRY)
    made = GroupPage(context)
    qtbot.addWidget(made)
    made.resize(1064, 740)
    made.show()
    settle_all(qtbot, context)
    return made


def _texts(page: GroupPage) -> dict[str, list[str]]:
    cards = {"group": page.group, "week": page.week, "needs": page.needs}
    return {name: [one.accessibleName() for one in card.findChildren(LineButton)] for name, card in cards.items()}


def test_it_shows_the_group_of_the_day_where_it_works_and_what_needs_somebody(page: GroupPage) -> None:
    seen = _texts(page)
    assert [line.split(",")[0] for line in seen["group"]] == ["Åsa", "Skyddade uppgifter (1005)", "Bo"]
    assert "från" in seen["group"][2]
    assert [line.rpartition(", ")[2] for line in seen["week"]] == ["2 omarkerade", "2 omarkerade", "2 väntade"]
    assert [line.split(",")[0] for line in seen["needs"]] == ["1 omarkerad", "Källaren", "Kvinna för Bäckby"]
    assert not {"Hemlig", "Cia", "Dag", "Lämnad"} & set(text_on(page).split())


def test_a_line_leads_to_what_it_tells_of(qtbot: QtBot, context: Context, page: GroupPage) -> None:
    went: list[tuple[object, ...]] = []
    context.navigated.connect(lambda key, record: went.append((key, record)))
    context.pointed.connect(lambda key, tab: went.append((key, tab)))
    line = next(one for one in page.needs.findChildren(LineButton) if one.accessibleName().startswith("Källaren"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    with context.register.reading() as uow:
        programme = next(one.id for one in work.programmes(uow))
        cellar = next(area.id for area in work.areas(uow, programme) if area.data.name == "Källaren")
    assert went == [("work", cellar), ("work", "areas")]


def test_what_goes_on_now_stands_first_and_its_button_takes_attendance(qtbot: QtBot, context: Context, page: GroupPage) -> None:
    button = page.now.first()
    assert button is not None
    assert "2 väntade · 0 markerade · 2 kvar" in text_on(page.now)
    went: list[tuple[object, ...]] = []
    context.navigated.connect(lambda key, record: went.append((key, record)))
    context.pointed.connect(lambda key, tab: went.append((key, tab)))
    QTest.keyClick(button, Qt.Key.Key_Return)
    with context.register.reading() as uow:
        programme = next(one.id for one in work.programmes(uow))
        (first, _) = shifts.between(uow, programme, TODAY, TODAY)
    assert went == [("work", first.id), ("work", "shift")]
    with context.register.writing() as uow:
        changes = [shifts.rest_present(uow, one.id) for one in shifts.between(uow, programme, TODAY, TODAY)]
    context.announce(changes[-1])
    settle_all(qtbot, context)
    assert page.now.first() is None
    assert "12,0 h" in text_on(page.figures)
