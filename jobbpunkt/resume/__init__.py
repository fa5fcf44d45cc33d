"""JSON Resume documents: read with care, checked, and seen as typed data; no database and no window."""

from jobbpunkt.resume.places import Note
from jobbpunkt.resume.reading import Reading, check, counts, dump, load, read

__all__ = ["Note", "Reading", "check", "counts", "dump", "load", "read"]
