"""The page of campaigns: the list, and over it the one campaign that was opened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from ui.campaigns.campaign import CampaignView
from ui.campaigns.overview import CampaignList
from ui.widgets.page import Page


class CampaignsPage(Page):
    """Shows the list of campaigns; opening one puts it over the list, and going back finds the list as it was."""

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.list = CampaignList(self.context)
        self.stack.addWidget(self.list)
        self.campaign: CampaignView | None = None
        self.column.addWidget(self.stack)

    def _connect(self) -> None:
        self.list.opened.connect(self.show_record)

    def show_record(self, record: UUID) -> None:
        """Open one campaign."""
        self._drop()
        self.campaign = CampaignView(self.context, record)
        self.campaign.left.connect(self.show_list)
        self.campaign.opened.connect(self.show_record)
        self.stack.addWidget(self.campaign)
        self.stack.setCurrentWidget(self.campaign)
        self.campaign.tabs.tabBar().setFocus()

    def show_part(self, part: str) -> None:
        """Turn to a part of the campaign that is open: its tab, or within the set-up its weeks or its field files."""
        if self.campaign is not None:
            self.campaign.show_part(part)

    def go_back(self) -> bool:
        """Go from a campaign to the list."""
        if self.campaign is None:
            return False
        self.show_list()
        return True

    def show_list(self) -> None:
        """Go back to the list, where one was."""
        self._drop()
        self.stack.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def _drop(self) -> None:
        if self.campaign is not None:
            self.stack.removeWidget(self.campaign)
            self.campaign.deleteLater()
            self.campaign = None
