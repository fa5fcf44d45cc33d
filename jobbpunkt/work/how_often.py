"""How often something is done, as one says it."""

from jobbpunkt.base.words import Words
from jobbpunkt.work.fields import TaskData
from models.vocabulary import Season, TaskPeriod


def how_often(words: Words, task: TaskData) -> str:
    """Return how often a task is done, and in which part of the year where that is not the whole."""
    match task.season:
        case Season.SUMMER:
            return words("{how_often} in the summer", how_often=_times(words, task))
        case Season.WINTER:
            return words("{how_often} in the winter", how_often=_times(words, task))
        case Season.ALL_YEAR:
            return _times(words, task)


def _times(words: Words, task: TaskData) -> str:
    match task.per:
        case TaskPeriod.WEEK:
            return words.plural("once a week", "{n} times a week", task.times)
        case TaskPeriod.MONTH:
            return words.plural("once a month", "{n} times a month", task.times)
        case TaskPeriod.QUARTER:
            return words.plural("once a quarter", "{n} times a quarter", task.times)
        case TaskPeriod.YEAR:
            return words.plural("once a year", "{n} times a year", task.times)
        case TaskPeriod.AS_NEEDED:
            return words("when needed")
