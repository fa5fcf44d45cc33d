"""The command line: the same services as the window, for schedules, for administrators and for checks."""
