"""A person's consent to a plan for better health: whether it stands, upon which text, and what one can do about it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import consents
from jobbpunkt.consents import ConsentView, TextView
from jobbpunkt.register.permissions import Permission
from models.vocabulary import ConsentForm
from ui import asking
from ui.consents.forms import HEALTH, consent_dialog, text_dialog, withdrawal_dialog
from ui.consents.paper import ConsentPaper
from ui.context import Context
from ui.widgets.buttons import link, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import muted, small, text
from ui.widgets.layouts import clear, row
from ui.widgets.live import Live


class ConsentCard(Card):
    """Shown only to who may know of such consents; for everybody else it is never made."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(context.words("Consent to a plan for better health"), parent=parent)
        self.context, self.words, self.person = context, context.words, person
        self._may_edit = context.user.may(Permission.SEE_PLANS)
        self.live = Live(self, context, self.refresh)

    def refresh(self) -> None:
        """Load the consents anew."""
        self.live.read(lambda uow: consents.of_person(uow, self.person), self._show)

    def record(self) -> None:
        """Ask when and how the consent was given."""
        consent_dialog(self, self.context, self.person).open()

    def print(self) -> None:
        """Show the paper."""
        ConsentPaper(self, self.context, self.person).open()

    def change_text(self) -> None:
        """Open the text that holds now."""
        words = self.words

        def show(found: TextView) -> None:
            text_dialog(self, self.context, self.person, found).open()

        asking.read(self, self.context, lambda uow: consents.current_text(uow, HEALTH, words), show)

    def _show(self, found: tuple[ConsentView, ...]) -> None:
        clear(self.body)
        standing = next((one for one in found if one.stands), None)
        if standing is not None:
            self.add(row(chip(self.words("In force"), "good"), None))
            self.add(text(self._given(standing)))
            self.add(small(self._behind(standing)))
        else:
            sentence = self.words("There is no consent in force. Without one no such plan is made or opened.")
            self.add(muted(sentence))
        for earlier in (one for one in found if not one.stands):
            self.add(small(self._ended(earlier)))
        self.add(self._deeds(standing))
        self.body.addStretch(1)

    def _deeds(self, standing: ConsentView | None) -> FlowLayout:
        words, deeds = self.words, FlowLayout()
        wanted: list[QWidget] = [secondary(words("Print the consent …"), self.print, icon="printer")]
        if self._may_edit and standing is None:
            wanted.insert(0, secondary(words("Record the consent …"), self.record, icon="pencil"))
        if self._may_edit and standing is not None:
            wanted.append(secondary(words("Put right …"), lambda: self._correct(standing), icon="pencil"))
            wanted.append(secondary(words("Withdraw …"), lambda: self._withdraw(standing), icon="x"))
        if self._may_edit:
            wanted.append(link(words("The office's text …"), self.change_text))
        for one in wanted:
            deeds.addWidget(one)
        return deeds

    def _given(self, consent: ConsentView) -> str:
        words, said = self.words, consent.given
        day = words.day(said.given_on)
        if said.how is ConsentForm.PAPER:
            return words("Signed on paper {day}", day=day)
        return words("Said aloud {day}, witness {name}", day=day, name=said.witness)

    def _behind(self, consent: ConsentView) -> str:
        return self.words("Text version {number}. Recorded by {name}.", number=consent.number, name=consent.recorded_by)

    def _ended(self, consent: ConsentView) -> str:
        words, given = self.words, self.words.day(consent.given.given_on)
        if consent.withdrawn is not None:
            return words("Given {first}, taken back {last}", first=given, last=words.day(consent.withdrawn.withdrawn_on))
        last = words.day(consent.replaced_on) if consent.replaced_on else "–"
        return words("Given {first}, renewed {last}", first=given, last=last)

    def _correct(self, consent: ConsentView) -> None:
        consent_dialog(self, self.context, self.person, consent).open()

    def _withdraw(self, consent: ConsentView) -> None:
        withdrawal_dialog(self, self.context, self.person, consent).open()
