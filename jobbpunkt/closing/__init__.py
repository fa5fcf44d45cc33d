"""Ending an enrolment in one step, and the paper that sums it up."""

from jobbpunkt.closing.ending import Decided, Ending, Fate, Standing, end, standing
from jobbpunkt.closing.paper import document, printed

__all__ = ["Decided", "Ending", "Fate", "Standing", "document", "end", "printed", "standing"]
