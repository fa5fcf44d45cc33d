"""Indicators in a year: who is asked how often, how it came out against the target, and what moved it."""

from collections.abc import Iterator
from decimal import Decimal

from jobbpunkt import indicators
from jobbpunkt.base.words import N_
from jobbpunkt.disclosure import is_of_few
from jobbpunkt.documents import figures
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.indicators import IndicatorView
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import inside, joined
from models.vocabulary import Effect

_MOVED = (
    (Effect.LOWERS, N_("What lowers the result: {factors}.")),
    (Effect.RAISES, N_("What raises the result: {factors}.")),
)
_BELOW = N_("{name}: {share} %, with a target of {target} %. Percentage points short of it: {gap}.")
_REACHED = N_("{name}: {share} %. The target of {target} % was reached.")


def told(year: Year) -> YearPart | None:
    """Return the part of the indicators that have none of their own; nothing where there are none."""
    found = [one for one in indicators.indicators(year.uow) if one.key != indicators.SAFETY_INDEX]
    if not found:
        return None
    return YearPart(year.words("Indicators"), tuple(said for one in found for said in (_result(one, year), *basis(one, year))))


def of_safety(year: Year) -> Iterator[Said]:
    """Yield how the safety index is measured and what moved it, where there is one."""
    for one in indicators.indicators(year.uow):
        if one.key == indicators.SAFETY_INDEX:
            yield from basis(one, year)


def basis(one: IndicatorView, year: Year) -> Iterator[Said]:
    """Yield who is asked how often, which sub-questions moved the year, and what is done about them."""
    words, data = year.words, one.data
    often = inside(words.label(data.frequency.label))
    if data.base:
        yield words("{name} is measured {often}. {base}.", name=data.name, often=often, base=data.base.rstrip("."))
    else:
        yield words("{name} is measured {often}.", name=data.name, often=often)
    factors = [factor for factor in one.factors if factor.year == year.number]
    for effect, sentence in _MOVED:
        names = [_factor(factor.question, factor.share, year) for factor in factors if factor.effect is effect]
        if names:
            yield words(sentence, factors=joined(names, words))
    deeds = list(dict.fromkeys(factor.action.strip().rstrip(".") for factor in factors if factor.action.strip()))
    if deeds:
        yield words("What is done about it: {deeds}.", deeds=joined(deeds, words))


def _factor(question: str, share: Decimal | None, year: Year) -> str:
    named = inside(question.rstrip("."))
    return (
        named if share is None else str(year.words("{factor} ({share} %)", factor=named, share=year.words.amount(float(share))))
    )


def _is_of_few(one: IndicatorView, year: int) -> bool:
    """Tell whether few answered in a year, or few of them one way, as far as it is known how many did."""
    of_year = [reading for reading in one.readings if reading.month.year == year and reading.answers is not None]
    answers = sum(reading.answers or 0 for reading in of_year)
    return bool(of_year) and is_of_few(sum(reading.positive or 0 for reading in of_year), answers)


def _result(one: IndicatorView, year: Year) -> Said:
    words, result = year.words, one.in_year(year.number)
    if result.share is None:
        return words("{name}: not recorded for {year}.", name=one.data.name, year=year.number)
    if _is_of_few(one, year.number):
        return words("{what}: {why}", what=one.data.name, why=figures.HIDDEN)
    share = words.amount(float(result.share))
    if result.target is None or result.gap is None:
        return words("{name}: {share} %.", name=one.data.name, share=share)
    target, gap = words.amount(float(result.target)), words.amount(abs(float(result.gap)))
    return words(_BELOW if result.gap < 0 else _REACHED, name=one.data.name, share=share, target=target, gap=gap)
