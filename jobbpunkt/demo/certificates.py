"""What one of the group of Kvinna för Bäckby accepted of her year at work."""

from collections.abc import Sequence
from datetime import date, time

from jobbpunkt import certificates, work
from jobbpunkt.certificates import NewCertificate
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import SUPERVISOR, Stage
from jobbpunkt.register.unit_of_work import Writing

DAY = date(2020, 12, 11)


def certify(stage: Stage, cast: Sequence[Character]) -> None:
    """Let the first of the group go through her year with the supervisor."""
    person = next(one for one in cast if one.programme)
    stage.at(DAY, time(14), SUPERVISOR, _accept, person)


def _accept(uow: Writing, person: Character) -> None:
    programme = work.programmes(uow)[0].id
    found = certificates.proposed(uow, person.key, programme)
    lines = tuple(one.line for one in found.proposals if one.goes_in)
    certificates.accept(uow, NewCertificate(person.key, programme, lines, uow.clock.today()))
