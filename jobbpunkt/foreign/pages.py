"""Looking into a PDF that somebody else made: whether it can be read at all."""

import io

import pikepdf


def count(pdf: bytes) -> int:
    """Return how many pages it has; 0 for what is no PDF."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as read:
            return len(read.pages)
    except pikepdf.PdfError:
        return 0
