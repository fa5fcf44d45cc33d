"""The tab for the report: the very pages that are printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import reports
from jobbpunkt.campaigns import Campaign
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from jobbpunkt.unit_of_work import UnitOfWork
from ui import operation
from ui.context import Context
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.pdf_view import PdfView


class ReportTab(QWidget):
    """Makes the campaign's report when it is seen and something in it has changed, away from the window's thread."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._choice: ReportChoice | None = None
        self.live = Live(self, context, self.refresh)
        self.view = PdfView(self.words)
        self.view.taken.connect(self._note)
        outer = column(self.view)
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
            self.live.read(lambda uow: reports.gather(uow, choice, self.words), self._render)

    def _render(self, material: Material) -> None:
        name = reports.file_name(material.report, self.words, Format.PDF)
        operation.compute(
            self,
            self.context,
            lambda: reports.write(material, self.words, Format.PDF),
            lambda pdf: self.view.show_pdf(pdf, name),
        )

    def _note(self) -> None:
        choice = self._choice
        if choice is None:
            return

        def work(uow: UnitOfWork) -> None:
            reports.note_taken(uow, choice, Format.PDF)

        operation.look(self, self.context, work, lambda _none: None)
