"""Counting on site. Entries only grow: a mistake is corrected, or taken back, by a further entry that names it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of, instant
from jobbpunkt.base.errors import InvalidInput, NotFound, Stale, gone
from jobbpunkt.base.ids import id_after
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.chains import last_of, overtaken, standing
from jobbpunkt.campaigns.rows import Entry
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.campaign import CampaignMeasure, CampaignWeek, TallyEntry
from models.on_site import Visit
from models.vocabulary import Qualifier, Source

NOON = time(12)


def count(
    uow: Writing,
    measure_id: UUID,
    *,
    amount: int = 1,
    day: date | None = None,
    week_id: UUID | None = None,
    qualifier: Qualifier | None = None,
    source: Source = Source.TALLIED,
    note: str = "",
) -> Change:
    """Count `amount` on a day (today unless said) or in a week; with a qualifier the count is an estimate.

    The Change says nothing: on site one sees the number grow, and counts on.
    """
    uow.require(Permission.COUNT)
    week = _week(uow, measure_id, day, week_id)
    row = TallyEntry(measure_id=measure_id, week_id=week.id, at=_moment(uow, week, day), counted_by=uow.user.id)
    _fill(row, amount, qualifier, source, note)
    return uow.change(uow.enter(row), "", undoable=False)


def correct(uow: Writing, entry_id: UUID, *, amount: int, qualifier: Qualifier | None = None, note: str = "") -> Change:
    """Replace an entry by a further one with the right amount."""
    uow.require(Permission.COUNT)
    wrong = _standing(uow, entry_id)
    row = _successor(uow, wrong)
    _fill(row, amount, qualifier, Source.TALLIED if wrong.source is Source.NOT_RECORDED else wrong.source, note)
    return uow.change(uow.enter(row), N_("The count has been corrected."), undoable=False)


def withdraw(uow: Writing, entry_id: UUID) -> Change:
    """Take an entry back by a further one that says so; what is left may be nothing recorded, which is not zero."""
    uow.require(Permission.COUNT)
    wrong = _standing(uow, entry_id)
    row = _successor(uow, wrong)
    row.amount, row.qualifier, row.source, row.note = 0, None, Source.NOT_RECORDED, ""
    forget_names(uow, {wrong.id, row.first_id})
    return uow.change(uow.enter(row), "", undoable=False)


def forget_names(uow: Writing, entries: Collection[UUID | None]) -> None:
    """Write down no longer whose visit is taken back, within a service that has asked for permission."""
    for named in uow.session.scalars(select(Visit).where(Visit.entry_id.in_(entries))):
        uow.remove(named)


def undo_last(uow: Writing, campaign_id: UUID) -> Change:
    """Take back the latest entry of the signed-in user that still stands, of those that were made here.

    What came by a field file has the time of another clock: where that is ahead, it would be the latest for as long.
    """
    uow.require(Permission.COUNT)
    mine = (TallyEntry.counted_by == uow.user.id, TallyEntry.field_file_id.is_(None))
    query = standing(campaign_id).where(*mine, TallyEntry.source != Source.NOT_RECORDED).order_by(TallyEntry.id.desc()).limit(1)
    entry = uow.session.scalar(query)
    if entry is None:
        raise NotFound("You have counted nothing here that can be taken back.")
    return withdraw(uow, entry.id)


@depends_on(CampaignMeasure, CampaignWeek, TallyEntry, User)
def entries(uow: Reading, campaign_id: UUID, *, limit: int = 20, measure_id: UUID | None = None) -> tuple[Entry, ...]:
    """Return the latest counts, newest first, those that no longer stand among them; what takes one back is no count.

    They are for who counts: added up they tell what is hidden from others.
    """
    uow.require(Permission.COUNT)
    query = _counts().where(CampaignMeasure.campaign_id == campaign_id).order_by(TallyEntry.id.desc()).limit(limit)
    if measure_id is not None:
        query = query.where(TallyEntry.measure_id == measure_id)
    return tuple(_entry(*found) for found in uow.session.execute(query))


def entry(uow: Reading, entry_id: UUID) -> Entry:
    """Return one count, however many were made after it."""
    uow.require(Permission.COUNT)
    found = uow.session.execute(_counts().where(TallyEntry.id == entry_id)).one_or_none()
    if found is None:
        raise gone()
    return _entry(*found)


def _counts() -> Select[TallyEntry, str, int, str, Source]:
    last, takes_its_place = last_of(TallyEntry)
    return (
        select(TallyEntry, CampaignMeasure.label, CampaignWeek.number, User.name, last.source)
        .join(CampaignMeasure, CampaignMeasure.id == TallyEntry.measure_id)
        .join(CampaignWeek, CampaignWeek.id == TallyEntry.week_id)
        .join(User, User.id == TallyEntry.counted_by)
        .outerjoin(last, takes_its_place)
        .where(TallyEntry.source != Source.NOT_RECORDED)
    )


def _entry(row: TallyEntry, label: str, week: int, by: str, later: Source | None) -> Entry:
    return Entry(
        row.id,
        row.measure_id,
        label,
        week,
        row.at,
        row.amount,
        row.qualifier,
        row.source,
        by,
        row.note,
        row.corrects_id,
        void=later is not None,
        taken_back=later is Source.NOT_RECORDED,
    )


def _fill(row: TallyEntry, amount: int, qualifier: Qualifier | None, source: Source, note: str) -> None:
    row.amount = checks.whole(amount, field="amount") or 0
    row.qualifier = qualifier
    row.source = source if qualifier is None else Source.ESTIMATED
    row.note = checks.line(note, field="note")


@dataclass(frozen=True, slots=True)
class _Week:
    """The week of a campaign that is counted in."""

    id: UUID
    starts_on: date
    ends_on: date


def _week(uow: Reading, measure_id: UUID, day: date | None, week_id: UUID | None) -> _Week:
    """Return the week of the measure's campaign: the one named, or that of the day; NotFound when there is no such measure."""
    wanted = day or uow.clock.today()
    found = _weeks(named=week_id is not None).first(uow, measure=measure_id, week=week_id, day=wanted)
    if found is None or (week_id is not None and found[0] is None and uow.session.get(CampaignWeek, week_id) is None):
        raise gone()
    week, starts_on, ends_on = found
    return _outside(wanted) if week is None else _Week(week, starts_on, ends_on)


