"""Which count of a chain of corrections stands: the one with the greatest id, whichever laptops the corrections came from."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from models.campaign import CampaignMeasure, TallyEntry


def standing(campaign_id: UUID) -> Select[TallyEntry]:
    """Return the query for a campaign's entries that no later entry of their chain corrects or takes back."""
    return (
        select(TallyEntry)
        .join(CampaignMeasure, CampaignMeasure.id == TallyEntry.measure_id)
        .where(CampaignMeasure.campaign_id == campaign_id, ~overtaken())
    )


def overtaken(entry: Any = TallyEntry) -> ColumnElement[bool]:
    """Return the condition that a later entry of its chain stands in an entry's place."""
    later = aliased(TallyEntry)
    return select(later.id).where(comes_later(later, entry)).exists()


def comes_later(later: Any, entry: Any) -> ColumnElement[bool]:
    """Return the condition that an entry comes later in the chain of another; whatever corrects a first one comes after it."""
    first = func.coalesce(entry.first_id, entry.id)
    return and_(later.first_id == first, or_(entry.first_id.is_(None), later.id > entry.id))


def last_of(entry: Any) -> tuple[Any, ColumnElement[bool]]:
    """Return what stands in an entry's place, to be joined, with the condition to join it on."""
    last = aliased(TallyEntry)
    return last, and_(comes_later(last, entry), ~overtaken(last))
