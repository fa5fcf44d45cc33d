"""Whose words stand on the screen: each text comes from the catalogue, from Qt, or from what people have written."""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from sqlalchemy import select

from jobbpunkt.base.words import Words
from jobbpunkt.register.opening import Register
from models.base import Record
from resources import compile as catalogues

ROOT = Path(__file__).resolve().parents[2]
WORD = re.compile(r"[^\W\d_][\w’'.@-]*")
TAGS = re.compile(r"<[^>]+>")
# A sentence of this many signs that somebody wrote may be shown in part.
QUOTED = 12
LONGEST = 24
SPOKEN = ("__call__", "plural", "number", "day", "month", "weekday", "moment")


def spoken(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: without signs, large letters or markup."""
    plain = html.unescape(TAGS.sub(" ", text)) if "<" in text else text
    return tuple(word.strip(".-'’").casefold() for word in WORD.findall(plain.replace("&&", "&")))


class Wording:
    """Hears what the catalogue says while the window is built, and finds texts that nobody has said."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.unknown: set[str] = set()
        self._said: set[tuple[str, ...]] = set()
        self._written = ""
        self._entries = _entries()
        self.learn(_keys())

    @contextmanager
    def listening(self) -> Iterator[Wording]:
        """Hear every sentence from now on."""
        with ExitStack() as heard:
            for name in SPOKEN:
                heard.enter_context(mock.patch.object(Words, name, self._heard(getattr(Words, name), name)))
            yield self

    def learn(self, texts: Iterable[str]) -> None:
        """Know these texts: they are what people have written, not what the program says."""
        for text in texts:
            words = spoken(text)
            self._said.add(words)
            if len(text) >= QUOTED:
                self._written += " " + " ".join(words)

    def learn_from(self, register: Register) -> None:
        """Know what is written in a register, and in the demo that was played into it."""
        with register.reading() as uow:
            for table in Record.metadata.sorted_tables:
                for row in uow.session.execute(select(table)):
                    self.learn(part for value in row for part in _texts(value))
        for file in sorted((ROOT / "jobbpunkt" / "demo").glob("*.py")):
            self.learn(_literals(file))

    def strangers(self, view: QWidget) -> list[str]:
        """Return each text on a view that neither the catalogue nor anybody who wrote in the register has said."""
        found = {shown for shown in _shown(view) if not self._known(shown)}
        return [*(f"not from the catalogue: {text!r}" for text in sorted(found)), *self._untranslated()]

    def _untranslated(self) -> list[str]:
        # A name, or what has been translated once already, is given to the catalogue too.
        found, self.unknown = sorted(one for one in self.unknown if not self._known(one)), set()
        return [f"in no catalogue: {sentence!r}" for sentence in found]

    def _heard(self, method: Callable[..., str], name: str) -> Callable[..., str]:
        def hear(words: Words, *given: Any, **fields: Any) -> str:
            said = method(words, *given, **fields)
            if name in ("__call__", "plural") and given[0] and given[0] not in self._entries:
                self.unknown.add(str(given[0]))
            else:
                self._said.add(spoken(said))
            return said

        return hear

    def _known(self, text: str) -> bool:
        words = spoken(text.removesuffix("…").removesuffix("..."))
        if words in self._said or (len(text) >= QUOTED and " ".join(words) in self._written):
            return True
        # From the left: what has been said may stand beside other things that have been said.
        reached = {0}
        for start in range(len(words)):
            if start in reached:
                reached |= {
                    end for end in range(start + 1, min(len(words), start + LONGEST) + 1) if words[start:end] in self._said
                }
        return len(words) in reached


def _entries() -> set[str]:
    messages = (message for file in catalogues.po_files() for message in catalogues.read(file))
    return {message.id if isinstance(message.id, str) else message.id[0] for message in messages}


def _keys() -> Iterator[str]:
    """Yield the names of keys: they are Qt's."""
    for key in Qt.Key:
        yield QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    yield from ("Ctrl", "Shift", "Alt", "PDF", "CSV", "JSON", "Excel", "Svenska", "English")
    for modifier in ("Ctrl+A", "Shift+A", "Alt+A"):
        yield QKeySequence(modifier).toString(QKeySequence.SequenceFormat.NativeText).removesuffix("A")


def _literals(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of the register, however deep."""
    if isinstance(value, str):
        yield value
        if value[:1] in "{[":
            try:
                yield from _texts(json.loads(value))
            except ValueError:
                return
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in _texts(part))


def _shown(view: QWidget) -> Iterator[str]:
    """Yield every text of ours on a view: what is read, what is read aloud, and what is told on pointing."""
    if isinstance(view, QFileDialog | QPrintDialog):
        return
    yield view.windowTitle()
    for widget in (view, *view.findChildren(QWidget)):
        if widget.isVisible() and not _is_qts(widget, view):
            yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
            yield from _on(widget)


def _is_qts(widget: QWidget, view: QWidget) -> bool:
    around: QWidget | None = widget
    while around is not None and around is not view.parentWidget():
        if isinstance(around, QCalendarWidget) or around.objectName().startswith("qt_"):
            return True
        around = around.parentWidget()
    return False


def _on(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    elif isinstance(widget, QTabWidget):
        yield from (widget.tabText(number) for number in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget)
    yield from (action.text() for action in widget.actions() if isinstance(action, QAction))


def _cells(table: QAbstractItemView) -> Iterator[str]:
    model = table.model()
    if model is None:
        return
    across = range(model.columnCount(QModelIndex()) if isinstance(table, QTableView) else 1)
    if isinstance(table, QTableView):
        yield from (str(model.headerData(number, Qt.Orientation.Horizontal) or "") for number in across)
    for row in range(min(model.rowCount(QModelIndex()), 40)):
        yield from (str(model.index(row, number).data() or "") for number in across)
