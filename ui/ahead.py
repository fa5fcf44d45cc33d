"""Loads the other pages' modules while nobody touches the window, so that the first opening of a page finds them loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

# Between two modules the window answers whoever comes back.
EVERY_MS = 40
QUIET_SECONDS = 1.0
# What the pages need, in the order in which each brings some milliseconds' worth and not all that they share at once.
MODULES = (
    *("ui.widgets.row_table", "ui.drafts.choosing", "ui.widgets.forms", "ui.widgets.dialog", "ui.people.page"),
    *("ui.coaching.booking", "ui.coaching.agenda", "ui.widgets.pdf_view", "ui.widgets.paper_dialog"),
    *("models.campaign", "models.programme", "models.cv", "models.application", "models.plan"),
    *("jobbpunkt.written.cvs", "jobbpunkt.applications", "jobbpunkt.plans", "ui.coaching.writing_panel", "ui.coaching.meeting"),
    *("ui.coaching.page", "ui.people.anyway", "ui.people.person", "ui.people.overview", "ui.people.facts", "ui.coaching.tab"),
    *("jobbpunkt.exchange.titles", "ui.people.history"),
    *("ui.applications.page", "ui.applications.tab"),
    *("PIL.Image", "reportlab.lib.utils", "reportlab.lib.colors", "reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.ttfonts"),
    *("reportlab.pdfgen.canvas", "reportlab.lib.styles", "reportlab.lib.textsplit", "html.parser", "reportlab.platypus"),
    *("jobbpunkt.documents.pdf.writer", "jobbpunkt.documents.missing", "jobbpunkt.documents.wanting", "jobbpunkt.documents.plan"),
    *("ui.plans.page", "ui.plans.tab", "ui.promises.tab", "ui.progress.tab", "ui.cvs.tab"),
    *("jobbpunkt.measures", "jobbpunkt.campaigns", "ui.campaigns.overview", "xlsxwriter", "jobbpunkt.reports"),
    *("ui.campaigns.campaign", "ui.campaigns.page", "ui.events.page", "ui.organisations.page", "ui.programmes.page"),
    *("models.work", "models.shift", "ui.work.page", "ui.work.areas", "ui.shifts.tab", "ui.shifts.month_tab"),
    *("ui.training.tab", "ui.safety.tab"),
    *("ui.inspections.tab", "ui.group.page"),
    *("ui.reports.page", "ui.settings.page", "ui.settings.look_card", "ui.settings.lock_card", "ui.settings.password_card"),
    *("ui.settings.phone_card", "ui.settings.quick_card", "ui.covers.card", "ui.settings.office_card", "ui.log.page"),
    *("ui.settings.register_card", "ui.settings.backup_card", "ui.settings.users", "ui.suggestions.card", "ui.widgets.palette"),
)


class Ahead(QObject):
    """Imports one module in each turn, on the window's thread, once everything asked for has come and nobody does anything.

    Not on a thread beside it: what two threads import at the same time may be used half made, and modules make Qt's classes.
    """

    def __init__(
        self,
        quiet: Callable[[], float],
        idle: Callable[[], bool],
        parent: QObject | None = None,
        modules: Sequence[str] = MODULES,
    ) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._quiet, self._idle = quiet, idle
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(lambda: self.look())
        self._timer.start()

    @property
    def done(self) -> bool:
        """Say whether everything is loaded."""
        return not self._left

    def look(self) -> None:
        """Load the next module, if nobody would notice."""
        if self._left and self._idle() and self._quiet() >= QUIET_SECONDS:
            import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()

    def stop(self) -> None:
        """Load nothing more."""
        self._timer.stop()
