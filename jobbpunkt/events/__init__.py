"""Events: livestreams, fairs, study visits and activities at the meeting place, and how they went.

Attendance and views are None until somebody records them: not recorded is not zero.
"""

from jobbpunkt.events.data import EventDetails, EventRow
from jobbpunkt.events.reading import get, rows
from jobbpunkt.events.writing import change, create, mark, record, remove

__all__ = ["EventDetails", "EventRow", "change", "create", "get", "mark", "record", "remove", "rows"]
