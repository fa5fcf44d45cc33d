"""What a field file knows of itself: it is a register of its own, with these facts beside its rows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.arriving import FIELD_FILE, HOME, is_field
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.account import RegisterInfo
from models.campaign import CampaignMeasure, CampaignWeek, TallyEntry
from models.on_site import Feedback, FieldFile, Stand, StandMark

GROWING = (TallyEntry, StandMark, Feedback)
# By what a part of a campaign is known again where it was taken out and put back: then its id is another.
_KNOWN_BY = ((CampaignMeasure, ("key", "unit")), (CampaignWeek, ("starts_on",)), (Stand, ("organisation_id",)))


@dataclass(frozen=True, slots=True)
class Here:
    """A field file: its campaign, its name, the register it belongs to, and how much was written in it since it was made."""

    id: UUID
    campaign_id: UUID
    name: str
    home: str
    written: int


def here(uow: Reading) -> Here | None:
    """Return what the open register is a field file of; None in an ordinary register."""
    uow.require(Permission.SEE_CAMPAIGNS)
    facts = {fact.key: fact.value for fact in uow.session.scalars(select(RegisterInfo))}
    if not is_field(facts):
        return None
    file = uow.get(FieldFile, UUID(facts[FIELD_FILE]))
    return Here(file.id, file.campaign_id, file.name, facts[HOME], sum(_written(uow, model) for model in GROWING))


def _written(uow: Reading, model: type[TallyEntry | StandMark | Feedback]) -> int:
    return uow.session.scalar(select(func.count()).select_from(model).where(model.field_file_id.is_(None))) or 0


def parts(uow: Reading, campaign_id: UUID) -> dict[UUID, tuple[Any, ...]]:
    """Return what a campaign's entries may be of, by id, each with what it is known by in another file."""
    found: dict[UUID, tuple[Any, ...]] = {}
    for model, names in _KNOWN_BY:
        columns = [getattr(model, name) for name in ("id", *names)]
        for key, *known in uow.asking().execute(select(*columns).where(model.campaign_id == campaign_id)):
            found[key] = (model.__tablename__, *known)
    return found


def refuse_within(uow: Reading) -> None:
    """Refuse what is done in the register that field files belong to, and never in one of them."""
    if uow.session.get(RegisterInfo, FIELD_FILE) is not None:
        raise UserError("This is a field file. Open the register that it was made from, and do it there.")
