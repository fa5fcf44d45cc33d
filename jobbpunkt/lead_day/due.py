"""What falls due within weeks, as far as the records tell it: nothing is said that they do not know."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt import events, indicators
from jobbpunkt.base.months import month_before
from jobbpunkt.campaigns import CampaignRow, Occasion, not_counted, not_evaluated
from jobbpunkt.disclosure import calendar_period
from jobbpunkt.events import EventRow
from jobbpunkt.indicators import IndicatorView
from jobbpunkt.lead_day.data import Due, DueKind, year_to_print
from jobbpunkt.measures import Period
from jobbpunkt.register.unit_of_work import Reading
from models.assignment import Assignment
from models.campaign import CampaignMeasure
from models.coaching import CoachingSession
from models.on_site import Stand
from models.programme import Programme
from models.report import FrozenReport
from models.report_release import ReportRelease
from models.vocabulary import ActivityStatus, EventKind, Unit

# How far one looks: for what comes, for occasions that nobody is written down for, and back for what was and was not said.
AHEAD, SOON, BACK = timedelta(days=21), timedelta(days=14), timedelta(days=31)
DAY = timedelta(days=1)
# The kinds of reports as they are remembered: asked of `reports`, they would bring its paper to the first page of the day.
BOARD, ANNUAL = "board", "annual"
Away = Mapping[UUID, tuple[str, ...]]


def falls_due(uow: Reading, rows: Sequence[CampaignRow], occasions: Sequence[Occasion], away: Away, day: date) -> tuple[Due, ...]:
    """Return what falls due, the oldest day first, within a service that has asked for permission.

    `away` are the names of the field files that were never brought home, by campaign.
    """
    names = {row.id: row.name for row in rows}
    found = [
        *_unsaid(occasions, names, day),
        *_bare(occasions, names, day),
        *_of_events(uow, day),
        *_after_campaigns(uow, rows, away, day),
        *_ending(uow, Assignment, DueKind.EMPLOYMENT_ENDS, day),
        *_ending(uow, Programme, DueKind.PROJECT_ENDS, day),
        *_indicators(uow, day),
        *_reports(uow, day),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind.value, one.title)))


def _unsaid(occasions: Sequence[Occasion], names: Mapping[UUID, str], day: date) -> Iterator[Due]:
    """Yield each campaign with occasions that have been and of which nobody said how they went."""
    waits: dict[UUID, list[date]] = defaultdict(list)
    for one in occasions:
        if one.slot.day < day and one.slot.status is ActivityStatus.PLANNED:
            waits[one.campaign_id].append(one.slot.day)
    for campaign, days in waits.items():
        yield Due(DueKind.SLOTS_UNSAID, min(days), names[campaign], campaign, len(days))


def _bare(occasions: Sequence[Occasion], names: Mapping[UUID, str], day: date) -> Iterator[Due]:
    """Yield content for which nobody is written down in the coming days, each once, on the first of them."""
    days: dict[tuple[UUID, str], list[date]] = defaultdict(list)
    for one in occasions:
        slot = one.slot
        if day <= slot.day <= day + SOON and slot.status is ActivityStatus.PLANNED and not slot.staffing:
            days[one.campaign_id, slot.title].append(slot.day)
    for (campaign, title), bare in days.items():
        yield Due(DueKind.SLOT_BARE, min(bare), title, campaign, len(bare), within=names[campaign])


def _of_events(uow: Reading, day: date) -> Iterator[Due]:
    """Yield the events that come, those that were and of which nobody said so, and those held without a number."""
    found = events.rows(uow, first=day - BACK, last=day + AHEAD)
    exhibitors = _exhibitors(uow)
    for row in found:
        kind = _kind_of(row, day)
        if kind is not None:
            stands, aim = exhibitors.get(row.campaign_id, (0, None)) if row.kind is EventKind.FAIR else (0, None)
            yield Due(kind, row.day, row.title, row.id, stands, aim)


def _kind_of(row: EventRow, day: date) -> DueKind | None:
    if row.status is ActivityStatus.PLANNED:
        return DueKind.EVENT_COMING if row.day >= day else DueKind.EVENT_UNSAID
    return DueKind.EVENT_UNCOUNTED if row.lacks_number and row.day <= day else None


def _exhibitors(uow: Reading) -> dict[UUID | None, tuple[int, int | None]]:
    """Return how many stands each campaign's fair has, and how many exhibitors it aims at."""
    aims = select(CampaignMeasure.campaign_id, func.sum(CampaignMeasure.target)).where(CampaignMeasure.unit == Unit.EXHIBITORS)
    aimed = dict(uow.session.execute(aims.group_by(CampaignMeasure.campaign_id)).all())
    stands = select(Stand.campaign_id, func.count()).group_by(Stand.campaign_id)
    return {campaign: (number, aimed.get(campaign)) for campaign, number in uow.session.execute(stands)}


