"""Progress towards work in the demo: some are asked every 90 days, and their coach too."""

from datetime import date, time, timedelta

from jobbpunkt import progress
from jobbpunkt.base.words import Words
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import Stage, workday
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import Protection, Rater

_BEGUN = date(2020, 3, 9)
_TURNS, _MOST = 3, 10
_HOW_MANY = 6


def ask_about_progress(stage: Stage, cast: list[Character]) -> None:
    """Set the rounds of some people to their days; the last one waits for its answer."""
    known = [one for one in cast if one.enrolled_on and one.enrolled_on < _BEGUN and one.data.protection is Protection.NONE]
    for number, person in enumerate(known[:_HOW_MANY]):
        last = person.closing[1] if person.closing else stage.last_day
        for turn in range(_TURNS):
            day = workday(_BEGUN + timedelta(days=number * 2 + turn * progress.DAYS_BETWEEN))
            if day <= last:
                stage.at(day, time(14), person.coach, _ask, person, turn, number)


def _ask(uow: Writing, person: Character, turn: int, number: int) -> None:
    whom = person.key
    if not progress.of_person(uow, whom).rounds:
        progress.begin(uow, whom, Words("sv"))
        uow.flush()
    for by, kinder in ((Rater.PARTICIPANT, 0), (Rater.COACH, 1)):
        seen = progress.of_person(uow, whom)
        waiting = seen.waiting(by)
        if waiting is not None:
            values = {one.id: min(_MOST, 2 + turn + kinder + (number + place) % 3) for place, one in enumerate(seen.questions)}
            progress.answer(uow, waiting.id, waiting.version, values, on=uow.clock.today())
            uow.flush()
