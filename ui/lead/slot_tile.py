"""An occasion of the week as a small tile: when, what, and who is there, or how it went."""

from __future__ import annotations

from collections.abc import Callable

from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Slot
from models.vocabulary import ActivityStatus
from ui.campaigns.read import time_of
from ui.campaigns.tile import Tile
from ui.widgets.labels import PlainLabel


class SlotTile(Tile):
    """Says when something is on and who is there; a press opens it among the campaign's weeks."""

    def __init__(self, words: Words, slot: Slot, pressed: Callable[[], object]) -> None:
        when = time_of(slot, words)
        who = " · ".join(said for said in (slot.partner, slot.staffing or words("nobody is written down")) if said)
        how = who if slot.status is ActivityStatus.PLANNED else words(slot.status.label)
        super().__init__(", ".join((when, slot.title, how)))
        self.clicked.connect(lambda: pressed())
        for text, role in ((when, "small"), (slot.title, "strong"), (how, "small")):
            self.put(PlainLabel(text, role))
        self.inside.addStretch(1)
