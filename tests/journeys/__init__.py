"""Whole days of work, from the first form to the printed page."""
