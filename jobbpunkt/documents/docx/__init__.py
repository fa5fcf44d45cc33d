"""Papers as Word files: `write` draws a tree of content in a look; the same content gives the same bytes."""

from jobbpunkt.documents.docx.file import write as write

__all__ = ["write"]
