"""Campaigns: weeks, partners, content, counting that only grows, results with their source, and doing it again."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jobbpunkt import campaigns, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.campaigns import ActivityDraft, Campaign, CampaignDetails, Figure, cv_box_measures
from jobbpunkt.measures import MeasureResult
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import database, undo
from jobbpunkt.register.opening import Register
from models.campaign import TallyEntry
from models.vocabulary import Evaluator, Opinion, Protection, Qualifier, Role, Source, Unit
from tests.colleagues import colleague

CV_BOX = CampaignDetails(
    "CV-boxen på Bäckby 2020",
    date(2020, 6, 8),
    date(2020, 7, 5),
    target_group="Ungdomar i Västerås",
    age_from=16,
    age_to=26,
    place="Bäckby",
)


@pytest.fixture
def campaign(register: Register) -> Campaign:
    with register.writing() as uow:
        made = campaigns.create(uow, CV_BOX, measures=cv_box_measures()).record
        ikea = organisations.find_or_create(uow, "IKEA")
        partner = campaigns.add_partner(uow, made, organisation_id=ikea, responsibility="Studiebesök").record
        campaigns.add_activity(uow, made, ActivityDraft("Studiebesök", 3, "IKEA", time(13), time(15), partner))
        campaigns.add_activity(uow, made, ActivityDraft("Hjälp med CV", 0))
    return _read(register, made)


def _read(register: Register, key: UUID) -> Campaign:
    with register.reading() as uow:
        return campaigns.get(uow, key)


def _measure(campaign: Campaign, key: str) -> UUID:
    return next(measure.id for measure in campaign.measures if measure.key == key)


def _totals(register: Register, campaign: Campaign) -> dict[str, Figure]:
    with register.reading() as uow:
        return {row.measure.key: row.total for row in campaigns.results(uow, campaign.id).rows}


def _reported(register: Register, campaign: Campaign) -> dict[str, MeasureResult]:
    with register.reading() as uow:
        return {result.key: result for result in campaigns.measures(uow, campaign.id)}


def test_a_period_gives_its_weeks(campaign: Campaign) -> None:
    assert [(week.number, week.starts_on, week.ends_on) for week in campaign.weeks] == [
        (1, date(2020, 6, 8), date(2020, 6, 14)),
        (2, date(2020, 6, 15), date(2020, 6, 21)),
        (3, date(2020, 6, 22), date(2020, 6, 28)),
        (4, date(2020, 6, 29), date(2020, 7, 5)),
    ]
    assert [activity.title for activity in campaign.content] == ["Hjälp med CV", "Studiebesök"]
    assert campaign.content[1].partner == "IKEA"


def test_a_new_period_moves_the_weeks_but_drops_none_that_was_counted_in(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, week_id=campaign.weeks[1].id)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, replace(CV_BOX, ends_on=date(2020, 6, 14)))
    assert refused.value.field == "ends_on"
    with register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, replace(CV_BOX, ends_on=date(2020, 6, 19)))
    weeks = _read(register, campaign.id).weeks
    assert [(week.number, week.ends_on) for week in weeks][-1] == (2, date(2020, 6, 19))
    assert weeks[1].id == campaign.weeks[1].id


@pytest.mark.parametrize(
    ("first", "field"), [(date(2020, 6, 1), "starts_on"), (date(2020, 6, 22), "starts_on"), (date(2020, 6, 8), "ends_on")]
)
def test_other_days_never_move_what_was_counted_to_another_week(
    register: Register, campaign: Campaign, first: date, field: str
) -> None:
    with register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, day=date(2020, 6, 14))
        campaigns.count(uow, campaign.measures[0].id)
    other = replace(CV_BOX, starts_on=first, ends_on=date(2020, 7, 5) if field == "starts_on" else date(2020, 6, 13))
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.change(uow, campaign.id, campaign.version, other)
    assert refused.value.field == field
    with register.reading() as uow:
        assert [figure.value for figure in campaigns.results(uow, campaign.id).rows[0].weeks] == [1, 1, None, None]
    with register.writing() as uow:
        campaigns.undo_last(uow, campaign.id)
        campaigns.undo_last(uow, campaign.id)
    with register.writing() as uow:  # what was taken back binds nobody
        campaigns.change(uow, campaign.id, campaign.version, replace(CV_BOX, starts_on=date(2020, 6, 1)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "N" * 300),
        ("ends_on", date(2020, 6, 7)),
        ("ends_on", date(2029, 6, 7)),
        ("starts_on", date(20, 6, 7)),
        ("age_to", 12),
        ("age_from", -1),
    ],
)
def test_bad_input_names_its_field_and_changes_nothing(register: Register, field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.create(uow, replace(CV_BOX, **{field: value}))  # type: ignore[arg-type]
    assert refused.value.field == field
    with register.reading() as uow:
        assert campaigns.overview(uow) == ()


def test_a_name_is_taken_once(register: Register, campaign: Campaign) -> None:
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.create(uow, CV_BOX)
    assert refused.value.field == "name"


def test_the_overview_counts_weeks_and_partners(register: Register, campaign: Campaign) -> None:
    with register.reading() as uow:
        (row,) = campaigns.overview(uow)
        assert (row.name, row.weeks, row.partners) == (CV_BOX.name, 4, 1)
        assert campaigns.find(uow, " cv-boxen på bäckby 2020 ") == campaigns.find(uow, str(row.id)) == row.id
        with pytest.raises(NotFound):
            campaigns.find(uow, "Läxhjälp")


def test_what_is_counted_falls_in_the_week_of_its_day(register: Register, campaign: Campaign) -> None:
    cvs = _measure(campaign, "cvs_and_letters_written")
    with register.writing() as uow:
        campaigns.count(uow, cvs)
        campaigns.count(uow, cvs, amount=4, day=date(2020, 6, 9))
        campaigns.count(uow, cvs, amount=2, week_id=campaign.weeks[0].id)
    with register.reading() as uow:
        row = campaigns.results(uow, campaign.id).rows[0]
        entries = campaigns.entries(uow, campaign.id)
    assert [figure.value for figure in row.weeks] == [6, 1, None, None]
    assert row.weeks[3] == Figure(None, None, Source.NOT_RECORDED)
    assert row.total == Figure(7, None, Source.TALLIED)
    assert [entry.at for entry in entries] == [
        instant(date(2020, 6, 8), time(12)),
        instant(date(2020, 6, 9), time(12)),
        register.clock.now(),
    ]
    assert entries[0].by == "Coach Exempel"


def test_a_day_outside_of_the_weeks_is_refused(register: Register, campaign: Campaign) -> None:
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, day=date(2020, 8, 1))
    assert refused.value.field == "week_id"
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, amount=-1)
    assert refused.value.field == "amount"


def test_a_week_that_has_not_begun_is_refused_by_the_clock_that_says_so(register: Register, campaign: Campaign) -> None:
    with pytest.raises(InvalidInput, match="put the clock right") as refused, register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, week_id=campaign.weeks[3].id)
    assert refused.value.field == "week_id"


def test_nothing_counted_is_not_zero(register: Register, campaign: Campaign) -> None:
    cvs = _measure(campaign, "cvs_and_letters_written")
    assert _totals(register, campaign)["cvs_and_letters_written"] == Figure(None, None, Source.NOT_RECORDED)
    with register.writing() as uow:
        entry = campaigns.count(uow, cvs, amount=0).record
    assert _totals(register, campaign)["cvs_and_letters_written"] == Figure(0, None, Source.TALLIED)
    with register.writing() as uow:
        campaigns.withdraw(uow, entry)
    assert _totals(register, campaign)["cvs_and_letters_written"] == Figure(None, None, Source.NOT_RECORDED)


def test_a_correction_is_a_further_entry(register: Register, campaign: Campaign) -> None:
    cvs = _measure(campaign, "cvs_and_letters_written")
    with register.writing() as uow:
        wrong = campaigns.count(uow, cvs, amount=53).record
    with register.writing() as uow:
        campaigns.correct(uow, wrong, amount=35)
    with pytest.raises(Stale), register.writing() as uow:
        campaigns.correct(uow, wrong, amount=36)
    with register.reading() as uow:
        right, first = campaigns.entries(uow, campaign.id, measure_id=cvs)
    assert (first.amount, first.void, right.amount, right.corrects, right.void) == (53, True, 35, wrong, False)
    assert _totals(register, campaign)["cvs_and_letters_written"].value == 35


def test_undo_takes_back_ones_own_latest_count_one_by_one(register: Register, campaign: Campaign) -> None:
    cvs = _measure(campaign, "cvs_and_letters_written")
    with register.writing() as uow:
        campaigns.count(uow, cvs)
        campaigns.count(uow, _measure(campaign, "applications_ikea"), amount=5)
    for expected in ((1, None), (None, None)):
        with register.writing() as uow:
            change = campaigns.undo_last(uow, campaign.id)
        assert not change.undoable
        totals = _totals(register, campaign)
        assert (totals["cvs_and_letters_written"].value, totals["applications_ikea"].value) == expected
    with pytest.raises(NotFound), register.writing() as uow:
        campaigns.undo_last(uow, campaign.id)


@pytest.mark.parametrize(
    ("qualifiers", "expected"),
    [
        ((None, None), None),
        ((None, Qualifier.CIRCA), Qualifier.CIRCA),
        ((Qualifier.OVER, None), Qualifier.OVER),
        ((Qualifier.OVER, Qualifier.CIRCA), Qualifier.CIRCA),
    ],
)
def test_a_total_is_as_exact_as_its_least_exact_part(
    register: Register, campaign: Campaign, qualifiers: tuple[Qualifier | None, ...], expected: Qualifier | None
) -> None:
    with register.writing() as uow:
        for qualifier in qualifiers:
            campaigns.count(uow, _measure(campaign, "fair_visitors"), amount=50, qualifier=qualifier)
    source = Source.TALLIED if expected is None else Source.ESTIMATED
    assert _totals(register, campaign)["fair_visitors"] == Figure(100, expected, source)


def test_the_report_has_weeks_and_partners_before_what_was_counted(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.count(uow, _measure(campaign, "fair_exhibitors"), amount=20, qualifier=Qualifier.CIRCA)
    reported = _reported(register, campaign)
    assert list(reported) == [
        "weeks",
        "partners",
        "campaign_occasions_held",
        "cvs_and_letters_written",
        "cvs_and_letters_written_in_register",
        "applications_summer_entrepreneurs",
        "career_page_registrations",
        "applications_ikea",
        "called_to_interview",
        "called_to_interview_in_register",
        "fair_exhibitors",
        "fair_visitors",
    ]
    assert (reported["weeks"].value, reported["weeks"].unit) == (4, Unit.WEEKS)
    assert (reported["partners"].value, reported["partners"].unit) == (1, Unit.ORGANISATIONS)
    exhibitors = reported["fair_exhibitors"]
    assert (exhibitors.value, exhibitors.qualifier, exhibitors.source) == (20, Qualifier.CIRCA, Source.ESTIMATED)
    assert [record.amount for record in exhibitors.records] == [20]
    assert (reported["fair_visitors"].value, reported["fair_visitors"].source) == (None, Source.NOT_RECORDED)


def test_measures_are_added_changed_and_kept_once_counted(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        added = campaigns.add_measure(uow, campaign.id, label="Körkort påbörjade", unit=Unit.PERSONS, target=3).record
        again = campaigns.add_measure(uow, campaign.id, label="Körkort påbörjade!", unit=Unit.PERSONS).record
        weeks = campaigns.add_measure(uow, campaign.id, label="Weeks", unit=Unit.WEEKS).record
    by_id = {measure.id: measure for measure in _read(register, campaign.id).measures}
    assert [by_id[key].key for key in (added, again, weeks)] == ["korkort_paborjade", "korkort_paborjade_2", "weeks_2"]
    with register.writing() as uow:
        campaigns.count(uow, added)
        campaigns.remove_measure(uow, again)
    with pytest.raises(UserError), register.writing() as uow:
        campaigns.remove_measure(uow, added)
    with pytest.raises(InvalidInput), register.writing() as uow:
        campaigns.change_measure(uow, added, 1, label="Körkort", unit=Unit.DOCUMENTS)
    with register.writing() as uow:
        campaigns.change_measure(uow, added, 1, label="Körkort", unit=Unit.PERSONS, target=4)
    assert _reported(register, campaign)["korkort_paborjade"].target == 4


def test_partners_keep_what_rests_on_them(register: Register, campaign: Campaign) -> None:
    (partner,) = campaign.partners
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        campaigns.add_partner(uow, campaign.id, organisation_id=partner.organisation_id, responsibility="Mässa")
    assert refused.value.field == "organisation_id"
    with pytest.raises(UserError), register.writing() as uow:
        campaigns.remove_partner(uow, partner.id)
    visit = campaign.content[1]
    with register.writing() as uow:
        campaigns.change_activity(uow, visit.id, visit.version, ActivityDraft("Studiebesök", 4))
        campaigns.remove_partner(uow, partner.id)
    assert _read(register, campaign.id).partners == ()


def test_content_that_cannot_be_is_refused(register: Register, campaign: Campaign) -> None:
    for draft, field in ((ActivityDraft("Mässa", 7), "weekday"), (ActivityDraft("Mässa", 1, "", time(15), time(13)), "ends")):
        with pytest.raises(InvalidInput) as refused, register.writing() as uow:
            campaigns.add_activity(uow, campaign.id, draft)
        assert refused.value.field == field


def test_a_count_is_found_however_many_were_made_after_it(register: Register, campaign: Campaign) -> None:
    measure = campaign.measures[0].id
    with register.writing() as uow:
        first = campaigns.count(uow, measure, amount=7).record
        for _ in range(30):
            campaigns.count(uow, measure)
    with register.reading() as uow:
        assert first not in {entry.id for entry in campaigns.entries(uow, campaign.id)}
        found = campaigns.entry(uow, first)
        assert (found.id, found.amount, found.void) == (first, 7, False)
        with pytest.raises(NotFound):
            campaigns.entry(uow, measure)


def test_evaluations_come_from_participants_and_partners(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.evaluate(uow, campaign.id, evaluator=Evaluator.PARTNERS, text="Lyckat")
        early = date(2020, 6, 10)
        first = campaigns.evaluate(
            uow, campaign.id, evaluator=Evaluator.PARTICIPANTS, text="Bra hjälp", evaluated_on=early
        ).record
    rows = _read(register, campaign.id).evaluations
    assert [(row.evaluator, row.text) for row in rows] == [(Evaluator.PARTICIPANTS, "Bra hjälp"), (Evaluator.PARTNERS, "Lyckat")]
    with register.writing() as uow:
        campaigns.remove_evaluation(uow, first)
    assert len(_read(register, campaign.id).evaluations) == 1


def test_next_year_has_everything_but_the_results(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, amount=35)
        campaigns.evaluate(uow, campaign.id, evaluator=Evaluator.PARTNERS, text="Lyckat")
        campaigns.change_measure(
            uow, campaign.measures[0].id, 1, label=campaign.measures[0].label, unit=Unit.DOCUMENTS, target=40
        )
    with register.writing() as uow:
        again = campaigns.repeat_next_year(uow, campaign.id)
    copy = _read(register, again.record)
    assert copy.details.name == "CV-boxen på Bäckby 2021"
    assert (copy.details.starts_on, copy.details.ends_on) == (date(2021, 6, 7), date(2021, 7, 4))
    assert copy.details.starts_on.weekday() == CV_BOX.starts_on.weekday()
    assert [week.number for week in copy.weeks] == [1, 2, 3, 4]
    assert [(partner.name, partner.responsibility) for partner in copy.partners] == [("IKEA", "Studiebesök")]
    assert [(activity.title, activity.partner) for activity in copy.content] == [("Hjälp med CV", ""), ("Studiebesök", "IKEA")]
    assert copy.content[1].partner_id == copy.partners[0].id
    assert [measure.key for measure in copy.measures] == [measure.key for measure in campaign.measures]
    assert copy.measures[0].target == 40
    assert copy.evaluations == ()
    assert {figure.source for figure in _totals(register, copy).values()} == {Source.NOT_RECORDED}
    with register.writing() as uow:
        undo.undo(uow, again.transaction)
    with register.reading() as uow:
        assert [row.name for row in campaigns.overview(uow)] == [CV_BOX.name]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (date(2020, 2, 29), date(2021, 2, 27)),
        (date(2020, 1, 1), date(2021, 1, 6)),
        (date(2021, 1, 1), date(2022, 1, 7)),
        (date(2020, 12, 31), date(2021, 12, 30)),
    ],
)
def test_next_year_is_next_year_and_every_day_keeps_its_weekday(register: Register, first: date, again: date) -> None:
    frame = replace(CV_BOX, name="Vinterjobb", starts_on=first, ends_on=first)
    with register.writing() as uow:
        made = campaigns.repeat_next_year(uow, campaigns.create(uow, frame).record).record
    details = _read(register, made).details
    assert (details.name, details.starts_on, details.ends_on) == (f"Vinterjobb {first.year + 1}", again, again)
    assert again.weekday() == first.weekday()


def test_only_a_campaign_without_results_can_be_removed(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id)
        again = campaigns.repeat_next_year(uow, campaign.id, name="Jobbdagar").record
    with pytest.raises(UserError), register.writing() as uow:
        campaigns.remove(uow, campaign.id)
    with register.writing() as uow:
        campaigns.remove(uow, again)
    with register.reading() as uow:
        assert [row.name for row in campaigns.overview(uow)] == [CV_BOX.name]


def test_nobody_takes_back_what_another_counted(register: Register, campaign: Campaign) -> None:
    cvs = _measure(campaign, "cvs_and_letters_written")
    with colleague(register, [Role.PROJECT_LEAD]) as site:
        with register.writing() as uow:
            campaigns.count(uow, cvs)
        with pytest.raises(NotFound), site.writing() as uow:
            campaigns.undo_last(uow, campaign.id)
        with site.writing() as uow:
            campaigns.count(uow, cvs, amount=2)
            campaigns.undo_last(uow, campaign.id)
    assert _totals(register, campaign)["cvs_and_letters_written"].value == 1


_GROWING = ("tally_entry", "stand_mark", "feedback")
_REWRITES = ("UPDATE {0} SET version = version + 1", "DELETE FROM {0}")


@pytest.mark.parametrize("rewrite", _REWRITES)
@pytest.mark.parametrize("table", _GROWING)
def test_the_database_refuses_to_rewrite_what_was_counted(
    register: Register, campaign: Campaign, table: str, rewrite: str
) -> None:
    with register.writing() as uow:
        campaigns.count(uow, campaign.measures[0].id, amount=3)
        ikea = organisations.find_or_create(uow, "IKEA")
        stand = campaigns.add_stand(uow, campaign.id, organisation_id=ikea, label="A1").record
        campaigns.mark_stand(uow, stand, came=True)
        campaigns.give_feedback(uow, campaign.id, evaluator=Evaluator.PARTNERS, opinion=Opinion.GOOD)
    with pytest.raises(DBAPIError, match="only grows"), database.for_writing(register.engine).begin() as connection:
        connection.execute(text(rewrite.format(table)))
    with register.engine.connect() as connection:
        assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1


def test_a_count_is_not_undone_by_its_transaction(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        counted = campaigns.count(uow, campaign.measures[0].id)
    with pytest.raises(NotAllowed, match="further entry"), register.writing() as uow:
        undo.undo(uow, counted.transaction)
    assert _totals(register, campaign)["cvs_and_letters_written"].value == 1


def test_a_correction_comes_after_what_it_corrects_whatever_the_clock_says(register: Register, campaign: Campaign) -> None:
    ahead = UUID(int=new_id().int + (1 << 112))  # made by a clock far ahead
    with register.writing() as uow:
        first = uow.get(TallyEntry, campaigns.count(uow, campaign.measures[0].id).record)
        values = {"measure_id": first.measure_id, "week_id": first.week_id, "at": first.at, "counted_by": uow.user.id}
        uow.add(TallyEntry(id=ahead, **values, amount=2, source=Source.TALLIED, corrects_id=first.id, first_id=first.id))
    with register.writing() as uow:
        campaigns.correct(uow, ahead, amount=7)
    assert _totals(register, campaign)["cvs_and_letters_written"].value == 7


def test_an_exhibitor_came_or_did_not_by_marks_that_only_grow(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        ikea = organisations.find_or_create(uow, "IKEA")
        stand = campaigns.add_stand(uow, campaign.id, organisation_id=ikea, label=" A1 ").record
    with pytest.raises(InvalidInput, match="has a stand already"), register.writing() as uow:
        campaigns.add_stand(uow, campaign.id, organisation_id=ikea, label="B2")
    for came in (True, False, None, True):
        with register.writing() as uow:
            campaigns.mark_stand(uow, stand, came=came)
        with register.reading() as uow:
            (row,) = campaigns.stands(uow, campaign.id)
        assert (row.name, row.label, row.came) == ("IKEA", "A1", came)
    assert campaigns.came_of([row]) == (1, 0, 0)
    with pytest.raises(UserError, match="stays"), register.writing() as uow:
        campaigns.remove_stand(uow, stand)
    with register.writing() as uow:
        campaigns.change_stand(uow, stand, row.version, label="B2")
        copy = campaigns.repeat_next_year(uow, campaign.id).record
        assert [(one.label, one.came) for one in campaigns.stands(uow, copy)] == [("B2", None)]
        campaigns.remove_stand(uow, campaigns.stands(uow, copy)[0].id)


def test_opinions_are_summed_and_can_be_taken_back_once(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        for opinion, best in ((Opinion.GOOD, "Fika"), (Opinion.GOOD, "Fika"), (Opinion.POOR, "")):
            given = campaigns.give_feedback(uow, campaign.id, evaluator=Evaluator.PARTICIPANTS, opinion=opinion, best=best).record
    with register.writing() as uow:
        campaigns.take_back_feedback(uow, given)
    with pytest.raises(Stale), register.writing() as uow:
        campaigns.take_back_feedback(uow, given)
    with register.reading() as uow:
        of_participants, of_partners = campaigns.feedback(uow, campaign.id)
    assert (of_participants.number, of_participants.today, of_participants.best) == (2, 2, (("Fika", 2),))
    assert of_participants.opinions == ((Opinion.GOOD, 2), (Opinion.FAIR, 0), (Opinion.POOR, 0))
    assert (of_partners.number, of_partners.best) == (0, ())


def test_a_visitor_is_written_down_only_with_consent_and_no_protected_one(register: Register, campaign: Campaign) -> None:
    with register.writing() as uow:
        anna = details.create(uow, PersonData("Anna")).record
        hidden = details.create(uow, PersonData("Bo", protection=Protection.CONFIDENTIALITY_MARKING)).record
    for person, consents, field in ((anna, False, "consents"), (hidden, True, "person_id")):
        with pytest.raises(InvalidInput) as refused, register.writing() as uow:
            campaigns.sign_in(uow, campaign.id, person, consents=consents)
        assert refused.value.field == field
    with register.writing() as uow:
        campaigns.sign_in(uow, campaign.id, anna, consents=True)
    with pytest.raises(InvalidInput, match="already"), register.writing() as uow:
        campaigns.sign_in(uow, campaign.id, anna, consents=True)
    assert _totals(register, campaign)["fair_visitors"].value == 1
    with register.writing() as uow:
        (visit,) = campaigns.visitors(uow, campaign.id)
        campaigns.strike_visit(uow, visit.id)
    assert _totals(register, campaign)["fair_visitors"].value is None
    with register.writing() as uow:
        campaigns.sign_in(uow, campaign.id, anna, consents=True)
    with register.writing() as uow:
        campaigns.undo_last(uow, campaign.id)
        assert campaigns.visitors(uow, campaign.id) == ()
