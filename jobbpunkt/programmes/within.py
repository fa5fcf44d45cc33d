"""Whether a person takes part in a programme on a day: nothing is recorded of whom the programme does not have."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.register.unit_of_work import Reading
from models.programme import ProgrammeEnrolment


def demand(uow: Reading, programme_id: UUID, person_id: UUID, day: date, *, field: str) -> None:
    """Refuse a day to come, or one on which the person did not take part in the programme."""
    checks.past_day(day, uow.clock.today(), field=field)
    row = ProgrammeEnrolment
    places = select(row.starts_on, row.ends_on).where(row.programme_id == programme_id, row.person_id == person_id)
    found = uow.session.execute(places.order_by(row.starts_on)).all()
    if not found:
        raise InvalidInput("This person does not take part in the project. Add the person to it first.", field=field)
    if any(first <= day and (last is None or day <= last) for first, last in found):
        return
    if day < found[0].starts_on:
        first = found[0].starts_on.isoformat()
        raise InvalidInput("This person takes part from {first}. Write a day from then on.", field=field, first=first)
    last = max(last for _, last in found if last is not None and last < day).isoformat()
    raise InvalidInput("This person took part until {last}. Write a day up to then.", field=field, last=last)
