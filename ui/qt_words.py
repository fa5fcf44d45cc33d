"""Qt's own words - menus of a line, file and print dialogs, names of keys - in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication


class QtWords(QTranslator):
    """Qt's catalogue of one language, installed as long as its `parent` lives; English is what Qt says without one."""

    def __init__(self, app: QApplication, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self.choose(language)

    def choose(self, language: str) -> None:
        """Speak another language from now on; what is on the screen already is made anew by the program."""
        # Swedish as in Sweden, not as in Finland.
        QLocale.setDefault(QLocale("sv_SE" if language == "sv" else language))
        self._app.removeTranslator(self)
        if self.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(self)
