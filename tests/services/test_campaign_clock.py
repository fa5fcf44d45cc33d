"""A campaign's clock: how each occasion went, and what the register has of what was counted by hand; on both engines."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from jobbpunkt import applications, campaigns, organisations
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import ActivityDraft, Campaign, CampaignDetails, MeasureDraft, Slot, SlotDraft, cv_box_measures
from jobbpunkt.documents.partner import PartnerDocument
from jobbpunkt.measures import MeasureResult
from jobbpunkt.register.opening import Register
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from models.campaign import CampaignSlot
from models.vocabulary import ActivityStatus, ApplicationStage, MeasureLink, Role, Unit
from tests.colleagues import colleague
from tests.services.papers import add_person

# The tests' day is in the third week.
BOX = CampaignDetails("CV-boxen 2020", date(2020, 5, 27), date(2020, 6, 18), place="Kollage")
CANCELLED = SlotDraft(ActivityStatus.CANCELLED, "Åskväder")


@pytest.fixture
def campaign(register: Register) -> Campaign:
    with register.writing() as uow:
        made = campaigns.create(uow, BOX, measures=cv_box_measures()).record
        partners = [
            campaigns.add_partner(uow, made, organisation_id=organisations.find_or_create(uow, name), responsibility="CV").record
            for name in ("IKEA", "Proffas")
        ]
        campaigns.add_activity(uow, made, ActivityDraft("CV-hjälp", 1, "Kollage", time(13), time(17), partners[0], "Två coacher"))
        campaigns.add_activity(uow, made, ActivityDraft("Fredagsfika", 4))
    return read(register, made)


def read(register: Register, key: UUID) -> Campaign:
    with register.reading() as uow:
        return campaigns.get(uow, key)


def slot(campaign: Campaign, number: int, title: str = "CV-hjälp") -> Slot:
    return next(one for one in campaign.slots if (one.number, one.title) == (number, title))


def say(register: Register, of: Slot, draft: SlotDraft) -> None:
    with register.writing() as uow:
        campaigns.plan_slot(uow, of.activity_id, of.week_id, of.version, draft)


def reported(register: Register, campaign: Campaign) -> dict[str, MeasureResult]:
    with register.reading() as uow:
        return {result.key: result for result in campaigns.measures(uow, campaign.id)}


def measure(campaign: Campaign, key: str) -> UUID:
    return next(one.id for one in campaign.measures if one.key == key)


def test_each_content_is_once_in_each_week_that_has_its_day(campaign: Campaign) -> None:
    # The weeks begin on a Wednesday, and the last is two days short.
    assert [(one.number, one.day.isoformat(), one.title) for one in campaign.slots] == [
        (1, "2020-05-29", "Fredagsfika"),
        (1, "2020-06-02", "CV-hjälp"),
        (2, "2020-06-05", "Fredagsfika"),
        (2, "2020-06-09", "CV-hjälp"),
        (3, "2020-06-12", "Fredagsfika"),
        (3, "2020-06-16", "CV-hjälp"),
    ]
    first = slot(campaign, 1)
    assert (first.partner, first.staffing, first.place, first.status) == (
        "IKEA",
        "Två coacher",
        "Kollage",
        ActivityStatus.PLANNED,
    )


def test_a_week_has_its_own_staffing_partner_and_place_until_it_is_as_every_week(register: Register, campaign: Campaign) -> None:
    proffas = campaign.partners[1].id
    say(register, slot(campaign, 2), SlotDraft(partner_id=proffas, staffing="En coach", place="Biblioteket"))
    told = slot(read(register, campaign.id), 2)
    assert (told.partner, told.staffing, told.place) == ("Proffas", "En coach", "Biblioteket")
    assert slot(read(register, campaign.id), 1) == slot(campaign, 1)
    with pytest.raises(UserError), register.writing() as uow:
        campaigns.remove_partner(uow, proffas)
    say(register, told, SlotDraft())
    with register.reading() as uow:
        assert uow.session.query(CampaignSlot).count() == 0


def test_what_is_changed_or_cancelled_says_why_and_what_is_to_come_has_not_been(register: Register, campaign: Campaign) -> None:
    for status in (ActivityStatus.CHANGED, ActivityStatus.CANCELLED):
        with pytest.raises(InvalidInput) as refused:
            say(register, slot(campaign, 1), SlotDraft(status))
        assert refused.value.field == "reason"
    with pytest.raises(InvalidInput) as refused:
        say(register, slot(campaign, 3), SlotDraft(ActivityStatus.HELD))
    assert refused.value.field == "status"
    say(register, slot(campaign, 3), CANCELLED)
    assert slot(read(register, campaign.id), 3).own == CANCELLED


def test_the_occasions_carried_out_are_counted_once_somebody_said_so(register: Register, campaign: Campaign) -> None:
    assert reported(register, campaign)["campaign_occasions_held"].value is None
    say(register, slot(campaign, 1), SlotDraft(ActivityStatus.HELD))
    say(register, slot(campaign, 1, "Fredagsfika"), SlotDraft(ActivityStatus.CHANGED, "Ute"))
    say(register, slot(campaign, 2), CANCELLED)
    held = reported(register, campaign)["campaign_occasions_held"]
    assert (held.value, held.unit) == (2, Unit.OCCASIONS)
    assert {record.title for record in held.records} == {"CV-hjälp", "Fredagsfika"}


def test_two_who_say_it_at_once_are_told(register: Register, campaign: Campaign) -> None:
    seen = slot(campaign, 1)
    say(register, seen, SlotDraft(ActivityStatus.HELD))
    with pytest.raises(Stale):
        say(register, seen, CANCELLED)


def test_a_week_of_which_it_is_said_how_it_went_is_not_dropped(register: Register, campaign: Campaign) -> None:
    say(register, slot(campaign, 3), SlotDraft(staffing="En coach"))
    shorter = replace(BOX, ends_on=date(2020, 6, 9))
    with register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, shorter)
    again = read(register, campaign.id)
    say(register, slot(again, 2), CANCELLED)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.change(uow, again.id, again.version, replace(BOX, ends_on=date(2020, 6, 1)))
    assert refused.value.field == "ends_on"
    with pytest.raises(UserError), register.writing() as uow:
        campaigns.remove(uow, campaign.id)


def test_other_days_never_move_what_was_said_of_a_day(register: Register, campaign: Campaign) -> None:
    say(register, slot(campaign, 2), SlotDraft(ActivityStatus.HELD))
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, replace(BOX, starts_on=BOX.starts_on - timedelta(weeks=1)))
    assert refused.value.field == "starts_on"


def test_a_week_or_a_campaign_goes_with_what_was_only_planned_of_it(register: Register, campaign: Campaign) -> None:
    say(register, slot(campaign, 1), SlotDraft(staffing="En coach"))
    with register.writing() as uow:
        campaigns.remove(uow, campaign.id)
    with register.reading() as uow:
        assert uow.session.query(CampaignSlot).count() == 0


def test_next_year_keeps_the_plan_of_each_week_and_not_how_it_went(register: Register, campaign: Campaign) -> None:
    proffas = campaign.partners[1].id
    say(register, slot(campaign, 1), SlotDraft(ActivityStatus.HELD))
    say(register, slot(campaign, 2), SlotDraft(ActivityStatus.CANCELLED, "Åska", proffas, "En coach", "Biblioteket"))
    with register.writing() as uow:
        made = campaigns.repeat_next_year(uow, campaign.id).record
    later = read(register, made)
    assert [item.staffing for item in later.content] == [item.staffing for item in campaign.content]
    assert slot(later, 1).own == SlotDraft()
    second = slot(later, 2)
    assert (second.partner, second.staffing, second.place) == ("Proffas", "En coach", "Biblioteket")
    assert (second.status, second.own.reason, second.day) == (ActivityStatus.PLANNED, "", date(2021, 6, 8))
    assert [(one.linked, one.employer_id) for one in later.measures] == [
        (one.linked, one.employer_id) for one in campaign.measures
    ]


def _apply(register: Register, person: UUID, employer: str, campaign: Campaign | None, *stages: ApplicationStage) -> None:
    data = ApplicationData(employer, "Säljare", date(2020, 6, 1), campaign_id=campaign.id if campaign else None)
    with register.writing() as uow:
        made = applications.create(uow, person, data).record
        for number, stage in enumerate(stages, 1):
            applications.reach(uow, made, number, stage, date(2020, 6, 2))


def test_what_is_marked_with_the_campaign_stands_beside_the_tally_and_is_never_added(
    register: Register, campaign: Campaign, words_sv: Words
) -> None:
    person, other = add_person(register), add_person(register)
    with register.writing() as uow:
        cvs.create(uow, NewWritten(person, "Butik", campaign_id=campaign.id), {})
        letters.create(uow, NewWritten(person, "Brev", campaign_id=campaign.id))
        cvs.create(uow, NewWritten(other, "Lager"), {})
        campaigns.count(uow, measure(campaign, "cvs_and_letters_written"), amount=5)
    found = reported(register, campaign)
    assert found["cvs_and_letters_written"].value == 5
    beside = found["cvs_and_letters_written_in_register"]
    assert (beside.value, beside.unit, {record.noun for record in beside.records}) == (2, Unit.DOCUMENTS, {"cv", "letter"})
    with register.reading() as uow:
        row = next(row for row in campaigns.results(uow, campaign.id).rows if row.measure.key == "cvs_and_letters_written")
    assert row.registered is not None
    assert (row.total.value, row.registered.value) == (5, 2)
    assert campaigns.explained(row, words_sv).startswith("3 fler räknades för hand")


def test_applications_are_counted_of_one_employer_and_interviews_by_person(register: Register, campaign: Campaign) -> None:
    ikea = campaign.partners[0].organisation_id
    sold = next(one for one in campaign.measures if one.key == "applications_ikea")
    with register.writing() as uow:
        campaigns.change_measure(
            uow,
            sold.id,
            sold.version,
            label=sold.label,
            unit=sold.unit,
            linked=MeasureLink.APPLICATIONS,
            employer_id=ikea,
            difference="De flesta sökte hemifrån.",
        )
    person, other = add_person(register), add_person(register)
    called = ApplicationStage.CALLED_TO_INTERVIEW
    _apply(register, person, "IKEA", campaign, called, ApplicationStage.INTERVIEWED)
    _apply(register, person, "IKEA", campaign, called)
    _apply(register, other, "Provköket", campaign)
    _apply(register, other, "IKEA", None, called)
    found = reported(register, campaign)
    assert found["applications_ikea_in_register"].value == 2
    called_in = found["called_to_interview_in_register"]
    assert (called_in.value, called_in.actual, called_in.suppressed) == (None, 1, True), "of few persons it does not leave"
    assert [record.person for record in called_in.records] == [person]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (MeasureDraft("a", "CV", Unit.VISITORS, linked=MeasureLink.WRITTEN), "linked"),
        (MeasureDraft("a", "Ansökningar", Unit.DOCUMENTS, linked=MeasureLink.APPLICATIONS), "linked"),
    ],
)
def test_a_measure_is_linked_to_what_has_its_unit(
    register: Register, campaign: Campaign, draft: MeasureDraft, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.add_measure(uow, campaign.id, label=draft.label, unit=draft.unit, linked=draft.linked)
    assert refused.value.field == field


def test_only_applications_have_an_employer(register: Register, campaign: Campaign) -> None:
    ikea = campaign.partners[0].organisation_id
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.add_measure(uow, campaign.id, label="CV", unit=Unit.DOCUMENTS, linked=MeasureLink.WRITTEN, employer_id=ikea)
    assert refused.value.field == "employer_id"


def test_no_measure_takes_the_key_of_what_stands_beside_another(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.add_measure(uow, campaign.id, label="X", unit=Unit.DOCUMENTS, key="cvs_and_letters_written_in_register")
    keys = [one.key for one in read(register, campaign.id).measures]
    assert len(keys) == len(set(reported(register, campaign)) - {"weeks", "partners", "campaign_occasions_held"}) - 2
    assert "cvs_and_letters_written_in_register" not in keys


def test_a_running_campaign_is_offered_with_an_application(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.create(uow, replace(BOX, name="Förra", starts_on=date(2019, 5, 1), ends_on=date(2019, 5, 20)))
    with register.reading() as uow:
        offered = applications.choices(uow, add_person(register)).campaigns
    assert [(one.title, bool(one.runs)) for one in offered] == [("CV-boxen 2020", True), ("Förra", False)]


def page_of(register: Register, campaign: Campaign, name: str) -> PartnerDocument:
    partner = next(one for one in campaign.partners if one.name == name)
    with register.reading() as uow:
        return campaigns.partner_drawing(uow, partner.id, Words("sv")).data


def occasions_of(page: PartnerDocument) -> tuple[str, str]:
    (found,) = [one for one in page.figures if str(one.label) == "tillfällen med ert innehåll"]
    return str(found.value), str(found.source)


def test_a_partners_page_tells_of_what_they_did_and_not_of_what_was_planned(register: Register, campaign: Campaign) -> None:
    page = page_of(register, campaign, "IKEA")
    assert occasions_of(page) == ("3", "Ur programmet")
    say(register, slot(campaign, 1), SlotDraft(ActivityStatus.HELD))
    say(register, slot(campaign, 2), CANCELLED)
    say(register, slot(campaign, 3), SlotDraft(partner_id=campaign.partners[1].id))
    page = page_of(register, campaign, "IKEA")
    assert occasions_of(page)[0] == "1"
    assert occasions_of(page)[1] != "Ur programmet"
    (content,) = page.content
    assert [str(one) for one in content.weeks] == ["tisdag 13:00–17:00", "Inställd", "", ""]
    other = page_of(register, campaign, "Proffas")
    assert occasions_of(other) == ("1", "Ur programmet")
    assert [str(one) for one in other.content[0].weeks] == ["", "", "tisdag 13:00–17:00", ""]


def test_a_partners_own_figures_have_its_name_as_a_word(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        short = campaigns.add_partner(
            uow, campaign.id, organisation_id=organisations.find_or_create(uow, "Kea"), responsibility="Fika"
        ).record
        campaigns.count(uow, measure(campaign, "applications_ikea"), amount=7)
    with register.reading() as uow:
        found = campaigns.partner_drawing(uow, short, Words("sv")).data.figures
    assert [str(one.source) for one in found] == ["Hela kampanjen. Räknat för hand på plats"]
    assert str(page_of(register, campaign, "IKEA").figures[0].source) == "Räknat för hand på plats"


def test_whoever_may_not_see_people_is_told_what_may_leave(register: Register, campaign: Campaign) -> None:
    person = add_person(register)
    called = measure(campaign, "called_to_interview")
    _apply(register, person, "IKEA", campaign, ApplicationStage.CALLED_TO_INTERVIEW)
    with register.writing() as uow:
        campaigns.count(uow, called, amount=3)

    def seen(opened: Register) -> tuple[object, ...]:
        with opened.reading() as uow:
            row = next(one for one in campaigns.results(uow, campaign.id).rows if one.measure.id == called)
            told = {one.key: one for one in campaigns.measures(uow, campaign.id)}
        assert row.registered is not None
        beside = told["called_to_interview_in_register"]
        return row.total.value, row.registered.value, beside.actual, told["called_to_interview"].actual, beside.suppressed

    assert seen(register) == (3, 1, 1, 3, True)
    with colleague(register, [Role.PROJECT_LEAD]) as lead:
        assert seen(lead) == (3, 1, 1, 3, True)
    with colleague(register, [Role.ADMINISTRATOR]) as office:
        assert seen(office) == (None, None, None, None, True)
        with office.reading() as reading:
            row = next(one for one in campaigns.results(reading, campaign.id).rows if one.measure.id == called)
        assert (row.total.is_hidden, campaigns.explained(row, Words("sv"))) == (True, "")
