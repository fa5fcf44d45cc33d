"""What each kind of plan asks, on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jobbpunkt import plans
from models.vocabulary import PlanKind
from tests.ui.conftest import settle
from tests.ui.test_plans import make, saved, shown, view
from ui.context import Context
from ui.plans.own_card import OwnCard

Key = Qt.Key


def seen(card: OwnCard) -> list[str]:
    return [name for name, field in card.fields.items() if field.isVisible()]


def test_a_career_plan_asks_for_occupations_and_offers_those_of_the_national_list(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register)
    with shown(qtbot, context, plan_id) as page:
        card = page.editor.own
        assert seen(card) == ["occupation_a", "occupation_b", "occupation_c"]
        line = card.fields["occupation_a"].editor()
        assert isinstance(line, QLineEdit)
        line.setFocus()
        QTest.keyClicks(line, "vaktm")
        offer = line.completer()
        names = offer.popup() if offer is not None else None
        assert names is not None
        QTest.keyClick(names, Key.Key_Down)
        QTest.keyClick(names, Key.Key_Return)
        assert line.text() == "Vaktmästare (9622)"
        QTest.keyClicks(line, ", natt")  # what was taken stays to be changed
        page.editor.flush()
        saved(qtbot, context, lambda: not page.editor.dirty)
    assert view(context.register, plan_id).situation.own["occupation_a"].endswith(", natt")


def test_a_health_plan_shows_only_what_was_raised_and_takes_out_the_rest_by_keyboard(qtbot: QtBot, context: Context) -> None:
    plan_id = make(context.register, PlanKind.HEALTH)
    with shown(qtbot, context, plan_id) as page:
        card = page.editor.own
        assert seen(card) == []
        card.offers["sleep"].setFocus()
        QTest.keyClick(card.offers["sleep"], Key.Key_Space)
        assert seen(card) == ["sleep"]
        assert card.fields["sleep"].editor().hasFocus()
        QTest.keyClicks(card.fields["sleep"].editor(), "Jag vaknar tidigt")
        page.editor.flush()
        saved(qtbot, context, lambda: not page.editor.dirty)
        assert seen(card) == ["sleep"]
    assert view(context.register, plan_id).situation.own == {"sleep": "Jag vaknar tidigt"}


def test_another_plan_shows_what_its_own_kind_asks(qtbot: QtBot, context: Context) -> None:
    career, personal = make(context.register), make(context.register, PlanKind.PERSONAL)
    with shown(qtbot, context, career) as page:
        page.show_record(personal)
        settle(qtbot, context)
        asked = {field.name for field in plans.OWN[PlanKind.PERSONAL]}
        assert {name for name, offer in page.editor.own.offers.items() if offer.isVisible()} == asked
        assert seen(page.editor.own) == []
