"""New keys for the register, made by the window itself where they are due, with a line that says how far they have come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register import waiting
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from ui import asking, messages
from ui.context import Context
from ui.theme import scaled
from ui.threads import Progress
from ui.widgets.labels import text
from ui.widgets.page import MARGIN

if TYPE_CHECKING:
    from jobbpunkt.register.rotating import Rotated

MADE = N_(
    "The register has new keys; everybody signs in with the same password as before. Copies made before, such as"
    " backups, still open with the keys and passwords of then, and that cannot be changed. Make a new backup,"
    " then lock the old copies away or destroy them."
)
NOT_YET = N_(
    "The register has not been given new keys yet: {reason} They are made when an administrator next signs in."
    " Until then whoever has an old key file and the password to it can still open the register."
)
_STEPS = 100


class KeyRenewal(QWidget):
    """Looks whether new keys are due at the beginning and after each change of access, and makes them.

    An administrator's window asks others to sign out and waits for them; anybody else's makes them if nobody is there.
    """

    def __init__(self, context: Context, page: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self.context, self.words, self._page = context, context.words, page
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setFixedWidth(scaled(160))
        self.bar.setTextVisible(False)
        said = self.words(
            "The register is being given new keys. You can go on working: what you save now is written when they are ready."
        )
        self.bar.setAccessibleName(said)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, 8, MARGIN, 8)
        line.addWidget(text(said), 1)
        line.addWidget(self.bar)
        self.hide()
        context.access_changed.connect(self.look)
        self._look(asked=context.user.may(Permission.MANAGE_USERS))

    def look(self) -> None:
        """Make new keys if they are due, and tell when it could not be."""
        self._look(asked=True)

    def _look(self, *, asked: bool) -> None:
        patient = self.context.user.may(Permission.MANAGE_USERS)
        progress = Progress(self.context.operations, self, self._show)

        def work(register: Register) -> Rotated | None:
            if not waiting.is_due(register):
                return None
            from jobbpunkt.register import rotating

            return rotating.rotate(register, progress.tell, rotating.PATIENCE if patient else 0)

        asking.on_register(self, self.context, work, self._done, lambda error: self._refused(error, told=asked))

    def _show(self, share: float) -> None:
        self.bar.setValue(round(share * _STEPS))
        self.show()

    def _done(self, made: Rotated | None) -> None:
        self.hide()
        if made is None:
            return
        said = [self.words(MADE)]
        if made.copies:
            said.append(
                self.words("Copies that lie beside the register: {copies}.", copies=", ".join(path.name for path in made.copies))
            )
        if made.unopened:
            said.append(
                self.words(
                    "Protected texts that could not be opened, and were left as they are:"
                    " {count}. Check the register and compare it with a backup.",
                    count=made.unopened,
                )
            )
        messages.tell(self._page() or self, " ".join(said), self.words, "good")

    def _refused(self, error: UserError, *, told: bool) -> None:
        self.hide()
        if told:
            messages.tell(self._page() or self, self.words(NOT_YET, reason=error.text(self.words)), self.words, "warn")
