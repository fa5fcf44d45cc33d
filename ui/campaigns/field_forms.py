"""The dialogs that make a field file and bring one home: each asks for the password of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import field
from ui import asking
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.welcome.password import NewPasswordField, password_field
from ui.widgets.dialog import FormDialog
from ui.widgets.forms import Form, LineField
from ui.widgets.labels import place_of_file

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register

OnRegister = Callable[["Register"], Any]


class FileDialog(FormDialog):
    """A form whose work is done with the register as a whole, since it opens another file beside it."""

    def _carry_out(self, work: Any) -> None:
        asking.on_register(self, self.context, work, self._done, self._refused)


def make_dialog(parent: QWidget, context: Context, campaign: UUID, where: Path) -> FormDialog:
    """Return the dialog that makes a field file at `where`; it is saved with what was made."""
    words = context.words
    form = Form(words)
    form.put(place_of_file(str(where)))
    name = form.add(
        "name", LineField(words("What the file is called in the list"), hint=words("Such as: Computer at the entrance"))
    )
    password = form.add("password", NewPasswordField(words, words("Password of the file")))

    def prepare() -> OnRegister:
        called, secret = name.value(), password.value()
        return lambda register: field.make(register, campaign, where, name=called, password=secret)

    told = words(
        "Whoever counts opens the file with your user name and this password. It holds the campaign and no person. Take the key"
        " file (.keys) beside it along."
    )
    title, keep = words("Make a field file"), NotKept("a password")
    return FileDialog(parent, context, title, form, _as_work(prepare), draft=keep, explanation=told, save=words("Make"))


def bring_dialog(parent: QWidget, context: Context, where: Path) -> FormDialog:
    """Return the dialog that brings a field file home; it is saved with what came of it."""
    words = context.words
    form = Form(words)
    form.put(place_of_file(str(where)))
    password = form.add("password", password_field(words, words("Password of the file")))

    def prepare() -> OnRegister:
        secret = password.value()
        return lambda register: field.bring_home(register, where, secret)

    told = words("What is here already is passed over: a file can be brought home again and again.")
    title, keep = words("Bring home"), NotKept("a password")
    return FileDialog(parent, context, title, form, _as_work(prepare), draft=keep, explanation=told, save=words("Bring home"))


def _as_work(prepare: Callable[[], OnRegister]) -> Any:
    return prepare
