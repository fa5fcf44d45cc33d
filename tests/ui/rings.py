"""Whether one sees where the keyboard is: each kind of stop is looked at without it and with it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.focus import stops_in


class Rings:
    """Tries each kind of stop once, wherever it is met first."""

    def __init__(self) -> None:
        self._tried: set[tuple[str, str]] = set()

    def missing(self, view: QWidget) -> list[str]:
        """Return each new kind of stop on a view that looks the same with the keyboard in it as without."""
        if not view.isActiveWindow():
            return []
        before = QApplication.focusWidget()
        found = [stop for stop in stops_in(view) if self._is_new(stop) and not self._shows(stop)]
        if before is not None:
            before.setFocus()
        return [f"nothing shows the keyboard: {type(stop).__name__} {stop.accessibleName()!r}" for stop in found]

    def _is_new(self, stop: QWidget) -> bool:
        # A line shows its caret too, which proves nothing; their ring stands in the style sheet's own test.
        kind = (type(stop).__name__, str(stop.property("kind") or ""))
        if kind in self._tried or isinstance(stop, QLineEdit | QPlainTextEdit) or type(stop).__module__.startswith("PySide6"):
            return False
        self._tried.add(kind)
        return True

    def _shows(self, stop: QWidget) -> bool:
        stop.setFocus()
        with_it = stop.grab().toImage()
        stop.clearFocus()
        return bool(with_it != stop.grab().toImage())
