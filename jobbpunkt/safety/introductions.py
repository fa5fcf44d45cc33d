"""Who was introduced to a product, a machine or to working alone, when and by whom."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.fields import taken
from jobbpunkt.base.words import N_
from jobbpunkt.people import names
from jobbpunkt.programmes import within
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.safety.data import IntroductionView
from jobbpunkt.safety.fields import INTRODUCTION, IntroductionData
from models.account import User
from models.safety import Introduction
from models.vocabulary import IntroductionKind


@depends_on(Introduction, User)
def introductions(uow: Reading, programme_id: UUID) -> tuple[IntroductionView, ...]:
    """Return the introductions of a programme, the latest first."""
    uow.require(Permission.SEE_WORK)
    row = Introduction
    query = select(row, User.name).join(User, User.id == row.given_by).where(row.programme_id == programme_id)
    found = uow.session.execute(query.order_by(row.given_on.desc(), row.id.desc())).all()
    called = names(uow, [one.person_id for one, _ in found])
    return tuple(
        IntroductionView(one.id, one.version, IntroductionData(**taken(INTRODUCTION, one)), called[one.person_id], by)
        for one, by in found
    )


def introduce(uow: Writing, programme_id: UUID, data: IntroductionData) -> Change:
    """Note that a participant was introduced; who notes it gave it."""
    uow.require(Permission.RECORD_WORK)
    row = Introduction(programme_id=programme_id, given_by=uow.user.id, **_checked(uow, programme_id, data))
    return uow.change(uow.add(row), N_("The introduction has been noted."))


def change_introduction(uow: Writing, introduction_id: UUID, version: int, data: IntroductionData) -> Change:
    """Put an introduction right."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Introduction, introduction_id, version)
    fields.put(row, _checked(uow, row.programme_id, data))
    return uow.change(row, N_("The introduction has been saved."))


def remove_introduction(uow: Writing, introduction_id: UUID, version: int) -> Change:
    """Take away an introduction that was noted by mistake."""
    uow.require(Permission.RECORD_WORK)
    uow.remove(uow.fresh(Introduction, introduction_id, version))
    return uow.change_of(introduction_id, N_("The introduction has been removed."))


def _checked(uow: Reading, programme_id: UUID, data: IntroductionData) -> dict[str, Any]:
    values = fields.checked(INTRODUCTION, data)
    within.demand(uow, programme_id, data.person_id, data.given_on, field="given_on")
    if data.kind is not IntroductionKind.LONE_WORK:
        checks.line(data.what, field="what", required=True)
    return values
