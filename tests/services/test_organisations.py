"""Organisations: one of each name, and what they took part in."""

from dataclasses import replace
from datetime import date, time

import pytest

from jobbpunkt import campaigns, events, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.events import EventDetails
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.register.opening import Register
from models.vocabulary import EventKind, MeasureLink, OrganisationKind, Unit

PROFFAS = OrganisationDetails("Proffas", OrganisationKind.EMPLOYER, "info@example.se")


def test_a_name_is_there_once(register: Register) -> None:
    with register.writing() as uow:
        first = organisations.create(uow, PROFFAS).record
        assert organisations.find_or_create(uow, " proffas ") == first
        assert organisations.find_or_create(uow, "IKEA", OrganisationKind.EMPLOYER) != first
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        organisations.create(uow, replace(PROFFAS, name="PROFFAS"))
    assert refused.value.field == "name"
    with register.reading() as uow:
        assert [name for _, name in organisations.choices(uow)] == ["IKEA", "Proffas"]


def test_it_can_be_changed(register: Register) -> None:
    with register.writing() as uow:
        key = organisations.create(uow, PROFFAS).record
        organisations.change(uow, key, 1, replace(PROFFAS, kind=OrganisationKind.HOUSING, note="Ny kontakt"))
    with register.reading() as uow:
        (row,) = organisations.rows(uow)
    assert (row.kind, row.note, row.version) == (OrganisationKind.HOUSING, "Ny kontakt", 2)


def test_what_it_took_part_in(register: Register) -> None:
    with register.writing() as uow:
        key = organisations.create(uow, PROFFAS).record
        campaign = campaigns.create(uow, CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5))).record
        campaigns.add_partner(uow, campaign, organisation_id=key, responsibility="Rekrytering")
        fair = EventDetails(EventKind.FAIR, "Rekryteringsmässa", instant(date(2020, 7, 1), time(10)), partners=(key,))
        events.create(uow, fair)
    with register.reading() as uow:
        (row,) = organisations.rows(uow)
        assert (row.campaigns, row.events) == (("CV-boxen",), 1)
        parts = organisations.took_part(uow, key)
    assert [(part.page, part.title, part.role) for part in parts] == [
        ("events", "Rekryteringsmässa", ""),
        ("campaigns", "CV-boxen", "Rekrytering"),
    ]
    with pytest.raises(UserError), register.writing() as uow:
        organisations.remove(uow, key)


def test_one_entered_by_mistake_can_be_removed(register: Register) -> None:
    with register.writing() as uow:
        key = organisations.create(uow, PROFFAS).record
    with register.writing() as uow:
        organisations.remove(uow, key)
    with register.reading() as uow:
        assert organisations.rows(uow) == ()


def test_who_has_a_stand_or_is_counted_at_stays(register: Register) -> None:
    frame = CampaignDetails("CV-boxen 2020", date(2020, 6, 8), date(2020, 7, 5))
    with register.writing() as uow:
        made = campaigns.create(uow, frame).record
        proffas, ikea = (organisations.find_or_create(uow, name) for name in ("Proffas", "IKEA"))
        campaigns.add_stand(uow, made, organisation_id=proffas, label="A1")
        linked = MeasureLink.APPLICATIONS
        campaigns.add_measure(uow, made, label="Till IKEA", unit=Unit.APPLICATIONS, linked=linked, employer_id=ikea)
    for key in (proffas, ikea):
        with pytest.raises(UserError, match="stays in the register"), register.writing() as uow:
            organisations.remove(uow, key)
