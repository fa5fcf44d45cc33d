"""Coaching in the window: the calendar, the meeting itself, and a person's meetings."""
