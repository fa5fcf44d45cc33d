"""Letting a report out: the register remembers what leaves before it does, or says why it may not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Material
from ui import asking
from ui.context import Context


def let_out(
    parent: QWidget,
    context: Context,
    material: Material,
    wanted: Format,
    go: Callable[[], None],
    refused: Callable[[UserError], None],
) -> None:
    """Note what leaves, and then do what lets it out; where it is refused, nothing leaves."""

    def work(uow: Writing) -> Change:
        return reports.note_printed(uow, material, wanted)

    asking.write(parent, context, work, lambda _: go(), refused)
