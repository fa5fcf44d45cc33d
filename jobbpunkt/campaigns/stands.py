"""The fair of a campaign: whose stand stands where, and which exhibitors came. What is said of it only grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import id_after, new_id
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign
from models.on_site import Stand, StandMark
from models.organisation import Organisation


@dataclass(frozen=True, slots=True)
class StandRow:
    """An exhibitor with their stand; `came` is None while nobody has said."""

    id: UUID
    version: int
    organisation_id: UUID
    name: str
    label: str
    came: bool | None


@depends_on(Organisation, Stand, StandMark)
def stands(uow: Reading, campaign_id: UUID) -> tuple[StandRow, ...]:
    """Return the stands of a campaign's fair, by label and name."""
    uow.require(Permission.SEE_CAMPAIGNS)
    query = (
        select(Stand, Organisation.name, StandMark.came)
        .join(Organisation, Organisation.id == Stand.organisation_id)
        .outerjoin(StandMark, (StandMark.stand_id == Stand.id) & _holds(StandMark))
        .where(Stand.campaign_id == campaign_id)
    )
    found = [
        StandRow(row.id, row.version, row.organisation_id, name, row.label, came)
        for row, name, came in uow.session.execute(query)
    ]
    return tuple(sorted(found, key=lambda row: (not row.label, row.label.casefold(), row.name.casefold())))


def came_of(rows: Sequence[StandRow]) -> tuple[int, int, int]:
    """Return how many exhibitors came, how many did not, and of how many nobody has said."""
    said = [row.came for row in rows]
    return said.count(True), said.count(False), said.count(None)


def add_stand(uow: Writing, campaign_id: UUID, *, organisation_id: UUID, label: str) -> Change:
    """Give an organisation a stand at a campaign's fair."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    organisation = uow.get(Organisation, organisation_id)
    taken = select(Stand.id).where(Stand.campaign_id == campaign_id, Stand.organisation_id == organisation_id)
    if uow.session.scalar(taken) is not None:
        raise InvalidInput("{name} has a stand already.", field="organisation_id", name=organisation.name)
    row = Stand(campaign_id=campaign_id, organisation_id=organisation_id, label=checks.line(label, field="label"))
    return uow.change(uow.add(row), N_("The stand has been added."))


def change_stand(uow: Writing, stand_id: UUID, version: int, *, label: str) -> Change:
    """Save what a stand is called."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(Stand, stand_id, version)
    row.label = checks.line(label, field="label")
    return uow.change(row, N_("The stand has been saved."))


def remove_stand(uow: Writing, stand_id: UUID) -> Change:
    """Remove a stand of which nothing has been said yet."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(Stand, stand_id)
    if _last_mark(uow, stand_id) is not None:
        raise UserError("It has been said whether this exhibitor came, so the stand stays. Say that they did not come.")
    uow.remove(row)
    return uow.change_of(stand_id, N_("The stand has been removed."))


def mark_stand(uow: Writing, stand_id: UUID, *, came: bool | None) -> Change:
    """Say that an exhibitor came or did not, or take back what was said, by a further mark."""
    uow.require(Permission.COUNT)
    uow.get(Stand, stand_id)
    last = _last_mark(uow, stand_id)
    key = new_id() if last is None else id_after(last)
    row = StandMark(id=key, stand_id=stand_id, at=uow.clock.now(), came=came, counted_by=uow.user.id)
    return uow.change(uow.add(row), "", undoable=False)


def _last_mark(uow: Reading, stand_id: UUID) -> UUID | None:
    return uow.session.scalar(select(StandMark.id).where(StandMark.stand_id == stand_id, _holds(StandMark)))


def _holds(mark: Any) -> ColumnElement[bool]:
    """Return the condition that no later mark says something else of the stand."""
    later = aliased(StandMark)
    return ~select(later.id).where(later.stand_id == mark.stand_id, later.id > mark.id).exists()
