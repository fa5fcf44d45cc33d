"""People: their names, their details and protection, the caseload, and the timeline of all that concerns them."""

from jobbpunkt.people.names import PersonName, names

__all__ = ["PersonName", "names"]
