"""Searching as one types: from what was typed to the rows, and to the rows painted on the screen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.people.caseload import CaseloadFilter, caseload
from jobbpunkt.register.opening import Register
from tests.bench.entry import Entry, Work
from tests.bench.lives import Days
from tests.bench.stock import Bench
from tests.registers import SIGN_IN
from ui.context import Context
from ui.dress import dress
from ui.people.caseload import CaseloadView
from ui.theme import Theme

AT_MOST = 3.0
TYPED, QUERY = "mar nyh", '"mar"* "nyh"*'
SIZE = QSize(1180, 760)
RAW = """SELECT p.id, p.given_name, p.family_name, p.reference, p.protection, p.district, p.language
  FROM search_fts f CROSS JOIN search_entry e ON e.number = f.rowid CROSS JOIN person p ON p.id = e.record_id
  WHERE f.search_fts MATCH ? LIMIT 500"""


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the rows for what was typed, without a window and in one."""

    def typed() -> int:
        with bench.register.reading() as uow:
            return len(caseload(uow, words=TYPED))

    assert typed() == len(bench.connection.execute(RAW, (QUERY,)).fetchall())
    yield Entry("Search, rows of people", typed, "the raw full-text query", bench.raw(RAW, QUERY), AT_MOST, grows=True)
    # One keeps a reference, or Qt's application ends with its wrapper.
    app = QApplication.instance() or QApplication([])
    theme = Theme(app, "light")  # type: ignore[arg-type]
    window = _Window(bench)
    floor = "that query, painted in a bare table"
    yield Entry("Search, typed to painted", window.type_and_paint, floor, _painted(bench), AT_MOST, grows=True)
    window.close()
    del theme


class _Window:
    """The caseload as the window shows it, in a stay of its own in the same register."""

    def __init__(self, bench: Bench) -> None:
        register = Register.open(bench.register.location.text, SIGN_IN, Days().clock)
        self.context = Context(register, Words("sv"), Settings(bench.folder / "settings.json"))
        self.view = CaseloadView(self.context)
        dress(self.view)
        self.view.resize(SIZE)
        self.view.show()
        self.view._choose(CaseloadFilter.ALL)
        self._loop = QEventLoop()
        self.context.operations.busy.connect(self._on_busy)
        self._loop.exec()

    def type_and_paint(self) -> int:
        """Let these words stand in the field and wait until their rows are painted; the pause between two keys is left out."""
        self.view.search.setText(TYPED)
        self.view.refresh()
        self._loop.exec()
        return len(self.view.table.rows)

    def close(self) -> None:
        """End the stay."""
        self.view.close()
        self.context.close()

    def _on_busy(self, busy: bool) -> None:
        if not busy:
            QTimer.singleShot(0, self._loop.quit)


def _painted(bench: Bench) -> Work:
    table, model, loop = QTableView(), QStandardItemModel(), QEventLoop()
    table.setModel(model)
    table.resize(SIZE)
    table.show()

    def work() -> None:
        model.clear()
        for row in bench.connection.execute(RAW, (QUERY,)):
            model.appendRow(_items(row))
        QTimer.singleShot(0, loop.quit)
        loop.exec()  # it paints by itself, as the window does; to grab either would paint everything a second time
        assert table.isVisible()

    return work


def _items(row: Sequence[object]) -> list[QStandardItem]:
    items = [QStandardItem(str(value)) for value in (f"{row[1]} {row[2]}", *row[3:])]
    for item in items:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return items
