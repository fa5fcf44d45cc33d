"""The way back into each form: what it is about is read anew, then the form is made over the page where it belongs.

It is taken when one goes on with a draft, and when somebody else saved first. Each noun knows the ways into its own forms.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.errors import gone

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing
    from ui.context import Context

MODULES: Mapping[str, str] = {
    "application": "ui.applications.ways",
    "attendance": "ui.shifts.ways",
    "campaign": "ui.campaigns.ways",
    "case": "ui.people.ways",
    "consent": "ui.consents.ways",
    "cv": "ui.cvs.ways",
    "event": "ui.events.ways",
    "inspection": "ui.inspections.ways",
    "letter": "ui.cvs.ways",
    "meeting": "ui.coaching.ways",
    "organisation": "ui.organisations.ways",
    "paper": "ui.cvs.ways",
    "person": "ui.people.ways",
    "plan": "ui.plans.ways",
    "progress": "ui.progress.ways",
    "programme": "ui.programmes.ways",
    "report": "ui.reports.ways",
    "shift": "ui.shifts.ways",
    "safety": "ui.safety.ways",
    "step": "ui.coaching.ways",
    "suggestion": "ui.suggestions.ways",
    "training": "ui.training.ways",
    "user": "ui.settings.ways",
    "work": "ui.work.ways",
}

# These stand on the page itself, which brings them back when it is opened at their record.
ON_PAGE = frozenset(
    {
        *("meeting", "plan.situation", "plan.goal", "plan.goal.new", "plan.part", "plan.rating"),
        *("plan.step.new", "plan.milestone.new"),
    }
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A form that is wanted: over which page, of which record and about whom, and at which record the page stands."""

    page: QWidget
    context: Context
    record: UUID | None
    person: UUID | None
    place: UUID | None

    @property
    def of(self) -> UUID:
        """Return the record; a form of none that needs one is about something that is gone."""
        return _there(self.record)

    @property
    def whom(self) -> UUID:
        """Return the person."""
        return _there(self.person)

    @property
    def at(self) -> UUID:
        """Return the record at which the page stands."""
        return _there(self.place)


Made = QWidget
"""A dialog to be opened, an editor to be laid over the page, or what stands on the page already and gets the keyboard."""
Way = Callable[["Writing", Sought], Callable[[], Made]]


def way_of(form: str) -> Way | None:
    """Return the way into a kind of form; None for what stands on a page, or is of another version of the program."""
    module = MODULES.get(form.partition(".")[0])
    if module is None or form in ON_PAGE:
        return None
    return cast("Mapping[str, Way]", import_module(module).WAYS).get(form)


def _there(record: UUID | None) -> UUID:
    if record is None:
        raise gone()
    return record
