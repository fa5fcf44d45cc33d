"""Which key is handed out to whom, by whom, and when it comes back."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.fields import taken
from jobbpunkt.base.words import N_
from jobbpunkt.people import names
from jobbpunkt.programmes import within
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.safety.data import ReceiptView
from jobbpunkt.safety.fields import RECEIPT, ReceiptData
from models.account import User
from models.safety import KeyReceipt


@depends_on(KeyReceipt, User)
def receipts(uow: Reading, programme_id: UUID) -> tuple[ReceiptView, ...]:
    """Return the keys of a programme, those that are out first, the latest handed out before the others."""
    uow.require(Permission.SEE_WORK)
    row = KeyReceipt
    query = select(row, User.name).join(User, User.id == row.given_by).where(row.programme_id == programme_id)
    found = uow.session.execute(query.order_by(row.returned_on.is_not(None), row.given_on.desc(), row.id.desc())).all()
    called = names(uow, [one.person_id for one, _ in found])
    return tuple(
        ReceiptView(one.id, one.version, ReceiptData(**taken(RECEIPT, one)), called[one.person_id], by) for one, by in found
    )


def hand_out(uow: Writing, programme_id: UUID, data: ReceiptData) -> Change:
    """Note that a participant got a key; who notes it handed it out."""
    uow.require(Permission.RECORD_WORK)
    row = KeyReceipt(programme_id=programme_id, given_by=uow.user.id, **_checked(uow, programme_id, data))
    return uow.change(uow.add(row), N_("The key has been handed out."))


def change_receipt(uow: Writing, receipt_id: UUID, version: int, data: ReceiptData) -> Change:
    """Put right what was noted of a key."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(KeyReceipt, receipt_id, version)
    fields.put(row, _checked(uow, row.programme_id, data))
    return uow.change(row, N_("The key receipt has been saved."))


def take_back(uow: Writing, receipt_id: UUID, version: int, *, day: date | None = None) -> Change:
    """Note that a key came back, today unless another day is said."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(KeyReceipt, receipt_id, version)
    today = uow.clock.today()
    row.returned_on = back(row.given_on, day or today, today)
    return uow.change(row, N_("The key is back."))


def remove_receipt(uow: Writing, receipt_id: UUID, version: int) -> Change:
    """Take away a key receipt that was noted by mistake."""
    uow.require(Permission.RECORD_WORK)
    uow.remove(uow.fresh(KeyReceipt, receipt_id, version))
    return uow.change_of(receipt_id, N_("The key receipt has been removed."))


def _checked(uow: Reading, programme_id: UUID, data: ReceiptData) -> dict[str, Any]:
    values = fields.checked(RECEIPT, data)
    within.demand(uow, programme_id, data.person_id, data.given_on, field="given_on")
    checks.day_order(data.given_on, data.due_on, field="due_on")
    return values | {"returned_on": back(data.given_on, data.returned_on, uow.clock.today())}


def back(given: date, returned: date | None, today: date) -> date | None:
    """Return the day on which a key came back; refuses one before it was handed out, or to come."""
    checks.past_day(returned, today, field="returned_on")
    if returned is not None and returned < given:
        raise InvalidInput(
            "The key was handed out on {day}, so it cannot have come back before. Change one of the days.",
            field="returned_on",
            day=given.isoformat(),
        )
    return returned