def _after_campaigns(uow: Reading, rows: Sequence[CampaignRow], away: Away, day: date) -> Iterator[Due]:
    """Yield what campaigns that ended in the year lack: an evaluation, counts, and field files that were not brought home."""
    first = date(year_to_print(day), 1, 1)
    ended = {row.id: row for row in rows if first <= row.ends_on < day}
    for campaign in not_evaluated(uow, first, day - DAY):
        yield Due(DueKind.NOT_EVALUATED, ended[campaign].ends_on, ended[campaign].name, campaign)
    for campaign, number in not_counted(uow, first, day - DAY):
        yield Due(DueKind.NOT_COUNTED, ended[campaign].ends_on, ended[campaign].name, campaign, number)
    for campaign, row in ended.items():
        yield from (Due(DueKind.FIELD_FILE, row.ends_on, name, campaign) for name in away.get(campaign, ()))


def _ending(uow: Reading, model: type[Assignment | Programme], kind: DueKind, day: date) -> list[Due]:
    query = select(model.id, model.name, model.ends_on).where(model.ends_on.between(day, day + AHEAD))
    return [Due(kind, last, name, key) for key, name, last in uow.session.execute(query) if last]


def _indicators(uow: Reading, day: date) -> Iterator[Due]:
    """Yield each indicator with the periods of the year that are over and were not measured."""
    for one in indicators.indicators(uow):
        months = tuple(_not_measured(one, day))
        if months:
            yield Due(DueKind.INDICATOR, months[0], one.data.name, one.id, len(months), one.data.frequency.months, months)


def _not_measured(one: IndicatorView, day: date) -> Iterator[date]:
    """Yield the first days of those periods, from the first measuring on; of one never measured the last that is over."""
    step, year = one.data.frequency.months, year_to_print(day)
    periods = [calendar_period(date(year, month, 1), step) for month in range(1, 13, step)]
    over = [period for period in periods if period[1] < day]
    if not one.readings:
        yield from (first for first, _ in over[-1:])
        return
    begun = min(reading.month for reading in one.readings)
    for first, last in over:
        if last >= begun and not any(first <= reading.month <= last for reading in one.readings):
            yield first


def _reports(uow: Reading, day: date) -> list[Due]:
    """Return the month that the board has not been told of, and the year that was not frozen, where anybody was to be met."""
    month = Period.month(month_before(day.replace(day=1)))
    year = Period.year(year_to_print(day))
    of_month = (ReportRelease.first_day == month.first, ReportRelease.last_day == month.last)
    told = uow.session.scalar(select(ReportRelease.id).where(ReportRelease.report == BOARD, *of_month).limit(1))
    of_year = (FrozenReport.first == year.first, FrozenReport.last == year.last)
    frozen = uow.session.scalar(select(FrozenReport.id).where(FrozenReport.kind == ANNUAL, *of_year).limit(1))
    found = []
    if told is None and _met(uow, month):
        found.append(Due(DueKind.BOARD, month.last))
    if frozen is None and year.last < day and _met(uow, year):
        found.append(Due(DueKind.FROZEN, year.last))
    return found


def _met(uow: Reading, period: Period) -> bool:
    """Tell whether a meeting was to be in a period: where none was, there is nothing to tell of it."""
    first, end = period.instants
    within = (CoachingSession.starts_at >= first, CoachingSession.starts_at < end)
    return uow.session.scalar(select(CoachingSession.id).where(*within).limit(1)) is not None
