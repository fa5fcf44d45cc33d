"""The tab for evaluation: what participants said, and beside it what partners said."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Answers, Campaign, EvaluationRow
from jobbpunkt.register.permissions import Permission
from models.vocabulary import Evaluator
from ui.campaigns.evaluation_form import evaluation_dialog
from ui.campaigns.read import answers_read
from ui.context import Context
from ui.widgets.buttons import hide_unless, icon_button, quiet
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, muted, rule, small, text
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling


class EvaluationTab(QWidget):
    """Shows and takes evaluations."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._may_edit = context.user.may(Permission.EDIT_CAMPAIGNS)
        self._campaign: Campaign | None = None
        self._lists: dict[Evaluator, QVBoxLayout] = {}
        self.answers: dict[Evaluator, PlainLabel] = {}
        self.live = Live(self, context, self._load)
        self.add_buttons = {by: quiet(self.words("Write down"), partial(self.add, by), icon="plus") for by in Evaluator}
        cards = [self._card(by) for by in Evaluator]
        outer = column(scrolling(boxed(column(row(*cards, spacing=16), None))))
        outer.setContentsMargins(0, 14, 0, 0)
        self.setLayout(outer)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what was thought of a campaign."""
        self._campaign = campaign
        self._load()
        for by, layout in self._lists.items():
            clear(layout)
            rows = [row for row in campaign.evaluations if row.evaluator is by]
            if not rows:
                layout.addWidget(muted(self.words("Nothing written down yet.")))
            for number, evaluation in enumerate(rows):
                if number:
                    layout.addWidget(rule())
                layout.addWidget(self._line(evaluation))

    def add(self, by: Evaluator) -> None:
        """Open the form for a new evaluation."""
        if self._campaign is not None:
            evaluation_dialog(self, self.context, self._campaign.id, by=by).open()

    def _load(self) -> None:
        campaign = self._campaign
        # Others read on the report what may be told of them.
        if campaign is not None and self.context.user.may(Permission.COUNT):
            self.live.read(lambda uow: campaigns.feedback(uow, campaign.id), self._show_answers)

    def _show_answers(self, answers: tuple[Answers, ...]) -> None:
        for one in answers:
            said = answers_read(one, self.words)
            self.answers[one.evaluator].setText(said)
            self.answers[one.evaluator].setVisible(bool(said))

    def _card(self, by: Evaluator) -> Card:
        add = self.add_buttons[by]
        hide_unless(add, allowed=self._may_edit)
        card = Card(self.words(by.label), add)
        self._lists[by] = column(spacing=12)
        self.answers[by] = text("")
        self.answers[by].hide()
        card.add(self.answers[by])
        card.add(self._lists[by])
        card.body.addStretch(1)
        return card

    def _line(self, evaluation: EvaluationRow) -> QWidget:
        edit = icon_button("pencil", self.words("Edit"), partial(self._edit, evaluation))
        hide_unless(edit, allowed=self._may_edit)
        return boxed(
            column(row(small(self.words.day(evaluation.evaluated_on, "long")), None, edit), text(evaluation.text), spacing=2)
        )

    def _edit(self, evaluation: EvaluationRow) -> None:
        if self._campaign is not None:
            evaluation_dialog(self, self.context, self._campaign.id, evaluation).open()
