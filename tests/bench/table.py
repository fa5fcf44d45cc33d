"""What was measured, as a table to read, as one of growth, and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.bench.entry import Result

GROWN, STALL = ", grown", "Stall, "
GROWTH = 1.5  # at ten times as many people, where the answer is no larger
_HEAD = ("people", "what", "ours ms", "floor", "floor ms", "ratio", "bound", "over?")


def printed(results: Sequence[Result]) -> str:
    """Return the table of ratios, as Markdown."""
    return table_of([_row(one) for one in results])


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """Return the same of rows that have been spelled."""
    return _markdown(_HEAD, rows)


def _row(one: Result) -> tuple[str, ...]:
    times = (_ms(one.ours_ms), one.floor, _ms(one.floor_ms))
    return (str(one.people), one.name, *times, f"{one.ratio:.2f}", f"{one.bound:g}", "OVER" if one.over else "")


def grown(results: Sequence[Result]) -> str:
    """Return the table of growth, as Markdown: what takes how long; of the sizes at which most was measured."""
    times = {(one.name, one.people): _ms(one.ours_ms) for one in results}
    names = dict.fromkeys(one.name for one in results if not one.name.endswith(GROWN) and not one.name.startswith(STALL))
    every = sorted({one.people for one in results})
    sizes = [size for size in every if 2 * sum((name, size) in times for name in names) > len(names)]
    rows = [(name, *(times.get((name, size), "") for size in sizes)) for name in names]
    return _markdown(("ms", *(f"{size:,} people".replace(",", " ") for size in sizes)), rows)


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= 100 else f"{milliseconds:.3g}"


def growth(results: Sequence[Result]) -> Iterator[Result]:
    """Yield, for all whose answer is no larger, the time at the largest size over that at a tenth of it."""
    largest = max(one.people for one in results)
    before = {one.name: one for one in results if one.people * 10 == largest}
    for one in results:
        if one.people == largest and not one.grows and one.name in before:
            less = before[one.name]
            name = f"{one.name}{GROWN}"
            yield Result(name, largest, one.ours_ms, f"its own time at {less.people}", less.ours_ms, GROWTH)


def as_json(results: Sequence[Result]) -> list[dict[str, Any]]:
    """Return the results as `out/bench.json` has them."""
    return [
        {
            "name": one.name,
            "people": one.people,
            "ours_ms": round(one.ours_ms, 4),
            "floor": one.floor,
            "floor_ms": round(one.floor_ms, 4),
            "ratio": round(one.ratio, 3),
            "bound": one.bound,
        }
        for one in results
    ]


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