@asked_once
def _weeks(*, named: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for that week, in a row of its own that is empty when the measure has none; one tap, one question."""
    of_day = (CampaignWeek.starts_on <= given("day"), CampaignWeek.ends_on >= given("day"))
    wanted = (CampaignWeek.id == given("week"),) if named else of_day
    columns = (CampaignWeek.id, CampaignWeek.starts_on, CampaignWeek.ends_on)
    query = select(*columns).select_from(CampaignMeasure)
    query = query.outerjoin(CampaignWeek, and_(CampaignWeek.campaign_id == CampaignMeasure.campaign_id, *wanted))
    return query.where(CampaignMeasure.id == given("measure"))


def _outside(day: date) -> _Week:
    raise InvalidInput("{day} is not in any of the campaign's weeks. Choose a week.", field="week_id", day=day.isoformat())


def _moment(uow: Reading, week: _Week, day: date | None) -> datetime:
    """Return now for what is counted today; for what is entered afterwards, noon of its day or of its week's first day."""
    now = uow.clock.now()
    today = day_of(now)
    if (day is None and week.starts_on <= today <= week.ends_on) or day == today:
        return now
    if day is None and week.starts_on > today:
        raise InvalidInput(
            "The week from {first} has not begun: this computer says that it is {today}. Choose another week, or put the clock"
            " right.",
            field="week_id",
            first=week.starts_on.isoformat(),
            today=today.isoformat(),
        )
    return instant(checks.past_day(day or week.starts_on, today, field="week_id"), NOON)


def _standing(uow: Reading, entry_id: UUID) -> TallyEntry:
    entry = uow.get(TallyEntry, entry_id)
    if uow.session.scalar(select(TallyEntry.id).where(TallyEntry.id == entry_id, overtaken())) is not None:
        raise Stale("This count has been corrected already. Correct the latest one instead.")
    return entry


def _successor(uow: Reading, wrong: TallyEntry) -> TallyEntry:
    return TallyEntry(
        id=id_after(wrong.id),
        measure_id=wrong.measure_id,
        week_id=wrong.week_id,
        at=wrong.at,
        counted_by=uow.user.id,
        corrects_id=wrong.id,
        first_id=wrong.first_id or wrong.id,
    )
