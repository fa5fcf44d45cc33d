"""Two versions of a plan side by side, or one and the plan as it stands now."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError
from jobbpunkt.plans import Comparison, PlanView, VersionView
from ui import asking
from ui.context import Context
from ui.dress import dress
from ui.plans.compare_rows import ChangeRow
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.forms import ChoiceField
from ui.widgets.labels import heading, muted, small
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.page import scrolling
from ui.widgets.row_list import RowList

WIDTH, HEIGHT = 900, 680


class CompareDialog(QDialog):
    """Shows what was added, changed and taken away, goal by goal; Down and Up walk through it, Escape closes."""

    def __init__(self, parent: QWidget, context: Context, view: PlanView) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context, self.words, self.view = context, context.words, view
        title = self.words("Compare versions")
        self.setWindowTitle(title)
        open_at(self, WIDTH, HEIGHT)
        self._build(title)
        self._begin()
        for field in (self.before, self.after):
            field.changed.connect(self.load)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.load()

    def load(self) -> None:
        """Compare what is chosen; that a health plan is read is noted first."""
        plan, before, after = self.view.id, self.before.value(), self.after.value()
        self.notice.hide()
        if before is not None:
            asking.look(self, self.context, lambda uow: plans.compare(uow, plan, before, after), self._show, self._refused)

    def _build(self, title: str) -> None:
        words, versions = self.words, self.view.versions
        choices = [(version.id, self._named(version)) for version in versions]
        self.before: ChoiceField[UUID] = ChoiceField(words("Before"), choices)
        self.after: ChoiceField[UUID] = ChoiceField(words("After"), choices, none=words("The plan as it stands now"))
        self.notice, self.facts = Notice(words), muted("")
        self.list = RowList()
        done = primary(words("Done"), self.accept)
        done.setDefault(True)
        chosen = row(self.before, self.after, spacing=14)
        chosen.setStretch(0, 1)
        chosen.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addLayout(row(heading(title), None, done))
        layout.addLayout(chosen)
        layout.addWidget(self.notice)
        layout.addWidget(self.facts)
        holder = QWidget()
        holder.setLayout(column(self.list, None))
        layout.addWidget(scrolling(holder), 1)
        layout.addWidget(small(words("− is taken away, + is added. Down and Up go from one difference to the next.")))

    def _begin(self) -> None:
        """Choose the latest version and the plan as it stands; where these say the same, the two latest versions."""
        versions, standing = self.view.versions, self.view.standing
        unchanged = standing is not None and standing.noted_on is None
        if unchanged and len(versions) > 1:
            self.before.set_value(versions[1].id)
            self.after.set_value(versions[0].id)
        else:
            self.before.set_value(versions[0].id)
            self.after.set_value(None)

    def _named(self, version: VersionView) -> str:
        words = self.words
        day = words.day(day_of(version.adopted_at))
        said = words("Version {number}, {day}", number=version.number, day=day)
        return said if version.is_comparable else words("{version}, only its paper", version=said)

    def _show(self, found: Comparison) -> None:
        words = self.words
        rows = [(number, partial(ChangeRow, words, change)) for number, change in enumerate(found.changes)]
        self.list.show_rows(rows, [] if rows else [muted(words("They say the same."))])
        self.facts.setText(words.plural("{n} part differs", "{n} parts differ", len(rows)) if rows else "")

    def _refused(self, error: UserError) -> None:
        self.list.show_rows([], [])
        self.facts.setText("")
        self.notice.say(error.text(self.words), "warn")
