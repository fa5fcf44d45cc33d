"""What happens now: the campaigns that run, each with today's content, what it counted and the rest of its week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jobbpunkt.base.clock import hours
from jobbpunkt.campaigns import CampaignRow, Slot
from jobbpunkt.lead_day import CampaignDay, LeadDay
from models.vocabulary import ActivityStatus
from ui.campaigns.read import days_between
from ui.campaigns.reflow import Reflow
from ui.coaching.when import due
from ui.context import Context
from ui.lead.measures import measure_box
from ui.lead.slot_tile import SlotTile
from ui.tones import tone_of
from ui.widgets.buttons import link, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, heading, muted
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.page import part

# Room for the words of a measure, and of an occasion; at most so many beside each other.
MEASURE_LETTERS, SLOT_LETTERS = 42, 22
MEASURES_ACROSS, SLOTS_ACROSS = 2, 4


class CampaignsNow(QWidget):
    """A card for each campaign that runs, else one that tells of the next; `begin` opens the form for a new one."""

    def __init__(self, context: Context, begin: Callable[[], None], count: Callable[[UUID], None]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.context, self.words, self._begin, self._count = context, context.words, begin, count
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)

    def show_day(self, view: LeadDay) -> None:
        """Show the campaigns of a day."""
        clear(self._cards)
        for place, one in enumerate(view.running):
            self._cards.addWidget(part(self._running(one, view, is_first=place == 0)))
        if not view.running:
            self._cards.addWidget(part(self._none(view)))

    def _running(self, one: CampaignDay, view: LeadDay, *, is_first: bool) -> Card:
        words, week = self.words, one.week
        # The first is counted by the page's own button.
        counts = [] if is_first else [secondary(words("Count on site"), partial(self._count, one.campaign.id), icon="plus")]
        said = words("week {number} of {all}", number=week.number, all=len(one.results.weeks)) if week is not None else ""
        chips = [chip(said, "accent")] if said else []
        card = Card(one.campaign.name, *chips, *counts, self._open(one.campaign.id, "results"))
        for slot in one.today:
            card.add(self._slot(one, slot, view.at))
        if not one.today:
            card.add(muted(words("Nothing is on today.")))
        if one.results.rows:
            card.body.addSpacing(4)
            boxes = Reflow(letters=MEASURE_LETTERS, across=MEASURES_ACROSS, spacing=16)
            # Those with a bar first, so that what is alike stands side by side.
            rows = sorted(one.results.rows, key=lambda shown: not shown.measure.target)
            boxes.show_items([measure_box(shown, one.place, words) for shown in rows])
            card.add(boxes)
        self._add_later(card, one)
        for name_of_file in one.away:
            card.add(self._away(one, name_of_file))
        return card

    def _slot(self, one: CampaignDay, slot: Slot, at: time) -> QWidget:
        """Return content of today: when, what, where, who is there, and how it went once somebody said so."""
        words = self.words
        when = hours(slot.starts, slot.ends) or words("Today")
        who = " · ".join(said for said in (slot.place, slot.partner, slot.staffing or words("nobody is written down")) if said)
        what = column(PlainLabel(slot.title, "strong"), muted(who), spacing=0)
        line = row(PlainLabel(when, "strong", wrap=False), what, spacing=16)
        line.setStretch(1, 1)
        line.addWidget(self._state(one, slot, at), 0, Qt.AlignmentFlag.AlignVCenter)
        return boxed(line)

    def _state(self, one: CampaignDay, slot: Slot, at: time) -> QWidget:
        """Return how it went, that it is to come, or once it has begun the button that says how it went."""
        words = self.words
        if slot.status is not ActivityStatus.PLANNED:
            return chip(words(slot.status.label), tone_of(slot.status))
        if slot.starts is not None and at < slot.starts:
            return chip(words("to come"))
        button = quiet(words("Say how it went"), partial(self._go, one.campaign.id, "clock"))
        button.setAccessibleName(words("How did {what} go?", what=slot.title))
        return button

    def _add_later(self, card: Card, one: CampaignDay) -> None:
        if one.later:
            tiles = Reflow(letters=SLOT_LETTERS, across=SLOTS_ACROSS, spacing=10)
            go = partial(self._go, one.campaign.id, "clock")
            tiles.show_items([SlotTile(self.words, slot, go) for slot in one.later])
            card.add(tiles)

    def _away(self, one: CampaignDay, name: str) -> QWidget:
        words = self.words
        said = words("What was counted in {name} has not been brought home.", name=name)
        home: QPushButton = quiet(words("Bring home"), partial(self._go, one.campaign.id, "field"), icon="upload")
        line = row(IconLabel("info", "accent_text", 18), PlainLabel(said), home, spacing=10)
        line.setStretch(1, 1)
        return boxed(line)

    def _none(self, view: LeadDay) -> Card:
        """Return the card where no campaign runs: the next and its day, or the last, and the first step."""
        words, near, card = self.words, view.coming or view.ended, Card()
        title = words("No campaign runs now")
        said = words("Begin with one like CV-boxen: weeks, partners, and what to count.")
        if view.coming is not None:
            title = words("{campaign} begins {day}", campaign=view.coming.name, day=due(words, view.coming.starts_on, view.day))
            said = self._facts(view.coming)
        elif view.ended is not None:
            said = words("{campaign} ended {day}.", campaign=view.ended.name, day=words.day(view.ended.ends_on, "long"))
        begin = secondary(words("New campaign"), self._begin, icon="plus")
        opens = [] if near is None else [self._open(near.id, "")]
        line = row(
            IconLabel("megaphone", "accent_text", 24), column(heading(title), muted(said), spacing=2), *opens, begin, spacing=14
        )
        line.setStretch(1, 1)
        card.add(line)
        return card

    def _facts(self, one: CampaignRow) -> str:
        words = self.words
        partners = words.plural("{n} partner", "{n} partners", one.partners) if one.partners else ""
        return " · ".join(said for said in (days_between(one.starts_on, one.ends_on, words), one.place, partners) if said)

    def _open(self, campaign: UUID, tab: str) -> QPushButton:
        return link(self.words("Open the campaign"), partial(self._go, campaign, tab))

    def _go(self, campaign: UUID, tab: str) -> None:
        self.context.go("campaigns", campaign, tab)
