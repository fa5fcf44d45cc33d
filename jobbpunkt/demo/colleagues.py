"""Two coaches in one office: who covers for whom, and a colleague's participant who was opened with a reason."""

from collections.abc import Sequence
from datetime import date, time

from jobbpunkt import cases, covers
from jobbpunkt.covers import NewCover
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import COACH, COLLEAGUE, Stage
from jobbpunkt.register import gate
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import Protection

ASKED, CALLED = date(2020, 12, 10), date(2020, 12, 11)
COVERED = (date(2020, 12, 21), date(2021, 1, 8))
WHY = "Ringde och sökte sin coach, som var på utbildning."


def stand_in(stage: Stage, cast: Sequence[Character]) -> None:
    """Let the colleague cover over Christmas, and open one whose coach was not there."""
    stage.at(ASKED, time(11, 30), COACH, _cover)
    one = next(one for one in cast if one.coach == COACH and one.closing is None and one.data.protection is Protection.NONE)
    stage.at(CALLED, time(10, 20), COLLEAGUE, _open, one)


def _cover(uow: Writing) -> None:
    colleague = next(key for key, _ in cases.coaches(uow) if key != uow.user.id)
    covers.add(uow, NewCover(colleague, *COVERED))


def _open(uow: Writing, person: Character) -> None:
    gate.open_anyway(uow, person.key, WHY)
