"""What one chooses about a paper: its language, whether Swedish stands beside it, its look, and what of it goes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SWEDISH
from jobbpunkt.documents.looks import BLACK, EASY, LARGE
from jobbpunkt.documents.setting import Setting, Wish
from jobbpunkt.documents.switches import named
from ui.widgets.choice_fields import ChoiceField, TickField
from ui.widgets.flow import flow
from ui.widgets.labels import muted
from ui.widgets.layouts import column

Named = Sequence[tuple[str, str]]  # by its name, as one chooses it
_SWITCHES: Named = ((EASY.name, N_("Easy to read")), (LARGE.name, N_("Large print")), (BLACK.name, N_("Black and white")))


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered of a paper beside its language: looks of its own, words that are easy to read, parts to leave out."""

    looks: Named = ()
    is_easy: bool = False
    sections: Named = ()


PLAIN, FOR_PEOPLE = Offer(), Offer(is_easy=True)


class SettingBar(QWidget):
    """Choices in a row that goes on below where there is no room; beside Swedish nothing is offered.

    With `each`, papers have their own language first.
    `explained` papers have Swedish beside another language that is chosen, until one wants it otherwise.
    """

    changed = Signal()

    def __init__(self, words: Words, offer: Offer = PLAIN, *, explained: bool = True, each: bool = False) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._explained, self._is_own = explained, not each
        none = words("Each paper's own language") if each else None
        self.language: ChoiceField[str] = ChoiceField("", languages(words), none=none)
        self.language.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language.editor().setAccessibleName(words("Language of the paper"))
        self.beside = TickField(words("Swedish beside it"))
        self.look: ChoiceField[str] = ChoiceField("", [(name, words(label)) for name, label in offer.looks])
        self.look.editor().setAccessibleName(words("Look"))
        self.look.setVisible(bool(offer.looks))
        offered = [one for one in _SWITCHES if offer.is_easy or one[0] != EASY.name]
        self.switches = {name: TickField(words(label)) for name, label in offered}
        self.sections = {name: TickField(words(label)) for name, label in offer.sections}
        for section in self.sections.values():
            section.set_value(True)
        rows = [_row(self.language, self.beside, self.look, *self.switches.values())]
        if self.sections:
            rows.append(_row(muted(words("Besides the first page:")), *self.sections.values()))
        whole = column(*rows, spacing=6)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.language.changed.connect(self._choose_language)
        self.look.changed.connect(self.changed)
        for field in (self.beside, *self.switches.values(), *self.sections.values()):
            field.changed.connect(self.changed)
        self._offer_beside()

    def setting(self, own: Setting) -> Setting:
        """Return how a paper is wanted; what it is by itself is shown as chosen until one has chosen."""
        if self._is_own:
            self.language.set_value(own.language)
            self.beside.set_value(bool(own.beside))
            self._is_own = False
            self._offer_beside()
        return self.wish().over(own)

    def wish(self) -> Wish:
        """Return what is chosen."""
        language = self.language.value() or ""
        beside = (SWEDISH if self.beside.value() else "") if language else None
        look = named(self.look.value() or "", (name for name, switch in self.switches.items() if switch.value()))
        kept = tuple(name for name, section in self.sections.items() if section.value())
        return Wish(language, beside, look, None if len(kept) == len(self.sections) else kept)

    def _choose_language(self) -> None:
        self.beside.set_value(self._explained and self.language.value() not in (None, SWEDISH))
        self._offer_beside()
        self.changed.emit()

    def _offer_beside(self) -> None:
        self.beside.setVisible(self.language.value() not in (None, SWEDISH))


def _row(*fields: QWidget) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    made.setLayout(flow(*fields))
    return made


def languages(words: Words) -> list[tuple[str, str]]:
    """Return the languages of paper, each with what it calls itself, and whether nobody has read it yet."""
    return [
        (row.code, row.name if row.is_reviewed else words("{language} (not read by anyone yet)", language=row.name))
        for row in PAPER_LANGUAGES.values()
    ]
