"""Pointing out a register: a file, or the address of a team's server."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register import location
from ui.welcome.frame import WelcomeFrame
from ui.widgets.buttons import link, primary, secondary
from ui.widgets.forms import Form, TextField


class OpenRegister(WelcomeFrame):
    """Emits the place of the register that was pointed out; whether it can be opened shows when one signs in."""

    chosen = Signal(str)
    back_wanted = Signal()

    def __init__(self, words: Words) -> None:
        explanation = words("Choose the register file, or write the address of your team's database.")
        super().__init__(words, words("Open a register"), explanation, width=540)
        self.form = Form(words)
        self.place = self.form.add("place", TextField(words("File or address"), placeholder="postgresql://"))
        self.place.line.returnPressed.connect(self.go_on)
        self.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addWidget(secondary(words("Choose a file ..."), self._browse, icon="folder-open"))
        buttons.addStretch(1)
        buttons.addWidget(primary(words("Continue"), self.go_on))
        self.body.addLayout(buttons)
        self.body.addWidget(link(words("Back"), self.back_wanted.emit))

    def go_on(self) -> None:
        """Check that it can be a place, then go on to signing in."""
        try:
            place = location.parse(self.place.value())
        except UserError as error:
            self.place.set_error(error.text(self.words))
            return
        self.chosen.emit(place.text)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.words("Open a register"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.words("Registers (*.jobbpunkt)"), self.words("All files (*)")])
        dialog.fileSelected.connect(self.place.set_value)
        dialog.open()
