"""The kinds of files that a paper can be."""

from enum import StrEnum


class FileKind(StrEnum):
    """A kind of file, by the end of its name."""

    PDF = "pdf"
    WORD = "docx"
