"""The gate: who has need of whom, asked at each list and each person, beside the same services with nobody asking."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from jobbpunkt import cases
from jobbpunkt.people import caseload, details
from jobbpunkt.people.caseload import CaseloadFilter
from jobbpunkt.register import gate, need
from jobbpunkt.register.gate import Way
from jobbpunkt.register.need import Near
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from tests.bench.areas.search import TYPED
from tests.bench.entry import Entry, Work
from tests.bench.stock import Bench

AT_MOST = 1.2
SEARCH = "search"  # which finds more among more people
Read = Callable[[Reading], object]
_EVERYBODY = Near(frozenset(), frozenset(), everybody=True)
_OPEN = Way(protected=False, coach="", covered=False, needed=True, open=True)
# What asks, and what writes the look, with an answer that nobody had to ask for.
_AWAY = ((need, "near", lambda _: _EVERYBODY), (gate, "way", lambda *_: _OPEN), (gate, "_look", lambda *_: None))


def reads(bench: Bench) -> dict[str, Read]:
    """Return what is measured with the gate and without, and again on a server with policies and without."""
    coach = bench.register.user.id.hex
    person = UUID(bench.one("SELECT person_id FROM case_file WHERE coach_id = ? AND status = 'enrolled' LIMIT 1", coach))
    return {
        "caseload": lambda uow: caseload.caseload(uow, shown=CaseloadFilter.MINE),
        SEARCH: lambda uow: caseload.caseload(uow, words=TYPED),
        "a person": lambda uow: (cases.of_person(uow, person), caseload.next_meeting(uow, person), details.details(uow, person)),
    }


def asking(register: Register, read: Read) -> Work:
    """Return what reads in a transaction of its own."""

    def work() -> object:
        with register.reading() as uow:
            return read(uow)

    return work


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield each read as it is, beside the same with the gate's questions taken away."""
    for name, read in reads(bench).items():
        asked = asking(bench.register, read)
        yield Entry(f"The gate, {name}", asked, "the same, need never asked", _unasked(asked), AT_MOST, grows=name == SEARCH)


def _unasked(work: Work) -> Work:
    def without() -> object:
        with _gate_away():
            return work()

    return without


@contextmanager
def _gate_away() -> Iterator[None]:
    kept = [getattr(module, name) for module, name, _ in _AWAY]
    try:
        for module, name, answer in _AWAY:
            setattr(module, name, answer)
        yield
    finally:
        for (module, name, _), was in zip(_AWAY, kept, strict=True):
            setattr(module, name, was)
