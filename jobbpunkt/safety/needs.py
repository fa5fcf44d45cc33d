"""What somebody has to see to: keys that should be back, and products without a data sheet."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from jobbpunkt import work
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.safety.chemicals import chemicals
from jobbpunkt.safety.data import Need, NeedKind
from jobbpunkt.safety.keys import receipts


def needs(uow: Reading, programme_id: UUID) -> tuple[Need, ...]:
    """Return what has to be seen to in a programme today, what has waited longest first."""
    found = (*_keys(uow, programme_id), *_sheets(uow, programme_id))
    return tuple(sorted(found, key=lambda need: need.since or date.max))


def _keys(uow: Reading, programme_id: UUID) -> Iterator[Need]:
    today = uow.clock.today()
    here = {member.person_id for member in work.group(uow, programme_id, today)}
    for row in receipts(uow, programme_id):
        if row.data.returned_on is not None:
            continue
        if row.late(today):
            yield Need(NeedKind.KEY_LATE, row.id, row.data.key, row.name, row.data.due_on)
        elif row.data.person_id not in here:
            yield Need(NeedKind.KEY_LEFT_OUT, row.id, row.data.key, row.name, row.data.given_on)


def _sheets(uow: Reading, programme_id: UUID) -> Iterator[Need]:
    today = uow.clock.today()
    for row in chemicals(uow, programme_id):
        if row.sheet is None and row.used(today):
            yield Need(NeedKind.SHEET_MISSING, row.id, row.data.name)
