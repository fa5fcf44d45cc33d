"""The stands of a fair: in the set-up to be put right, on site to say who came."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Campaign, StandRow, came_of
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.campaigns.stand_forms import open_stand_form
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import hide_unless, icon_button, primary, quiet, toggle
from ui.widgets.card import Card
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading, muted, strong
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling

WIDTH, HEIGHT = 620, 560


class StandsCard(Card):
    """Lists the stands of a campaign's fair; each is changed by its pencil."""

    def __init__(self, context: Context) -> None:
        words = context.words
        self._may_edit = context.user.may(Permission.EDIT_CAMPAIGNS)
        self.add_stand = hide_unless(quiet(words("Add a stand"), self._add, icon="plus"), allowed=self._may_edit)
        super().__init__(words("Stands at the fair"), self.add_stand)
        self.context, self.words = context, words
        self._campaign: Campaign | None = None
        self.lines = column(spacing=10)
        self.add(self.lines)
        self.body.addStretch(1)
        self.live = Live(self, context, self._load)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show the stands of a campaign."""
        self._campaign = campaign
        self._load()

    def _load(self) -> None:
        campaign = self._campaign
        if campaign is not None:
            self.live.read(lambda uow: campaigns.stands(uow, campaign.id), self._show)

    def _show(self, stands: tuple[StandRow, ...]) -> None:
        clear(self.lines)
        if not stands:
            self.lines.addWidget(muted(self.words("No stands yet")))
        for stand in stands:
            edit = icon_button("pencil", self.words("Change {name}", name=stand.name), partial(self._edit, stand))
            hide_unless(edit, allowed=self._may_edit)
            said = " · ".join(part for part in (stand.label, came_read(stand, self.words)) if part)
            line = row(boxed(column(strong(stand.name), muted(said), spacing=1)), edit)
            line.setStretch(0, 1)
            self.lines.addWidget(boxed(line))

    def _add(self) -> None:
        if self._campaign is not None:
            open_stand_form(self, self.context, self._campaign.id)

    def _edit(self, stand: StandRow) -> None:
        if self._campaign is not None:
            open_stand_form(self, self.context, self._campaign.id, stand)


class ExhibitorsDialog(QDialog):
    """Says of each exhibitor whether they came; another press takes back what was said."""

    def __init__(self, parent: QWidget, context: Context, campaign: Campaign) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context, self.words, self._campaign = context, context.words, campaign
        self.setWindowTitle(self.words("Exhibitors"))
        self.said = muted("")
        self.lines = column(spacing=8)
        outer = column(heading(self.words("Exhibitors")), self.said, scrolling(boxed(column(self.lines, None))), spacing=12)
        outer.addLayout(row(None, primary(self.words("Done"), self.accept)))
        outer.setContentsMargins(28, 24, 28, 24)
        self.setLayout(outer)
        open_at(self, WIDTH, HEIGHT)
        self.live = Live(self, context, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read who came."""
        self.live.read(lambda uow: campaigns.stands(uow, self._campaign.id), self._show)

    def _show(self, stands: tuple[StandRow, ...]) -> None:
        words = self.words
        came, stayed_away, unsaid = came_of(stands)
        told = words(
            "{came} came, {away} did not come, of {unsaid} nothing has been said.", came=came, away=stayed_away, unsaid=unsaid
        )
        self.said.setText(told if stands else words("The fair has no stands yet. Add them under Set-up."))
        focused = self.focusWidget().accessibleName() if self.focusWidget() is not None else ""
        clear(self.lines)
        for stand in stands:
            self.lines.addWidget(self._line(stand, focused))

    def _line(self, stand: StandRow, focused: str) -> QWidget:
        words = self.words
        name = f"{stand.label}  {stand.name}" if stand.label else stand.name
        line = row(strong(name))
        line.setStretch(0, 1)
        for said, value in ((words("Came"), True), (words("Stayed away"), False)):
            button = toggle(said, checked=stand.came is value)
            button.setAccessibleName(f"{stand.name}: {said}")
            button.setMinimumHeight(44)
            button.clicked.connect(partial(self._mark, stand, value))
            line.addWidget(button)
            if button.accessibleName() == focused:
                button.setFocus()
        return boxed(line)

    def _mark(self, stand: StandRow, came: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        said = None if stand.came is came else came
        asking.write(self, self.context, lambda uow: campaigns.mark_stand(uow, stand.id, came=said))


def came_read(stand: StandRow, words: Words) -> str:
    """Return what was said of an exhibitor: that they came, that they did not, or nothing."""
    if stand.came is None:
        return ""
    return words("Came") if stand.came else words("Stayed away")
