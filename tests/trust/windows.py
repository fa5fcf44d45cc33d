"""Random hands at the window, for so many minutes, and kills while one types, so many of them."""

import tempfile
from pathlib import Path
from random import Random

from tests.registers import demo_year


def minutes(count: int) -> str:
    """Play at the window for so many minutes, each role in turn, plans opened and left in each fifth sitting."""
    if not count:
        return ""
    from tests.soak import __main__ as soaking  # only who plays waits for the window

    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        template = demo_year(str(Path(folder) / "demo.jobbpunkt"))
        outcomes = soaking.soak(template, Path(folder), soaking.given(["--minutes", str(count), "--seed", str(count)]))
    faults = [outcome.fault for outcome in outcomes if outcome.fault]
    assert not faults, "\n".join(faults)
    deeds, windows = sum(one.deeds for one in outcomes), {window for one in outcomes for window in one.windows}
    return (
        f"{count} minutes: {deeds:,} deeds in {len(outcomes)} sittings, {len(windows)} kinds of windows; "
        "no crash, no warning, no wrapper left behind"
    )


def typing(count: int) -> str:
    """Kill the program so many times while one types, in all forms before any of them twice."""
    if not count:
        return ""
    from tests.soak import killing, kills

    rng = Random(count)
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        template = demo_year(str(Path(folder) / "demo.jobbpunkt"))
        done = list(killing.run(template, Path(folder) / "kills", kills.chosen(count, rng), rng))
    faults = [fault for one in done for fault in kills.faults_of(one)]
    assert not faults, "\n".join(faults)
    return "; ".join(kills.told(done).splitlines())
