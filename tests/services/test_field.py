"""Field files: a campaign is counted in apart, without any person, and what was counted comes home once, whatever happens."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import campaigns, field, organisations
from jobbpunkt.base.clock import fixed, instant
from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.campaigns import Campaign, CampaignDetails, cv_box_measures
from jobbpunkt.field import Brought, Made
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from models.account import User
from models.on_site import FieldFile
from models.organisation import Organisation
from models.vocabulary import Evaluator, Opinion, Role
from tests.colleagues import colleague
from tests.services.test_kills import killed

DAY = instant(date(2020, 6, 9))
PASSWORD = "mulen morgon torg kaffe"


@pytest.fixture
def campaign(register: Register) -> Campaign:
    frame = CampaignDetails("CV-boxen på Bäckby", date(2020, 6, 8), date(2020, 7, 5), place="Kollage")
    with register.writing() as uow:
        made = campaigns.create(uow, frame, measures=cv_box_measures()).record
        ikea = organisations.create(uow, organisations.OrganisationDetails("IKEA", contact="Bo på IKEA")).record
        campaigns.add_stand(uow, made, organisation_id=ikea, label="A1")
        campaigns.count(uow, campaigns.get(uow, made).measures[0].id, amount=3, day=date(2020, 6, 8), note="Anna hjälpte till")
    with register.reading() as uow:
        return campaigns.get(uow, made)


def made(register: Register, campaign: Campaign, where: Path, name: str = "Dator 1") -> Made:
    return field.make(register, campaign.id, where, name=name, password=PASSWORD, cost=CHEAPEST)


@contextmanager
def out_there(where: Path) -> Iterator[Register]:
    """Open a field file on the day of the campaign."""
    opened = Register.open(str(where), Credentials("coach", PASSWORD), fixed(DAY))
    try:
        yield opened
    finally:
        opened.close()


def total(register: Register, campaign: Campaign, place: int = 0) -> int | None:
    with register.reading() as uow:
        return campaigns.results(uow, campaign.id).rows[place].total.value


def tap(opened: Register, campaign: Campaign, place: int = 0, amount: int = 1) -> UUID:
    with opened.writing() as uow:
        return campaigns.count(uow, campaign.measures[place].id, amount=amount).record


def told(brought: Brought) -> tuple[int, int]:
    return brought.new, brought.there


def test_a_field_file_has_the_campaign_and_nobody(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened, opened.reading() as uow:
        here = field.here(uow)
        assert here is not None
        assert (here.campaign_id, here.name, here.written) == (campaign.id, "Dator 1", 0)
        there = campaigns.get(uow, campaign.id)
        assert (there.details, there.weeks) == (campaign.details, campaign.weeks)
        assert [measure.label for measure in there.measures] == [measure.label for measure in campaign.measures]
        assert [stand.label for stand in campaigns.stands(uow, campaign.id)] == ["A1"]
        (carried,) = campaigns.entries(uow, campaign.id)
        assert (carried.amount, carried.note) == (3, "")
        assert [row.contact for row in uow.session.scalars(select(Organisation))] == [""]
        assert len(uow.session.scalars(select(User)).all()) == 1
    with register.reading() as uow:
        assert field.here(uow) is None


def test_what_was_counted_comes_home_once(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        tap(opened, campaign)
        tap(opened, campaign, 1, 5)
        (stand,) = _stands(opened, campaign)
        with opened.writing() as uow:
            campaigns.mark_stand(uow, stand.id, came=True)
            campaigns.give_feedback(uow, campaign.id, evaluator=Evaluator.PARTICIPANTS, opinion=Opinion.GOOD, best="Kaffe")
        with opened.reading() as uow:
            here = field.here(uow)
            assert here is not None
            assert here.written == 4
    assert told(field.bring_home(register, where, PASSWORD)) == (4, 0)
    assert told(field.bring_home(register, where, PASSWORD)) == (0, 4)
    assert (total(register, campaign), total(register, campaign, 1)) == (4, 5)
    with register.reading() as uow:
        (row,) = field.rows(uow, campaign.id)
        assert (row.name, row.entries, row.brought_at) == ("Dator 1", 4, register.clock.now())
        assert campaigns.feedback(uow, campaign.id)[0].best == (("Kaffe", 1),)
    assert _stands(register, campaign)[0].came is True
    with out_there(where) as opened:
        tap(opened, campaign)
    assert told(field.bring_home(register, where, PASSWORD)) == (1, 4)


def test_several_laptops_and_a_copied_file_come_home_in_any_order(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    first, second = (made(register, campaign, tmp_path / f"{name}.jobbpunkt", name).path for name in ("ett", "tva"))
    for where in (first, second):
        with out_there(where) as opened:
            tap(opened, campaign)
    copy = copied(first, tmp_path / "kopia.jobbpunkt")
    for where in (first, copy):
        with out_there(where) as opened:
            tap(opened, campaign, amount=2)
    assert told(field.bring_home(register, copy, PASSWORD)) == (2, 0)
    assert told(field.bring_home(register, second, PASSWORD)) == (1, 0)
    assert told(field.bring_home(register, first, PASSWORD)) == (1, 1)
    assert total(register, campaign) == 3 + 1 + 1 + 2 + 2


def test_two_corrections_of_one_count_are_both_kept_and_told(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    first, second = (made(register, campaign, tmp_path / f"{name}.jobbpunkt", name).path for name in ("ett", "tva"))
    for where, amount in ((first, 10), (second, 20)):
        with out_there(where) as opened, opened.writing() as uow:
            (entry,) = campaigns.entries(uow, campaign.id)
            campaigns.correct(uow, entry.id, amount=amount)
    assert field.bring_home(register, second, PASSWORD).conflicts == ()
    assert total(register, campaign) == 20
    (conflict,) = field.bring_home(register, first, PASSWORD).conflicts
    assert (conflict.amounts, conflict.holds) == ((10, 20), 20)
    assert total(register, campaign) == 20, "the later one holds, whichever came home first"
    assert field.bring_home(register, first, PASSWORD).conflicts == (), "told once, as it comes"
    with register.reading() as uow:
        latest, overtaken, wrong = campaigns.entries(uow, campaign.id)
    assert [(one.amount, one.void) for one in (latest, overtaken, wrong)] == [(20, False), (10, True), (3, True)]


def test_what_the_campaign_no_longer_counts_is_refused_and_stays_in_the_file(
    register: Register, campaign: Campaign, tmp_path: Path
) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        tap(opened, campaign)
        tap(opened, campaign, 1)
    with register.writing() as uow:
        campaigns.remove_measure(uow, campaign.measures[1].id)
    brought = field.bring_home(register, where, PASSWORD)
    assert told(brought) == (1, 0)
    assert [(one.reason, one.number) for one in brought.refused] == [("what they count is no longer in the campaign", 1)]


def test_a_field_file_of_another_register_is_refused(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with register.writing() as uow:
        uow.put_fact("register_id", "another")
    with pytest.raises(UserError, match="from another register"):
        field.bring_home(register, where, PASSWORD)


def test_a_field_file_that_was_struck_out_is_refused(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    file = made(register, campaign, tmp_path / "dator.jobbpunkt")
    with out_there(file.path) as opened:
        tap(opened, campaign)
    with register.writing() as uow:
        field.forget(uow, file.id)
    with pytest.raises(UserError, match="no longer knows the field file"):
        field.bring_home(register, file.path, PASSWORD)


def test_one_that_brought_something_home_is_not_struck_out(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    file = made(register, campaign, tmp_path / "dator.jobbpunkt")
    with out_there(file.path) as opened:
        tap(opened, campaign)
    field.bring_home(register, file.path, PASSWORD)
    with pytest.raises(UserError, match="stays in the list"), register.writing() as uow:
        field.forget(uow, file.id)


def test_an_older_copy_brings_what_it_has(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        tap(opened, campaign)
    older = copied(where, tmp_path / "forr.jobbpunkt")
    with out_there(where) as opened:
        tap(opened, campaign)
    assert told(field.bring_home(register, where, PASSWORD)) == (2, 0)
    assert told(field.bring_home(register, older, PASSWORD)) == (0, 1)
    assert total(register, campaign) == 5


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
def test_a_half_copied_field_file_is_refused_in_a_sentence(
    register: Register, campaign: Campaign, tmp_path: Path, share: float
) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        for _ in range(20):
            tap(opened, campaign)
    half = copied(where, tmp_path / "halv.jobbpunkt")
    content = half.read_bytes()
    half.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(UserError):
        field.bring_home(register, half, PASSWORD)
    assert total(register, campaign) == 3
    assert told(field.bring_home(register, where, PASSWORD)) == (20, 0)


def test_a_field_file_without_its_key_file_is_refused(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    for key in beside(where):
        key.unlink(missing_ok=True)
    with pytest.raises(UserError, match="key file"):
        field.bring_home(register, where, PASSWORD)


def test_a_wrong_password_is_refused(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with pytest.raises(UserError, match="password"):
        field.bring_home(register, where, "helt fel losenord har")


def test_a_register_is_no_field_file(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    other = tmp_path / "annat.jobbpunkt"
    with _founded(other):
        pass
    with pytest.raises(UserError, match="no field file"):
        field.bring_home(register, other, PASSWORD)


def test_only_who_sets_campaigns_up_makes_and_brings_home(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with colleague(register, [Role.SUPERVISOR]) as other:
        with pytest.raises(NotAllowed):
            field.bring_home(other, where, PASSWORD)
        with pytest.raises(NotAllowed):
            made(other, campaign, tmp_path / "annan.jobbpunkt")
    assert not (tmp_path / "annan.jobbpunkt").exists()


def test_in_a_field_file_nothing_is_made_or_brought_home(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        with pytest.raises(UserError, match="This is a field file"):
            made(opened, campaign, tmp_path / "annan.jobbpunkt")
        with pytest.raises(NotAllowed), opened.writing() as uow:
            details.create(uow, PersonData("Anna"))


def test_a_place_that_is_taken_is_left_as_it_was(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    where = tmp_path / "dator.jobbpunkt"
    where.write_text("annat")
    with pytest.raises(UserError):
        made(register, campaign, where)
    assert where.read_text() == "annat"
    with register.reading() as uow:
        assert uow.session.scalars(select(FieldFile)).all() == []


def tap_on_and_on(place: str, told: Connection) -> None:
    """Tap until somebody ends this process, and tell of each tap that was confirmed."""
    with out_there(Path(place)) as opened:
        with opened.reading() as uow:
            measure = campaigns.get(uow, campaigns.overview(uow)[0].id).measures[0].id
        while True:
            with opened.writing() as uow:
                made = campaigns.count(uow, measure).record
            told.send(str(made))


@pytest.mark.parametrize("attempt", range(3))
def test_ended_by_force_in_the_midst_of_taps_no_confirmed_one_is_lost(
    sqlite_register: Register, tmp_path: Path, attempt: int
) -> None:
    frame = CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5))
    with sqlite_register.writing() as uow:
        made_of = campaigns.create(uow, frame, measures=cv_box_measures()).record
    where = field.make(sqlite_register, made_of, tmp_path / "d.jobbpunkt", name="D", password=PASSWORD, cost=CHEAPEST).path
    said = killed(tap_on_and_on, str(where), 5, attempt * 0.004)
    brought = field.bring_home(sqlite_register, where, PASSWORD)
    with sqlite_register.reading() as uow:
        kept = {str(one.id) for one in campaigns.entries(uow, made_of, limit=1000)}
    assert set(said) <= kept
    assert brought.new == len(kept)


def copied(source: Path, target: Path) -> Path:
    """Copy a closed field file with its key files."""
    for file, copy in zip((source, *beside(source)), (target, *beside(target)), strict=True):
        if file.exists():
            shutil.copyfile(file, copy)
    return target


def _stands(register: Register, campaign: Campaign) -> tuple[campaigns.StandRow, ...]:
    with register.reading() as uow:
        return campaigns.stands(uow, campaign.id)


@contextmanager
def _founded(where: Path) -> Iterator[Register]:
    created = Register.create(str(where), Founder("coach", "Coach", PASSWORD), fixed(DAY), CHEAPEST)
    try:
        yield created.register
    finally:
        created.register.close()
