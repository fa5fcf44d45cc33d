"""What one sees when signed in: the rail, the bar, the page, and the undo bar over it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jobbpunkt.base import settings
from ui import asking, messages, pages
from ui.backups import BackupNotice
from ui.context import Context
from ui.drafts.disposal import Disposal
from ui.dress import dress
from ui.focus import FocusKeeper, next_part
from ui.key_renewal import KeyRenewal
from ui.navigation import Rail
from ui.pages import PAGES, PageEntry
from ui.theme import scaled
from ui.top_bar import TopBar
from ui.widgets.busy import BusyLine
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.over import LaidOver, place_of
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from jobbpunkt.base.errors import Shut
    from jobbpunkt.concerns import Concerns
    from jobbpunkt.register.drafts import Draft
    from ui.concerns import ConcernsStrip
    from ui.drafts.ways import Made
    from ui.widgets.page import Page

# Below this width, or from this size of text in percent, the rail shows pictures only.
ROOMY = 1100
LARGE_TEXT = 150
BESIDE = 32


class Workspace(QWidget):
    """Makes each page when it is first wanted, keeps it, and remembers which was last."""

    def __init__(self, context: Context, entries: tuple[PageEntry, ...] = PAGES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._entries = {entry.key: entry for entry in pages.visible_to(context.user, entries)}
        self._pages: dict[str, Page] = {}
        self._key = ""
        self._came_from: dict[str, str] = {}
        self.rail = Rail(self.words, list(self._entries.values()))
        self.bar = TopBar(self.words, context.user)
        self.stack = QStackedWidget()
        self.busy = BusyLine(self.words("Working"))
        self.concerns: ConcernsStrip | None = None
        self.told = row()
        self.only_read = Notice(self.words, lasts=True)
        self.renewal = KeyRenewal(context, lambda: self.current)
        self.backups = BackupNotice(context)
        self._build()
        self._connect()
        self.disposal = Disposal(context, self)
        self.focus = FocusKeeper(self, lambda: self.current)
        context.operations.busy.connect(self.focus.heed_work)
        self._say_only_read()
        self.go(self._first_key())
        QTimer.singleShot(0, self, self._ask_what_concerns)

    @property
    def current(self) -> Page | None:
        """Return the page that is shown."""
        return self._pages.get(self._key)

    def page(self, key: str) -> Page | None:
        """Return a page, if it was opened before."""
        return self._pages.get(key)

    def go(self, key: str, record: UUID | None = None) -> None:
        """Show a page, at a record if one is given; a key that the user's roles do not reach is passed over."""
        entry = self._entries.get(key)
        if entry is None:
            return
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = entry.make(self.context)
            self.stack.addWidget(page)
            dress(page)
        self._key = key
        self.focus.hold()
        self.stack.setCurrentWidget(page)
        self.rail.show_current(key)
        self.context.settings.set(settings.LAST_PAGE, key)
        if record is not None:
            self.focus.release()
            page.show_record(record)
        else:
            self.focus.enter(page)

    def go_on(self, draft: Draft) -> None:
        """Open the form of a draft over the page where it belongs, which then brings back what was typed."""
        from ui.drafts.ways import Sought, way_of

        self.context.go(draft.page, draft.place)
        # A text that was put aside is only to be read; the form has its own.
        way, page = None if draft.of.aside else way_of(draft.of.form), self.current
        if way is not None and page is not None:
            sought = Sought(page, self.context, draft.of.record, draft.person, draft.place)
            asking.look(page, self.context, lambda uow: way(uow, sought), lambda make: self._open(page, make()))

    def _open(self, page: Page, made: Made) -> None:
        if isinstance(made, LaidOver):
            place_of(page).lay_over(made)
        elif isinstance(made, QDialog):
            made.open()
        else:
            made.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page where there is little of it."""
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < ROOMY or scaled(100) >= LARGE_TEXT)

    def refresh(self) -> None:
        """Load everything anew: now what is seen, later the rest."""
        self._say_only_read()
        self.backups.see_to()
        for page in self._pages.values():
            page.mark_stale()

    def show_shut(self, error: Shut) -> None:
        """Ask why one opens somebody, or say that it takes another right."""
        if not error.asks_why:
            messages.refuse(self, error, self.words)
            return
        from ui.people.anyway import ask_why  # its form is needed only now

        ask_why(self, self.context, error.person)

    def _say_only_read(self) -> None:
        """Say over every page why nothing can be changed here, as long as that is so."""
        reason = self.context.register.only_read
        if reason is None:
            self.only_read.hide()
        else:
            self.only_read.say(reason.text(self.words), "warn")

    def _first_key(self) -> str:
        last = self.context.settings.get(settings.LAST_PAGE)
        return last if last in self._entries else next(iter(self._entries), "")

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        right = QWidget()
        right.setProperty("ground", "page")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.busy)
        column.addWidget(self.only_read)
        column.addWidget(self.backups)
        column.addWidget(self.bar)
        column.addLayout(self.told)
        column.addWidget(self.renewal)
        column.addWidget(self.stack, 1)
        across.addWidget(right, 1)
        self.undo_bar = UndoBar(self.context, right)
        for part in (self.rail, self.bar, self.busy, self.only_read, self.backups, self.renewal, self.undo_bar):
            dress(part)

    def _ask_what_concerns(self) -> None:
        from jobbpunkt.concerns import since_last  # once the first page stands

        asking.read(self, self.context, since_last, self._tell)

    def _tell(self, found: Concerns) -> None:
        """Tell what concerns oneself above the page, if there is anything."""
        if found.rows:
            from ui.concerns import ConcernsStrip  # most days nothing does

            self.concerns = ConcernsStrip(self.context)
            self.told.setContentsMargins(BESIDE, 0, BESIDE, 0)
            self.told.addWidget(self.concerns)
            dress(self.concerns)
            self.concerns.show_concerns(found)

    def _connect(self) -> None:
        self.rail.wanted.connect(self._turn_to)
        for keys, backwards in (("F6", False), ("Shift+F6", True)):
            QShortcut(QKeySequence(keys), self, lambda backwards=backwards: self._next_part(backwards=backwards))
        self.bar.search_wanted.connect(self._search)
        self.bar.lock_wanted.connect(self.context.lock_wanted)
        self.bar.drafts_wanted.connect(self._open_drafts)
        self.context.drafts.changed.connect(self._count_drafts)
        self.context.navigated.connect(self._follow)
        self.context.pointed.connect(self._point)
        self.context.named.connect(self.rail.rename)
        self.context.returned.connect(self._go_back)
        self.context.operations.busy.connect(self.busy.run)

    def _turn_to(self, key: str) -> None:
        """Go where the rail says, and on the page that is shown back to its list; who chose a page came from nowhere."""
        self._came_from.pop(key, None)
        page = self.current if key == self._key else None
        if page is not None:
            page.go_home()
        self.go(key)

    def _follow(self, key: str, record: UUID | None) -> None:
        """Go where something on a page points, and remember that page for the way back."""
        before = self._key
        self.go(key, record)
        if self._key == key != before:
            self._came_from[key] = before

    def _point(self, key: str, part: str) -> None:
        page = self.current
        if page is not None and key == self._key:
            page.show_part(part)

    def _go_back(self, key: str) -> None:
        before = self._came_from.pop(key, None)
        if before is not None and key == self._key:
            self.go(before)

    def _next_part(self, *, backwards: bool) -> None:
        page = self.current
        told = [] if self.concerns is None else [self.concerns]
        next_part([self.rail, self.bar, *told, *(page.panels() if page else []), self.undo_bar], backwards=backwards)

    def _count_drafts(self) -> None:
        waiting = len(self.context.drafts.waiting())
        self.bar.show_drafts(self.words.plural("{n} draft", "{n} drafts", waiting) if waiting else "")

    def _open_drafts(self) -> None:
        from ui.drafts.list_dialog import DraftsDialog

        dialog = DraftsDialog(self, self.context)
        dialog.wanted.connect(self.go_on)
        dialog.open()

    def _search(self) -> None:
        from ui.widgets.palette import Palette

        palette = Palette(self.context, list(self._entries.values()), self)
        middle = self.mapToGlobal(self.rect().topLeft())
        palette.move(middle.x() + (self.width() - palette.width()) // 2, middle.y() + 72)
        palette.show()
        palette.line.setFocus()
