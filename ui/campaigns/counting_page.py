"""The page that fills the window while one counts: no rail, nothing but the campaign, what was saved, and the way out."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, field
from jobbpunkt.base.errors import gone
from jobbpunkt.campaigns import Campaign
from jobbpunkt.field import Here
from jobbpunkt.register.unit_of_work import Reading
from ui.campaigns.on_site_tab import OnSiteTab
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import secondary
from ui.widgets.flow import flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, muted, small, title
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live
from ui.widgets.over import LaidOver
from ui.widgets.page import MARGIN


class CountingPage(LaidOver):
    """Counts a campaign in the whole window; a field file opens here, and knows by itself which campaign it is of."""

    def __init__(self, context: Context, campaign_id: UUID | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context, self.words, self._campaign_id = context, context.words, campaign_id
        self._here: Here | None = None
        self.body = OnSiteTab(context, large=True)
        self._build()
        self._connect()
        dress(self)
        self.live = Live(self, context, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the campaign, and what a field file has to bring home."""
        wanted = self._campaign_id

        def work(uow: Reading) -> tuple[Campaign, Here | None]:
            here = field.here(uow)
            found = wanted or (here.campaign_id if here is not None else None)
            if found is None:
                raise gone()
            campaigns.entries(uow, found, limit=1)  # what is counted changes what there is to bring home
            return campaigns.get(uow, found), here

        self.live.read(work, self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let digits count wherever the keyboard is."""
        if not self.body.take_key(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        words = self.words
        self.name, self.week, self.facts = title(""), PlainLabel("", "left", wrap=False), muted("")
        self.mark = IconLabel("circle-check", "accent_text", 20)
        self.state, self.since = PlainLabel("", "strong", wrap=False), PlainLabel("", "small", wrap=False)
        in_field = self._campaign_id is None
        self.way_out = secondary(words("Lock") if in_field else words("Leave (Esc)"), self._go, icon="lock" if in_field else "x")
        called = row(self.name, self.week, spacing=12)
        called.setStretch(0, 1)  # else a name breaks beside empty room
        named = column(called, self.facts, spacing=2)
        saved = row(self.mark, boxed(column(self.state, self.since, spacing=1)), self.way_out, spacing=12)
        top = row(boxed(named), boxed(saved), spacing=16)
        top.setStretch(0, 1)
        keys = flow(
            self._key("1–9", words("counts one")), self._key("+", words("counts several")), self._key("Z", words("takes back"))
        )
        outer = column(
            top, self.body, row(boxed(keys), spacing=12), small(words("No person is saved when one counts.")), spacing=8
        )
        outer.setStretch(1, 1)
        outer.setContentsMargins(MARGIN, 20, MARGIN, 16)
        self.setLayout(outer)
        self._say_saved(well=True)

    def _key(self, key: str, meaning: str) -> QWidget:
        return boxed(row(PlainLabel(key, "keycap", wrap=False), PlainLabel(meaning, "muted", wrap=False), spacing=6))

    def _connect(self) -> None:
        self.body.saving.connect(lambda: self._say(self.words("Saving ..."), "clock", "muted"))
        self.body.saved.connect(lambda well: self._say_saved(well=well))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._go)

    def _go(self) -> None:
        if self._campaign_id is None:
            self.context.lock_wanted.emit()
        else:
            self.leave()

    def _show(self, found: tuple[Campaign, Here | None]) -> None:
        campaign, self._here = found
        today = self.context.clock.today()
        week = campaign.week_of(today)
        self.name.setText(campaign.details.name)
        self.week.setText(self.words("Week {number}", number=week.number) if week is not None else "")
        self.facts.setText(" · ".join(part for part in (self.words.day(today, "long"), campaign.details.place) if part))
        began = bool(self.body.buttons)
        self.body.show_campaign(campaign)
        self._say_to_bring()
        if self.body.buttons and not began:
            self.body.buttons[0].setFocus()

    def _say_saved(self, *, well: bool) -> None:
        words = self.words
        if not well:
            self._say(words("Not saved. Count it again."), "circle-alert", "bad")
        elif self.context.register.location.is_server:
            self._say(words("Saved in the register"), "circle-check", "accent_text")
        else:
            self._say(words("Saved on this computer"), "circle-check", "accent_text")
        self._say_to_bring()

    def _say(self, text: str, icon: str, colour: str) -> None:
        self.state.setText(text)
        self.state.setAccessibleName(text)
        self.mark.show_icon(icon, colour)

    def _say_to_bring(self) -> None:
        here = self._here
        told = self.words.plural("{n} entry to bring home", "{n} entries to bring home", here.written) if here is not None else ""
        self.since.setText(told)
        self.since.setVisible(bool(told))
