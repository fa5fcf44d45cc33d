"""How often something is done, as a paper says it."""

from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Season, TaskPeriod


def how_often(words: PaperWords, times: int, per: TaskPeriod, season: Season) -> Said:
    """Return how often it is done, and in which part of the year where that is not the whole."""
    match season:
        case Season.SUMMER:
            return words("{how_often} in the summer", how_often=_times(words, times, per))
        case Season.WINTER:
            return words("{how_often} in the winter", how_often=_times(words, times, per))
        case Season.ALL_YEAR:
            return _times(words, times, per)


def _times(words: PaperWords, times: int, per: TaskPeriod) -> Said:
    match per:
        case TaskPeriod.WEEK:
            return words.plural("once a week", "{n} times a week", times)
        case TaskPeriod.MONTH:
            return words.plural("once a month", "{n} times a month", times)
        case TaskPeriod.QUARTER:
            return words.plural("once a quarter", "{n} times a quarter", times)
        case TaskPeriod.YEAR:
            return words.plural("once a year", "{n} times a year", times)
        case TaskPeriod.AS_NEEDED:
            return words("when needed")
