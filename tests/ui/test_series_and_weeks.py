"""Series, weeks, places and indicators in the window: typed, refused in one sentence, put right, taken away."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import incidents, indicators, organisations, places, programmes, series
from jobbpunkt.incidents.data import monday
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.places import PlaceData
from jobbpunkt.programmes import ProgrammeData
from models.vocabulary import Effect, EventKind, Frequency, IncidentCategory, PartnerRole, PlaceKind, ProgrammeKind
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from ui.context import Context
from ui.events.page import EventsPage
from ui.indicators.tab import IndicatorsTab
from ui.places.tab import PlacesTab
from ui.programmes.page import ProgrammesPage
from ui.programmes.participants import ParticipantsTab
from ui.widgets.dialog import FormDialog
from ui.widgets.field import Field


def _type(field: Field[Any], text: str) -> None:
    editor = field.editor()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)


def _refused(qtbot: QtBot, dialog: FormDialog, field: str) -> str:
    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.form[field].error_text))
    return dialog.form[field].error_text


def test_a_series_is_added_with_the_number_as_it_was_said(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, EventsPage(context), 1064, 740)
    page.tabs.setCurrentWidget(page.series)
    settle_all(qtbot, context)
    assert not page.new.isVisible(), "over the series there is one button, for a new series"
    QTest.keyClick(page.series, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = form_over(qtbot, page)
    _type(dialog.form["name"], "Mimer Dance School")
    dialog.form["kind"].set_value(EventKind.OTHER)
    dialog.form["starts_on"].set_value(date(2019, 1, 7))
    dialog.form["ends_on"].set_value(date(2019, 12, 31))
    _type(dialog.form["occasions"], "38")
    _type(dialog.form["attendance"], "70")
    _type(dialog.form["attendance_said"], "ett sextiotal")
    assert "60" in _refused(qtbot, dialog, "attendance_said")
    _type(dialog.form["attendance"], "60")
    dialog.save()
    settle_all(qtbot, context)
    (row,) = page.series.table.rows
    assert (row.data.occasions, row.data.attendance, row.data.attendance_said) == (38, 60, "ett sextiotal")
    page.series.table.setFocus()
    page.series.table.selectRow(0)
    QTest.keyClick(page.series.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, page)
    dialog.form["told_year"].set_value(Decimal(2020))
    dialog.save()
    settle_all(qtbot, context)
    assert page.series.table.rows[0].data.told_year == 2020
    page.series.table.selectRow(0)
    QTest.keyClick(page.series.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        assert series.rows(uow) == ()


def test_a_week_is_noted_put_right_and_removed(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        place = places.create(uow, PlaceData("Bäckby")).record
    page = shown(qtbot, EventsPage(context), 1064, 740)
    page.tabs.setCurrentWidget(page.incidents)
    settle_all(qtbot, context)
    QTest.keyClick(page.incidents.add, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    assert not [field for field in dialog.form.fields.values() if type(field).__name__ in ("LineField", "LongTextField")]
    assert _refused(qtbot, dialog, "place_id")
    dialog.form["place_id"].set_value(place)
    _type(dialog.form["gathering"], "3")
    dialog.save()
    settle_all(qtbot, context)
    (row,) = page.incidents.table.rows
    assert row.counts == {IncidentCategory.GATHERING: 3}
    page.incidents.table.setFocus()
    page.incidents.table.selectRow(0)
    QTest.keyClick(page.incidents.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, page)
    _type(dialog.form["burglary"], "0")
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        week = monday(context.clock.today())
        (found,) = incidents.weeks(uow, first=week, last=week)
    assert found.counts == {IncidentCategory.GATHERING: 3, IncidentCategory.BURGLARY: 0}
    page.incidents.table.selectRow(0)
    QTest.keyClick(page.incidents.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert page.incidents.table.rows == ()


def _tab(qtbot: QtBot, context: Context, kind: type[Any]) -> tuple[ProgrammesPage, Any]:
    page = shown(qtbot, ProgrammesPage(context), 1064, 740)
    found = next(part for part in page.parts if isinstance(part, kind))
    page.tabs.setCurrentWidget(found)
    settle_all(qtbot, context)
    return page, found


def test_an_indicator_is_made_measured_and_broken_down(qtbot: QtBot, context: Context) -> None:
    page, tab = _tab(qtbot, context, IndicatorsTab)
    QTest.keyClick(tab.new, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    _type(dialog.form["name"], "Trivsel")
    dialog.form["frequency"].set_value(Frequency.YEARLY)
    dialog.save()
    settle_all(qtbot, context)
    QTest.keyClick(tab.add, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    for wrong in ("101", "trettio"):
        _type(dialog.form["stated"], wrong)
        assert _refused(qtbot, dialog, "stated")
    _type(dialog.form["stated"], "66,5")
    dialog.save()
    settle_all(qtbot, context)
    QTest.keyClick(tab.aim, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    for wrong in ("mycket", "101"):
        _type(dialog.form["share"], wrong)
        assert _refused(qtbot, dialog, "share")
    dialog.reject()
    QTest.keyClick(tab.ask, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    _type(dialog.form["question"], "Trapphuset")
    dialog.form["effect"].set_value(Effect.LOWERS)
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (found,) = indicators.indicators(uow)
    assert (found.readings[0].share, found.factors[0].effect) == (Decimal("66.5"), Effect.LOWERS)
    assert tab.table.rows_model.shown(tab.table.rows[0], tab._columns()[0]) == str(context.clock.today().year)


def test_an_empty_indicator_is_removed_and_another_is_put_right(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        index = indicators.create(uow, IndicatorData("Trygghet")).record
        indicators.read(uow, index, MonthResult(date(2020, 3, 1), 500, 390))
    page, tab = _tab(qtbot, context, IndicatorsTab)
    QTest.keyClick(tab.change, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    _type(dialog.form["base"], "Alla som svarar")
    dialog.save()
    settle_all(qtbot, context)
    assert "Alla som svarar" in tab.facts.text()
    tab.table.selectRow(0)
    QTest.keyClick(tab.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    QTest.keyClick(tab.drop, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        assert indicators.indicators(uow) == ()


def test_a_place_is_added_and_put_right(qtbot: QtBot, context: Context) -> None:
    page, tab = _tab(qtbot, context, PlacesTab)
    QTest.keyClick(tab.add, Qt.Key.Key_Space)
    dialog = form_over(qtbot, page)
    _type(dialog.form["name"], "Kollage")
    dialog.form["kind"].set_value(PlaceKind.MEETING_PLACE)
    dialog.save()
    settle_all(qtbot, context)
    tab.table.setFocus()
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, page)
    _type(dialog.form["run_by"], "Bostads AB Mimer")
    dialog.save()
    settle_all(qtbot, context)
    assert tab.table.rows[0].data == PlaceData("Kollage", PlaceKind.MEETING_PLACE, run_by="Bostads AB Mimer")
    tab.table.selectRow(0)
    QTest.keyClick(tab.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert tab.table.rows == ()


def test_a_project_has_partners_and_a_funder(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        programmes.create(uow, ProgrammeData("På lika villkor", "Bäckby", kind=ProgrammeKind.PROJECT))
        ikea = organisations.create(uow, OrganisationDetails("IKEA")).record
    page, tab = _tab(qtbot, context, ParticipantsTab)
    QTest.keyClick(tab.join, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    assert _refused(qtbot, dialog, "organisation_id")
    dialog.form["organisation_id"].set_value(ikea)
    dialog.save()
    settle_all(qtbot, context)
    QTest.keyClick(tab.join, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    _type(dialog.form["name"], "Vinnova")
    dialog.form["role"].set_value(PartnerRole.FUNDER)
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (found,) = programmes.programmes(uow)
    assert [(one.name, one.role) for one in found.partners] == [("IKEA", PartnerRole.PARTNER), ("Vinnova", PartnerRole.FUNDER)]
