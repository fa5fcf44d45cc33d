"""A form made of declared fields has each of them, in their order, and gives back what it was shown; the page tells it."""

import dataclasses
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from jobbpunkt.base.fields import Apart, Field
from jobbpunkt.exchange.titles import NOUNS
from jobbpunkt.people import details
from jobbpunkt.people.fields import FIELDS, PersonData
from tests.services.test_every_field import ANYBODY
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.people.facts import FactsTab
from ui.people.person_form import new_person_dialog
from ui.widgets import declared
from ui.widgets.labels import PlainLabel

OFFERED: dict[str, Any] = {field.name: field.names()[1] for field in FIELDS if field.names}
KNOWN = dataclasses.replace(ANYBODY, **OFFERED)


@pytest.mark.parametrize("table", NOUNS)
def test_a_form_has_each_field_of_its_noun_under_its_label(qtbot: QtBot, context: Context, table: str) -> None:
    asked = NOUNS[table]
    form = declared.form_of(context, asked)
    qtbot.addWidget(form)
    assert list(form.fields) == [field.name for field in asked]
    assert [field.label.text() for field in form.fields.values()] == [context.words(field.label) for field in asked]


def test_what_is_shown_in_the_form_of_a_person_is_read_back(qtbot: QtBot, context: Context) -> None:
    form = declared.form_of(context, FIELDS)
    qtbot.addWidget(form)
    for data in (KNOWN, PersonData("")):
        declared.show(form, FIELDS, data)
        assert PersonData(**declared.read(form, FIELDS)) == data


def test_the_dialog_and_the_page_of_a_person_have_each_field(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        person = details.create(uow, KNOWN).record
    page = shown(qtbot, FactsTab(context, person), 900, 700)
    assert list(new_person_dialog(page, context).form.fields) == [field.name for field in FIELDS]
    settle_all(qtbot, context)
    labels = {label.text() for label in page.findChildren(PlainLabel)}
    told = [field for field in FIELDS if not isinstance(field.told, Apart) and field.name != "protection"]
    assert {context.words(_told(field)) for field in told} <= labels
    assert {field.shown(getattr(KNOWN, field.name), context.words) for field in told if field.name != "street"} <= labels


def _told(field: Field) -> str:
    return field.label if isinstance(field.told, Apart) else field.told or field.label
