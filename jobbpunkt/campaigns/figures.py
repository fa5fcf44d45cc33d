"""What a campaign counted: per week and in total, and as figures for a report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import linked
from jobbpunkt.campaigns.chains import overtaken, standing
from jobbpunkt.campaigns.meanings import in_register, meaning
from jobbpunkt.campaigns.reading import measures_of, weeks_of
from jobbpunkt.campaigns.rows import CountedMeasure, Figure, ResultRow, Results, Week
from jobbpunkt.campaigns.slots import occasions
from jobbpunkt.campaigns.telling import Telling, telling
from jobbpunkt.measures.result import Counted, MeasureResult
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import (
    Campaign,
    CampaignActivity,
    CampaignMeasure,
    CampaignPartner,
    CampaignSlot,
    CampaignWeek,
    TallyEntry,
)
from models.organisation import Organisation
from models.vocabulary import Qualifier, Source, Unit

Linked = dict[UUID, tuple[Counted, ...]]


@depends_on(Campaign, CampaignMeasure, CampaignWeek, TallyEntry, *linked.TABLES)
def results(uow: Reading, campaign_id: UUID) -> Results:
    """Return every measure's figures per week and in total, corrections taken in.

    Nothing is hidden from whoever counts; who may not see people is told what may leave the program.
    """
    uow.require(Permission.SEE_CAMPAIGNS)
    return _found(uow, campaign_id) if uow.user.may(Permission.SEE_PEOPLE) else _told(uow, campaign_id)[0]


@depends_on(Campaign, CampaignMeasure, CampaignWeek, TallyEntry, *linked.TABLES)
def told_results(uow: Reading, campaign_id: UUID) -> tuple[Results, Telling]:
    """Return every measure's figures as they may leave the program: small numbers of persons are hidden."""
    uow.require(Permission.SEE_CAMPAIGNS)
    return _told(uow, campaign_id)


