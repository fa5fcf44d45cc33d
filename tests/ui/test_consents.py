"""The consent to a plan for better health in the window: asked for where a plan needs it, and unknown to who may not know."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import consents, plans
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf
from jobbpunkt.register.opening import Register
from models.vocabulary import ConsentForm, PlanKind, Role
from tests.colleagues import colleague
from tests.consents import agreed
from tests.registers import NOW
from tests.ui.conftest import settle_all, shown
from ui.consents.card import ConsentCard
from ui.consents.forms import consent_dialog, withdrawal_dialog
from ui.context import Context
from ui.drafts.list_dialog import DraftsDialog
from ui.plans.new_plan import new_plan_dialog, offered
from ui.plans.tab import PlansTab
from ui.theme import Theme
from ui.widgets.dialog import FormDialog
from ui.widgets.labels import PlainLabel
from ui.workspace import Workspace

TODAY = NOW.date()
WORD = "Kanariefågelns astma"


@pytest.fixture
def person(context: Context) -> UUID:
    """Somebody who has not been asked yet."""
    with context.register.writing() as uow:
        return details.create(uow, PersonData("Åsa", "Öberg")).record


@pytest.fixture
def tab(qtbot: QtBot, context: Context, person: UUID) -> Iterator[PlansTab]:
    """The plans of that person."""
    made = shown(qtbot, PlansTab(context, person), 1100, 700)
    settle_all(qtbot, context)
    yield made
    made.close()


def of(register: Register, person: UUID) -> tuple[consents.ConsentView, ...]:
    with register.reading() as uow:
        return consents.of_person(uow, person)


def words_of(card: ConsentCard) -> str:
    said = [button.text() for button in card.findChildren(QPushButton)]
    return "\n".join([*said, *(label.text() for label in card.findChildren(PlainLabel))])


def test_a_plan_that_needs_a_consent_offers_to_record_it_and_goes_on(
    qtbot: QtBot, context: Context, tab: PlansTab, person: UUID
) -> None:
    with context.register.reading() as uow:
        dialog = new_plan_dialog(tab, context, offered(uow, person), person=person)
    dialog.open()
    dialog.form.set_values(kind=PlanKind.HEALTH)
    dialog.save()
    settle_all(qtbot, context)
    asked = dialog.findChildren(QMessageBox)[-1]
    assert "samtycke" in asked.text()
    next(button for button in asked.buttons() if "Anteckna" in button.text()).click()
    form = next(one for one in dialog.findChildren(FormDialog) if one.isVisible())
    form.form.set_values(how=ConsentForm.ORAL, witness="Sol Exempel")
    form.save()
    settle_all(qtbot, context)
    settle_all(qtbot, context)
    assert [one.given.witness for one in of(context.register, person)] == ["Sol Exempel"]
    with context.register.reading() as uow:
        assert [row.kind for row in plans.of_person(uow, person)] == [PlanKind.HEALTH]


def test_the_card_says_where_it_stands_and_what_can_be_done(qtbot: QtBot, context: Context, tab: PlansTab, person: UUID) -> None:
    card = tab.findChild(ConsentCard)
    assert card is not None
    assert "Anteckna samtycket …" in words_of(card)
    dialog = consent_dialog(tab, context, person)
    dialog.open()
    dialog.save()
    settle_all(qtbot, context)
    assert "Återkalla …" in words_of(card)
    withdrawal = withdrawal_dialog(tab, context, person, of(context.register, person)[0])
    withdrawal.open()
    withdrawal.save()
    settle_all(qtbot, context)
    assert "Anteckna samtycket …" in words_of(card)
    assert "återkallat 2020-06-15" in words_of(card)


def test_opening_a_shut_plan_says_why_where_one_is(qtbot: QtBot, context: Context, person: UUID) -> None:
    with context.register.writing() as uow:
        consent = agreed(uow, person)
        plan = plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(TODAY))).record
    with context.register.writing() as uow:
        consents.withdraw(uow, consent, 1, consents.Withdrawal(TODAY, ConsentForm.PAPER))
    window = shown(qtbot, Workspace(context), 1280, 800)
    window.go("plans", plan)
    settle_all(qtbot, context)
    assert window.current is not None
    assert "Planen är stängd" in window.current.notice.text
    window.close()


def test_for_who_lacks_the_key_there_is_no_card(
    qtbot: QtBot, theme: Theme, sqlite_register: Register, words_sv: Words, settings: Settings
) -> None:
    with sqlite_register.writing() as uow:
        someone = details.create(uow, PersonData("Åsa", "Öberg")).record
        agreed(uow, someone)
    with colleague(sqlite_register, [Role.COACH]) as other:
        context = Context(other, words_sv, settings)
        tab = PlansTab(context, someone)
        qtbot.addWidget(tab)
        assert tab.findChildren(ConsentCard) == []
        context.close()


def test_what_was_typed_into_a_health_plan_is_read_in_the_form_alone_where_it_is_noted(
    qtbot: QtBot, context: Context, person: UUID
) -> None:
    with context.register.writing() as uow:
        agreed(uow, person)
        plan = plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(date(2020, 6, 1)))).record
    field = DraftField("current", "Nuläge", "", WORD, WORD)
    context.drafts.put(Draft(DraftOf("plan.situation", plan), "Plan", NOW, (field,), "plans", plan, person))
    window = shown(qtbot, Workspace(context), 1280, 800)
    listed = DraftsDialog(window, context)
    listed.open()
    qtbot.waitUntil(lambda: listed.list.count() == 1)
    settle_all(qtbot, context)
    listed.copy()
    assert WORD not in listed.text.toPlainText() + QApplication.clipboard().text()
    assert "antecknas" in listed.text.toPlainText()
    listed.close()
    window.close()
