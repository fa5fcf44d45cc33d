"""The tab for the report: the very pages that are printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.campaigns import Campaign
from jobbpunkt.documents.setting import Setting
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from ui import asking
from ui.context import Context
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.note_print import note_print
from ui.widgets.pdf_view import PdfView
from ui.widgets.setting_bar import SettingBar


class ReportTab(QWidget):
    """Makes the campaign's report when it is seen and something in it has changed, away from the window's thread."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._choice: ReportChoice | None = None
        self.live = Live(self, context, self.refresh)
        self.view = PdfView(self.words)
        self.view.taken.connect(self._note)
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
        name = reports.file_name(material.report, self.words, Format.PDF)
        drawing = reports.drawing(material)
        asking.compute(self, self.context, drawing, lambda pdf: self.view.show_pdf(pdf, name, drawing))

    def _note(self) -> None:
        choice = self._choice
        if choice is None:
            return

        def work(uow: Writing) -> None:
            reports.note_printed(uow, choice, Format.PDF)

        note_print(self, self.context, work)
