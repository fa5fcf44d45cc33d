"""Field files: a campaign is counted in apart, without any person, and what was counted comes home once, whatever happens."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
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
from models.campaign import TallyEntry
from models.on_site import FieldFile
from models.organisation import Organisation
from models.vocabulary import Evaluator, MeasureLink, Opinion, Role, Source, Unit
from tests.colleagues import colleague
from tests.registers import NOW
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
def out_there(where: Path, moment: datetime = DAY) -> Iterator[Register]:
    """Open a field file on the day of the campaign, or when the laptop's clock says that it is."""
    opened = Register.open(str(where), Credentials("coach", PASSWORD), fixed(moment))
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


def test_what_a_measure_is_linked_to_stays_at_home(register: Register, campaign: Campaign, tmp_path: Path) -> None:
    with register.writing() as uow:
        proffas = organisations.find_or_create(uow, "Proffas")  # without a stand
        linked: dict[str, Any] = {"linked": MeasureLink.APPLICATIONS, "employer_id": proffas, "difference": "Anna var inte med"}
        campaigns.add_measure(uow, campaign.id, label="Till Proffas", unit=Unit.APPLICATIONS, **linked)
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened, opened.reading() as uow:
        one = campaigns.get(uow, campaign.id).measures[-1]
        assert (one.label, one.linked, one.employer_id, one.difference) == ("Till Proffas", None, None, "")


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
    ((reason, number),) = [(one.reason, one.number) for one in brought.refused]
    assert (reason.startswith("what they count is no longer in the campaign; add it again"), number) == (True, 1)


def test_what_was_taken_out_and_put_back_takes_what_was_counted_out_there(
    register: Register, campaign: Campaign, tmp_path: Path
) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    last, (stand,) = campaign.weeks[-1], _stands(register, campaign)
    with out_there(where, instant(last.starts_on)) as opened:
        wrong = tap(opened, campaign, 1)
        with opened.writing() as uow:
            campaigns.correct(uow, wrong, amount=7)
            campaigns.mark_stand(uow, stand.id, came=True)
    shorter = replace(campaign.details, ends_on=campaign.weeks[-2].ends_on)
    with register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, shorter)
        campaigns.remove_measure(uow, campaign.measures[1].id)
        campaigns.remove_stand(uow, stand.id)
    assert sum(one.number for one in field.bring_home(register, where, PASSWORD).refused) == 3
    gone = campaign.measures[1]
    with register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version + 1, campaign.details)
        campaigns.add_measure(uow, campaign.id, key=gone.key, label=gone.label, unit=gone.unit)
        campaigns.add_stand(uow, campaign.id, organisation_id=stand.organisation_id, label="B2")
    assert told(field.bring_home(register, where, PASSWORD)) == (3, 0)
    assert told(field.bring_home(register, where, PASSWORD)) == (0, 3)
    with register.reading() as uow:
        row = campaigns.results(uow, campaign.id).rows[-1]
    assert (row.measure.key, row.weeks[-1].value, _stands(register, campaign)[0].came) == (gone.key, 7, True)


def test_z_takes_back_what_was_counted_here_though_a_laptops_clock_is_ahead(
    register: Register, campaign: Campaign, tmp_path: Path
) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened:
        away = tap(opened, campaign, 1)
    field.bring_home(register, where, PASSWORD)
    with register.writing() as uow:
        here = uow.enter(TallyEntry(**_ahead(campaign, uow.user.id)))  # as if made by a clock behind that of the laptop
        assert here.id < away
        campaigns.undo_last(uow, campaign.id)
    assert (total(register, campaign, 1), total(register, campaign, 0)) == (1, 1), "the latest of those made here"


@pytest.mark.parametrize(("days", "misdated"), [(0, 0), (1, 1), (366, 1), (-1, 1), (-6, 1)])
def test_what_was_counted_by_a_wrong_clock_is_said(
    register: Register, campaign: Campaign, tmp_path: Path, days: int, misdated: int
) -> None:
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where, NOW + timedelta(days)) as opened, opened.writing() as uow:
        measure = campaign.measures[1].id
        campaigns.count(uow, measure, week_id=campaign.weeks[0].id if abs(days) > 6 else None)
        campaigns.count(uow, measure, day=date(2020, 6, 8), amount=2)  # entered afterwards
        campaigns.give_feedback(uow, campaign.id, evaluator=Evaluator.PARTICIPANTS, opinion=Opinion.GOOD)
    brought = field.bring_home(register, where, PASSWORD)
    expected = misdated + misdated - (days == 366)  # a count in a week that the clock is not in has that week's first noon
    assert (told(brought), brought.misdated) == ((3, 0), expected)


def test_whose_visit_was_taken_back_out_there_is_written_down_no_longer(
    register: Register, campaign: Campaign, tmp_path: Path
) -> None:
    with register.writing() as uow:
        anna = details.create(uow, PersonData("Anna")).record
        campaigns.sign_in(uow, campaign.id, anna, consents=True)
    where = made(register, campaign, tmp_path / "dator.jobbpunkt").path
    with out_there(where) as opened, opened.writing() as uow:
        campaigns.withdraw(uow, campaigns.entries(uow, campaign.id)[0].id)
    field.bring_home(register, where, PASSWORD)
    with register.reading() as uow:
        assert campaigns.visitors(uow, campaign.id) == ()


def test_a_campaign_whose_laptop_is_out_is_not_removed_and_says_so(
    register: Register, campaign: Campaign, tmp_path: Path
) -> None:
    with register.writing() as uow:
        empty = campaigns.repeat_next_year(uow, campaign.id).record
    with register.reading() as uow:
        file = made(register, campaigns.get(uow, empty), tmp_path / "dator.jobbpunkt")
    with pytest.raises(UserError, match="may have been counted in"), register.writing() as uow:
        campaigns.remove(uow, empty)
    with register.writing() as uow:
        field.forget(uow, file.id)
        campaigns.remove(uow, empty)


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
    with pytest.raises(UserError, match="Copy both whole from the computer"):
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


def _ahead(campaign: Campaign, by: UUID) -> dict[str, Any]:
    """Return an entry that was made before all others, whatever the clock says."""
    key = UUID(int=(1 << 80) | (0x7 << 76) | (0x8 << 60))
    measure, week = campaign.measures[0].id, campaign.weeks[0].id
    return {"id": key, "measure_id": measure, "week_id": week, "at": NOW, "amount": 1, "source": Source.TALLIED, "counted_by": by}


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
