"""Present and desired situation in the person's own words, and the frame of the plan."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.base.words import N_
from jobbpunkt.plans import PlanView, Situation
from models.vocabulary import PlanKind
from ui.drafts.naming import DraftName
from ui.plans.live_form import LiveForm
from ui.plans.own_card import OwnCard
from ui.plans.store import PlanStore
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField, LongTextField
from ui.widgets.growing import growing

HINTS = {
    PlanKind.CAREER: N_("For example: work, education, languages, driving licence, CV and letters."),
    PlanKind.PERSONAL: N_("For example: everyday life, Swedish, computer and phone, network, self-confidence, money and home."),
    PlanKind.HEALTH: N_("For example: sleep, movement, food, stress, pain, what would help at work. Write no diagnoses."),
}


class SituationCard(Card):
    """Saves itself as it is typed, with what the plan's kind asks in a card of its own."""

    def __init__(self, store: PlanStore, own: OwnCard, parent: QWidget | None = None) -> None:
        words, today = store.context.words, store.context.clock.today()
        super().__init__(parent=parent)
        self.words, self.store, self.own = words, store, own
        self.current = growing(LongTextField(words("Present situation")), least=3)
        hint = words("In the person's own words.")
        self.desired = growing(LongTextField(words("Desired situation"), placeholder=hint), least=3)
        self.starts_on = DateField(words, words("From"), today=today)
        self.ends_on = DateField(words, words("To"), today=today)
        self.language = LineField(words("Language"))
        self.interpreter = LineField(words("Interpreter"))
        fields: dict[str, Field[Any]] = {
            "current": self.current,
            "desired": self.desired,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "language": self.language,
            "interpreter": self.interpreter,
            **own.fields,
        }
        self.form = LiveForm(store.context, fields, self._save, self)
        self.add(self.current)
        self.add(self.desired)
        self.body.addLayout(self._frame())

    def show_plan(self, view: PlanView) -> None:
        """Show a plan's situation."""
        self.current.text.setPlaceholderText(self.words(HINTS[view.kind]))
        self.form.keep_under(self.store.place(DraftName("plan.situation", view.id)), self.store.bar)
        said = asdict(view.situation)
        asked = {name: view.situation.own.get(name, "") for name in self.own.fields}
        self.form.show_values(said | asked, view.version)

    def _frame(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for column, field in enumerate((self.starts_on, self.ends_on)):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.language, 1, 0)
        grid.addWidget(self.interpreter, 1, 1)
        return grid

    def _save(self, values: dict[str, Any], version: int) -> None:
        plan_id = self.store.plan_id
        if plan_id is None:
            return
        starts_on = values.pop("starts_on") or self.store.context.clock.today()
        own = self.own.values(values)
        said = Situation(starts_on=starts_on, own=own, **{name: values[name] for name in values if name not in self.own.fields})
        self.store.do(lambda uow: plans.change_situation(uow, plan_id=plan_id, version=version, situation=said), self.form)
