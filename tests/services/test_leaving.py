"""What leaves the program is remembered, and held against what leaves after it."""

import re
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import select

import jobbpunkt
from jobbpunkt import campaigns, cases, events, reports
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, NotAllowed, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, MeasureDraft
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.disclosure import Reason, releases
from jobbpunkt.documents.year_data import YearDocument
from jobbpunkt.events import EventDetails
from jobbpunkt.measures import CATALOGUE, MeasureResult, Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import (
    ActivityStatus,
    Answer,
    ClosureReason,
    EmploymentForm,
    EventKind,
    OutcomeKind,
    Role,
    SessionKind,
    SessionStatus,
    Unit,
)
from tests.colleagues import colleague

SPRING = Period(date(2020, 1, 1), date(2020, 3, 31))
WINTER, YEAR = ReportChoice(Kind.CASELOAD, SPRING), ReportChoice(Kind.CASELOAD, Period.year(2020))
NEW = "cases_new"
# Who is no participant: employed by the company, and told by name elsewhere.
PUBLIC = {"safety_ambassadors_employed"}


def enrol(uow: Writing, number: int, day: date) -> None:
    for one in range(number):
        person = details.create(uow, PersonData(f"Person{one}", "Exempel")).record
        cases.enrol(uow, NewCase(person, day))


@pytest.fixture
def peopled(register: Register) -> Register:
    with register.writing() as uow:
        enrol(uow, 12, date(2020, 2, 3))
        enrol(uow, 3, date(2020, 5, 4))
    return register


def gather(register: Register, choice: ReportChoice, words: Words) -> Material:
    with register.reading() as uow:
        return reports.gather(uow, choice, words)


def let_out(register: Register, material: Material, wanted: Format | None = Format.PDF) -> None:
    with register.writing() as uow:
        reports.note_printed(uow, material, wanted)


def figure(material: Material, key: str = NEW) -> MeasureResult:
    return next(one for one in material.report.measures if one.key == key)


def test_a_quarter_is_hidden_once_the_year_has_left_and_says_together_with_what(peopled: Register, words_sv: Words) -> None:
    assert figure(gather(peopled, WINTER, words_sv)).value == 12
    let_out(peopled, gather(peopled, YEAR, words_sv), Format.XLSX)
    quarter = figure(gather(peopled, WINTER, words_sv))
    assert (quarter.value, quarter.suppressed, quarter.actual) == (None, True, 12)
    assert quarter.why is not None
    assert (quarter.why.reason, quarter.why.earlier and quarter.why.earlier.form) == (Reason.EARLIER, "xlsx")
    with peopled.reading() as uow:
        (left,) = releases.all_released(uow)
    assert (left.report, left.first, left.last, left.by) == ("caseload", date(2020, 1, 1), date(2020, 12, 31), peopled.user.name)
    assert {key.measure: value for key, value in left.told.items() if not key.kind}[NEW] == 15


def test_a_report_that_was_read_before_another_left_does_not_leave(peopled: Register, words_sv: Words, words_en: Words) -> None:
    quarter, year = gather(peopled, WINTER, words_sv), gather(peopled, YEAR, words_sv)
    let_out(peopled, year)
    with pytest.raises(UserError) as refused:
        let_out(peopled, quarter, Format.CSV)
    assert "what left in the report of 2020-01-01 to 2020-12-31" in refused.value.text(words_en)
    let_out(peopled, gather(peopled, WINTER, words_sv), Format.CSV)
    with peopled.reading() as uow:
        assert [one.form for one in releases.all_released(uow)] == ["csv", "pdf"]


def test_whom_the_register_learnt_of_later_is_not_found_by_subtraction(peopled: Register, words_sv: Words) -> None:
    let_out(peopled, gather(peopled, WINTER, words_sv))
    with peopled.writing() as uow:
        enrol(uow, 1, date(2020, 2, 4))
    later = figure(gather(peopled, WINTER, words_sv))
    assert (later.value, later.actual) == (None, 13)
    with peopled.writing() as uow:
        enrol(uow, 4, date(2020, 2, 4))
    assert figure(gather(peopled, WINTER, words_sv)).value == 17


@pytest.mark.parametrize("wanted", [*Format, None])
def test_other_days_than_a_calendar_period_do_not_leave(
    peopled: Register, words_sv: Words, words_en: Words, wanted: Format | None
) -> None:
    choice = ReportChoice(Kind.CASELOAD, Period(date(2020, 1, 1), date(2020, 6, 14)))
    shown = gather(peopled, choice, words_sv)
    assert figure(shown).value == 15
    with pytest.raises(InvalidInput) as refused:
        let_out(peopled, shown, wanted)
    assert "The nearest is 2020-01-01 to 2020-06-30." in refused.value.text(words_en)
    with peopled.reading() as uow:
        assert releases.all_released(uow) == ()


