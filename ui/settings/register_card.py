"""The register itself in the settings: backed up, looked through, and how a backup is restored."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from jobbpunkt.base import settings
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.opening import Register
from ui import asking
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.widgets import saving
from ui.widgets.buttons import secondary
from ui.widgets.labels import error, muted, text
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from jobbpunkt.register.chain import Head
    from jobbpunkt.register.check import Checked
    from jobbpunkt.register.verified_copy import Backup

SAID = N_(
    "A backup is opened and compared with the register before it counts. Keep it on another disk, with the key"
    " file beside it. Backup and check tell where the history ends: note it, and jobbpunkt check --head shows"
    " later whether something was taken away."
)
RESTORING = N_(
    "To go back to a backup: ask everybody to sign out, then give the command below where Jobbpunkt is"
    " installed. The password is the one that you had when the backup was made. The register that is there now"
    " is kept beside it. Who was shut out after the backup was made must be shut out again."
)


class RegisterCard(SettingsCard):
    """Makes a backup and looks the register through; what came of it stays on the card until the next time."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("The register"), explanation=words(SAID))
        self._working = False
        self.backup = secondary(words("Back up ..."), self.ask_where, icon="save")
        self.check = secondary(words("Check the register"), self.look_through, icon="shield-check")
        self.answer, self.wrong = text(""), error()
        self.history_end = _to_copy(words("Where the history ends"), "")
        self.command = _to_copy(words("The command that restores a backup"), _command(context))
        self.add(row(self.backup, self.check, None))
        for part in (self.answer, self.history_end, self.wrong, muted(words(RESTORING)), self.command):
            self.add(part)
        self.answer.hide()
        self.history_end.hide()

    def ask_where(self) -> None:
        """Ask where the backup is to be, and make it there."""
        place = self.context.register.location.path
        name = f"{place.stem if place is not None else 'jobbpunkt'}-{self.context.clock.today().isoformat()}.jobbpunkt"
        saving.ask_where(self, self.words, saving.BACKUP, name, self.back_up)

    def back_up(self, target: Path) -> None:
        """Make a backup and say what it holds."""

        def work(register: Register) -> Backup:
            from jobbpunkt.register import backup

            return backup.make(register, target)

        if self._begin(self.words("The backup is being made and compared with the register.")):
            asking.on_register(self, self.context, work, self._backed_up, self._refused)

    def look_through(self) -> None:
        """Check the register and say what is wrong, one sentence each."""
        chosen = self.context.settings.get(settings.BACKUP_FOLDER)

        def work(register: Register) -> Checked:
            from jobbpunkt.register import check

            return check.check(register, backups=[Path(chosen)] if chosen else [])

        if self._begin(self.words("The register is being looked through.")):
            asking.on_register(self, self.context, work, self._looked_through, self._refused)

    def _begin(self, sentence: str) -> bool:
        """Say what is being done, unless something still is: the buttons stay, so that the keyboard stays on them."""
        if self._working:
            return False
        self._working = True
        self._say([sentence])
        return True

    def _backed_up(self, made: Backup) -> None:
        words = self.words
        rows = words.plural("{n} row", "{n} rows", made.rows)
        held = words("{path} holds {rows} and equals the register.", path=made.path, rows=rows)
        together = words(
            "The key file beside it (.keys) belongs to it: without it the backup cannot be opened. Keep the two together."
        )
        self._done([held, together], head=made.head)

    def _looked_through(self, checked: Checked) -> None:
        words = self.words
        rows = words.plural("{n} row", "{n} rows", checked.rows)
        counted = words("Nothing is wrong: {rows}, version {schema}.", rows=rows, schema=checked.schema)
        remarks = [remark.text(words) for remark in checked.remarks]
        if checked.findings:
            self._done(remarks, [finding.text(words) for finding in checked.findings])
        else:
            self._done([counted, *remarks], head=checked.head)

    def _refused(self, refusal: UserError) -> None:
        self._done([], [refusal.text(self.words)])

    def _done(self, said: list[str], wrong: list[str] | None = None, head: Head | None = None) -> None:
        self._working = False
        self._say(said, wrong, head)

    def _say(self, said: list[str], wrong: list[str] | None = None, head: Head | None = None) -> None:
        self.history_end.setText("" if head is None else self.words("The history ends at {head}.", head=head.spelled()))
        self.history_end.setCursorPosition(0)
        self.history_end.setVisible(head is not None)
        for label, lines in ((self.answer, said), (self.wrong, wrong or [])):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))


def _to_copy(name: str, content: str) -> QLineEdit:
    """Return a line that is read and copied with the keyboard; however long it is, it makes nothing wider."""
    line = QLineEdit(content)
    line.setReadOnly(True)
    line.setAccessibleName(name)
    line.setCursorPosition(0)
    return line


def _command(context: Context) -> str:
    """Return the command that restores, for this register and this user."""
    place, file = context.register.location.text, context.words("FILE")
    return f"jobbpunkt restore {file} --register {shlex.quote(place)} --user {shlex.quote(context.user.login)}"
