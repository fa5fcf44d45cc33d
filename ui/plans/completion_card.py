"""How a completed plan went, at the top of the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.plans import PlanView
from models.vocabulary import PlanStatus
from ui.plans.completion_dialog import completion_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, muted, text
from ui.widgets.layouts import clear, column


class CompletionCard(Card):
    """Shows it only while the plan is completed."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        words = store.context.words
        self.change = secondary(words("Change …"), self.put_right, icon="pencil")
        self.paper = secondary(words("Print …"), self.print, icon="printer")
        super().__init__(words("How the plan went"), self.change, self.paper, parent=parent)
        self.words, self.store = words, store
        self.hide()

    def show_plan(self, view: PlanView) -> None:
        """Show how a plan went, if it is completed."""
        completion = view.completion
        self.setVisible(completion is not None and view.status is PlanStatus.CLOSED)
        clear(self.body)
        if completion is None:
            return
        words, said = self.words, completion.words
        self.add(muted(words("Completed {day}", day=words.day(said.completed_on, "long"))))
        far, why, nothing = dict(said.goals), dict(said.steps), words("No reason is written.")
        told = [(words("In the participant's own words"), said.own), (words("In sum"), said.summary)]
        for goal in view.goals:
            told.append((goal.words.title, far.get(goal.id, "")))
            told += [
                (
                    words("Not done: {step}", step=step.words.text),
                    why.get(step.id) or step.reason or nothing,
                )
                for step in goal.steps
                if step.done_on is None
            ]
        for caption, value in told:
            if value:
                self.add(column(PlainLabel(caption, "field"), text(value), spacing=1))

    def put_right(self) -> None:
        """Open what is said of it to be put right."""
        if self.store.view is not None:
            completion_dialog(self, self.store, self.store.view).open()

    def print(self) -> None:
        """Show the paper of how it went."""
        from ui.plans.completion_paper import CompletionPaper

        if self.store.view is not None:
            CompletionPaper(self, self.store.context, self.store.view).open()
