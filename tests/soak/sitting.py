"""One sitting in a process of its own: `python -m tests.soak.sitting`, started by `tests.soak`, ends as the program ends."""

from __future__ import annotations

import argparse
import faulthandler
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QSpacerItem, QWidgetItem
from shiboken6 import getAllValidWrappers

from jobbpunkt import demo
from jobbpunkt.base.settings import Settings
from jobbpunkt.register.opening import Credentials, Register
from tests.owners import wrongly_owned
from tests.soak.flips import Flipper
from tests.soak.player import Player
from ui.app import Program
from ui.widgets.flow import FlowLayout


def left_behind() -> list[str]:
    """Return what ends the program some time later: layout items that Qt may free at any moment, widgets with the wrong owner.

    Told in docs/pyside-layout-items.md and docs/pyside-focus-chain.md.
    """
    known = getAllValidWrappers()
    ours = {id(item) for flow in known if isinstance(flow, FlowLayout) for item in flow.items}
    kept = Counter(type(one).__name__ for one in known if isinstance(one, QWidgetItem | QSpacerItem) and id(one) not in ours)
    items = [f"wrappers of layout items that no row of ours holds: {dict(kept)}"] if kept else []
    return [*items, *(f"{kind}: {count}" for kind, count in wrongly_owned().items())]


def main(arguments: Sequence[str], usual: type[Player] = Player) -> int:
    """Play one sitting; 1 if a fault was heard."""
    parser = argparse.ArgumentParser(prog="tests.soak.sitting")
    parser.add_argument("place")
    parser.add_argument("login")
    parser.add_argument("seed", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("report", type=Path)
    parser.add_argument("--flips", type=int, default=0)
    parser.add_argument("--least", type=int, default=0)
    given = parser.parse_args(arguments)
    faulthandler.enable()
    app = QApplication(["soak"])
    program = Program(app, Settings(given.report.with_suffix(".settings.json")))
    kind = Flipper if given.flips else usual
    player = kind(program, given.place, given.login, given.seed, given.report.with_suffix(".diary"))
    program.start(opened=Register.open(given.place, Credentials(given.login, demo.PASSWORD)))
    player.left, player.least = given.flips, given.least
    player.play(given.seconds)
    app.exec()
    return _conclude(player, given.report)


def _conclude(player: Player, report: Path) -> int:
    faults = [*player.ears.faults, *left_behind()]
    told = {
        "deeds": player.done.total(),
        "kinds": len(player.done),
        "windows": sorted(player.windows),
        "stalls": player.stalls,
        "faults": faults,
    }
    report.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
