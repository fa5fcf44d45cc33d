"""Many who save the same text on a server at once: whoever saw an older one is refused, and no edit is lost."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from jobbpunkt import organisations
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import Stale
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.register import check
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from tests.postgres import serving
from tests.registers import NOW, found, opened

_WRITERS = 8


def updates(count: int) -> str:
    """Let eight programs make so many edits of one text on a server."""
    if not count:
        return ""
    with serving() as server:
        return edited(found(server.create("updates")).place, count)


def edited(place: str, count: int) -> str:
    """Let eight programs edit one text so many times, each upon what it read; all of it must stand there in the end."""
    with opened(place, fixed(NOW)) as register:
        with register.writing() as uow:
            record = organisations.create(uow, OrganisationDetails("Förening")).record
        shares = [range(writer, count, _WRITERS) for writer in range(_WRITERS)]
        with ThreadPoolExecutor(_WRITERS) as writers:
            refused = sum(writers.map(_edits, [place] * _WRITERS, [record] * _WRITERS, shares))
        with register.reading() as uow:
            words = uow.get(Organisation, record).note.split()
        assert sorted(words) == sorted(str(number) for number in range(count)), "an edit is lost, or stands twice"
        assert check.check(register).findings == ()
    return f"{_WRITERS} writers, {count} edits, all of them stand, 0 lost; {refused:,} times one was refused and read it anew"


def _edits(place: str, record: UUID, numbers: range) -> int:
    """Add each number to the text, upon what was read last; return how often that was too old."""
    refused = 0
    with opened(place, fixed(NOW)) as register:
        for number in numbers:
            while not _is_added(register, record, number):
                refused += 1
    return refused


def _is_added(register: Register, record: UUID, number: int) -> bool:
    with register.reading() as uow:
        seen = next(row for row in organisations.rows(uow) if row.id == record)
    try:
        with register.writing() as uow:
            organisations.change(uow, record, seen.version, OrganisationDetails(seen.name, note=f"{seen.note} {number}"))
    except Stale:
        return False
    return True
