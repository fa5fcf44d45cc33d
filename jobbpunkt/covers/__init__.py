"""Covers: who looks after a coach's participants while the coach is away."""

from jobbpunkt.covers.data import CoverRow, NewCover
from jobbpunkt.covers.reading import current
from jobbpunkt.covers.writing import add, change, remove

__all__ = ["CoverRow", "NewCover", "add", "change", "current", "remove"]
