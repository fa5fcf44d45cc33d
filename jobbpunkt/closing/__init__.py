"""Ending an enrolment in one step, and the paper that sums it up."""

from jobbpunkt.closing.ending import Decided, Ending, Fate, Standing, end, standing
from jobbpunkt.closing.on_paper import document, note_printed

__all__ = ["Decided", "Ending", "Fate", "Standing", "document", "end", "note_printed", "standing"]
