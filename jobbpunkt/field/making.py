"""Making a field file: the campaign without any person, in a register file of its own with a password of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.base import checks
from jobbpunkt.base.ids import new_id
from jobbpunkt.field.here import refuse_within
from jobbpunkt.register import places
from jobbpunkt.register.arriving import DEMO_DAY, FIELD_FILE, HOME, REGISTER_ID
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.keys import KdfCost
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.account import RegisterInfo
from models.base import Record
from models.campaign import Campaign, CampaignActivity, CampaignMeasure, CampaignWeek, TallyEntry
from models.on_site import Feedback, FieldFile, Stand, StandMark
from models.organisation import Organisation
from models.vocabulary import HistoryAction, OrganisationKind, Role

Row = dict[str, Any]
# A register begins with an administrator; whoever leads a project can count, and cannot write of people.
_ROLES = frozenset({Role.ADMINISTRATOR, Role.PROJECT_LEAD})
# Who counts is all that a field file knows of people; free text and contacts stay at home.
_LEFT_AT_HOME: dict[str, Row] = {
    "campaign": {"lead_id": None},
    "campaign_activity": {"partner_id": None},
    "campaign_measure": {"linked": None, "employer_id": None, "difference": ""},  # what there is in the register
    "organisation": {"contact": "", "note": "", "kind": OrganisationKind.OTHER},
    "tally_entry": {"note": ""},
}


@dataclass(frozen=True, slots=True)
class Made:
    """A field file that was made: where it is, and its id in both registers."""

    path: Path
    id: UUID


def make(register: Register, campaign_id: UUID, where: Path, *, name: str, password: str, cost: KdfCost | None = None) -> Made:
    """Make a field file of a campaign at `where`; whoever opens it does so by the maker's user name and `password`."""
    register.user.require(Permission.EDIT_CAMPAIGNS)
    called = checks.line(name, field="name", required=True)
    file_id = new_id()
    with register.reading() as uow:
        refuse_within(uow)
        uow.get(Campaign, campaign_id)
        facts = _facts(uow, file_id)
        carried = [(model, _rows(uow, model, query)) for model, query in _carried(campaign_id)]
    user = register.user
    founder = Founder(user.login, user.name, password, _ROLES)
    field = Register.create(str(where), founder, register.clock, cost).register
    try:
        row = {"campaign_id": campaign_id, "name": called, "made_at": register.clock.now()}
        try:
            _fill(field, FieldFile(id=file_id, made_by=field.user.id, **row), facts, carried)
        finally:
            field.close()
        with register.writing() as uow:
            uow.add(FieldFile(id=file_id, made_by=user.id, **row))
            uow.note(HistoryAction.EXPORTED, noun=FieldFile.__tablename__, record_id=file_id)
    except BaseException:
        places.remove(where)
        raise
    return Made(where, file_id)


def _facts(uow: Reading, file_id: UUID) -> dict[str, str]:
    known = {fact.key: fact.value for fact in uow.session.scalars(select(RegisterInfo))}
    demo = {DEMO_DAY: known[DEMO_DAY]} if DEMO_DAY in known else {}
    return {FIELD_FILE: str(file_id), HOME: known[REGISTER_ID], **demo}


def _carried(campaign_id: UUID) -> Iterator[tuple[type[Record], Select[Any]]]:
    """Yield what goes along, parents first: the set-up, and what was counted so far, so that it can be corrected out there."""
    of_stands = select(Stand.id).where(Stand.campaign_id == campaign_id)
    of_measures = select(CampaignMeasure.id).where(CampaignMeasure.campaign_id == campaign_id)
    yield Campaign, select(Campaign).where(Campaign.id == campaign_id)
    for part in (CampaignWeek, CampaignActivity, CampaignMeasure):
        yield part, select(part).where(part.campaign_id == campaign_id)
    exhibitors = select(Stand.organisation_id).where(Stand.campaign_id == campaign_id)
    yield Organisation, select(Organisation).where(Organisation.id.in_(exhibitors))
    yield Stand, select(Stand).where(Stand.campaign_id == campaign_id)
    yield TallyEntry, select(TallyEntry).where(TallyEntry.measure_id.in_(of_measures)).order_by(TallyEntry.id)
    yield StandMark, select(StandMark).where(StandMark.stand_id.in_(of_stands)).order_by(StandMark.id)
    yield Feedback, select(Feedback).where(Feedback.campaign_id == campaign_id).order_by(Feedback.id)


def _rows(uow: Reading, model: type[Record], query: Select[Any]) -> list[Row]:
    plain = query.with_only_columns(*model.__table__.columns)
    return [{**row, **_LEFT_AT_HOME.get(model.__tablename__, {})} for row in uow.asking().execute(plain).mappings()]


def _fill(field: Register, file: FieldFile, facts: dict[str, str], carried: list[tuple[type[Record], list[Row]]]) -> None:
    travels = {"counted_by": field.user.id, "field_file_id": file.id}
    with field.writing() as uow:
        for key, value in facts.items():
            uow.put_fact(key, value)
        uow.receive(file.id, carried[:1])
        uow.add(file)
        uow.flush()
        uow.receive(file.id, [(model, [_of_here(row, travels) for row in rows]) for model, rows in carried[1:]])


def _of_here(row: Row, travels: Row) -> Row:
    return {**row, **{name: value for name, value in travels.items() if name in row}}
