"""The day's backup: made at the first sign-in or at closing, where that is chosen; a strip warns when none was."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from jobbpunkt.base import settings
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.settings import Settings
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register


@dataclass(frozen=True, slots=True)
class Plan:
    """What is chosen on this computer: when, where, which rule, and after how many days without one the window warns."""

    when: str
    folder: str
    keep: str
    warn_days: int

    @classmethod
    def chosen(cls, of: Settings) -> Plan:
        """Return what the settings say."""
        when, folder = of.get(settings.BACKUP_WHEN), of.get(settings.BACKUP_FOLDER)
        return cls(when, folder, of.get(settings.BACKUP_KEEP), of.get(settings.BACKUP_WARN_DAYS))

    @property
    def wanted(self) -> bool:
        """Whether a backup is to be made every day."""
        return self.when != "never" and bool(self.folder)


class BackupNotice(Notice):
    """Sees to the day's backup once one has signed in, and warns when there has been none for too long."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.words, parent)
        self._context, self._words = context, context.words
        QTimer.singleShot(0, self, self.see_to)

    def see_to(self) -> None:
        """Sweep what killed ones have left; make the backup if its time has come, then look how old the newest is."""
        plan = Plan.chosen(self._context.settings)
        if not self._context.locked:
            work = lambda register: _seen_to(register, plan)  # noqa: E731 - asked once, here
            asking.on_register(self, self._context, work, lambda newest: self._judge(plan, newest), self._refused)

    def _judge(self, plan: Plan, newest: date | None) -> None:
        today = self._context.clock.today()
        if not plan.wanted:
            self.hide()
        elif newest is None:
            self.say(self._words("No backup has been made yet. An administrator sees to it in the settings."), "warn")
        elif (days := (today - newest).days) > plan.warn_days:
            self.say(self._words.plural("The last backup is {n} day old.", "The last backup is {n} days old.", days), "warn")
        else:
            self.hide()

    def _refused(self, refusal: UserError) -> None:
        said = self._words("The day's backup was not made: {why}", why=refusal.text(self._words))
        self.say(said, "warn")


def at_closing(context: Context) -> None:
    """Make the day's backup now, where closing is its time; what stops it is told at the next sign-in."""
    plan = Plan.chosen(context.settings)
    if plan.wanted and plan.when == "closing" and not context.locked:
        with suppress(UserError):
            _made(context.register, plan)


def _seen_to(register: Register, plan: Plan) -> date | None:
    from jobbpunkt.register import sweeping

    sweeping.sweep(register.location, works=register.only_read is None)
    if not plan.wanted:
        return None
    from jobbpunkt.register import backup

    folder = Path(plan.folder)
    newest = backup.last_good(register, folder)
    # What was to be made at closing, but never was, is made up for.
    missed = newest is None or day_of(newest) < register.clock.today() - timedelta(days=1)
    if plan.when == "sign_in" or missed:
        _made(register, plan)
        newest = backup.last_good(register, folder)
    return day_of(newest) if newest is not None else None


def _made(register: Register, plan: Plan) -> None:
    from jobbpunkt.register import backup, keeping

    if not register.location.is_server or register.user.may(Permission.MANAGE_REGISTER):
        backup.of_day(register, Path(plan.folder), keeping.read(plan.keep))
