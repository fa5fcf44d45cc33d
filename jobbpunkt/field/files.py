"""The field files that were made of a campaign: which are out, and what they have brought home."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.field.here import GROWING
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.on_site import FieldFile


@dataclass(frozen=True, slots=True)
class FieldFileRow:
    """A field file: who made it when, when it was last brought home, and how much came with it in all."""

    id: UUID
    name: str
    made_at: datetime
    made_by: str
    brought_at: datetime | None
    entries: int


@depends_on(FieldFile, User, *GROWING)
def rows(uow: Reading, campaign_id: UUID) -> tuple[FieldFileRow, ...]:
    """Return a campaign's field files, the oldest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    query = (
        select(FieldFile, User.name)
        .join(User, User.id == FieldFile.made_by)
        .where(FieldFile.campaign_id == campaign_id)
        .order_by(FieldFile.id)
    )
    entries: Counter[UUID | None] = Counter()
    for model in GROWING:
        by_file = select(model.field_file_id, func.count()).where(model.field_file_id.is_not(None)).group_by(model.field_file_id)
        entries.update(dict(uow.session.execute(by_file).all()))
    return tuple(
        FieldFileRow(row.id, row.name, row.made_at, by, row.brought_at, entries[row.id]) for row, by in uow.session.execute(query)
    )


def forget(uow: Writing, file_id: UUID) -> Change:
    """Strike out a field file of which nothing came home, such as one that was lost; what it may hold is refused from then on."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(FieldFile, file_id)
    if brought(uow, file_id):
        raise UserError("Counts have come home from this field file, so it stays in the list.")
    uow.remove(row)
    return uow.change_of(file_id, N_("The field file has been struck out."))


def brought(uow: Reading, file_id: UUID) -> int:
    """Return how many entries came home by a field file."""
    counts = (select(func.count()).select_from(model).where(model.field_file_id == file_id) for model in GROWING)
    return sum(uow.session.scalar(query) or 0 for query in counts)
