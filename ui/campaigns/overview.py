"""The list of campaigns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.campaigns.frame_form import open_frame_form
from ui.campaigns.read import days_between
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.buttons import hide_unless, primary
from ui.widgets.empty import EmptyState
from ui.widgets.labels import title
from ui.widgets.layouts import column, row
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN
from ui.widgets.row_table import Column, RowTable


class CampaignList(QWidget):
    """Lists campaigns, the latest first; `opened` is emitted with the UUID of the one to show."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._may_edit = context.user.may(Permission.EDIT_CAMPAIGNS)
        self.notice = Notice(self.words)
        self.live = Live(self, context, self.refresh)
        self._build()

    def refresh(self) -> None:
        """Load every campaign."""
        self.live.read(campaigns.overview, self.table.set_rows)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the table."""
        self.notice.say(text, tone)

    def add(self) -> None:
        """Open the form for a new campaign; it is shown when it has been saved."""
        if self._may_edit:
            open_frame_form(self, self.context, saved=self.opened.emit)

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("New campaign"), self.add, icon="plus")
        hide_unless(self.new, allowed=self._may_edit)
        self.empty = EmptyState(
            "megaphone", words("No campaigns yet"), words("Begin with one like CV-boxen: weeks, partners, and what to count.")
        )
        self.table: RowTable[CampaignRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=self.empty, name=words("Campaigns")
        )
        self.table.opened.connect(lambda chosen: self.opened.emit(chosen.id))
        self.table.set_menu(self._fill_menu)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add)
        outer = column(row(title(words("Campaigns")), None, self.new), self.notice, self.table, spacing=16)
        outer.setContentsMargins(MARGIN, 24, MARGIN, 24)
        self.setLayout(outer)

    def _columns(self) -> tuple[Column[CampaignRow], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.name, stretch=True, strong=True),
            Column(N_("When"), lambda row: days_between(row.starts_on, row.ends_on, words), sort_key=lambda row: row.starts_on),
            Column(N_("Place"), lambda row: row.place),
            Column(N_("Weeks"), lambda row: row.weeks, align="right"),
            Column(N_("Partner organisations"), lambda row: row.partners, align="right"),
        )

    def _fill_menu(self, menu: QMenu, chosen: CampaignRow) -> None:
        menu.addAction(self.words("Open")).triggered.connect(lambda: self.opened.emit(chosen.id))
        if self._may_edit:
            menu.addAction(self.words("Remove")).triggered.connect(lambda: self._remove(chosen))

    def _remove(self, chosen: CampaignRow) -> None:
        asking.write(self, self.context, lambda uow: campaigns.remove(uow, chosen.id))
