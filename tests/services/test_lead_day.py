"""The day of a project lead: each line appears when the records lack something, and is gone when it is put right."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from jobbpunkt import assignments, campaigns, cases, coaching, events, indicators, measures, organisations, programmes, reports
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.clock import fixed, instant
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import ActivityDraft, CampaignDetails, MeasureDraft, SlotDraft
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.coaching import MeetingEnd, NewSession
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.lead_day import DueKind, LackKind, LeadDay, lead_day
from jobbpunkt.lead_day.due import ANNUAL, BOARD
from jobbpunkt.lead_day.year import before_print, lacking
from jobbpunkt.measures import Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.reports import Format, Kind, ReportChoice, VoiceWords
from models.on_site import FieldFile
from models.vocabulary import (
    ActivityStatus,
    AssignmentRole,
    ClosureReason,
    EducationLevel,
    EmploymentForm,
    Evaluator,
    EventKind,
    Frequency,
    OutcomeKind,
    Protection,
    Role,
    Sex,
    Unit,
    WithoutWork,
)
from tests.colleagues import colleague
from tests.registers import SIGN_IN

TODAY = date(2020, 6, 15)  # a Monday
DAY, WEEK = timedelta(days=1), timedelta(days=7)
BOX = CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5), place="Kollage")
KNOWN = PersonData(
    "Åsa", "Öberg", birth_year=1980, sex=Sex.WOMAN, education=EducationLevel.UPPER_SECONDARY, without_work=WithoutWork.UNDER_6
)
WORDS = Words("sv")


def seen(register: Register) -> LeadDay:
    with register.reading() as uow:
        return lead_day(uow)


def due(register: Register, kind: DueKind) -> list[tuple[str, date, int]]:
    return [(one.title, one.day, one.number) for one in seen(register).due if one.kind is kind]


def lacks(register: Register, kind: LackKind) -> int:
    """Return how many lack something; the records themselves must be as many."""
    with register.reading() as uow:
        number = next((one.number for one in before_print(uow).lacks if one.kind is kind), 0)
        if kind not in (LackKind.TARGETS, LackKind.VOICE):
            assert lacking(uow, kind, WORDS).total == number, "a number is the records behind it"
    return number


def campaign(register: Register, details: CampaignDetails = BOX, *, staffing: str = "Två coacher") -> UUID:
    with register.writing() as uow:
        made = campaigns.create(uow, details, measures=[MeasureDraft("cvs", "CV", Unit.DOCUMENTS, 30)]).record
        ikea = organisations.find_or_create(uow, "IKEA")
        partner = campaigns.add_partner(uow, made, organisation_id=ikea, responsibility="Rekrytering").record
        campaigns.add_activity(uow, made, ActivityDraft("CV-hjälp", 0, "Kollage", time(13), time(17), partner, staffing))
        campaigns.add_activity(uow, made, ActivityDraft("Intervjuträning", 3, "Kollage", time(10), time(12), None, staffing))
    return made


def supported(register: Register, data: PersonData = KNOWN, *, closed: bool = False) -> tuple[UUID, UUID]:
    """Return a person who was enrolled and met this year, and their enrolment."""
    with register.writing() as uow:
        one = details.create(uow, data).record
        case = cases.enrol(uow, NewCase(one, TODAY - 10 * WEEK, coach_id=uow.user.id)).record
        met = coaching.book(uow, NewSession((one,), TODAY - 9 * WEEK, time(8))).record
        coaching.hold(uow, met, 1, MeetingEnd())
    return one, case


def test_an_empty_register_has_an_empty_day(register: Register) -> None:
    view = seen(register)
    assert (view.day, view.running, view.coming, view.ended, view.due) == (TODAY, (), None, None, ())


def test_the_campaign_that_runs_with_todays_content_and_the_figures_of_its_results(register: Register) -> None:
    made = campaign(register)
    with register.writing() as uow:
        measure = campaigns.get(uow, made).measures[0].id
        campaigns.count(uow, measure, amount=7, day=TODAY - WEEK)
        campaigns.count(uow, measure, amount=11)
        uow.add(FieldFile(campaign_id=made, name="Laptop 2", made_at=uow.clock.now(), made_by=uow.user.id))
    (one,) = seen(register).running
    assert (one.campaign.name, one.place, one.away) == ("CV-boxen", 1, ("Laptop 2",))
    assert one.week is not None
    assert (one.week.number, len(one.results.weeks)) == (2, 4)
    assert [(slot.title, slot.partner, slot.staffing) for slot in one.today] == [("CV-hjälp", "IKEA", "Två coacher")]
    assert [(slot.title, slot.day) for slot in one.later] == [("Intervjuträning", TODAY + 3 * DAY)]
    with register.reading() as uow:
        assert one.results == campaigns.results(uow, made)
    assert (one.results.rows[0].total.value, one.results.rows[0].weeks[1].value) == (18, 11)


def test_several_that_run_each_the_next_and_the_last_where_none_does(register: Register) -> None:
    coming = campaign(register, replace(BOX, name="Hösten", starts_on=TODAY + DAY, ends_on=TODAY + WEEK))
    ended = campaign(register, replace(BOX, name="Våren", starts_on=TODAY - 3 * WEEK, ends_on=TODAY - DAY))
    view = seen(register)
    assert view.coming is not None
    assert view.ended is not None
    assert (view.running, view.coming.id, view.ended.id) == ((), coming, ended)
    campaign(register)
    campaign(register, replace(BOX, name="Sent", starts_on=TODAY, ends_on=TODAY))
    assert [one.campaign.name for one in seen(register).running] == ["CV-boxen", "Sent"]


def test_occasions_that_were_and_of_which_nobody_said_how_they_went(register: Register) -> None:
    made = campaign(register)
    assert due(register, DueKind.SLOTS_UNSAID) == [("CV-boxen", TODAY - WEEK, 2)]
    for status in (SlotDraft(ActivityStatus.HELD), SlotDraft(ActivityStatus.CANCELLED, "Snö")):
        with register.writing() as uow:
            slot = next(one for one in campaigns.get(uow, made).slots if one.status is ActivityStatus.PLANNED)
            campaigns.plan_slot(uow, slot.activity_id, slot.week_id, slot.version, status)
    assert due(register, DueKind.SLOTS_UNSAID) == []


def test_content_for_which_nobody_is_written_down_within_two_weeks(register: Register) -> None:
    made = campaign(register, staffing="")
    assert due(register, DueKind.SLOT_BARE) == [("CV-hjälp", TODAY, 3), ("Intervjuträning", TODAY + 3 * DAY, 2)]
    with register.writing() as uow:
        for slot in campaigns.get(uow, made).slots:
            if slot.title == "CV-hjälp":
                campaigns.plan_slot(uow, slot.activity_id, slot.week_id, 0, SlotDraft(staffing="Bo"))
    assert due(register, DueKind.SLOT_BARE) == [("Intervjuträning", TODAY + 3 * DAY, 2)]


def event(register: Register, day: date, kind: EventKind = EventKind.OTHER, **more: object) -> UUID:
    with register.writing() as uow:
        return events.create(uow, EventDetails(kind, "Mässan", instant(day, time(13)), **more)).record  # type: ignore[arg-type]


def test_events_that_come_that_were_and_that_nobody_counted(register: Register) -> None:
    coming, was = event(register, TODAY + WEEK), event(register, TODAY - WEEK)
    event(register, TODAY + 22 * DAY)
    event(register, TODAY - 32 * DAY)
    assert [(one.kind, one.record) for one in seen(register).due] == [(DueKind.EVENT_UNSAID, was), (DueKind.EVENT_COMING, coming)]
    with register.writing() as uow:
        events.mark(uow, was, ActivityStatus.HELD)
    assert due(register, DueKind.EVENT_UNSAID) == []
    assert due(register, DueKind.EVENT_UNCOUNTED) == [("Mässan", TODAY - WEEK, 0)]
    with register.writing() as uow:
        events.record(uow, was, 2, attendance=None, views=None, attendance_said="ett sextiotal")
    assert due(register, DueKind.EVENT_UNCOUNTED) == []


def test_a_fair_that_comes_tells_how_many_exhibitors_have_a_stand(register: Register) -> None:
    made = campaign(register)
    event(register, TODAY + WEEK, EventKind.FAIR, campaign_id=made)
    with register.writing() as uow:
        campaigns.add_measure(uow, made, label="Utställare", unit=Unit.EXHIBITORS, target=20)
        campaigns.add_stand(uow, made, organisation_id=organisations.find_or_create(uow, "IKEA"), label="A1")
    (fair,) = [one for one in seen(register).due if one.kind is DueKind.EVENT_COMING]
    assert (fair.number, fair.of) == (1, 20)


def test_what_a_campaign_that_ended_in_the_year_lacks(register: Register) -> None:
    made = campaign(register, replace(BOX, starts_on=TODAY - 3 * WEEK, ends_on=TODAY - DAY))
    campaign(register, replace(BOX, name="Förra året", starts_on=date(2019, 11, 1), ends_on=date(2019, 12, 31)))
    with register.writing() as uow:
        file = uow.add(FieldFile(campaign_id=made, name="Laptop", made_at=uow.clock.now(), made_by=uow.user.id))
        key = file.id
    kinds = (DueKind.NOT_EVALUATED, DueKind.NOT_COUNTED, DueKind.FIELD_FILE)
    ended = TODAY - DAY
    assert [due(register, kind) for kind in kinds] == [[("CV-boxen", ended, 0)], [("CV-boxen", ended, 1)], [("Laptop", ended, 0)]]
    with register.writing() as uow:
        campaigns.evaluate(uow, made, evaluator=Evaluator.PARTICIPANTS, text="Bra")
        campaigns.count(uow, campaigns.get(uow, made).measures[0].id, day=ended)
        uow.get(FieldFile, key).brought_at = uow.clock.now()
    assert [due(register, kind) for kind in kinds] == [[], [], []]
    with register.writing() as uow:
        campaigns.undo_last(uow, made)
    assert due(register, DueKind.NOT_COUNTED) == [("CV-boxen", ended, 1)], "what was taken back is not counted"


def test_employments_and_projects_that_end_within_weeks(register: Register) -> None:
    with register.writing() as uow:
        for days in (-1, 0, 21, 22):
            last = TODAY + days * DAY
            assignments.employ(uow, NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, f"Bo {days}", "Råby", TODAY - WEEK, last))
            programmes.create(uow, ProgrammeData(f"Projekt {days}", "Råby", ends_on=last))
    assert [title for title, _, _ in due(register, DueKind.EMPLOYMENT_ENDS)] == ["Bo 0", "Bo 21"]
    assert [title for title, _, _ in due(register, DueKind.PROJECT_ENDS)] == ["Projekt 0", "Projekt 21"]


def test_indicators_tell_the_periods_that_are_over_and_were_not_measured(register: Register) -> None:
    with register.writing() as uow:
        index = indicators.create(uow, IndicatorData("Trygghet")).record
        indicators.create(uow, IndicatorData("Nöjdhet", frequency=Frequency.YEARLY))

    def missing() -> list[tuple[str, list[int]]]:
        return [(one.title, [day.month for day in one.months]) for one in seen(register).due if one.kind is DueKind.INDICATOR]

    assert missing() == [("Trygghet", [5])], "one never measured is asked for the last that is over; a year is not over"
    for month, still in ((2, [3, 4, 5]), (3, [4, 5]), (4, [5]), (5, [])):
        with register.writing() as uow:
            indicators.read(uow, index, MonthResult(date(2020, month, 1), 100, 80))
        assert missing() == ([("Trygghet", still)] if still else [])


def test_the_boards_month_until_it_left_where_anybody_was_to_be_met(register: Register) -> None:
    one, _ = supported(register)
    assert due(register, DueKind.BOARD) == [], "where nobody was to be met in the month there is nothing to tell of it"
    with register.writing() as uow:
        coaching.book(uow, NewSession((one,), date(2020, 5, 18), time(8)))
    assert due(register, DueKind.BOARD) == [("", date(2020, 5, 31), 0)]
    choice = ReportChoice(Kind.BOARD, Period(date(2020, 5, 1), date(2020, 5, 31)))
    with register.writing() as uow:
        reports.note_printed(uow, reports.gather(uow, choice, WORDS), Format.PDF)
    assert due(register, DueKind.BOARD) == []


def in_january(register: Register) -> Register:
    """Open the register on a day of the next January."""
    return Register.open(register.location.text, SIGN_IN, fixed(instant(date(2021, 1, 20), time(9))))


def test_in_january_the_year_before_is_printed_and_asked_to_be_frozen(sqlite_register: Register) -> None:
    supported(sqlite_register)
    assert due(sqlite_register, DueKind.FROZEN) == []
    sqlite_register.close()
    january = in_january(sqlite_register)
    with january.reading() as uow:
        assert before_print(uow).year == 2020
    assert due(january, DueKind.FROZEN) == [("", date(2020, 12, 31), 0)]
    with january.writing() as uow:
        reports.freeze(uow, ReportChoice.year(2020), WORDS, note="till styrelsen")
    assert due(january, DueKind.FROZEN) == []
    january.close()


def test_the_kinds_of_reports_are_called_as_the_reports_call_them() -> None:
    assert (Kind.BOARD.value, Kind.ANNUAL.value) == (BOARD, ANNUAL)


def test_outcomes_that_nobody_followed_up(register: Register) -> None:
    one, case = supported(register)
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "IKEA", TODAY - 6 * WEEK, EmploymentForm.PERMANENT))
    assert lacks(register, LackKind.FOLLOW_UPS) == 1
    with register.writing() as uow:
        (found,) = cases.of_person(uow, one)
        waits = next(each for each in found.outcomes[0].follow_ups if each.due_on <= TODAY)
        cases.answer_follow_up(uow, waits.id, waits.version, holds=True, on=TODAY)
    assert lacks(register, LackKind.FOLLOW_UPS) == 0


def test_who_was_closed_and_nobody_knows_to_what_and_who_began_work_as_nobody_knows_what(register: Register) -> None:
    _, case = supported(register)
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "IKEA", TODAY - WEEK))
    assert lacks(register, LackKind.FORM) == 1
    with register.writing() as uow:
        cases.close(uow, case, 1, on=TODAY - DAY, reason=ClosureReason.WORK)
    assert lacks(register, LackKind.CLOSED) == 1
    with register.reading() as uow:
        (figure,) = measures.evaluate(uow, [measures.measure("kolada_u40455")], Period.year(2020))
    assert [one.verdict for one in figure.records] == [1], "it is the figure's own definition"


def test_meetings_that_were_and_that_nobody_marked(register: Register) -> None:
    one, _ = supported(register)
    with register.writing() as uow:
        coaching.book(uow, NewSession((one,), TODAY, time(8)))
        late = coaching.book(uow, NewSession((one,), TODAY - DAY, time(8))).record
    assert lacks(register, LackKind.MEETINGS) == 1
    with register.writing() as uow:
        coaching.hold(uow, late, 1, MeetingEnd())
    assert lacks(register, LackKind.MEETINGS) == 0


@pytest.mark.parametrize(
    ("kind", "unknown"),
    [
        (LackKind.BEFORE, {"education": EducationLevel.NOT_STATED}),
        (LackKind.BEFORE, {"without_work": WithoutWork.NOT_STATED}),
        (LackKind.ABOUT, {"birth_year": None}),
        (LackKind.ABOUT, {"sex": Sex.NOT_STATED}),
    ],
)
def test_supported_people_whose_groups_are_not_known(register: Register, kind: LackKind, unknown: dict[str, object]) -> None:
    lacking_one, _ = supported(register, replace(KNOWN, **unknown))  # type: ignore[arg-type]
    supported(register)
    assert lacks(register, kind) == 1
    with register.writing() as uow:
        row = details.details(uow, lacking_one)
        details.change(uow, lacking_one, row.version, KNOWN)
    assert lacks(register, kind) == 0


def test_events_of_the_year_without_an_end_or_a_number(register: Register) -> None:
    planned = event(register, date(2020, 1, 7))
    stream = event(register, date(2020, 2, 7), EventKind.LIVESTREAM, status=ActivityStatus.HELD)
    dance = event(register, date(2020, 3, 7), EventKind.MEETING_PLACE, status=ActivityStatus.HELD)
    event(register, date(2019, 12, 31), EventKind.LIVESTREAM, status=ActivityStatus.HELD)
    kinds = (LackKind.EVENTS, LackKind.VIEWS, LackKind.ATTENDANCE)
    assert [lacks(register, kind) for kind in kinds] == [1, 1, 1]
    with register.reading() as uow:
        (views,) = measures.evaluate(uow, [measures.measure("livestream_views")], Period.year(2020))
    assert len([one for one in views.records if one.amount is None]) == 1, "as the figure itself has it"
    with register.writing() as uow:
        events.mark(uow, planned, ActivityStatus.CANCELLED, reason="Snö")
        events.record(uow, stream, 1, attendance=None, views=40)
        events.record(uow, dance, 1, attendance=12, views=None)
    assert [lacks(register, kind) for kind in kinds] == [0, 0, 0]


def test_projects_without_a_number_and_a_year_without_targets_or_a_voice(register: Register) -> None:
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    kinds = (LackKind.STATED, LackKind.TARGETS, LackKind.VOICE)
    assert [lacks(register, kind) for kind in kinds] == [1, 1, 1]
    with register.writing() as uow:
        programmes.state_participants(uow, made, 1, 12)
        reports.set_targets(uow, 2020, {"jobseekers_in_work": 30})
        reports.write_voice(uow, 2020, 0, VoiceWords("Jag vågade.", "deltagare, 19 år", "muntligen 12 juni"))
    assert [lacks(register, kind) for kind in kinds] == [0, 0, 0]


def test_a_lead_sees_names_behind_what_is_missing_and_of_protected_people_numbers(register: Register) -> None:
    hidden = replace(KNOWN, given_name="Hemlig", sex=Sex.NOT_STATED, protection=Protection.CONFIDENTIALITY_MARKING)
    supported(register, hidden)
    supported(register, replace(KNOWN, sex=Sex.NOT_STATED))
    with colleague(register, [Role.PROJECT_LEAD]) as lead, lead.reading() as uow:
        page = lacking(uow, LackKind.ABOUT, WORDS)
    assert sorted(row.title for row in page.rows) == ["Skyddade uppgifter (1001)", "Åsa Öberg"]
    assert {row.page for row in page.rows} == {"people"}
    assert "Hemlig" not in str(page)
