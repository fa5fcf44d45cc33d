"""Activities: what a person has done in a month towards work, gathered from all that is recorded, for their activity report."""

from jobbpunkt.activities.on_paper import document, note_printed

__all__ = ["document", "note_printed"]
