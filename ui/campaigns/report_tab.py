"""The tab for the report: the very pages that are printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import Campaign
from jobbpunkt.documents.setting import Setting
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from ui import asking, messages
from ui.context import Context
from ui.reports.letting_out import let_out
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.pdf_view import PdfView
from ui.widgets.setting_bar import SettingBar


class ReportTab(QWidget):
    """Makes the campaign's report when it is seen and something in it has changed, away from the window's thread."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._choice: ReportChoice | None = None
        self._material: Material | None = None
        self.live = Live(self, context, self.refresh)
        self.view = PdfView(self.words)
        self.view.let_out_by(self._let_out)
        self.view.taken.connect(lambda: messages.tell(self, self.words("The printout has been noted."), self.words, "good"))
        self.bar = SettingBar(self.words, explained=False)
        self.bar.changed.connect(self.refresh)
        outer = column(self.bar, self.view, spacing=8)
        outer.setStretch(1, 1)
        outer.setContentsMargins(0, 14, 0, 0)
        self.setLayout(outer)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the report as it would be printed now."""
        choice = ReportChoice(Kind.CAMPAIGN, campaign_id=campaign.id)
        if choice != self._choice:
            self._choice = choice
            self.live.mark_stale()

    def refresh(self) -> None:
        """Make the report anew."""
        choice = self._choice
        if choice is not None:
            self.bar.setting(Setting(self.words.language))
            wish = self.bar.wish()
            self.live.read(lambda uow: reports.gather(uow, choice, self.words, wish), self._render)

    def _render(self, material: Material) -> None:
        self._material = material
        name = reports.file_name(material.report, self.words, Format.PDF)
        drawing = reports.drawing(material)
        asking.compute(self, self.context, drawing, lambda pdf: self.view.show_pdf(pdf, name, drawing))

    def _let_out(self, go: Callable[[], None]) -> None:
        if self._material is not None:
            let_out(self, self.context, self._material, Format.PDF, go, self._refused)

    def _refused(self, error: UserError) -> None:
        messages.tell(self, error.text(self.words), self.words, "bad")
