"""Names that are offered while one types: those that hold what was typed, wherever it stands in them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import QCompleter

from ui.dress import dress


def completer(offered: Sequence[str] | QAbstractItemModel, parent: QObject) -> QCompleter:
    """Return what offers these names under a line."""
    made = QCompleter(offered, parent) if isinstance(offered, QAbstractItemModel) else QCompleter(list(offered), parent)
    made.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    # Qt lets the list stand in nothing.
    popup = made.popup()
    if popup is not None:
        dress(popup)
    return made
