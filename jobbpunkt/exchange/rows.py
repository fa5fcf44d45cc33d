"""A row of a list, as it comes from a file."""

from typing import NamedTuple


class Row(NamedTuple):
    """One row with its number as a spreadsheet shows it, counted from 1; a tuple, since `dataclasses` is slow to load."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)
