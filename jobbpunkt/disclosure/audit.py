"""Whether anybody who can reckon finds out of numbers that were told how many some few are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jobbpunkt.disclosure.bounds import System, World, value
from jobbpunkt.disclosure.data import Key, Told
from jobbpunkt.disclosure.relations import Natures, Secret, reckonings
from jobbpunkt.disclosure.rules import SMALLEST_SHOWN


@dataclass(frozen=True, slots=True)
class Leak:
    """Few persons of whom it follows how many they are: the numbers that it follows of, that which is hidden first.

    `kind` is the kind of groups that one looked at; what follows of totals alone is of none.
    """

    of: tuple[Key, ...]
    kind: str = ""


def leaks(told: Told, natures: Natures, earlier: Collection[Key] = ()) -> Iterator[Leak]:
    """Yield what follows of numbers that were told and should not, some of them earlier than the others.

    A hidden number must be able to be five or more, and be no one number alone. Those who are left between two told numbers must
    not be known to be one to four; of a group of whom others are a part, neither that nobody is left.
    """
    for one in reckonings(told, natures, earlier):
        worlds = [*one.worlds]
        seen = set[tuple[Key, ...]]()
        for secret in one.secrets:
            if secret.of not in seen and not _is_kept(one.system, secret, worlds):
                seen.add(secret.of)
                yield Leak(secret.of, one.kind)


def leaks_beside(told: Told, others: Told, natures: Natures, seen: Told) -> Iterator[Leak]:
    """Yield what follows of numbers as they are told now, then what follows of these beside `others` that were told before.

    Numbers that are `seen` were told before as they are now: who saw one knows it still, though it is hidden now. Where now and
    before contradict each other nothing may follow of both, and all the same of what is told now.
    """
    yield from leaks(told, natures)
    if others or seen:
        yield from leaks({**others, **told, **seen}, natures, {*others, *seen})


def _is_kept(system: System, secret: Secret, worlds: list[World]) -> bool:
    """Tell whether a secret is kept: a world in which it is other than few settles it, and may settle others too."""
    for ask in (None, system.with_most, system.with_least):
        if ask is not None and (world := ask(secret.weights)) is not None:
            worlds.append(world)
        values = {value(secret.weights, world) for world in worlds}
        if _is_open(secret, values):
            return True
        if ask == system.with_most and not secret.may_be_nobody and max(values) < SMALLEST_SHOWN:
            return False
    return False


def _is_open(secret: Secret, values: set[int]) -> bool:
    if secret.may_be_nobody and 0 in values:
        return True
    return max(values, default=0) >= SMALLEST_SHOWN and (secret.is_rest or len(values) > 1)
