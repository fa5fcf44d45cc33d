"""The PDF writer: draws a paper's tree of content in a look, with tags that tell readers what it says."""

from jobbpunkt.documents.pdf import charts, coded, lists, prose, tables, values
from jobbpunkt.documents.pdf.writer import write

__all__ = ["charts", "coded", "lists", "prose", "tables", "values", "write"]
