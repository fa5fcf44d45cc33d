"""One campaign: its frame at the top, and tabs for setting up, counting, results, evaluation and the report."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import Campaign
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.campaigns.evaluation_tab import EvaluationTab
from ui.campaigns.frame_form import open_frame_form
from ui.campaigns.on_site_tab import OnSiteTab
from ui.campaigns.read import days_between
from ui.campaigns.report_tab import ReportTab
from ui.campaigns.results_tab import ResultsTab
from ui.campaigns.set_up_tab import SetUpTab
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.buttons import back, hide_unless, secondary
from ui.widgets.labels import muted, title
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN


class CampaignView(QWidget):
    """Header and tabs of one campaign; `left` is emitted when one wants back, `opened` with another campaign to show."""

    left = Signal()
    opened = Signal(object)

    def __init__(self, context: Context, campaign_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.campaign_id = context, context.words, campaign_id
        self.campaign: Campaign | None = None
        self._repeats = False
        self.notice = Notice(self.words)
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the campaign anew; the tab that is seen shows it then."""
        self.live.read(lambda uow: campaigns.get(uow, self.campaign_id), self._show)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence under the header."""
        self.notice.say(text, tone)

    def show_part(self, part: str) -> None:
        """Turn to a tab by its name; that of the set-up shows its weeks ("clock") or its field files ("field")."""
        tabs = {"counting": self.on_site, "results": self.results, "evaluation": self.evaluation, "report": self.report}
        self.tabs.setCurrentWidget(tabs.get(part, self.set_up))
        if part in ("clock", "field"):
            self.set_up.show_part(part)

    def fill_window(self) -> None:
        """Count in the whole window, until one leaves it."""
        from ui.campaigns.counting_page import CountingPage  # needed only where one counts

        self.context.filling.emit(CountingPage(self.context, self.campaign_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let digits count wherever the keyboard is, as long as the tab for counting is open."""
        if self.tabs.currentWidget() is not self.on_site or not self.on_site.take_key(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = self.words
        may_edit = self.context.user.may(Permission.EDIT_CAMPAIGNS)
        self.back = back(words("Campaigns"), self.left.emit)
        self.again = secondary(words("Do it again next year"), self._repeat, icon="copy")
        self.edit = secondary(words("Edit"), self._edit, icon="pencil")
        for button in (self.again, self.edit):
            hide_unless(button, allowed=may_edit)
        self.name = title("")
        self.facts = muted("")
        self.set_up = SetUpTab(self.context)
        self.on_site = OnSiteTab(self.context, self)
        self.on_site.hide()  # until its tab shows it, where the user may count
        self.results = ResultsTab(self.context)
        self.evaluation = EvaluationTab(self.context)
        self.report = ReportTab(self.context)
        self.tabs = self._tabs()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 12, MARGIN, 20)
        outer.setSpacing(6)
        outer.addLayout(row(self.back, None, self.again, self.edit))
        outer.addWidget(self.name)
        outer.addWidget(self.facts)
        outer.addWidget(self.notice)
        outer.addSpacing(4)
        outer.addWidget(self.tabs, 1)

    def _tabs(self) -> QTabWidget:
        words, tabs = self.words, QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        for tab, name in (
            (self.set_up, words("Set-up")),
            (self.on_site, words("On site")),
            (self.results, words("Results")),
            (self.evaluation, words("Evaluation")),
            (self.report, words("Report")),
        ):
            if tab is not self.on_site or self.context.user.may(Permission.COUNT):
                tabs.addTab(tab, name)
        return tabs

    def _connect(self) -> None:
        self.on_site.full_wanted.connect(self.fill_window)
        self.tabs.currentChanged.connect(lambda _number: self._show_tab())
        for number in range(self.tabs.count()):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))

    def _show(self, campaign: Campaign) -> None:
        frame = campaign.details
        self.campaign = campaign
        self.name.setText(frame.name)
        facts = (
            days_between(frame.starts_on, frame.ends_on, self.words),
            frame.place,
            campaigns.target_group(frame, self.words),
            self.words("Led by {name}", name=campaign.lead) if campaign.lead else "",
        )
        self.facts.setText("   ·   ".join(fact for fact in facts if fact))
        self._show_tab()

    def _show_tab(self) -> None:
        tab = self.tabs.currentWidget()
        if self.campaign is not None and isinstance(tab, SetUpTab | OnSiteTab | ResultsTab | EvaluationTab | ReportTab):
            tab.show_campaign(self.campaign)

    def _edit(self) -> None:
        if self.campaign is not None:
            open_frame_form(self, self.context, self.campaign)

    def _repeat(self) -> None:
        if self._repeats:
            return
        self._repeats = True  # pressed twice it is made once, and the second press is no refusal
        asking.write(
            self,
            self.context,
            lambda uow: campaigns.repeat_next_year(uow, self.campaign_id),
            lambda change: self.opened.emit(change.record),
            self._not_repeated,
        )

    def _not_repeated(self, error: UserError) -> None:
        self._repeats = False
        self.show_notice(error.text(self.words), "bad")
