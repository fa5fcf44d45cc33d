"""The tab for setting up: the week as a grid, who takes part, what is counted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from jobbpunkt.campaigns import Campaign, CountedMeasure, Partner
from jobbpunkt.register.permissions import Permission
from ui.campaigns.activity_form import activity_dialog
from ui.campaigns.clock_grid import ClockGrid, SlotButton
from ui.campaigns.field_card import FieldCard
from ui.campaigns.measure_form import open_measure_form
from ui.campaigns.partner_forms import open_partner_form
from ui.campaigns.slot_form import slot_dialog
from ui.campaigns.stand_lines import StandsCard
from ui.campaigns.week_grid import WeekGrid
from ui.context import Context
from ui.widgets.buttons import hide_unless, icon_button, quiet
from ui.widgets.card import Card
from ui.widgets.labels import muted, strong, text
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.page import scrolling


class SetUpTab(QWidget):
    """Shows and changes all of a campaign but its frame."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._may_edit = context.user.may(Permission.EDIT_CAMPAIGNS)
        self._campaign: Campaign | None = None
        self._sought = ""
        self._build()

    def show_campaign(self, campaign: Campaign) -> None:
        """Show a campaign as it now is."""
        self._campaign = campaign
        self.purpose.setText(campaign.details.purpose)
        self.purpose.setVisible(bool(campaign.details.purpose))
        self.grid.show_content(campaign.content)
        self.clock.show_weeks(campaign.weeks, campaign.slots)
        self.clock_card.setVisible(bool(campaign.content))
        self._show_partners(campaign)
        self._show_measures(campaign)
        self.stands.show_campaign(campaign)
        self.field.show_campaign(campaign)
        self._seek()

    def show_part(self, part: str) -> None:
        """Bring the weeks ("clock") or the field files ("field") into view, as soon as the campaign stands there."""
        self._sought = part
        self._seek()

    def _seek(self) -> None:
        if self._campaign is not None and self._sought:
            # Where it lies is known once the layout has been done.
            QTimer.singleShot(0, self, self._find)

    def _find(self) -> None:
        part, self._sought = self._sought, ""
        wanted = self.field.bring if part == "field" else self.clock.first_unsaid() if part == "clock" else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Follow what was pointed at while what is above it is still read and grows."""
        now = QApplication.focusWidget()
        if now is not None and self.area.isAncestorOf(now) and (now is self.field.bring or isinstance(now, SlotButton)):
            self.area.ensureWidgetVisible(now, 0, now.height())

    def _build(self) -> None:
        words = self.words
        self.purpose = text("")
        self.grid = WeekGrid(words, may_edit=self._may_edit)
        self.grid.add_wanted.connect(self._add_activity)
        self.grid.edit_wanted.connect(self._edit_activity)
        week = Card(words("Every week"))
        week.add(self.grid)
        self.clock = ClockGrid(words)
        self.clock.edit_wanted.connect(self._edit_slot)
        self.clock_card = Card(words("Week by week"))
        self.clock_card.add(muted(words("Say of each occasion how it went. What differs from every week stands here alone.")))
        self.clock_card.add(self.clock)
        self.add_partner = quiet(words("Add a partner"), self._add_partner, icon="plus")
        self.add_measure = quiet(words("Add a measure"), self._add_measure, icon="plus")
        for button in (self.add_partner, self.add_measure):
            hide_unless(button, allowed=self._may_edit)
        self.partners, self.measures = column(spacing=10), column(spacing=10)
        taking_part = Card(words("Who takes part"), self.add_partner)
        taking_part.add(self.partners)
        counted = Card(words("What is counted"), self.add_measure)
        counted.add(self.measures)
        for card in (taking_part, counted):
            card.body.addStretch(1)
        self.stands, self.field = StandsCard(self.context), FieldCard(self.context)
        below = row(self.stands, self.field, spacing=16)
        parts = (self.purpose, week, row(taking_part, counted, spacing=16), self.clock_card, below)
        inside = column(*parts, None, spacing=16)
        self.area = scrolling(boxed(inside))
        self.area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._keep_in_view())
        outer = column(self.area)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def _show_partners(self, campaign: Campaign) -> None:
        clear(self.partners)
        if not campaign.partners:
            self.partners.addWidget(muted(self.words("Nobody yet")))
        for partner in campaign.partners:
            self.partners.addWidget(self._line(partner.name, partner.responsibility, partial(self._edit_partner, partner)))

    def _show_measures(self, campaign: Campaign) -> None:
        clear(self.measures)
        if not campaign.measures:
            self.measures.addWidget(muted(self.words("Nothing yet")))
        for measure in campaign.measures:
            said = [self.words(measure.unit.label)]
            if measure.target is not None:
                said.append(self.words("Target {target}", target=self.words.number(measure.target)))
            if measure.linked is not None:
                said.append(self.words("also counted in the register"))
            self.measures.addWidget(self._line(self.words(measure.label), " · ".join(said), partial(self._edit_measure, measure)))

    def _line(self, name: str, said: str, change: partial[None]) -> QWidget:
        edit = icon_button("pencil", self.words("Change {name}", name=name), change)
        hide_unless(edit, allowed=self._may_edit)
        words = boxed(column(strong(name), muted(said), spacing=1))
        line = row(words, edit)
        line.setStretch(0, 1)
        return boxed(line)

    def _add_activity(self, day: int) -> None:
        if self._campaign is not None:
            activity_dialog(self, self.context, self._campaign, day=day).open()

    def _edit_activity(self, activity: object) -> None:
        found = next((own for own in self._campaign.content if own == activity), None) if self._campaign else None
        if self._campaign is not None and found is not None and self._may_edit:
            activity_dialog(self, self.context, self._campaign, found).open()

    def _edit_slot(self, slot: object) -> None:
        found = next((own for own in self._campaign.slots if own == slot), None) if self._campaign else None
        if self._campaign is not None and found is not None and self._may_edit:
            slot_dialog(self, self.context, self._campaign, found).open()

    def _add_partner(self) -> None:
        if self._campaign is not None:
            open_partner_form(self, self.context, self._campaign)

    def _edit_partner(self, partner: Partner) -> None:
        if self._campaign is not None:
            open_partner_form(self, self.context, self._campaign, partner)

    def _add_measure(self) -> None:
        if self._campaign is not None:
            open_measure_form(self, self.context, self._campaign)

    def _edit_measure(self, measure: CountedMeasure) -> None:
        if self._campaign is not None:
            open_measure_form(self, self.context, self._campaign, measure)
