"""Inspections in the window: keys as fast as they come, remarks and photos that stay, and what is to be looked at again."""

from datetime import date, time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt import inspections, programmes, work
from jobbpunkt.base.clock import instant
from jobbpunkt.inspections import InspectionHead, InspectionView, Remark, Spot
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.work import AreaData, TaskData
from models.vocabulary import AreaKind, InspectionKind, PointVerdict
from tests.ui.conftest import settle_all, shown
from tests.ui.keys import type_text
from ui.context import Context
from ui.inspections.photos import add_photos
from ui.inspections.point_row import PointRow
from ui.inspections.tab import InspectionsTab

GOOD, BAD, NOT_NOW = PointVerdict.PASSED, PointVerdict.REMARKED, PointVerdict.NOT_RELEVANT
HEAD = InspectionHead(InspectionKind.INSPECTION, instant(date(2020, 6, 8), time(9)), "Åsa")
OBJECTS = ("Entré", "Trappor", "Räcke", "Glas", "Lister", "Lampor")


@pytest.fixture
def tab(qtbot: QtBot, context: Context) -> InspectionsTab:
    """The tab of a programme with one stairwell of six points."""
    with context.register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        work.add_area(uow, made, AreaData(AreaKind.STAIRWELL, "Trapphus Spinnargatan 6"))
        for name in OBJECTS:
            work.add_task(uow, made, TaskData(name, "Rent"), kind=AreaKind.STAIRWELL)
    shown_tab = shown(qtbot, InspectionsTab(context), 1100, 700)
    with context.register.reading() as uow:
        shown_tab.show_programme(work.programmes(uow)[0])
    settle_all(qtbot, context)
    return shown_tab


def _begun(qtbot: QtBot, context: Context, tab: InspectionsTab) -> InspectionView:
    assert tab.programme is not None
    with context.register.writing() as uow:
        (area,) = work.areas(uow, tab.programme.id)
        key = inspections.begin(uow, tab.programme.id, Spot(area.id), HEAD).record
    tab.show_record(key)
    settle_all(qtbot, context)
    return _kept(context, tab)


def _kept(context: Context, tab: InspectionsTab) -> InspectionView:
    key = tab.card.store.key
    assert key is not None
    with context.register.reading() as uow:
        return inspections.view(uow, key)


def _press(*keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def _verdicts(view: InspectionView) -> list[PointVerdict | None]:
    return [point.verdict for point in view.points]


def test_keys_as_fast_as_they_come_land_on_the_right_point(qtbot: QtBot, context: Context, tab: InspectionsTab) -> None:
    _begun(qtbot, context, tab)
    _press(
        Qt.Key.Key_G, Qt.Key.Key_G, Qt.Key.Key_X, Qt.Key.Key_G, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Down, Qt.Key.Key_G
    )
    settle_all(qtbot, context)
    assert _verdicts(_kept(context, tab)) == [GOOD, GOOD, NOT_NOW, None, GOOD, None]
    focused = QApplication.focusWidget()
    assert isinstance(focused, PointRow)
    assert focused.point.task.object == "Lampor"
    assert tab.card.sum.text() == "3 godkända · 2 kvar"
    assert not tab.card.finish.isEnabled()


def test_a_remark_opens_below_its_row_and_saves_itself(qtbot: QtBot, context: Context, tab: InspectionsTab) -> None:
    _begun(qtbot, context, tab)
    _press(Qt.Key.Key_A)
    settle_all(qtbot, context)
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, "Fläckar, plan 2")
    _press(Qt.Key.Key_Return, Qt.Key.Key_G)
    settle_all(qtbot, context)
    kept = _kept(context, tab)
    assert _verdicts(kept)[:3] == [BAD, GOOD, None]
    assert kept.points[0].remark == Remark("Fläckar, plan 2", "", date(2020, 6, 15), is_again=True)


def test_letters_in_a_field_are_letters(qtbot: QtBot, context: Context, tab: InspectionsTab) -> None:
    _begun(qtbot, context, tab)
    _press(Qt.Key.Key_A)
    settle_all(qtbot, context)
    row = next(iter(tab.card.findChildren(PointRow)))
    assert row.remark is not None
    row.remark.begin()
    QTest.keyClicks(row.remark.fault.line, "gax f")
    assert row.remark.fault.line.text() == "gax f"
    assert _verdicts(_kept(context, tab)) == [BAD, None, None, None, None, None]


def test_a_photo_is_kept_and_a_bad_one_leaves_the_remark(
    qtbot: QtBot, context: Context, tab: InspectionsTab, tmp_path: Path, refusals: list[str]
) -> None:
    view = _begun(qtbot, context, tab)
    point = view.points[0]
    with context.register.writing() as uow:
        inspections.remark(uow, point.id, point.version, Remark("Fläckar"))
    good, bad = tmp_path / "trapp.jpg", tmp_path / "brev.jpg"
    Image.new("RGB", (80, 60), "#665544").save(good)
    bad.write_text("Kära du", encoding="utf-8")
    add_photos(tab.card, tab.card.store, point.id, [good, bad, tmp_path / "borta.jpg"])
    qtbot.waitUntil(lambda: len(_kept(context, tab).points[0].photos) == 1)
    settle_all(qtbot, context)
    kept = _kept(context, tab).points[0]
    assert (kept.remark.fault, len(kept.photos)) == ("Fläckar", 1)
    assert any("inget foto" in told for told in refusals)
    assert len(refusals) == 2


@pytest.fixture
def refusals(context: Context) -> list[str]:
    """What was refused, in words."""
    told: list[str] = []
    context.operations.refused.connect(lambda _parent, error: told.append(error.text(context.words)))
    return told


def test_finished_it_is_compared_and_its_remarks_wait(qtbot: QtBot, context: Context, tab: InspectionsTab) -> None:
    _begun(qtbot, context, tab)
    _press(*[Qt.Key.Key_G] * 5)
    settle_all(qtbot, context)
    point = _kept(context, tab).points[5]
    with context.register.writing() as uow:
        inspections.remark(uow, point.id, point.version, Remark("Damm", "", date(2020, 6, 20), is_again=True))
    tab.card.store.reload()
    settle_all(qtbot, context)
    tab.card.finish.click()
    settle_all(qtbot, context)
    assert _kept(context, tab).closed_at is not None
    assert tab.card.correct.isVisible()
    assert tab.card.again.isVisible()
    assert not tab.card.hints.isVisible()
    assert tab.months.empty.isVisible(), "one month is no line"
    tab.show_list()
    settle_all(qtbot, context)
    (row,) = tab.table.rows
    assert (row.score.passed, row.open) == (5, 1)
    assert not tab.again.empty.isVisible()
