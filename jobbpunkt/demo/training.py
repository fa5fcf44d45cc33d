"""How the group of Kvinna för Bäckby was trained through the year: units, levels and days are invented."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from uuid import UUID

from jobbpunkt import training, work
from jobbpunkt.base.words import Words
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import SUPERVISOR, Stage, workday
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import SkillLevel

DAY = date(2019, 10, 3)
WAY = (SkillLevel.SEEN, SkillLevel.WITH_SUPPORT, SkillLevel.ALONE)
# Of a hundred units that somebody has come to, so many are not relevant for them.
NOT_RELEVANT_EVERY = 37
REACHED = (3, 2, 3, 1, 2, 3, 0, 3, 2, 3, 1)


def train(stage: Stage, cast: Sequence[Character]) -> None:
    """Set the list of units and every level that was noted to their days."""
    stage.at(DAY, time(9), SUPERVISOR, _begin)
    for person in cast:
        if person.programme:
            _person(stage, person)


def _person(stage: Stage, person: Character) -> None:
    """Let a person come to a unit every third week or so, and some way in each: how far differs from one to the next."""
    begun = person.enrolled_on or person.registered_on
    for unit in range(8):
        first = begun + timedelta(days=10 + unit * (17 + person.number % 5))
        if (person.number * 8 + unit) % NOT_RELEVANT_EVERY == 0:
            stage.at(workday(first), time(15), SUPERVISOR, _note, person, unit, SkillLevel.NOT_RELEVANT)
            continue
        for step, level in enumerate(WAY[: REACHED[(person.number * 5 + unit * (person.number % 4 + 3)) % len(REACHED)]]):
            day = workday(first + timedelta(days=step * (31 + (person.number + unit) % 20)))
            stage.at(day, time(15), SUPERVISOR, _note, person, unit, level)


def _begin(uow: Writing) -> None:
    training.begin(uow, _programme(uow), Words("sv"))


def _note(uow: Writing, person: Character, unit: int, level: SkillLevel) -> None:
    training.note(uow, training.units(uow, _programme(uow))[unit].id, person.key, level)


def _programme(uow: Writing) -> UUID:
    return work.programmes(uow)[0].id
