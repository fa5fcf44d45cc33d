"""The page of reports: what to report at the left, the paper itself at the right, and the records behind each figure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QStackedWidget

from jobbpunkt import campaigns, reports
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns import CampaignRow
from jobbpunkt.disclosure import is_calendar, refused_period
from jobbpunkt.documents.setting import Setting
from jobbpunkt.measures import HiddenNumber, MeasureResult
from jobbpunkt.register.permissions import Permission
from jobbpunkt.reports import YEARLY, Format, Kind, Material, Report
from ui import asking, messages
from ui.reports.behind import Behind
from ui.reports.choosing import Chooser, choice_of
from ui.reports.figures import figure_table
from ui.reports.frozen_view import FrozenView, freeze_dialog
from ui.reports.hidden import HiddenDialog
from ui.reports.letting_out import let_out
from ui.reports.released import ReleasedDialog
from ui.reports.year_forms import edit_targets, edit_voice
from ui.widgets import saving
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, link, secondary
from ui.widgets.labels import small
from ui.widgets.layouts import boxed, column, row
from ui.widgets.page import Page, part, scrolling
from ui.widgets.pdf_view import PdfView
from ui.widgets.saving import FileKind
from ui.widgets.setting_bar import SettingBar

LEFT = 440
KINDS = MappingProxyType(
    {
        Format.XLSX: FileKind(N_("Save the report"), N_("Excel files (*.xlsx)"), "xlsx"),
        Format.CSV: FileKind(N_("Save the report"), N_("CSV files (*.csv)"), "csv"),
        Format.JSON: FileKind(N_("Save the report"), N_("JSON files (*.json)"), "json"),
        Format.DOCX: FileKind(N_("Save the report"), N_("Word files (*.docx)"), "docx"),
    }
)
_BUTTONS = ((Format.DOCX, "Word"), (Format.XLSX, "Excel"), (Format.CSV, "CSV"), (Format.JSON, "JSON"))


class ReportsPage(Page):
    """Shows a report as it would be printed now; a figure can be opened, and the whole saved in four kinds of file."""

    def _build(self) -> None:
        words = self.words
        self._material: Material | None = None
        self._opened = ""
        self._is_refused = False
        self.header(words("Reports"))
        self.chooser = Chooser(self.context)
        self.figures = figure_table(words)
        self.save_buttons = {wanted: secondary(name, partial(self.save, wanted)) for wanted, name in _BUTTONS}
        self.bar = SettingBar(words, explained=False)
        self.paper = PdfView(words)
        self.sheet = boxed(column(self.bar, self.paper, spacing=8))
        self.behind = Behind(self.context, words("To the report"))
        self.right = QStackedWidget()
        self.right.addWidget(self.sheet)
        self.right.addWidget(self.behind)
        self.reach = small("")
        self.reach.hide()
        self.caution = small("")
        hint = small(words("Enter on a figure shows the records behind it."))
        self.aims = link(words("Targets of the year"), self.edit_targets)
        self.voice = link(words("A voice from the year"), self.edit_voice)
        self.freeze = link(words("Freeze as it is now"), self.freeze_it)
        self.frozen = link(words("Frozen reports"), self.show_frozen)
        self.said = boxed(row(self.aims, self.voice, None, spacing=16))
        self.keeping = boxed(row(self.freeze, self.frozen, None, spacing=16))
        self.kept = FrozenView(self.context)
        self.hidden = link("", self.show_hidden)
        self.hidden.hide()
        self.released = link(words("What has left"), lambda: ReleasedDialog(self, self.context).open())
        hide_unless(self.released, allowed=self.context.user.may(Permission.SEE_REPORTS))
        self.secrets = boxed(row(self.hidden, self.released, None, spacing=16))
        saving = row(small(words("Save as")), *self.save_buttons.values(), None)
        self.right.addWidget(self.kept)
        said = column(self.said, self.keeping, spacing=8)
        inside = column(self.chooser, said, self.reach, self.figures, self.caution, hint, self.secrets, saving, spacing=12)
        inside.setStretch(3, 1)
        left = boxed(inside)
        whole = Beside(self.right, part(left), LEFT, least=360, tall=420, first=True)
        self.column.addWidget(scrolling(whole), 1)

    def _connect(self) -> None:
        self.chooser.changed.connect(self._choose)
        self.figures.opened.connect(self._open)
        self.figures.clicked.connect(lambda index: self._open(self.figures.rows[index.row()]))
        self.behind.left.connect(self._show_paper)
        self.kept.left.connect(self._show_paper)
        self.bar.changed.connect(self._load)
        self.paper.let_out_by(partial(self._let_out, Format.PDF))
        self.paper.taken.connect(lambda: messages.tell(self, self.words("The printout has been noted."), self.words, "good"))

    def refresh(self) -> None:
        """Load the campaigns to choose from, then the chosen report."""
        if self.context.user.may(Permission.SEE_CAMPAIGNS):
            self.live.read(campaigns.overview, self._offer, part="campaigns")
        else:
            self._load()

    def go_back(self) -> bool:
        """Go from the records behind a figure to the paper."""
        if self.right.currentWidget() is self.sheet:
            return False
        self._show_paper()
        return True

    def show_part(self, part: str) -> None:
        """Show the report of a year or a month that something elsewhere points at."""
        self._show_paper()
        self.chooser.choose(choice_of(part))

    def freeze_it(self) -> None:
        """Ask what for, and keep the chosen report as it stands."""
        if self._material is not None:
            freeze_dialog(self, self.context, self._material.report.choice).open()

    def show_frozen(self) -> None:
        """Show the frozen reports in place of that of today."""
        self.right.setCurrentWidget(self.kept)
        self.live.read(reports.frozen_reports, self.kept.show_rows, part="frozen")

    def edit_targets(self) -> None:
        """Open what the chosen year aims at."""
        edit_targets(self, self.context, self.chooser.chosen_year())

    def edit_voice(self) -> None:
        """Open the voice from the chosen year, or write one."""
        edit_voice(self, self.context, self.chooser.chosen_year())

    def show_hidden(self) -> None:
        """Show what is hidden of the report when it leaves, and why."""
        if self._material is not None:
            HiddenDialog(self, self.context, _hidden(self._material.report)).open()

    def save(self, wanted: Format) -> None:
        """Make the file away from the window's thread, then ask where to put it."""
        material = self._material
        if material is None:
            return
        name = reports.file_name(material.report, self.words, wanted)

        def ask(content: bytes) -> None:
            saving.ask_and_save(
                self, self.words, KINDS[wanted], content, name, self._saved, self._refused, partial(self._let_out, wanted)
            )

        asking.compute(self, self.context, lambda: reports.write(material, self.words, wanted), ask)

    def _offer(self, found: tuple[CampaignRow, ...]) -> None:
        self.chooser.offer(found)
        self._load()

    def _choose(self) -> None:
        self._opened = ""
        self.notice.hide()
        self._load()

    def _load(self) -> None:
        """Load the chosen report."""
        try:
            choice = self.chooser.choice()
        except InvalidInput as error:
            self._unread(error)
            return
        self.freeze.setVisible(self.context.user.may(Permission.EDIT_EVENTS))
        self.said.setVisible(choice.kind in (*YEARLY, Kind.BOARD) and self.context.user.may(Permission.EDIT_EVENTS))
        self.voice.setVisible(choice.kind is Kind.ANNUAL)
        self.bar.setting(Setting(self.words.language))
        wish = self.bar.wish()
        self.live.read(lambda uow: reports.gather(uow, choice, self.words, wish), self._show, self._unread)

    def _show(self, material: Material) -> None:
        self._material = material
        if self._is_refused:  # what was saved stays said when what left makes the report be read anew
            self.notice.hide()
            self._is_refused = False
        self.figures.set_rows(material.report.measures)
        self._show_reach(material.report)
        self._show_cautions(material.report)
        self._offer_hidden(material.report)
        name = reports.file_name(material.report, self.words, Format.PDF)
        drawing = reports.drawing(material)

        def show(pdf: bytes) -> None:
            if material is self._material:
                self.paper.show_pdf(pdf, name, drawing)

        asking.compute(self, self.context, drawing, show)
        opened = next((result for result in material.report.measures if result.key == self._opened), None)
        if opened is not None:
            self._open(opened)
        elif self.right.currentWidget() is not self.kept:
            self.right.setCurrentWidget(self.sheet)

    def _show_reach(self, report: Report) -> None:
        """Say how far the figures of a period reach that is not over, and of days that may not leave, which period may."""
        told = []
        if report.through is not None:
            day = self.words.day(report.through, "long")
            told.append(self.words("The period is not over: the figures are up to and including {day}.", day=day))
        first, last = report.period.first, report.period.last
        if report.choice.kind is not Kind.CAMPAIGN and not is_calendar(first, last):
            told.append(refused_period(first, last).text(self.words))
        self.reach.setVisible(bool(told))
        self.reach.setText(" ".join(told))

    def _show_cautions(self, report: Report) -> None:
        """Say what some of the figures may not be compared with."""
        told = dict.fromkeys(self.words(result.caution) for result in report.measures if result.caution)
        self.caution.setVisible(bool(told))
        self.caution.setText(" ".join(told))

    def _offer_hidden(self, report: Report) -> None:
        """Say of how many numbers the paper is silent, to whoever may see the persons."""
        number = len(_hidden(report))
        self.hidden.setVisible(number > 0)
        self.hidden.setText(self.words.plural("{n} number is hidden: why?", "{n} numbers are hidden: why?", number))

    def _open(self, result: MeasureResult) -> None:
        if self._material is not None:
            self._opened = result.key
            self.behind.show_figure(self._material.report.choice, result)
            self.right.setCurrentWidget(self.behind)

    def _show_paper(self) -> None:
        self._opened = ""
        self.right.setCurrentWidget(self.sheet)
        self.figures.setFocus()

    def _saved(self, target: Path) -> None:
        self.show_notice(self.words("Saved as {path}", path=target), "good")

    def _let_out(self, wanted: Format, go: Callable[[], None]) -> None:
        if self._material is not None:
            let_out(self, self.context, self._material, wanted, go, self._refused)

    def _unread(self, error: UserError) -> None:
        self._is_refused = True
        self._refused(error)

    def _refused(self, error: UserError) -> None:
        told = error.text(self.words)
        if not (isinstance(error, InvalidInput) and self.chooser.show_error(told, error.field)):
            self.show_notice(told, "bad")


def _hidden(report: Report) -> tuple[HiddenNumber, ...]:
    return tuple(number for result in report.measures for number in result.hides)