@depends_on(
    *(Campaign, CampaignActivity, CampaignMeasure, CampaignPartner, CampaignSlot, CampaignWeek),
    *(Organisation, TallyEntry, *linked.TABLES),
)
def measures(uow: Reading, campaign_id: UUID) -> tuple[MeasureResult, ...]:
    """Return a campaign's figures for its report: weeks and partners first, then what was counted."""
    uow.require(Permission.SEE_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    counted, registered = _entries(uow, campaign_id), _linked(uow, campaign_id)
    found = _results(uow, campaign_id, counted, registered)
    told = _telling(uow, campaign_id, found)
    shown = [_weeks(uow, campaign_id), _partners(uow, campaign_id), occasions(uow, campaign_id)]
    for row in found.rows:
        shown.append(_measure(row, counted[row.measure.id], told))
        if row.registered is not None:
            shown.append(_in_register(row, registered[row.measure.id], told))
    return tuple(shown) if uow.user.may(Permission.SEE_PEOPLE) else tuple(replace(one, actual=None, hides=()) for one in shown)


def not_counted(uow: Reading, first: date, last: date) -> tuple[tuple[UUID, int], ...]:
    """Return the campaigns that ended between two days with how many measures nobody counted, save the register's own."""
    uow.require(Permission.SEE_CAMPAIGNS)
    counts = (TallyEntry.measure_id == CampaignMeasure.id, TallyEntry.source != Source.NOT_RECORDED, ~overtaken())
    query = select(Campaign.id, func.count()).join(CampaignMeasure, CampaignMeasure.campaign_id == Campaign.id)
    query = query.where(Campaign.ends_on.between(first, last), CampaignMeasure.linked.is_(None))
    query = query.where(~select(TallyEntry.id).where(*counts).correlate(CampaignMeasure).exists()).group_by(Campaign.id)
    return tuple((campaign, number) for campaign, number in uow.session.execute(query))


def total(entries: Iterable[TallyEntry]) -> Figure:
    """Return the sum of entries: about, if any is about; just over, if the others are exact; nothing, if there are none."""
    known = [entry for entry in entries if entry.source is not Source.NOT_RECORDED]
    if not known:
        return Figure()
    qualifiers = {entry.qualifier for entry in known} - {None}
    qualifier = Qualifier.CIRCA if len(qualifiers) > 1 else next(iter(qualifiers), None)
    return Figure(sum(entry.amount for entry in known), qualifier, _weakest({entry.source for entry in known}))


def _weakest(sources: set[Source]) -> Source:
    return next(source for source in (Source.ESTIMATED, Source.STATED, Source.TALLIED, Source.COUNTED) if source in sources)


def _entries(uow: Reading, campaign_id: UUID) -> dict[UUID, list[TallyEntry]]:
    found: dict[UUID, list[TallyEntry]] = defaultdict(list)
    for entry in uow.session.scalars(standing(campaign_id).order_by(TallyEntry.at)):
        found[entry.measure_id].append(entry)
    return found


def _row(measure: CountedMeasure, weeks: tuple[Week, ...], entries: list[TallyEntry], today: date) -> ResultRow:
    per_week = (total(entry for entry in entries if entry.week_id == week.id) for week in weeks)
    of_today = total(entry for entry in entries if day_of(entry.at) == today)
    return ResultRow(measure, tuple(per_week), total(entries), of_today)


def _linked(uow: Reading, campaign_id: UUID) -> Linked:
    measures = measures_of(uow, campaign_id)
    return {one.id: linked.records(uow, campaign_id, one) for one in measures if one.linked is not None}


def _results(uow: Reading, campaign_id: UUID, counted: dict[UUID, list[TallyEntry]], registered: Linked) -> Results:
    weeks, today = weeks_of(uow, campaign_id), uow.clock.today()
    rows = (_row(measure, weeks, counted[measure.id], today) for measure in measures_of(uow, campaign_id))
    return Results(weeks, tuple(replace(row, registered=_registered(registered.get(row.measure.id))) for row in rows))


def _found(uow: Reading, campaign_id: UUID) -> Results:
    uow.get(Campaign, campaign_id)
    return _results(uow, campaign_id, _entries(uow, campaign_id), _linked(uow, campaign_id))


def _told(uow: Reading, campaign_id: UUID) -> tuple[Results, Telling]:
    found = _found(uow, campaign_id)
    told = _telling(uow, campaign_id, found)
    numbers = tuple(week.number for week in found.weeks)
    return Results(found.weeks, tuple(told.shown(row, numbers) for row in found.rows)), told


def _registered(found: tuple[Counted, ...] | None) -> Figure | None:
    """Return how many records the register has; nothing marked is not nought: perhaps nobody marked what there is."""
    if found is None:
        return None
    return Figure(len(found), source=Source.COUNTED) if found else Figure()


def _telling(uow: Reading, campaign_id: UUID, found: Results) -> Telling:
    campaign = uow.get(Campaign, campaign_id)
    numbers = tuple(week.number for week in found.weeks)
    return telling(uow, campaign_id, (campaign.starts_on, campaign.ends_on), found.rows, numbers)


def _in_register(row: ResultRow, records: tuple[Counted, ...], told: Telling) -> MeasureResult:
    """Return the figure that stands beside a tally, with a key of its own."""
    figure, key = row.registered or Figure(), in_register(row.measure.key)
    why = told.why(key)
    return MeasureResult(
        key,
        linked.label(row.measure),
        linked.MEANING,
        row.measure.unit,
        None if why else figure.value,
        source=figure.source,
        suppressed=why is not None,
        caution=linked.CAUTION,
        records=records,
        why=why,
        actual=figure.value if why else None,
        told=told.told(key),
    )


def _measure(row: ResultRow, entries: list[TallyEntry], told: Telling) -> MeasureResult:
    measure, figure, why = row.measure, row.total, told.why(row.measure.key)
    return MeasureResult(
        measure.key,
        measure.label,
        meaning(measure.label),
        measure.unit,
        None if why else figure.value,
        None if why else figure.qualifier,
        figure.source,
        measure.target,
        suppressed=why is not None,
        records=tuple(_counted(entry) for entry in entries if entry.source is not Source.NOT_RECORDED),
        why=why,
        actual=figure.value if why else None,
        told=told.told(measure.key),
        hides=told.hides(row),
    )


def _counted(entry: TallyEntry) -> Counted:
    return Counted("tally_entry", entry.id, day_of(entry.at), entry.note, amount=entry.amount)


def _weeks(uow: Reading, campaign_id: UUID) -> MeasureResult:
    weeks = weeks_of(uow, campaign_id)
    records = tuple(Counted("campaign_week", week.id, week.starts_on) for week in weeks)
    definition = N_("The weeks of the campaign.")
    return MeasureResult("weeks", N_("Weeks"), definition, Unit.WEEKS, len(records), records=records)


def _partners(uow: Reading, campaign_id: UUID) -> MeasureResult:
    query = (
        select(Organisation.id, Organisation.name)
        .join(CampaignPartner, CampaignPartner.organisation_id == Organisation.id)
        .where(CampaignPartner.campaign_id == campaign_id)
        .order_by(CampaignPartner.id)
    )
    records = tuple(Counted("organisation", key, None, name) for key, name in uow.session.execute(query))
    definition = N_("The organisations that took part, each responsible for content and staffing of its own.")
    return MeasureResult("partners", N_("Partners"), definition, Unit.ORGANISATIONS, len(records), records=records)
