"""Job applications: what was applied for, which CV and letter the employer got, and how far it came."""

from jobbpunkt.applications.fields import ApplicationData
from jobbpunkt.applications.reading import ApplicationFilter, ApplicationRow, StepRow, everyones, of_person, steps
from jobbpunkt.applications.writing import (
    ApplicationDetails,
    Choice,
    Choices,
    change,
    change_step,
    choices,
    create,
    get,
    reach,
    remove,
    remove_step,
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
    "change_step",
    "choices",
    "create",
    "everyones",
    "get",
    "of_person",
    "reach",
    "remove",
    "remove_step",
    "steps",
]
