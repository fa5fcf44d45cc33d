"""Measure everything and say what is over its bound: `python -m tests.bench [PEOPLE ...]`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.entry import Result, measured
from tests.bench.stock import opened
from tests.bench.table import as_json, grown, growth, printed
from tests.bench.written import write
from tests.rules.tree import ROOT

PEOPLE = (1_000, 10_000)


def main(arguments: Sequence[str]) -> int:
    """Measure at each number of people, print the tables and write them as JSON; 1 when something is over its bound."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure everything, beside the least that it could take.")
    parser.add_argument("people", nargs="*", type=int, help=f"how many people there are; {PEOPLE} unless said")
    parser.add_argument("--only", default="", help="only what has this in its name; of what was written, the rest stays")
    parser.add_argument("--area", default="", help="only that file of tests/bench/areas: the others make nothing ready then")
    parser.add_argument("--out", type=Path, default=ROOT / "out", help="the folder for bench.json and the filled registers")
    parser.add_argument("--processor", action="store_true", help="by the processor's time, for a machine that has other work")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed.md and the README")
    parser.add_argument("--write-only", action="store_true", help="put those of the last run there; measure nothing")
    chosen = parser.parse_args(arguments)
    kept = chosen.out / "bench.json"
    if chosen.write_only:
        write(kept, chosen.only)
        return 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    taken: list[Result] = []
    for people in sizes(chosen.people):
        for one in _measure(chosen, people):
            taken.append(one)
            _keep(kept, [*taken, *growth(taken)])  # a large run takes hours, and may be broken off
    results = [*taken, *growth(taken)]
    if chosen.write:
        write(kept, chosen.only)
    sys.stdout.write("\n\n".join(("", printed(results), grown(taken), _verdict(results), "")))
    return int(any(one.over for one in results))


def _keep(kept: Path, results: Sequence[Result]) -> None:
    written = json.dumps(as_json(results), indent=1, ensure_ascii=False)
    kept.write_text(f"{written}\n", encoding="utf-8")


def sizes(asked: Sequence[int]) -> list[int]:
    """Return the sizes to measure; a large one is measured beside the usual one, so that one sees what grows."""
    wanted = sorted(set(asked or PEOPLE))
    return sorted({*wanted, wanted[-1] // 10}) if wanted[-1] > PEOPLE[-1] else wanted


def _measure(chosen: argparse.Namespace, people: int) -> Iterator[Result]:
    from tests.bench import areas

    clock = "processor" if chosen.processor else "wall"
    with opened(people, chosen.out / "bench", clock) as bench:
        for entry in areas.entries(bench, chosen.area):
            if chosen.only in entry.name:
                result = measured(entry, people, clock)
                sys.stderr.write(f"{people}: {result.name} {result.ours_ms:.3g} / {result.floor_ms:.3g} = {result.ratio:.2f}\n")
                yield result


def _verdict(results: Sequence[Result]) -> str:
    over = [f"{one.name} at {one.people}" for one in results if one.over]
    return f"Over their bound: {', '.join(over)}" if over else "Everything is within its bound."


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
