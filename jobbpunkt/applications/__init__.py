"""Job applications: what was applied for, which papers the employer got, and how far it came."""

from jobbpunkt.applications.lists import ApplicationFilter, ApplicationRow, StepRow, everyones, of_person, steps
from jobbpunkt.applications.writing import (
    ApplicationData,
    ApplicationDetails,
    Choice,
    Choices,
    change,
    choices,
    create,
    get,
    reach,
    remove,
)

__all__ = [
    "ApplicationData",
    "ApplicationDetails",
    "ApplicationFilter",
    "ApplicationRow",
    "Choice",
    "Choices",
    "StepRow",
    "change",
    "choices",
    "create",
    "everyones",
    "get",
    "of_person",
    "reach",
    "remove",
    "steps",
]
