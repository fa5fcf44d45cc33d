"""Merging what was counted in a field file into its register: each entry once, however often and in whatever order it comes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of, instant
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.chains import overtaken
from jobbpunkt.campaigns.counting import NOON, forget_names
from jobbpunkt.field.contents import Contents, Row
from jobbpunkt.field.here import parts, refuse_within
from jobbpunkt.register.arriving import DEMO_DAY, REGISTER_ID
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import RegisterInfo
from models.campaign import CampaignMeasure, TallyEntry
from models.on_site import Feedback, FieldFile, Stand, StandMark
from models.vocabulary import Source

_MOST = 1_000_000  # as many as one can count at once
_SLACK = timedelta(hours=1)  # that clocks may differ by without anybody being told
_OF = ("measure_id", "week_id", "stand_id")
_NO_MEASURE = N_("what they count is no longer in the campaign; add it again under Set-up and bring the file home once more")
_NO_WEEK = N_("their week is no longer in the campaign; give the campaign its days back and bring the file home once more")
_NO_STAND = N_("their stand is no longer in the campaign; add it again under Set-up and bring the file home once more")
_NO_FIRST = N_("what they correct is not in the register")
_NO_AMOUNT = N_("their number cannot be right")


@dataclass(frozen=True, slots=True)
class Refused:
    """So many entries that could not be brought home, and why; they stay in the field file."""

    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """One count that was corrected more than once apart from each other: what it counts, each amount, and the one that holds.

    None stands for taken back.
    """

    label: str
    amounts: tuple[int | None, ...]
    holds: int | None


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of bringing a field file home."""

    change: Change
    name: str
    new: int
    there: int
    refused: tuple[Refused, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    misdated: int = 0  # counted while the clock of that computer was wrong


def merge(uow: Writing, contents: Contents) -> Brought:
    """Add what is new in a field file, in this one transaction; what is here already is passed over."""
    file = _file(uow, contents)
    travels = {"field_file_id": file.id, "counted_by": file.made_by}
    known = _Known(uow, file.campaign_id, contents)
    new: list[tuple[Any, list[Row]]] = []
    refused: Counter[str] = Counter()
    there = 0
    for model in (TallyEntry, StandMark, Feedback):
        kept: list[Row] = []
        for row in map(known.as_here, contents.rows[model.__tablename__]):
            if row["id"] in known.ids:
                there += 1
            elif reason := known.refusal(model, row):
                refused[reason] += 1
            else:
                known.ids.add(row["id"])
                kept.append({**row, **travels})
        new.append((model, kept))
    uow.receive(file.id, new)
    file.brought_at = uow.clock.now()
    _forget_names(uow, new[0][1])
    number = sum(len(rows) for _, rows in new)
    is_demo = uow.session.get(RegisterInfo, DEMO_DAY) is not None  # whose clock begins anew each time
    least, most = file.made_at - _SLACK, uow.clock.now() + _SLACK
    misdated = 0 if is_demo else sum(_is_misdated(row, least, most) for _, rows in new for row in rows)
    told = tuple(_conflicts(uow, file.campaign_id, new[0][1]))
    change = uow.change(file, "", undoable=False)
    left = tuple(Refused(*one) for one in sorted(refused.items()))
    return Brought(change, file.name, number, there, left, told, misdated)


def _file(uow: Writing, contents: Contents) -> FieldFile:
    refuse_within(uow)
    own = uow.session.get(RegisterInfo, REGISTER_ID)
    if own is None or own.value != contents.home:
        raise UserError("This field file was made from another register. Bring it home to that one.")
    file = uow.session.get(FieldFile, contents.id)
    if file is None:
        raise UserError(
            "This register no longer knows the field file: it was struck out, or the register is an older copy."
            " What was counted is still in the file."
        )
    return file


class _Known:
    """What the register has of a campaign: every entry by its id, and what an entry may count."""

    def __init__(self, uow: Reading, campaign_id: UUID, contents: Contents) -> None:
        ask = uow.asking().scalars
        self.parts = parts(uow, campaign_id)
        same = {known: key for key, known in self.parts.items()}
        self._anew = {key: same[known] for key, known in contents.parts.items() if key not in self.parts and known in same}
        of_measures = select(CampaignMeasure.id).where(CampaignMeasure.campaign_id == campaign_id)
        of_stands = select(Stand.id).where(Stand.campaign_id == campaign_id)
        self.ids = set(ask(select(TallyEntry.id).where(TallyEntry.measure_id.in_(of_measures))))
        self.ids |= set(ask(select(StandMark.id).where(StandMark.stand_id.in_(of_stands))))
        self.ids |= set(ask(select(Feedback.id).where(Feedback.campaign_id == campaign_id)))

    def as_here(self, row: Row) -> Row:
        """Return an entry as of what the register has now, where what it is of was taken out and put back."""
        if not self._anew:  # nearly always, and there may be a hundred thousand
            return row
        return {**row, **{name: self._anew[row[name]] for name in _OF if row.get(name) in self._anew}}

    def refusal(self, model: Any, row: Row) -> str | None:
        """Return why an entry cannot be brought home, or None."""
        if model is StandMark:
            return None if row["stand_id"] in self.parts else _NO_STAND
        if model is Feedback:
            return None if row["takes_back_id"] is None or row["takes_back_id"] in self.ids else _NO_FIRST
        if row["measure_id"] not in self.parts:
            return _NO_MEASURE
        if row["week_id"] not in self.parts:
            return _NO_WEEK
        if not 0 <= row["amount"] <= _MOST:
            return _NO_AMOUNT
        corrects = row["corrects_id"]
        return None if corrects is None or {corrects, row["first_id"]} <= self.ids else _NO_FIRST


def _is_misdated(row: Row, least: datetime, most: datetime) -> bool:
    """Tell whether an entry was made before its file or is still to come; one of an earlier day is at that day's noon."""
    at: datetime = row["at"]
    if least <= at <= most:
        return False
    return at > most or not (row.get("corrects_id") is not None or at == instant(day_of(at), NOON))


def _forget_names(uow: Writing, brought: list[Row]) -> None:
    """Write down no longer who visited, where the visit was taken back out there and nothing later stands."""
    back = [row["id"] for row in brought if row["source"] is Source.NOT_RECORDED]
    for entry in uow.session.scalars(select(TallyEntry).where(TallyEntry.id.in_(back), ~overtaken())) if back else ():
        forget_names(uow, {entry.corrects_id, entry.first_id})


def _conflicts(uow: Reading, campaign_id: UUID, brought: list[Row]) -> Iterator[Conflict]:
    """Tell of each count that was corrected apart, where one of the corrections has just come."""
    firsts = {row["first_id"] for row in brought if row["corrects_id"] is not None}
    if not firsts:
        return
    of_campaign = select(CampaignMeasure.id).where(CampaignMeasure.campaign_id == campaign_id)
    twice = (
        select(TallyEntry.corrects_id)
        .where(TallyEntry.corrects_id.is_not(None), TallyEntry.measure_id.in_(of_campaign))
        .group_by(TallyEntry.corrects_id)
        .having(func.count() > 1)
    )
    query = (
        select(TallyEntry, CampaignMeasure.label, ~overtaken())
        .join(CampaignMeasure, CampaignMeasure.id == TallyEntry.measure_id)
        .where(TallyEntry.first_id.in_(select(TallyEntry.first_id).where(TallyEntry.corrects_id.in_(twice))))
        .order_by(TallyEntry.first_id, TallyEntry.id)
    )
    chains: dict[UUID | None, list[Any]] = {}
    for entry, label, stands in uow.session.execute(query):
        if entry.first_id in firsts:
            chains.setdefault(entry.first_id, []).append((entry, label, stands))
    for chain in chains.values():
        holds = next(_amount(entry) for entry, _, stands in chain if stands)
        yield Conflict(chain[0][1], tuple(_amount(entry) for entry, _, _ in chain), holds)


def _amount(entry: TallyEntry) -> int | None:
    return None if entry.source is Source.NOT_RECORDED else entry.amount
