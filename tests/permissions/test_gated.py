"""Every service that takes the id of a person, or of something of theirs, asks the gate; a new one that does not is red here."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import gate, need
from tests.permissions.desk import Desk, desk
from tests.permissions.services import services, takes_register
from tests.permissions.table import DOORS
from tests.registers import NOW, Enough, Template, copy_file

OF_SOMEBODY = frozenset(
    {
        *("person_id", "person_ids", "case_id", "case_ids", "session_id", "note_id", "plan_id", "goal_id", "milestone_id"),
        *("review_id", "version_id", "signature_id", "cv_id", "letter_id", "written_id", "application_id", "certificate_id"),
        *("consent_id", "round_id", "outcome_id", "follow_up_id", "participation_id"),
    }
)
# Services that take such an id and ask otherwise, and why.
ASK_OTHERWISE = {
    "campaigns.visits.sign_in": "counts somebody who stands there and says yes, and tells nothing of them",
    "coaching.booking.clashes": "tells whose meetings overlap, as the calendar of the whole office does",
    "coaching.lists.next_of": "tells when, to services that have asked; the calendar of the whole office tells it too",
    "plans.access.demand_consent": "tells services that have asked for need whether the consent stands",
    "programmes.writing.change_participation": "a place in a group, which the group's page shows; changed by who may see people",
    "programmes.writing.enrol": "puts somebody into a group, and tells nothing",
    "programmes.writing.remove_participation": "a place in a group, which the group's page shows; changed by who may see people",
    "shifts.marking.clear": "the work of the group, by shift",
    "shifts.marking.correct": "the work of the group, by shift",
    "shifts.marking.mark": "the work of the group, by shift",
    "training.noting.clear": "the work of the group, by unit",
    "training.noting.note": "the work of the group, by unit",
}


@pytest.fixture(scope="module")
def made(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The register of all colleagues."""
    folder: Path = tmp_path_factory.mktemp("gated")
    with desk(copy_file(sqlite_template, folder / "register.opening.jobbpunkt"), fixed(NOW), folder) as found:
        yield found


def taking_ids() -> list[str]:
    """Return the services with a door that take the id of a person, or of something of theirs."""
    found = {name: set(inspect.signature(inspect.unwrap(one)).parameters) for name, one in services().items()}
    return sorted(name for name in DOORS if found[name] & OF_SOMEBODY and not takes_register(name))


def asks_the_gate(made: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Go through the doors of a service as a coach with every key; return whether the gate was asked at one."""
    asked: list[str] = []
    for module, question in ((gate, "way"), (need, "within_reach")):
        real = getattr(module, question)

        def listening(*given: object, question: str = question, real: Callable[..., object] = real) -> object:
            asked.append(question)
            return real(*given)

        monkeypatch.setattr(module, question, listening)
    for door in DOORS[name]:
        try:
            with made.registers["C"].writing() as uow:
                door.call(uow, made)
                raise Enough
        except (Enough, UserError):
            pass
    monkeypatch.undo()
    return bool(asked)


def test_each_service_that_takes_an_id_of_somebodys_asks_the_gate(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = {name for name in taking_ids() if not asks_the_gate(made, name, monkeypatch)}
    assert sorted(silent - set(ASK_OTHERWISE)) == [], "ask jobbpunkt.register.gate, or say in ASK_OTHERWISE why not"
    assert sorted(set(ASK_OTHERWISE) - silent) == [], "these ask the gate: take them out of ASK_OTHERWISE"
