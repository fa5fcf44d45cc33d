"""The tabs of the page, in order. Adding one is one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from jobbpunkt.base.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context
    from ui.work.tab import WorkTab


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab: its key for `context.go("work", record, key)`, its title, and where its widget is, imported when first shown."""

    key: str
    title: str
    factory: str

    def make(self, context: Context) -> WorkTab:
        """Import the tab's module and build the tab."""
        module, _, name = self.factory.partition(":")
        return cast("Callable[[Context], WorkTab]", getattr(import_module(module), name))(context)


TABS: tuple[TabEntry, ...] = (
    TabEntry("shift", N_("The shift"), "ui.shifts.tab:ShiftTab"),
    TabEntry("training", N_("Training"), "ui.training.tab:TrainingTab"),
    TabEntry("inspections", N_("Inspections"), "ui.inspections.tab:InspectionsTab"),
    TabEntry("month", N_("The month"), "ui.shifts.month_tab:MonthTab"),
    TabEntry("safety", N_("Safety at work"), "ui.safety.tab:SafetyTab"),
    TabEntry("areas", N_("Work areas"), "ui.work.areas:AreasTab"),
)
