"""The tab for the report: the very pages that are printed, of the whole campaign or for one of its partners."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, reports
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import Campaign
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.partner import PartnerDocument
from jobbpunkt.documents.setting import Setting
from jobbpunkt.printing import batches
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from ui import asking, messages
from ui.context import Context
from ui.reports.letting_out import let_out
from ui.theme import scaled
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.buttons import secondary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling
from ui.widgets.pdf_view import PdfView
from ui.widgets.setting_bar import PLAIN, SettingBar

LEAST_PAPER = 320


class ReportTab(QWidget):
    """Makes the campaign's report when it is seen and something in it has changed, away from the window's thread."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._choice: ReportChoice | None = None
        self._material: Material | None = None
        self._campaign: Campaign | None = None
        self.live = Live(self, context, self.refresh)
        self.view = PdfView(self.words)
        self.view.let_out_by(self._let_out)
        self.view.taken.connect(lambda: messages.tell(self, self.words("The printout has been noted."), self.words, "good"))
        self.bar = SettingBar(self.words, explained=False)
        self.bar.changed.connect(self.refresh)
        self.whose: ChoiceField[UUID] = ChoiceField(self.words("For whom"), none=self.words("The whole campaign"))
        self.whose.changed.connect(self.refresh)
        self.all = secondary(self.words("A page for each partner ..."), self.print_partners, icon="printer")
        self.view.setMinimumHeight(scaled(LEAST_PAPER))
        inside = column(row(self.whose, None, self.all, spacing=12), self.bar, self.view, spacing=8)
        inside.setStretch(2, 1)
        inside.setContentsMargins(0, 14, 0, 0)
        self.setLayout(column(scrolling(boxed(inside))))

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the report as it would be printed now."""
        self._campaign = campaign
        self.whose.set_choices([(one.id, one.name) for one in campaign.partners])
        self.all.setEnabled(bool(campaign.partners))
        choice = ReportChoice(Kind.CAMPAIGN, campaign_id=campaign.id)
        if choice != self._choice:
            self._choice = choice
            self.live.mark_stale()

    def refresh(self) -> None:
        """Make the report anew."""
        choice, partner = self._choice, self.whose.value()
        if choice is not None:
            self.bar.setting(Setting(self.words.language))
            wish = self.bar.wish()
            if partner is not None:
                self.live.read(lambda uow: campaigns.partner_drawing(uow, partner, self.words, wish), self._draw)
                return
            self.live.read(lambda uow: reports.gather(uow, choice, self.words, wish), self._render)

    def print_partners(self) -> None:
        """Open the dialog that writes a page for each partner into a folder."""
        campaign, words = self._campaign, self.words
        if campaign is not None:
            title = words("A page for each partner")
            BatchDialog(self, self.context, title, lambda uow: batches.partners(uow, campaign.id, words), PLAIN).open()

    def _draw(self, drawing: Drawing[PartnerDocument]) -> None:
        name = self.words("partner-{name}.pdf", name=drawing.data.partner)
        asking.compute(self, self.context, drawing, lambda pdf: self.view.show_pdf(pdf, name, drawing))

    def _render(self, material: Material) -> None:
        self._material = material
        name = reports.file_name(material.report, self.words, Format.PDF)
        drawing = reports.drawing(material)
        asking.compute(self, self.context, drawing, lambda pdf: self.view.show_pdf(pdf, name, drawing))

    def _let_out(self, go: Callable[[], None]) -> None:
        partner = self.whose.value()
        if partner is not None:
            asking.write(
                self, self.context, lambda uow: campaigns.note_partner_printed(uow, partner), lambda _: go(), self._refused
            )
        elif self._material is not None:
            let_out(self, self.context, self._material, Format.PDF, go, self._refused)

    def _refused(self, error: UserError) -> None:
        messages.tell(self, error.text(self.words), self.words, "bad")
