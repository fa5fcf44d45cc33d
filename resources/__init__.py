"""Fonts, icons, translations, reference lists and phrases, found by `path`."""

from pathlib import Path


def path(*parts: str) -> Path:
    """Return the path of one resource file or folder."""
    return Path(__file__).parent.joinpath(*parts)
