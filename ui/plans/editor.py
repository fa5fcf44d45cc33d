"""One plan on one page: everything it says to the left, the paper to the right; what is typed saves itself."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from jobbpunkt import plans, suggestions
from jobbpunkt.base.errors import UserError
from jobbpunkt.plans import PlanView
from jobbpunkt.register.permissions import Permission
from models.vocabulary import PlanStatus
from ui import asking, messages
from ui.context import Context
from ui.focus import begin
from ui.plans import paper
from ui.plans.completion_card import CompletionCard
from ui.plans.goals_list import GoalsList
from ui.plans.header import PlanHeader
from ui.plans.offer import OFFER
from ui.plans.own_card import OwnCard
from ui.plans.paper_dialog import AdoptDialog
from ui.plans.reviews_card import ReviewsCard
from ui.plans.situation_card import SituationCard
from ui.plans.store import PlanStore
from ui.plans.versions_card import VersionsCard
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.note_print import Note
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN, scrolling
from ui.widgets.paper_preview import PaperPreview, Wanted
from ui.widgets.tab_order import follow_layout

LEAST_PAPER = 280
SCROLL_BAR = 14


class PlanEditor(QWidget):
    """Edits one plan at a time; `left` is emitted when one wants back to the list."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._roomy = False
        self._then: Callable[[], None] | None = None
        self.store = PlanStore(context, self)
        self.header = PlanHeader(self.store)
        self.notice = Notice(self.words)
        self.own = OwnCard(self.store)
        self.completion = CompletionCard(self.store)
        self.situation = SituationCard(self.store, self.own)
        self.goals = GoalsList(self.store)
        self.reviews = ReviewsCard(self.store)
        self.versions = VersionsCard(self.store)
        self.preview = PaperPreview(context, self._paper, self._noting, offer=OFFER, explained=True, icons_only=True)
        self._build()
        self._connect()

    def open(self, plan_id: UUID) -> None:
        """Open a plan, once what is typed in another one is saved."""
        if self.store.plan_id != plan_id:
            self.leave(lambda: self._begin(plan_id))

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is typed, let go of the plan and go on; if something is refused, stay and show it."""
        self.flush()
        if self.store.busy:
            self._then = then
        else:
            self._go_on(then)

    def flush(self) -> None:
        """Save now what has been typed anywhere."""
        if self.store.view is not None and self._may_edit(self.store.view):
            # The situation first: its version is the plan's own, which a goal's saving may raise.
            self.situation.form.flush()
            self.goals.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when one turns to another page: that ends a sitting. A window put away for a moment does not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.flush()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return self.situation.form.dirty or self.goals.dirty

    def adopt(self) -> None:
        """Show the pages to be kept, and ask whether they are agreed on."""
        view = self.store.view
        if view is None or not self._may_edit(view):
            return
        self.flush()
        if self.dirty:
            # The dialog shows what is saved; the saving has just been asked for.
            self.store.loaded.connect(self._adopt_when_saved, Qt.ConnectionType.SingleShotConnection)
            return
        AdoptDialog(self, self.store, view).open()

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence under the header."""
        self.notice.say(text, tone)

    def _build(self) -> None:
        self.content = QWidget()
        cards = QVBoxLayout(self.content)
        cards.setContentsMargins(0, 0, 10, 0)
        cards.setSpacing(14)
        for card in (self.completion, self.situation, self.own, self.goals, self.reviews, self.versions):
            cards.addWidget(card)
        cards.addStretch(1)
        self.area = scrolling(self.content)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.area)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([630, 354])
        self.preview.setMinimumWidth(scaled(LEAST_PAPER))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addWidget(self.store.bar)
        column.addWidget(self.notice)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.header.left.connect(self.left)
        self.header.adopt_wanted.connect(self.adopt)
        self.header.paper_wanted.connect(self._show_paper)
        self.store.loaded.connect(self._show)
        self.store.refused.connect(self._refused)
        self.store.gone.connect(self.left)
        self.store.settled.connect(self._settled)
        self.context.locking.connect(self.flush)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.flush)

    def _show(self, view: PlanView) -> None:
        enabled = self._may_edit(view)
        self.header.show_plan(view)
        was_shown = self.completion.isVisibleTo(self)
        self.completion.show_plan(view)
        if self.completion.isVisibleTo(self) and not was_shown:
            self.area.verticalScrollBar().setValue(0)
        self.situation.show_plan(view)
        self.situation.form.set_enabled(enabled=enabled)
        self.own.show_plan(view, enabled=enabled)
        self.goals.show_goals(view.goals, enabled=enabled)
        if not self._roomy and enabled:
            asking.read(self, self.context, lambda uow: suggestions.offered(uow, view.kind), self.goals.offer)
        self.reviews.show_plan(view, enabled=enabled)
        self.versions.show_plan(view, enabled=self.context.user.may(Permission.SEE_PLANS))
        self.preview.later()
        follow_layout(self.content)
        if not self._roomy:
            self._roomy = True
            begin(self.content)
            # Once the new cards have taken their sizes.
            QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """Keep the fields whole: with large letters in a small window the paper gives way until it is asked for."""
        needed = self.content.minimumSizeHint().width() + SCROLL_BAR
        narrow = needed + scaled(LEAST_PAPER) > self.width() - 2 * MARGIN
        # Asked for nevertheless, it stands below: beside the fields it would push them off the screen.
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        if narrow:
            self.header.paper.setChecked(False)
        self.area.setMinimumWidth(min(needed, self.width() - 2 * MARGIN))

    def _begin(self, plan_id: UUID) -> None:
        self.area.verticalScrollBar().setValue(0)
        self._roomy = False
        self.store.open(plan_id)

    def _settled(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._go_on(then)

    def _go_on(self, then: Callable[[], None]) -> None:
        if self.store.plan_id is not None and self.dirty:
            self.show_notice(self.words("Something here could not be saved. Correct what is marked, then go on."), "warn")
            return
        self.store.close()
        self.situation.form.forget()
        self.goals.clear()
        self.preview.clear()
        self.notice.hide()
        self.store.bar.clear()
        then()

    def _may_edit(self, view: PlanView) -> bool:
        return self.context.user.may(Permission.SEE_PLANS) and view.status is not PlanStatus.CLOSED

    def _adopt_when_saved(self, _view: PlanView) -> None:
        self.adopt()

    def _refused(self, error: UserError) -> None:
        # The page knows whether the plan or the list is seen.
        messages.refuse(self.parent(), error, self.words)

    def _show_paper(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.preview.setVisible(shown)

    def _paper(self) -> Wanted | None:
        view, words = self.store.view, self.words
        if view is None:
            return None
        return paper.drawing(view, words, self.context.clock.today()), plans.file_name(view, words)

    def _noting(self) -> Note:
        view = self.store.view
        assert view is not None  # noqa: S101 - there are pages to print only while a plan is open
        return paper.noting(view)
