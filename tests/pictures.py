"""The README's pictures, from a demo register made anew: `python -m tests.pictures [FOLDER]`, or `make pictures`.

The demo has its own day and its own people, so that the same program makes the same pictures.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTabWidget
from sqlalchemy import text

from jobbpunkt import demo
from jobbpunkt.register.opening import Credentials, Register
from tests.look import DRAWN_MS, PAPER_MS, Looks, Waiter
from tests.rules.tree import ROOT
from ui.app import Program
from ui.immortal import hold_constants
from ui.widgets.pdf_view import PdfView

HOME = ROOT / "resources" / "pictures"
SIZE = (1280, 800)
RESULTS = 2
# Qt squeezes a PNG most at its lowest quality, and loses nothing by it.
SMALLEST = 0
PLAN = "SELECT id FROM plan WHERE kind = 'career' AND status = 'adopted' ORDER BY starts_on, id"
CAMPAIGN = "SELECT id FROM campaign ORDER BY starts_on, id"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, whether it is light or dark, and the page and record that it shows."""

    file: str
    mode: str
    page: str
    record: str = ""
    tab: int = 0


PICTURES = (
    Picture("today.png", "light", "today"),
    Picture("plan.png", "light", "plans", PLAN),
    Picture("campaign.png", "dark", "campaigns", CAMPAIGN, RESULTS),
    Picture("shift.png", "light", "work"),
)


def make(folder: Path) -> None:
    """Make every picture in `folder`."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    hold_constants()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) / "demo.jobbpunkt"
        demo.make(str(place))
        for picture in PICTURES:
            file = folder / picture.file
            _taken(app, place, picture).save(str(file), "PNG", SMALLEST)  # type: ignore[call-overload] # bytes in its types only
            sys.stdout.write(f"{file.name}\n")


def _taken(app: QApplication, place: Path, picture: Picture) -> QImage:
    looks = Looks(picture.mode, size=SIZE)
    program = Program(app, looks.chosen(place.with_name(f"{picture.file}.json")))
    register = Register.open(str(place), Credentials(looks.login, demo.PASSWORD))
    record = _first(register, picture.record) if picture.record else None
    program.window.resize(*SIZE)
    program.window.show()
    program.window.activateWindow()
    program.enter(register)
    assert program.workspace is not None
    program.workspace.go(picture.page, record)
    _settle(program)
    if picture.tab:
        tabs = next(one for one in program.workspace.findChildren(QTabWidget) if one.isVisible())
        tabs.setCurrentIndex(picture.tab)
        _settle(program)
    image = program.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    program.window.close()
    return image


def _first(register: Register, query: str) -> UUID:
    with register.reading() as uow:
        return UUID(str(uow.session.execute(text(query)).scalars().first()))


def _settle(program: Program) -> None:
    """Wait until what was asked for has come, its paper too, and is drawn."""
    bot, context = Waiter(), program.context
    assert context is not None
    for _ in range(6):
        bot.waitUntil(lambda: context.operations.idle)
        bot.wait(1)
    papers = [pdf for pdf in program.window.findChildren(PdfView) if pdf.isVisible()]
    if papers:
        bot.waitUntil(lambda: all(pdf.page_count for pdf in papers), timeout=PAPER_MS)
    bot.wait(DRAWN_MS)


def main(arguments: list[str]) -> int:
    """Make the pictures, by default where README shows them."""
    folder = Path(arguments[0]) if arguments else HOME
    folder.mkdir(parents=True, exist_ok=True)
    make(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
