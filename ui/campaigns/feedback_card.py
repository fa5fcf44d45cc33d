"""Feedback in three taps: who, how it was, what was best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jobbpunkt import campaigns
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.campaigns import Answers, Campaign
from models.vocabulary import Evaluator, Opinion
from ui import asking, messages
from ui.context import Context
from ui.widgets.buttons import link, secondary
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import muted, small
from ui.widgets.layouts import boxed, clear, column

FACES = {Opinion.GOOD: "smile", Opinion.FAIR: "meh", Opinion.POOR: "frown"}
TALL = 48  # room for a finger
Choice = tuple[str, Callable[[], object], str]


class FeedbackCard(Card):
    """Asks one thing at a time; the third tap saves, and what was just said can be taken back. Nobody is named."""

    written = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words("Feedback"))
        self.context, self.words = context, words
        self._campaign: Campaign | None = None
        self._by, self._opinion = Evaluator.PARTICIPANTS, Opinion.GOOD
        self._last: UUID | None = None
        self._gives = False  # until what was said is saved, so that a finger that taps twice says it once
        self.buttons: list[QPushButton] = []
        self.question, self.said = muted(""), small("")
        self._choices = column(spacing=6)
        for part in (self.question, boxed(self._choices), self.said):
            self.add(part)
        self._ask_who()

    def show_campaign(self, campaign: Campaign) -> None:
        """Ask of a campaign."""
        self._campaign = campaign

    def show_answers(self, answers: tuple[Answers, ...]) -> None:
        """Say how many have answered today."""
        number = sum(one.today for one in answers)
        self.said.setText(self.words.plural("{n} answer today, without a name", "{n} answers today, without names", number))

    def _ask_who(self) -> None:
        words = self.words
        back: Choice | None = (words("Take back the last answer"), self._take_back, "") if self._last is not None else None
        choices: list[Choice] = [(words(one.label), partial(self._choose_who, one), "") for one in Evaluator]
        self._ask(words("Whose opinion?"), choices, back)

    def _choose_who(self, by: Evaluator) -> None:
        self._by = by
        words = self.words
        faces: list[Choice] = [(words(one.label), partial(self._choose_opinion, one), FACES[one]) for one in Opinion]
        self._ask(words("How was it?"), faces, (words("Back"), self._ask_who, ""))

    def _choose_opinion(self, opinion: Opinion) -> None:
        self._opinion = opinion
        words = self.words
        titles = dict.fromkeys(one.title for one in self._campaign.content) if self._campaign is not None else {}
        choices: list[Choice] = [(title, partial(self._give, title), "") for title in titles]
        done: Choice = (words("Nothing in particular"), partial(self._give, ""), "")
        self._ask(words("What was best?"), [*choices, done], (words("Back"), partial(self._choose_who, self._by), ""))

    def _ask(self, question: str, choices: Sequence[Choice], back: Choice | None) -> None:
        had_focus = any(button.hasFocus() for button in self.buttons)
        self.question.setText(question)
        clear(self._choices)
        self.buttons = [secondary(text, pressed, icon=icon) for text, pressed, icon in choices]
        for button in self.buttons:
            button.setMinimumHeight(TALL)
        self._choices.addLayout(flow(*self.buttons))
        if back is not None:
            self._choices.addWidget(link(back[0], back[1]))
        if had_focus:
            self.buttons[0].setFocus()

    def _give(self, best: str) -> None:
        campaign, by, opinion = self._campaign, self._by, self._opinion
        if campaign is None or self._gives:
            return
        self._gives = True
        asking.write(
            self,
            self.context,
            lambda uow: campaigns.give_feedback(uow, campaign.id, evaluator=by, opinion=opinion, best=best),
            self._given,
            self._refused,
        )

    def _refused(self, error: UserError) -> None:
        self._gives = False
        messages.refuse(self, error, self.words)

    def _given(self, change: Change) -> None:
        self._gives = False
        self._last = change.record
        self.written.emit()
        self._ask_who()

    def _take_back(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            asking.write(
                self, self.context, lambda uow: campaigns.take_back_feedback(uow, last), lambda _change: self.written.emit()
            )
        self._ask_who()
