"""JSON Resume documents: read with care, checked, and seen as typed data; no database and no window."""

from jobbpunkt.resume.places import Note
from jobbpunkt.resume.reading import ReadResume, accepted, check, counts, dump, load

__all__ = ["Note", "ReadResume", "accepted", "check", "counts", "dump", "load"]
