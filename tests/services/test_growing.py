"""What only grows is entered without a session: as one would have sent it, with its history, or not at all."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import campaigns
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.register import chain
from jobbpunkt.register.opening import Register
from models.campaign import Campaign, TallyEntry
from models.coaching import SessionParticipant
from models.history import HistoryEntry, HistorySignature
from models.person import PersonNote
from models.vocabulary import HistoryAction, Source

FIRST, LAST = date(2020, 6, 15), date(2020, 6, 28)


@pytest.fixture
def given(register: Register) -> dict[str, Any]:
    """What every count of a campaign says."""
    with register.writing() as uow:
        made = campaigns.create(uow, CampaignDetails("CV-boxen", FIRST, LAST), measures=cv_box_measures()).record
    with register.reading() as uow:
        campaign = campaigns.get(uow, made)
    place = {"measure_id": campaign.measures[0].id, "week_id": campaign.weeks[0].id}
    return {**place, "at": register.clock.now(), "amount": 3, "source": Source.TALLIED, "counted_by": register.user.id}


def told_of(register: Register, entry: UUID) -> tuple[Any, ...]:
    with register.reading() as uow:
        row = uow.session.get_one(TallyEntry, entry)
        stored = tuple(getattr(row, column.key) for column in TallyEntry.__table__.columns if column.key != "id")
        (said,) = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.record_id == entry))
        assert uow.session.get(HistorySignature, said.number) is not None
        assert chain.verify(uow.session) is None
        return stored, said.action, said.noun, said.person_id, said.before, json.loads(said.after or "{}")


def test_what_is_entered_stands_as_if_a_session_had_sent_it(register: Register, given: dict[str, Any]) -> None:
    with register.writing() as uow:
        added = uow.change(uow.add(TallyEntry(**given)))
    with register.writing() as uow:
        entered = uow.change(uow.enter(TallyEntry(**given)))
    assert told_of(register, entered.record) == told_of(register, added.record)
    assert told_of(register, entered.record)[1] is HistoryAction.CREATED
    assert entered.nouns == added.nouns == {"tally_entry"}


def test_what_is_entered_beside_what_a_session_sends_stands_with_it_or_not_at_all(
    register: Register, given: dict[str, Any]
) -> None:
    def both(*, well: bool) -> UUID:
        with register.writing() as uow:
            uow.session.get_one(Campaign, uow.session.scalar(select(Campaign.id))).purpose = f"well: {well}"
            made = uow.enter(TallyEntry(**given)).id
            if not well:
                raise UserError("Not so.")
        return made

    made = both(well=True)
    with pytest.raises(UserError):
        both(well=False)
    with register.reading() as uow:
        assert list(uow.session.scalars(select(TallyEntry.id))) == [made]
        assert uow.session.scalar(select(Campaign.purpose)) == "well: True"
        last = uow.session.scalars(select(HistoryEntry).order_by(HistoryEntry.number.desc()).limit(2)).all()
        assert [one.noun for one in last] == ["tally_entry", "campaign"]
        assert chain.verify(uow.session) is None


def test_words_that_look_like_a_seal_are_words(register: Register, given: dict[str, Any]) -> None:
    with register.writing() as uow:
        entered = uow.enter(TallyEntry(**given, note="sealed:1p:av en besökare")).id
    with register.reading() as uow:
        assert uow.session.get_one(TallyEntry, entered).note.strip() == "sealed:1p:av en besökare"


def test_what_refers_to_nothing_is_refused_in_a_sentence(register: Register, given: dict[str, Any]) -> None:
    with pytest.raises(UserError, match="refers to something that is no longer there"), register.writing() as uow:
        uow.enter(TallyEntry(**{**given, "measure_id": register.user.id}))
    with register.reading() as uow:
        assert uow.session.scalar(select(TallyEntry.id)) is None


@pytest.mark.parametrize("row", [SessionParticipant(), PersonNote(text="Ringde"), Campaign(name="CV-boxen")])
def test_what_is_about_people_or_looked_for_is_never_entered(register: Register, row: Any) -> None:
    with pytest.raises(TypeError), register.writing() as uow:
        uow.enter(row)


def test_nothing_is_entered_where_one_only_reads(register: Register, given: dict[str, Any]) -> None:
    register.only_read = UserError("Here it is only shown.")
    try:
        with pytest.raises(UserError, match="only shown"), register.noting() as uow:
            uow.enter(TallyEntry(**given))
    finally:
        register.only_read = None