def test_who_may_see_the_persons_sees_the_true_number_and_nobody_else(peopled: Register, words_sv: Words) -> None:
    let_out(peopled, gather(peopled, YEAR, words_sv))
    with colleague(peopled, [Role.PROJECT_LEAD]) as lead:
        seen = figure(gather(lead, WINTER, words_sv))
        assert (seen.actual, [one.number for one in seen.hides]) == (12, [12])
    with colleague(peopled, [Role.ADMINISTRATOR]) as office:
        hidden = figure(gather(office, WINTER, words_sv))
        assert (hidden.value, hidden.actual, hidden.hides) == (None, None, ())
        with office.reading() as uow:
            assert len(releases.all_released(uow)) == 1
    with colleague(peopled, [Role.SUPERVISOR]) as supervisor, supervisor.reading() as uow, pytest.raises(NotAllowed):
        releases.all_released(uow)


def test_few_whom_a_campaign_counted_are_hidden_for_its_own_weeks(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        drafts = [MeasureDraft("called", "Kallade", Unit.PERSONS), MeasureDraft("cvs", "Cv:n", Unit.DOCUMENTS)]
        made = campaigns.create(uow, CampaignDetails("Boxen", date(2020, 5, 4), date(2020, 5, 31)), measures=drafts).record
        whole = campaigns.get(uow, made)
        for week, called in zip(whole.weeks, (2, 9, 14, 8), strict=True):
            for measure, amount in zip(whole.measures, (called, 2), strict=True):
                campaigns.count(uow, measure.id, amount=amount, week_id=week.id)
    choice = ReportChoice(Kind.CAMPAIGN, campaign_id=made)
    with register.reading() as uow:
        told, _ = campaigns.told_results(uow, made)
        counted = campaigns.results(uow, made)
    weeks = {row.measure.key: [week.value for week in row.weeks] for row in told.rows}
    assert weeks == {"called": [None, 9, 14, None], "cvs": [2, 2, 2, 2]}
    assert [[week.value for week in row.weeks] for row in counted.rows] == [[2, 9, 14, 8], [2, 2, 2, 2]]
    let_out(register, gather(register, choice, words_sv))
    with register.writing() as uow:
        again = next(one for one in campaigns.get(uow, made).measures if one.key == "called")
        campaigns.count(uow, again.id, amount=1, week_id=whole.weeks[1].id)
    later = figure(gather(register, choice, words_sv), "called")
    assert (later.value, later.actual) == (None, 34)


def test_every_figure_of_persons_is_hidden_where_it_is_of_few() -> None:
    """A figure of persons that is not shielded would be told whatever it is."""
    assert {entry.key for entry in CATALOGUE if entry.unit is Unit.PERSONS and not entry.shielded} == PUBLIC


def test_every_figure_of_persons_carries_what_it_tells(peopled: Register, words_sv: Words) -> None:
    """What carries nothing would leave without being remembered."""
    for kind in (Kind.ANNUAL, Kind.CASELOAD, Kind.PROGRAMME, Kind.KEY_FIGURES, Kind.KOLADA):
        material = gather(peopled, ReportChoice(kind, Period.year(2020)), words_sv)
        for one in material.report.measures:
            if one.unit is Unit.PERSONS and one.value is not None and one.key not in PUBLIC:
                assert dict(one.told).get(one.told[0][0]) == one.value, one.key


def test_true_numbers_are_read_by_the_screen_alone() -> None:
    """No paper, no file and no command reads what is hidden."""
    root = Path(jobbpunkt.__file__).parents[1]
    readers = {
        str(file.relative_to(root))
        for folder in ("jobbpunkt", "ui")
        for file in (root / folder).rglob("*.py")
        if re.search(r"\.(actual|hides)\b(?!\()", file.read_text(encoding="utf-8"))
    }
    of_other_meaning = {"jobbpunkt/documents/pdf/structure.py"}  # the text that a reader is told
    assert readers - of_other_meaning == {"ui/reports/figures.py", "ui/reports/page.py"}


def test_the_year_says_what_a_part_of_it_told_where_the_whole_is_hidden(register: Register, words_sv: Words) -> None:
    """A half-year that is out cannot be taken back: with the year's number it would tell of the few who came after it."""
    with register.writing() as uow:
        for number in range(20):
            supported(uow, number, date(2019, 3, 4) if number < 17 else date(2019, 9, 2))
    half = Period(date(2019, 1, 1), date(2019, 6, 30))
    let_out(register, gather(register, ReportChoice(Kind.CASELOAD, half), words_sv))
    with register.reading() as uow:
        year = reports.gather(uow, ReportChoice.year(2019), words_sv)
    assert figure(year, "jobseekers_supported").value is None
    said = " ".join(map(str, year.document.sentences))  # type: ignore[union-attr]
    assert "var de 17." in said
    assert "20" not in said.replace("2019", "")


def supported(uow: Writing, number: int, day: date) -> None:
    person = details.create(uow, PersonData(f"Person{number}", "Exempel")).record
    cases.enrol(uow, NewCase(person, date(2019, 1, 7)))
    session = CoachingSession(
        coach_id=uow.user.id, kind=SessionKind.COACHING, status=SessionStatus.HELD, starts_at=instant(day, time(9)), minutes=60
    )
    uow.add(session)
    uow.flush()
    uow.add(SessionParticipant(session_id=session.id, person_id=person))


def test_how_few_went_out_of_a_frozen_figure_is_for_who_may_see_the_persons(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        for number in range(20):
            supported(uow, number, date(2019, 3, 4))
    with register.writing() as uow:
        kept = reports.freeze(uow, ReportChoice.year(2019), words_sv, note="Prov").record
    with register.writing() as uow:
        for row in uow.session.scalars(select(CoachingSession).limit(2)):
            row.status = SessionStatus.NO_SHOW
        for number in range(7):
            supported(uow, 30 + number, date(2019, 4, 1))
    with register.reading() as uow:
        mine = next(one for one in reports.frozen_changes(uow, kept, words_sv) if one.key == "jobseekers_supported")
    with colleague(register, [Role.ADMINISTRATOR]) as office, office.reading() as uow:
        seen = next(one for one in reports.frozen_changes(uow, kept, words_sv) if one.key == "jobseekers_supported")
    assert (mine.before, mine.after, mine.went, mine.is_few) == (20, 25, 2, False)
    assert (seen.before, seen.after, seen.went, seen.is_few, seen.came) == (20, 25, 0, True, ())


def test_how_few_came_to_one_evening_more_does_not_follow_of_two_years(register: Register, words_sv: Words) -> None:
    def evening(came: int) -> str:
        with register.writing() as uow:
            at = instant(date(2019, 5, 4), time(18))
            kind, held = EventKind.MEETING_PLACE, ActivityStatus.HELD
            events.create(uow, EventDetails(kind, "Kväll", at, status=held, attendance=came))
        made = gather(register, ReportChoice.year(2019), words_sv).document
        assert isinstance(made, YearDocument)
        return " ".join(str(said) for part in made.parts for said in part.paragraphs)

    assert "20 deltagare" in evening(20)
    let_out(register, gather(register, ReportChoice.year(2019), words_sv))
    assert "deltagare" not in evening(2)
    assert "29 deltagare" in evening(7)


def test_how_few_came_to_one_evening_does_not_follow_of_the_sum_and_the_others(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        for day, came, result in ((4, 17, "Alla fick prova."), (11, 3, "")):
            at, held = instant(date(2019, 5, day), time(18)), ActivityStatus.HELD
            one = EventDetails(EventKind.MEETING_PLACE, "Kväll", at, status=held, attendance=came, result=result)
            events.create(uow, one)
    made = gather(register, ReportChoice.year(2019), words_sv).document
    assert isinstance(made, YearDocument)
    said = " ".join(str(said) for part in made.parts for said in (*part.paragraphs, *part.items))
    assert "20 deltagare" in said
    assert "Alla fick prova." in said
    assert "17" not in said


@pytest.mark.parametrize(("went", "came"), [(7, 2), (2, 7), (0, 6), (6, 12), (9, 4), (12, 7)])
def test_how_few_came_does_not_follow_of_how_many_went(register: Register, words_sv: Words, went: int, came: int) -> None:
    """Who holds the frozen figure and sees the change reckons: who came are the difference, and who went."""
    with register.writing() as uow:
        for number in range(30):
            supported(uow, number, date(2019, 3, 4))
            closed(uow, number, so=number < 15)
        kept = reports.freeze(uow, ReportChoice.year(2019), words_sv, note="Prov").record
    with register.writing() as uow:
        for row in uow.session.scalars(select(CoachingSession).limit(went)):
            row.status = SessionStatus.NO_SHOW
        for case in uow.session.scalars(select(Case).where(Case.closure_reason == ClosureReason.WORK).limit(went)):
            case.closed_on = date(2020, 3, 2)
        for number in range(came):
            supported(uow, 30 + number, date(2019, 4, 1))
            closed(uow, 30 + number, so=True)
    with colleague(register, [Role.ADMINISTRATOR]) as office, office.reading() as uow:
        seen = {one.key: one for one in reports.frozen_changes(uow, kept, words_sv)}
    supporting, share = seen["jobseekers_supported"], seen["kolada_u40455"]
    for one in (supporting, share):
        assert one.came == ()
        assert one.is_few or (one.after is not None and went == one.went) or (one.after is None and one.went == 0)
        assert one.went not in range(1, 5), one.key
    if supporting.after is not None and supporting.before is not None and not supporting.is_few:
        assert supporting.after - supporting.before + supporting.went not in range(1, 5)
    assert [one.is_few for one in (supporting, share) if one.after is not None] == [
        went in range(1, 5) or came in range(1, 5) for one in (supporting, share) if one.after is not None
    ]


def closed(uow: Writing, number: int, *, so: bool) -> None:
    person = uow.session.scalars(
        select(Person.id).where(Person.given_name == f"Person{number}").order_by(Person.id.desc())
    ).first()
    assert person is not None
    case = uow.session.scalars(select(Case).where(Case.person_id == person)).one()
    if so:
        job = NewOutcome(case.id, OutcomeKind.WORK, "Bageriet", date(2019, 5, 6), EmploymentForm.HOURLY, lasted_month=Answer.YES)
        cases.add_outcome(uow, job)
    reason = ClosureReason.WORK if so else ClosureReason.OWN_WISH
    cases.close(uow, case.id, case.version, on=date(2019, 10, 7), reason=reason)
