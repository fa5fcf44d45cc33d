"""Making a register: where it lies, who its first user is, and the recovery key that is shown once."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import Words
from ui import threads
from ui.threads import Operations
from ui.welcome.frame import WelcomeFrame
from ui.welcome.password import NewPasswordField
from ui.widgets.buttons import link, primary
from ui.widgets.forms import Form, TextField

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Created

FILE_NAME = "register.jobbpunkt"


class CreateRegister(WelcomeFrame):
    """Emits what was made: the open register and its recovery key."""

    created = Signal(object)
    back_wanted = Signal()

    def __init__(self, words: Words, operations: Operations, folder: Path) -> None:
        explanation = words("The register is one encrypted file. Only those who have a password to it can read it.")
        super().__init__(words, words("Make a register"), explanation, width=540)
        self._operations = operations
        self._login_typed = False
        self.form = Form(words)
        self.name = self.form.add("name", TextField(words("Your name")))
        self.login = self.form.add("login", TextField(words("User name")), beside=True)
        self.password = self.form.add("password", NewPasswordField(words, words("Password")))
        self.place = self.form.add("place", TextField(words("File")))
        self.place.set_value(str(folder / FILE_NAME))
        self.form.put(link(words("Choose another folder"), self._browse))
        self.button = primary(words("Make the register"), self.make_register)
        self._build(words)
        self.name.changed.connect(self._suggest_login)
        self.login.changed.connect(self._note_login)

    def make_register(self) -> None:
        """Make the register in the background; the form waits."""
        name, login, password, place = self.name.value(), self.login.value(), self.password.value(), self.place.value()
        self.form.clear_errors()
        self.setEnabled(False)

        def work() -> Created:
            from jobbpunkt.register.founding import Founder
            from jobbpunkt.register.opening import Register

            _make_folder(Path(place).expanduser().parent)
            return Register.create(place, Founder(login, name, password), sole=True)

        threads.run(self._operations, self, work, self.created.emit, self._refused)

    def _build(self, words: Words) -> None:
        self.body.addWidget(self.form)
        line = QHBoxLayout()
        line.addWidget(link(words("Back"), self.back_wanted.emit))
        line.addStretch(1)
        line.addWidget(self.button)
        self.body.addLayout(line)

    def _refused(self, error: UserError) -> None:
        self.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            self.show_notice(error.text(self.words), "bad")

    def _suggest_login(self) -> None:
        if not self._login_typed:
            self.login.set_value(login_of(self.name.value()))

    def _note_login(self) -> None:
        self._login_typed = bool(self.login.value())

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.words("Choose another folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.place.set_value(str(Path(folder) / FILE_NAME)))
        dialog.open()


def login_of(name: str) -> str:
    """Return a user name that suits a person's name: "Åsa Öberg Ek" becomes "asa.oberg"."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    parts = re.findall(r"[a-z0-9]+", "".join(sign for sign in bare if not unicodedata.combining(sign)))
    return ".".join(parts[:2])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidInput(
            "Nothing can be written at {path}. Choose a folder of your own.", field="place", path=folder
        ) from error
