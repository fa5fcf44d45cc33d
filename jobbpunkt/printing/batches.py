"""Many papers at once, each a file of its own: the plans of a group, the sheets of a day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from jobbpunkt import campaigns, coaching, plans, programmes, shifts
from jobbpunkt.base import files
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionRow
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Wish
from jobbpunkt.plans import PlanFilter, PlanRow
from jobbpunkt.printing import drawings
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.vocabulary import PlanStatus, SessionStatus

MOST = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """One paper of many: what its file is called, and what gathers it and notes that it is printed."""

    name: str
    gather: Callable[[Writing, Words, Wish], Drawing[Any]]


def plans_of_programme(uow: Reading, programme_id: UUID, words: Words) -> tuple[Wanted, ...]:
    """Return the ongoing plans, of those that the user may see, of all who take part in a programme."""
    people = {row.person_id for row in programmes.participants(uow, programme_id)}
    ongoing = [row for row in plans.all_plans(uow) if row.person_id in people and row.status is not PlanStatus.CLOSED]
    return _plans(uow, ongoing, words)


def plans_of_coach(uow: Reading, words: Words) -> tuple[Wanted, ...]:
    """Return the ongoing plans of which the user is the coach."""
    return _plans(uow, plans.page(uow, PlanFilter.MINE, limit=MOST).rows, words)


def sheets_of_day(uow: Reading, day: date, words: Words, *, coach_id: UUID | None = None) -> tuple[Wanted, ...]:
    """Return the sheet of each participant of the day's meetings, of everybody or of one coach; not of those called off."""
    return tuple(_sheets(uow, day, words, coach_id))


def attendance(uow: Reading, programme_id: UUID, month: date, words: Words) -> tuple[Wanted, ...]:
    """Return the attendance sheet of everybody whose days of a month are all marked; a protected person's is printed alone."""
    people = shifts.month(uow, programme_id, month).people
    ready = [one.hours.person_id for one in people if not one.sheet.is_waiting and not one.hours.name.protected]
    name = words("attendance-{month}.pdf", month=f"{month:%Y-%m}")
    return tuple(
        Wanted(name, partial(_gather_attendance, programme_id=programme_id, person_id=person, month=month)) for person in ready
    )


def partners(uow: Reading, campaign_id: UUID, words: Words, *, named: str = "") -> tuple[Wanted, ...]:
    """Return the page of every partner of a campaign, or of those whose name is `named`."""
    campaign = campaigns.get(uow, campaign_id)
    chosen = [one for one in campaign.partners if not named.strip() or one.name.casefold() == named.strip().casefold()]
    return tuple(
        Wanted(words("partner-{name}.pdf", name=one.name), partial(_gather_partner, partner_id=one.id)) for one in chosen
    )


def _gather_partner(uow: Writing, words: Words, wish: Wish, *, partner_id: UUID) -> Drawing[Any]:
    return drawings.partner(uow, partner_id, words, wish)


def has_sheet(row: SessionRow) -> bool:
    """Tell whether a meeting has sheets to print: it is held or to be held."""
    return row.status in (SessionStatus.BOOKED, SessionStatus.HELD) and bool(row.people)


def write(folder: Path, name: str, content: bytes) -> Path:
    """Write a whole file into a folder and return where; a name that is taken there gets a number."""
    number, target = 1, folder / files.name(name)
    stem, ending = target.stem, target.suffix
    while files.exists(target):
        number += 1
        target = folder / f"{stem} {number}{ending}"
    files.save(target, content)
    return target


def _plans(uow: Reading, rows: Sequence[PlanRow], words: Words) -> tuple[Wanted, ...]:
    """Return those that may be printed: one that no consent keeps open would stop all that come after it."""
    shut = plans.withheld(uow, [row.id for row in rows])
    return tuple(_plan(row, words) for row in rows if row.id not in shut)


def _plan(row: PlanRow, words: Words) -> Wanted:
    return Wanted(plans.file_name(row, words), partial(_gather_plan, plan_id=row.id))


def _gather_plan(uow: Writing, words: Words, wish: Wish, plan_id: UUID) -> Drawing[Any]:
    return drawings.plan(uow, plan_id, words, wish)


def _sheets(uow: Reading, day: date, words: Words, coach_id: UUID | None) -> Iterator[Wanted]:
    name = words("meeting-{day}.pdf", day=day.isoformat())
    for row in coaching.between(uow, day, day, coach_id=coach_id):
        if has_sheet(row):
            for person in row.people:
                yield Wanted(name, partial(_gather_sheet, session_id=row.id, person_id=person.id))


def _gather_sheet(uow: Writing, words: Words, wish: Wish, session_id: UUID, person_id: UUID) -> Drawing[Any]:
    return drawings.session(uow, session_id, words, wish, person_id=person_id)


def _gather_attendance(uow: Writing, words: Words, wish: Wish, programme_id: UUID, person_id: UUID, month: date) -> Drawing[Any]:
    return drawings.attendance(uow, programme_id, person_id, words, wish, month=month)
