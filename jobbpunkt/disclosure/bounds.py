"""Between which whole numbers something must lie, given sums that are known: asked of HiGHS, a solver of such systems.

The solver is loaded when it is first asked: it brings numpy.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Weights = Mapping[int, int]
"""Numbers by their place, each with how many times it counts in a sum."""

World = Sequence[int]
"""Numbers, each at its place, that fit all that is known."""

_MANY = 10**6  # more persons than any register has
_EXACT = 1e-6


class System:
    """Whole numbers of which sums are known."""

    def __init__(self) -> None:
        self._limits: list[tuple[int, int]] = []
        self._sums: list[tuple[Weights, int | None, int | None]] = []
        self._solvers: dict[bool, Any] = {}

    def number(self, least: int = 0, most: int = _MANY) -> int:
        """Add a number within limits, and return its place."""
        self._limits.append((least, most))
        return len(self._limits) - 1

    def sum(self, weights: Weights, least: int | None = None, most: int | None = None) -> None:
        """Add that a sum lies between two numbers."""
        self._sums.append((weights, least, most))

    def with_least(self, weights: Weights) -> World | None:
        """Return the world in which a sum is smallest; None where nothing fits all that is known."""
        return self._solved(weights, 1)

    def with_most(self, weights: Weights) -> World | None:
        """Return the world in which a sum is largest; None where nothing fits all that is known."""
        return self._solved(weights, -1)

    def _solved(self, weights: Weights, sign: int) -> World | None:
        """Return the best world: that of a fraction's solver, which is fast, where it happens to be of whole numbers."""
        costs = {place: float(sign * weight) for place, weight in weights.items()}
        found = _run(self._made(whole=False), costs)
        if found is not None and any(abs(one - round(one)) > _EXACT for one in found):
            found = _run(self._made(whole=True), costs)
        return None if found is None else [round(one) for one in found]

    def _made(self, *, whole: bool) -> Any:
        if whole not in self._solvers:
            self._solvers[whole] = _solver(self._limits, self._sums, whole=whole)
        return self._solvers[whole]


def value(weights: Weights, world: World) -> int:
    """Return what a sum is in a world."""
    return sum(weight * world[place] for place, weight in weights.items())


def _run(solver: Any, costs: Mapping[int, float]) -> Sequence[float] | None:
    import highspy  # a quarter of a second, and only needed where something is hidden

    for place, cost in costs.items():
        solver.changeColCost(place, cost)
    solver.run()
    is_solved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    found: Sequence[float] | None = solver.getSolution().col_value if is_solved else None
    for place in costs:
        solver.changeColCost(place, 0.0)
    return found


def _solver(limits: Sequence[tuple[int, int]], sums: Sequence[tuple[Weights, int | None, int | None]], *, whole: bool) -> Any:
    import highspy
    import numpy as np

    (quiet,) = highspy.Highs.__bases__  # the class itself greets on standard output, where a command's answer stands
    solver, inf = quiet(), highspy.kHighsInf
    solver.setOptionValue("output_flag", False)
    for least, most in limits:
        solver.addVar(float(least), float(most))
    for weights, low, high in sums:
        bounds = (-inf if low is None else float(low), inf if high is None else float(high))
        places = np.array(list(weights), dtype=np.int32)
        solver.addRow(*bounds, len(weights), places, np.array(list(weights.values()), dtype=np.float64))
    if whole:
        places = np.arange(len(limits), dtype=np.int32)
        solver.changeColsIntegrality(len(limits), places, np.array([highspy.HighsVarType.kInteger] * len(limits)))
    return solver
