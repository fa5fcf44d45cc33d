"""The day's backup in the settings: when and where it is made, which are kept, and those that there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from jobbpunkt.base import settings
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.opening import Register
from ui import asking
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.widgets.buttons import secondary
from ui.widgets.forms import ChoiceField
from ui.widgets.labels import error, text
from ui.widgets.layouts import row

if TYPE_CHECKING:
    from jobbpunkt.register.receipts import Receipt

SAID = N_(
    "A backup is made every day on this computer, opened and compared before it counts. Those of the latest days, weeks and"
    " months are kept. Choose a folder on another disk."
)
TIMES = (
    ("never", N_("Never")),
    ("sign_in", N_("At the first sign-in of the day")),
    ("closing", N_("When the program is closed")),
)
RULES = ((7, 4, 12), (14, 8, 12), (30, 12, 36))
DAYS = (2, 3, 7, 14, 30)
SHOWN = 30


class BackupCard(SettingsCard):
    """When, where and which; and the backups that lie there, newest first."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(context, words("Backups"), explanation=words(SAID))
        self.when = ChoiceField(words("When"), [(key, words(said)) for key, said in TIMES])
        self.keep(settings.BACKUP_WHEN, self.when)
        self.folder = text("")
        self.add(row(secondary(words("Choose a folder ..."), self._choose, icon="folder-open"), self.folder, None))
        self.rule = ChoiceField(words("Are kept"), [(",".join(map(str, rule)), self._spelled(rule)) for rule in RULES])
        self.keep(settings.BACKUP_KEEP, self.rule)
        self.warn = ChoiceField(words("Warn after"), [(count, words.plural("{n} day", "{n} days", count)) for count in DAYS])
        self.keep(settings.BACKUP_WARN_DAYS, self.warn)
        self.found, self.wrong = text(""), error()
        for part in (self.found, self.wrong):
            self.add(part)
        self.list_them()

    def list_them(self) -> None:
        """Read which backups lie in the chosen folder."""
        folder = self.context.settings.get(settings.BACKUP_FOLDER)
        self.folder.setText(folder or self.words("No folder has been chosen."))
        self.wrong.hide()
        self.found.setVisible(bool(folder))
        if folder:
            asking.on_register(self, self.context, lambda register: _listed(register, folder), self._show, self._refused)

    def choose(self, folder: str) -> None:
        """Let the day's backups be made in a folder from now on."""
        self.context.settings.set(settings.BACKUP_FOLDER, folder)
        self.list_them()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.words("Backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.choose)
        dialog.open()

    def _spelled(self, rule: tuple[int, int, int]) -> str:
        days, weeks, months = rule
        return self.words("days: {days}, weeks: {weeks}, months: {months}", days=days, weeks=weeks, months=months)

    def _show(self, found: tuple[Receipt, ...]) -> None:
        there = [receipt for receipt in found if receipt.is_there]
        if not there:
            self.found.setText(self.words("There are no backups in this folder yet."))
            return
        last = self.words("The last good backup was made {at}.", at=self.words.moment(there[0].made_at))
        lines = [self._line(receipt) for receipt in there[:SHOWN]]
        self.found.setText("\n".join([last, "", *lines]))

    def _line(self, receipt: Receipt) -> str:
        rows = self.words.plural("{n} row", "{n} rows", receipt.rows)
        return "  ".join((self.words.moment(receipt.made_at), rows, receipt.backup.name))

    def _refused(self, refusal: UserError) -> None:
        self.found.hide()
        self.wrong.setText(refusal.text(self.words))
        self.wrong.show()


def _listed(register: Register, folder: str) -> tuple[Receipt, ...]:
    from jobbpunkt.register import backup

    return backup.listed(register, Path(folder))
